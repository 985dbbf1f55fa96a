import { expect, it } from 'vitest';
import type { Reports } from './reports.ts';
import { judge, type Truth } from './verdict.ts';

const none: Reports = {
  people: { readers: 40, emails: 8, trials: 2, videos: 1, orders: 0 },
  raw: { readers: 40, emails: 8, trials: 2, videos: 1, orders: 0 },
  earned: new Map(),
  booked: { orders: 0, minor: 0, currency: 'EUR' },
  unattributedMinor: 0,
  difference: 0,
  clicks: new Map(),
};
const after = (more: Partial<Reports> = {}): Reports => ({
  ...none,
  people: { readers: 1_040, emails: 208, trials: 62, videos: 10, orders: 4 },
  earned: new Map([['sim-a', { orders: 4, amountMinor: 40_000 }]]),
  booked: { orders: 4, minor: 40_000, currency: 'EUR' },
  clicks: new Map([['sim-a', { people: 1_020, machines: 130, raw: 1_150 }]]),
  ...more,
});
const truth: Truth = {
  planted: { readerToEmail: 0.2, emailToTrial: 0.3, trialToVideo: 0.15, videoToPurchase: 0.4 },
  did: { readers: 1_000, emails: 200, trials: 60, videos: 9, orders: 4 },
  links: [{ slug: 'sim-a', title: 'LinkedIn post', people: 1_020, machines: 130, orders: 4 }],
  priceMinor: 10_000,
};

it('agrees when what was gained is what was done', () => {
  const { lines, disagreements } = judge(truth, none, after());
  expect(disagreements).toEqual([]);
  expect(lines.join('\n')).toContain('20.0 % of 1000');
});

it('finds one person that is counted twice', () => {
  const people = { ...after().people, emails: 209 };
  expect(judge(truth, none, after({ people })).disagreements).toEqual(['emails: 200 really, 201 reported.']);
});

it('finds counts that are right and cannot come from what was planted', () => {
  const planted = { ...truth.planted, readerToEmail: 0.3 };
  expect(judge({ ...truth, planted }, none, after()).disagreements).toEqual([
    'reader to e-mail: 30.0 % was planted, 200 of 1000 is outside what chance allows.',
  ]);
});

it('finds an order on the wrong link, a cent too little, and a sum that does not close', () => {
  const earned = new Map([['sim-a', { orders: 3, amountMinor: 30_000 }]]);
  expect(
    judge(truth, none, after({ earned, unattributedMinor: 9_999, difference: 1 })).disagreements,
  ).toEqual([
    'Orders by LinkedIn post: 4 really, 3 reported.',
    'Money by LinkedIn post, in minor units: 40000 really, 30000 reported.',
    'Money that came by no link, in minor units: 0 really, 9999 reported.',
    'Money that no row explains, in minor units: 0 really, 1 reported.',
  ]);
});

it('finds a machine that was taken for a person', () => {
  const clicks = new Map([['sim-a', { people: 1_021, machines: 129, raw: 1_150 }]]);
  expect(judge(truth, none, after({ clicks })).disagreements).toHaveLength(2);
});
