import type { Rule } from '../segments/shapes.ts';
import type { Question } from './shapes.ts';

/** What a gate asks until somebody changes it. Points are what an answer adds to fit. */
export const DEFAULT_QUESTIONS: Question[] = [
  {
    id: 'revenue',
    version: 1,
    kind: 'choice',
    text: 'What does your business turn over in a year?',
    help: 'A rough figure is fine. It decides which examples fit you.',
    isRequired: true,
    options: [
      { value: 'under-50k', label: 'Under €50k', points: 6 },
      { value: '50-100k', label: '€50–100k', points: 14 },
      { value: '100-250k', label: '€100–250k', points: 22 },
      { value: '250-500k', label: '€250–500k', points: 30 },
      { value: 'over-500k', label: 'Over €500k', points: 26 },
    ],
  },
  {
    id: 'team',
    version: 1,
    kind: 'choice',
    text: 'How many of you are there?',
    help: 'Count everybody who works with you most weeks.',
    isRequired: true,
    options: [
      { value: '1', label: 'Just me', points: 12 },
      { value: '2-5', label: '2 to 5', points: 24 },
      { value: '6-12', label: '6 to 12', points: 32 },
      { value: '13-50', label: '13 to 50', points: 26 },
      { value: 'over-50', label: 'More than 50', points: 8 },
    ],
  },
  {
    id: 'pain',
    version: 1,
    kind: 'choice',
    text: 'What hurts most right now?',
    help: 'The one that costs you the most sleep.',
    isRequired: true,
    options: [
      { value: 'scope', label: 'Work grows after we agreed on the price', points: 28 },
      { value: 'price', label: 'Clients push the price down', points: 26 },
      { value: 'numbers', label: 'I don’t know our real numbers', points: 24 },
      { value: 'owner', label: 'Everything depends on me', points: 20 },
      { value: 'other', label: 'Something else', points: 8 },
    ],
  },
];

export const DEFAULT_CONSENT_TEXT =
  'We use your address and your answers to save your work, to open this playbook for you and to fit it to you.';

export const newsletterTextOf = (expertName: string): string =>
  `Also send me ${possessive(expertName)} mails with new ideas.`;

const possessive = (name: string): string => {
  const first = name.trim().split(/\s+/)[0] ?? name;
  return `${first}’${/s$/i.test(first) ? '' : 's'}`;
};

/** Who may try the clone: businesses that can act on what it says. */
export const DEFAULT_ELIGIBILITY: Rule = {
  all: [{ field: 'answer.revenue', operator: 'is_not', value: 'under-50k' }],
  any: [],
};
