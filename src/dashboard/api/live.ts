import type { QueryClient } from '@tanstack/react-query';

/** What else an event makes stale besides the plural of its noun. */
const alsoStale: Record<string, string[]> = {
  source: ['playbooks', 'running'],
  playbook: ['reviews', 'versions', 'links', 'running'],
  comment: ['playbooks'],
  edition: ['playbooks', 'versions'],
  gate: ['playbooks', 'leads'],
  lead: ['segments', 'leads', 'playbooks', 'links'],
  segment: ['leads'],
  consent: ['leads'],
  message: ['leads', 'mail', 'messages', 'stand-ins', 'threads', 'sends'],
  address: ['leads', 'suppressions'],
  link: ['links', 'clicks'],
  clone: ['trials', 'own-clones'],
  trial: ['clones', 'leads', 'funnel'],
  signal: ['hand-raises', 'hand-raise-previews', 'signal-rules', 'leads'],
  hand: ['hand-raises', 'hand-raise-rules', 'hand-raise-previews', 'leads', 'videos', 'funnel'],
  video: ['leads', 'funnel'],
  checkout: ['orders'],
  payment: ['orders'],
  order: ['leads', 'offers', 'own-shares', 'funnel', 'attribution'],
  entitlement: ['orders', 'leads'],
  campaign: ['sends', 'prospects', 'variants'],
  mailbox: ['mailboxes'],
  prospect: ['campaigns', 'threads', 'inbox'],
  insight: ['actions', 'briefs'],
  action: ['insights', 'tasks', 'approvals'],
  task: ['actions'],
  work: ['running', 'archives'],
  member: ['members', 'me'],
};

interface Update {
  topic: string;
  ids: Record<string, string>;
}

/**
 * One stream per open workspace. What changed is read anew; words go to `announce`, grouped, at most one every five
 * seconds. The browser reconnects by itself, and after a gap everything is read anew.
 */
export function followLive(
  workspace: string,
  queries: QueryClient,
  announce: (topics: Map<string, number>) => void,
): () => void {
  const stream = new EventSource(`/api/v1/live?workspace=${encodeURIComponent(workspace)}`);
  const heard = new Map<string, number>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let renew: ReturnType<typeof setTimeout> | undefined;
  const stale = new Set<string>();

  const receive = (message: MessageEvent<string>) => {
    const update = JSON.parse(message.data) as Update;
    if (update.topic === 'reconnected') {
      void queries.invalidateQueries({ queryKey: ['api', workspace] });
      return;
    }
    const noun = update.topic.split('.')[0] ?? update.topic;
    for (const resource of [`${noun}s`, noun, ...(alsoStale[noun] ?? []), 'home', 'overview'])
      stale.add(resource);
    heard.set(update.topic, (heard.get(update.topic) ?? 0) + 1);
    renew ??= setTimeout(() => {
      renew = undefined;
      for (const resource of stale)
        void queries.invalidateQueries({ queryKey: ['api', workspace, resource] });
      stale.clear();
    }, 250);
    timer ??= setTimeout(() => {
      timer = undefined;
      announce(new Map(heard));
      heard.clear();
    }, 5000);
  };
  stream.addEventListener('message', receive);
  return () => {
    stream.close();
    clearTimeout(timer);
    clearTimeout(renew);
  };
}
