import { describe, expect, it } from 'vitest';
import { openRights, standing, sumsOf } from './words.ts';

const step = (kind: string, state: string) => ({ kind, state }) as never;

describe('where an order stands', () => {
  it.each([
    [
      'paid',
      [
        ['grant', 'done'],
        ['mail', 'done'],
      ],
      'Paid, access granted, mail sent.',
      'ok',
    ],
    [
      'paid',
      [
        ['grant', 'done'],
        ['mail', 'planned'],
      ],
      'Paid, access granted, mail with the way in waits.',
      'wait',
    ],
    [
      'paid',
      [
        ['grant', 'done'],
        ['mail', 'failed'],
        ['enrol', 'planned'],
      ],
      'Paid, access granted, mail with the way in failed.',
      'bad',
    ],
    [
      'refunded',
      [
        ['grant', 'done'],
        ['mail', 'cancelled'],
        ['revoke', 'done'],
      ],
      'Given back, access granted.',
      'ok',
    ],
  ] as const)('%s %j', (state, steps, title, tone) => {
    const fulfilment = steps.map(([kind, of]) => step(kind, of));
    expect(standing({ state, fulfilment })).toMatchObject({ title, tone });
  });
});

it('sums orders by currency, less what was given back', () => {
  const order = (totalMinor: number, refundedMinor: number, currency: string) => ({
    totalMinor,
    refundedMinor,
    currency,
  });
  expect(sumsOf([order(100, 0, 'USD'), order(49_000, 9_000, 'EUR'), order(1_000, 1_000, 'EUR')])).toEqual([
    { currency: 'EUR', minor: 40_000 },
    { currency: 'USD', minor: 100 },
  ]);
  expect(sumsOf([])).toEqual([]);
});

it('counts neither revoked nor expired rights as open', () => {
  const right = (id: string, revokedAt: string | null, expiresAt: string | null) =>
    ({ id, revokedAt, expiresAt }) as never;
  const now = Date.parse('2026-11-20T10:00:00Z');
  const rights = [
    right('open', null, null),
    right('later', null, '2026-11-21T00:00:00Z'),
    right('over', null, '2026-11-19T00:00:00Z'),
    right('revoked', '2026-11-19T00:00:00Z', null),
  ];
  expect(openRights(rights, now).map(({ id }) => id)).toEqual(['open', 'later']);
});
