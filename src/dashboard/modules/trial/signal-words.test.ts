import { describe, expect, it } from 'vitest';
import { countWords, delayWords, linesOf } from './signal-words.ts';

const seen = (rule: string, points: number, reason: string, day: number) => ({
  rule,
  points,
  reason,
  at: `2026-11-0${day}T08:00:00.000Z`,
});

describe('lines of signals', () => {
  it('put the steps together, the heaviest line first, and still add up', () => {
    const lines = linesOf([
      seen('step_done', 2, 'Did step 1: Write', 1),
      seen('step_done', 2.1, 'Did step 2: Count', 3),
      seen('asked_price', 20, 'Asked about the price', 2),
      seen('came_back', 3.54, 'Came back', 4),
    ]);
    expect(lines.map(({ points, text }) => [points, text])).toEqual([
      [20, 'Asked about the price'],
      [4.1, 'Did 2 steps'],
      [3.54, 'Came back'],
    ]);
    expect(lines[1]?.at).toContain('2026-11-03');
  });

  it('name a single step', () => {
    expect(linesOf([seen('step_done', 2, 'Did step 1: Write', 1)])[0]?.text).toBe('Did step 1: Write');
    expect(linesOf([])).toEqual([]);
  });

  it('say counts and delays as people do', () => {
    expect([countWords(4), countWords(1), countWords(11)]).toEqual([
      'Four signals count',
      'One signal counts',
      '11 signals count',
    ]);
    expect([0, 1, 15, 60, 120, 1440].map(delayWords)).toEqual([
      'at once',
      'after 1 minute',
      'after 15 minutes',
      'after 1 hour',
      'after 2 hours',
      'after 1 day',
    ]);
  });
});
