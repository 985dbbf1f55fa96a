const words: Record<string, string> = {
  'ai.settle-abandoned-runs': 'Settle calls to models that were cut off',
  'audit.append-to-chain': 'Seal the audit log',
  'draft.compose': 'Compose a draft',
  'edition.render': 'Print an edition',
  'event.deliver': 'Pass on what happened',
  'event.notify-listener': 'React to what happened',
  'leads.score': 'Score leads',
  'message.find-unconfirmed': 'Look up unconfirmed mails',
  'message.send': 'Send a mail',
  'method.extract': 'Find the method in a source',
  'source.read': 'Read a source',
  'visitors.forget': 'Forget the keys of old visits',
  'webhook.deliver': 'Deliver a webhook',
};

/** What a job does, as a verb and a thing. */
export const jobWords = (name: string): string =>
  words[name] ?? name.replaceAll(/[.-]/g, ' ').replace(/^./, (letter) => letter.toUpperCase());
