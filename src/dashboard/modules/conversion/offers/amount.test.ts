import { describe, expect, it } from 'vitest';
import { amountText, minorOf } from './amount.ts';

describe('an amount that somebody types', () => {
  it.each([
    ['490', 49_000],
    ['490.5', 49_050],
    ['490,50', 49_050],
    ['1,490', 149_000],
    ['1.490,00', 149_000],
    ['1,490.50', 149_050],
    ['12 490', 1_249_000],
    ['0.50', 50],
  ])('%s is %i cents', (typed, minor) => {
    expect(minorOf(typed, 'EUR')).toBe(minor);
  });

  it.each(['', 'free', '-5', '4.9.0', '12.345.6', '1,2,3', '1e3', '.50'])('%j is none', (typed) => {
    expect(minorOf(typed, 'EUR')).toBeUndefined();
  });

  it('has no cents where the currency has none', () => {
    expect(minorOf('1,490', 'JPY')).toBe(1_490);
    expect(minorOf('490.50', 'JPY')).toBeUndefined();
    expect(amountText(1_490, 'JPY')).toBe('1490');
  });

  it('reads back as it was written', () => {
    for (const minor of [50, 49_000, 49_050, 149_005])
      expect(minorOf(amountText(minor, 'EUR'), 'EUR')).toBe(minor);
  });
});
