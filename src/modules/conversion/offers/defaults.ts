import type { FulfilmentPlan } from './shapes.ts';

/** What follows a payment when the offer says nothing else. */
export const DEFAULT_FULFILMENT: FulfilmentPlan[] = [
  { kind: 'grant' },
  { kind: 'mail', note: '' },
  {
    kind: 'enrol',
    checklist: ['Open what you bought', 'Do the first step', 'Write back when you are stuck'],
  },
];
