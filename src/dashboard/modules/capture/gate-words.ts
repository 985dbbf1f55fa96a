import type { Shape } from '../../api/shapes.ts';

export type Gate = Shape<'Gate'>;
export type Question = Shape<'GateQuestion'>;

/** What can be changed of a gate, as the editor holds it. */
export interface GateDraft {
  position: number;
  isActive: boolean;
  questions: Question[];
  copy: { headline: string; promise: string; button: string };
  consentText: string;
  newsletterText: string;
}

export const draftOf = (gate: Gate): GateDraft => ({
  position: gate.position,
  isActive: gate.isActive,
  questions: gate.revision.questions,
  copy: {
    headline: gate.revision.copy.headline ?? '',
    promise: gate.revision.copy.promise ?? '',
    button: gate.revision.copy.button ?? '',
  },
  consentText: gate.revision.consentText,
  newsletterText: gate.revision.newsletterText ?? '',
});

/** What publishing sends: words that were left empty are made from the steps behind the gate. */
export const changeOf = (draft: GateDraft) => ({
  position: draft.position,
  isActive: draft.isActive,
  questions: draft.questions,
  copy: Object.fromEntries(Object.entries(draft.copy).filter(([, words]) => words.trim() !== '')),
  consentText: draft.consentText,
  newsletterText: draft.newsletterText.trim() === '' ? null : draft.newsletterText,
});

interface Behind {
  position: number;
  trialPosition: number | null;
  lastPosition: number;
  questions: number;
}

const counted = [
  'no questions',
  'one question',
  'two questions',
  'three questions',
  'four questions',
  'five questions',
];

/** What the page says where nothing was written: the preview's words, the same as the server's. */
export function usualCopy({ position, trialPosition, lastPosition, questions }: Behind): GateDraft['copy'] {
  const to =
    trialPosition !== null && trialPosition > position ? Math.min(trialPosition, lastPosition) : lastPosition;
  const from = position + 1;
  const isOne = from >= to;
  const steps = isOne ? `Step ${from}` : `Steps ${from} to ${to}`;
  return {
    headline: `${steps} ${isOne ? 'is next. Want it?' : 'are next. Want them?'}`,
    promise: `Leave your e-mail and answer ${counted[questions] ?? `${questions} questions`}. ${steps} ${isOne ? 'opens' : 'open'} at once, and what you filled in comes with you.`,
    button: `Open ${steps.toLowerCase()}`,
  };
}

/** A name for the machine made from words for people, unlike the ones that are taken: "Over €500k" → "over-500k". */
export function nameFor(words: string, taken: string[], fallback: string): string {
  const base =
    words
      .normalize('NFKD')
      .replace(/\p{Mark}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 36)
      .replace(/-+$/, '') || fallback;
  let name = base;
  for (let count = 2; taken.includes(name); count += 1) name = `${base}-${count}`;
  return name;
}

/** A new question that can be published as it stands, once it has words. */
export function newQuestion(questions: Question[]): Question {
  const taken = questions.map(({ id }) => id);
  return {
    id: nameFor(`question-${questions.length + 1}`, taken, 'question'),
    version: 1,
    kind: 'choice',
    text: '',
    help: '',
    isRequired: true,
    options: [
      { value: 'a', label: '', points: 0 },
      { value: 'b', label: '', points: 0 },
    ],
  };
}
