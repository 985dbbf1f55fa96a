import type { Rule } from './shapes.ts';

interface DefaultSegment {
  slug: string;
  name: string;
  description: string;
  rule: Rule;
}

/** What every workspace begins with, on the answers of the default gate. */
export const DEFAULT_SEGMENTS: DefaultSegment[] = [
  {
    slug: 'established',
    name: 'Established',
    description: 'Turns over €250k a year or more.',
    rule: {
      all: [{ field: 'answer.revenue', operator: 'one_of', value: ['250-500k', 'over-500k'] }],
      any: [],
    },
  },
  {
    slug: 'starting-out',
    name: 'Starting out',
    description: 'Turns over less than €100k a year.',
    rule: {
      all: [{ field: 'answer.revenue', operator: 'one_of', value: ['under-50k', '50-100k'] }],
      any: [],
    },
  },
  {
    slug: 'teams',
    name: 'Teams of 6 and more',
    description: 'Six people or more, so the method has to survive being handed on.',
    rule: {
      all: [{ field: 'answer.team', operator: 'one_of', value: ['6-12', '13-50', 'over-50'] }],
      any: [],
    },
  },
  {
    slug: 'margin-pain',
    name: 'Margin pain',
    description: 'Work grows after the price is agreed, or clients push the price down.',
    rule: { all: [{ field: 'answer.pain', operator: 'one_of', value: ['scope', 'price'] }], any: [] },
  },
];
