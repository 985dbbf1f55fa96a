import { z } from 'zod';

/** What a rule looks at. Told apart by `on`. */
export const SignalCondition = z.discriminatedUnion('on', [
  z.object({ on: z.literal('step') }),
  z.object({ on: z.literal('steps_before_trial') }),
  z.object({ on: z.literal('return') }),
  z.object({ on: z.literal('trial') }),
  z.object({ on: z.literal('trial_spent') }),
  z.object({ on: z.literal('question'), about: z.enum(['price', 'fit']) }),
  z.object({ on: z.literal('answers'), rule: z.record(z.string(), z.unknown()) }),
  z.object({ on: z.literal('mail') }),
]);
export type SignalCondition = z.output<typeof SignalCondition>;

/** Key of the rule that counts single steps. */
export const STEP_RULE = 'step_done';

interface DefaultRule {
  key: string;
  name: string;
  condition: SignalCondition;
  weight: number;
  halfLifeDays: number | null;
}

const answered = (question: string, operator: string, value: unknown): SignalCondition => ({
  on: 'answers',
  rule: {
    all: [
      { field: `answer.${question}`, operator: 'is_set' },
      { field: `answer.${question}`, operator, value },
    ],
    any: [],
  },
});

/**
 * What counts until somebody changes it. Our own rule of thumb: reading everything and using the trial up is not yet
 * a raised hand; one more sign, such as coming back or asking what it costs, is.
 */
export const DEFAULT_RULES: DefaultRule[] = [
  { key: STEP_RULE, name: 'Step done', condition: { on: 'step' }, weight: 2, halfLifeDays: null },
  {
    key: 'steps_before_trial',
    name: 'All steps before the trial done',
    condition: { on: 'steps_before_trial' },
    weight: 10,
    halfLifeDays: null,
  },
  { key: 'came_back', name: 'Came back', condition: { on: 'return' }, weight: 5, halfLifeDays: 30 },
  { key: 'trial_started', name: 'Trial started', condition: { on: 'trial' }, weight: 10, halfLifeDays: null },
  {
    key: 'trial_spent',
    name: 'Trial used up',
    condition: { on: 'trial_spent' },
    weight: 15,
    halfLifeDays: null,
  },
  {
    key: 'asked_price',
    name: 'Asked about the price',
    condition: { on: 'question', about: 'price' },
    weight: 20,
    halfLifeDays: null,
  },
  {
    key: 'asked_fit',
    name: 'Asked whether it fits',
    condition: { on: 'question', about: 'fit' },
    weight: 15,
    halfLifeDays: null,
  },
  {
    key: 'answer_revenue',
    name: 'Revenue that can pay',
    condition: answered('revenue', 'is_not', 'under-50k'),
    weight: 4,
    halfLifeDays: null,
  },
  {
    key: 'answer_team',
    name: 'A team to do it with',
    condition: answered('team', 'none_of', ['1', 'over-50']),
    weight: 3,
    halfLifeDays: null,
  },
  {
    key: 'answer_pain',
    name: 'A pain that this mends',
    condition: answered('pain', 'is_not', 'other'),
    weight: 3,
    halfLifeDays: null,
  },
  { key: 'mail_clicked', name: 'Clicked in a mail', condition: { on: 'mail' }, weight: 4, halfLifeDays: 30 },
];

/** What a rule looks at, as a sentence; rules on answers say their condition. */
export function sentenceOf(condition: SignalCondition, answers: string): string {
  switch (condition.on) {
    case 'step':
      return 'Each step of a playbook, the first time it is ticked off.';
    case 'steps_before_trial':
      return 'Every step up to the trial is ticked off, once for each playbook.';
    case 'return':
      return 'Each day after the first on which they read.';
    case 'trial':
      return 'Their first question to the clone.';
    case 'trial_spent':
      return 'All free questions are used.';
    case 'question':
      return condition.about === 'price'
        ? 'A question to the clone about what the offer costs or how to get it, once for each trial.'
        : 'A question to the clone whether it fits them, once for each trial.';
    case 'answers':
      return answers;
    case 'mail':
      return 'They opened the link in our mail that confirms their address.';
  }
}
