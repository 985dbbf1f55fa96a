import type { Scene, SceneField } from './scene.ts';

/** What a playbook gives to its video. */
export interface PlaybookWords {
  title: string;
  expertName: string;
  outcome: string | null;
  audience: string | null;
  pain: string | null;
  steps: { position: number; title: string }[];
}

type NewScene = Omit<Scene, 'id' | 'position' | 'audioFileId'>;

const required = (field: string): SceneField => ({ field, fallback: '', isRequired: true });
const or = (field: string, fallback: string): SceneField => ({ field, fallback, isRequired: false });

/** Most steps that one picture holds. */
const MOST_STEPS = 8;

/**
 * Six scenes, five minutes: hook, their problem in their words, proof, method, offer, ask. Everything said comes from the
 * playbook, from what the person told us or from the offer; a scene whose field is missing is left out.
 */
export function defaultScenes(playbook: PlaybookWords): NewScene[] {
  return [hook(playbook), problem(playbook), proof(playbook), method(playbook), offer(), ask()];
}

const sentence = (text: string): string =>
  /[.!?…]["”’]?$/.test(text.trim()) ? text.trim() : `${text.trim()}.`;
const paragraphs = (...parts: (string | null | false)[]): string => parts.filter(Boolean).join('\n\n');
const said = (...parts: (string | null | false)[]): string => parts.filter(Boolean).join(' ');

function hook({ title, outcome, audience, steps }: PlaybookWords): NewScene {
  return {
    kind: 'hook',
    durationMs: 40_000,
    title: '{{first_name}}, five minutes made for you',
    text: paragraphs(
      `For {{company}}, out of “${title}”.`,
      'You have done {{steps_done}}.',
      'Only what you told us and what {{expert}} said is in here.',
    ),
    narration: said(
      `{{first_name}}, you are reading “${title}”, and this was put together for you.`,
      'You have done {{steps_done}}.',
      outcome && `The playbook is about one thing: ${sentence(outcome)}`,
      audience && `It was written for these people: ${sentence(audience)}`,
      `In the next five minutes you hear your own words back, what {{expert}} says about them, how the ${steps.length} steps hang together, and what you can do now.`,
      'It was put together by software from {{expert}}’s own words.',
      'Nothing happens unless you press a button.',
    ),
    fields: [or('first_name', 'Hello'), or('expert', 'the expert')],
  };
}

function problem({ title, pain }: PlaybookWords): NewScene {
  return {
    kind: 'problem',
    durationMs: 55_000,
    title: 'What hurts, in your words',
    text: paragraphs(
      '> {{answer.pain}}',
      'That is what you answered when we asked what hurts most.',
      'You also asked: “{{question}}”',
    ),
    narration: said(
      'We asked what hurts most right now, and you answered: “{{answer.pain}}”.',
      'Later you asked this: “{{question}}”.',
      'We take both as you said them.',
      pain && `“${title}” begins here: ${sentence(pain)}`,
      'If what you wrote no longer fits, answer the mail that brought you here and say what does.',
      'Everything after this is about that one sentence of yours.',
    ),
    fields: [required('answer.pain')],
  };
}

function proof({ title }: PlaybookWords): NewScene {
  return {
    kind: 'proof',
    durationMs: 65_000,
    title: 'What {{expert}} says about it',
    text: paragraphs('> {{quote}}', 'From “{{quote_source}}”. The words are {{expert}}’s own.'),
    narration: said(
      'Here is {{expert}}, word for word.',
      '“{{quote}}”.',
      `That stands in “{{quote_source}}”, and “${title}” rests on it.`,
      'We add no figures of our own, and no promise that it will go the same way for you.',
      'What you can check is the source: the playbook shows the passage beside the step.',
    ),
    fields: [required('quote'), or('quote_source', 'the expert’s material'), or('expert', 'the expert')],
  };
}

function method({ steps }: PlaybookWords): NewScene {
  const shown = steps.slice(0, MOST_STEPS);
  const rest = steps.length - shown.length;
  return {
    kind: 'method',
    durationMs: 60_000,
    title: `The way there: ${steps.length} ${steps.length === 1 ? 'step' : 'steps'}`,
    text: paragraphs(
      shown.map((step) => `- ${step.position}. ${step.title}`).join('\n') +
        (rest > 0 ? `\n- and ${rest} more` : ''),
      'You have done {{steps_done}}.',
    ),
    narration: said(
      `The method has ${steps.length} ${steps.length === 1 ? 'step' : 'steps'}, in this order.`,
      ...shown.map((step) => sentence(`${step.position === 1 ? 'First' : 'Then'}: ${step.title}`)),
      rest > 0 && `And ${rest} more.`,
      'Of these you have done {{steps_done}}.',
      'Each step says what to do, what to fill in and when it is done.',
      'You can go on alone at any time: the playbook stays open to you.',
    ),
    fields: [],
  };
}

function offer(): NewScene {
  return {
    kind: 'offer',
    durationMs: 50_000,
    title: '{{offer}}',
    text: paragraphs('{{offer_headline}}', '- {{offer_contents}}', '{{guarantee}}'),
    narration: said(
      'If you want it done with less of your own time, there is an offer: {{offer}}.',
      'In its own words: {{offer_headline}}.',
      'You get: {{offer_contents}}.',
      'The guarantee says: {{guarantee}}.',
      'The price stands beside this film, as it is today.',
    ),
    fields: [required('offer')],
  };
}

function ask(): NewScene {
  return {
    kind: 'ask',
    durationMs: 30_000,
    title: 'What you can do now',
    text: paragraphs(
      '- Take “{{offer}}” with the button on this page\n- Answer the mail that brought you here, if something is open\n- Go on with the playbook; it stays yours',
    ),
    narration: said(
      'This is what you can do now.',
      'Take “{{offer}}” with the button on this page.',
      'Ask what is still open, by answering the mail that brought you here.',
      'Or go on with the playbook, which stays yours either way.',
    ),
    fields: [],
  };
}
