import { describe, expect, test } from 'vitest';
import { age, day, duration, moment, money, ofWhat, percent, plural, range } from './words.ts';

describe('words', () => {
  test('a share has one decimal from a hundred people up', () => {
    expect(percent(64, 549)).toBe('11.7%');
    expect(percent(7, 18)).toBe('39%');
    expect(percent(0, 0)).toBe('none yet');
  });
  test('ranges have a true minus', () => {
    expect(range(0.2, 0.61)).toBe('20–61%');
    expect(range(-0.022, 0.092, 1)).toBe('−2.2–9.2%');
  });
  test('money counts minor units by currency', () => {
    expect(money(423_000, 'EUR')).toMatch(/4.?230/);
    expect(money(49_000, 'EUR', true)).toMatch(/490[.,]00/);
    expect(money(500, 'JPY')).toMatch(/500/);
    expect(money(-600, 'EUR')).toContain('−');
  });
  test('a count carries its noun', () => {
    expect(plural(1, 'lead')).toBe('1 lead');
    expect(plural(2, 'reply', 'replies')).toBe('2 replies');
    expect(ofWhat(64, 549)).toBe('64 of 549');
  });
  test('moments near now are named', () => {
    const now = new Date(2026, 10, 10, 8, 12);
    expect(moment(new Date(2026, 10, 10, 8, 40), now)).toBe('today 08:40');
    expect(moment(new Date(2026, 10, 11, 9, 0), now)).toBe('tomorrow 09:00');
    expect(moment(new Date(2026, 10, 12, 9, 0), now)).toBe('Thu 12 Nov, 09:00');
    expect(day(new Date(2025, 10, 12), now)).toBe('Wed 12 Nov 2025');
  });
  test('ages go up to six days', () => {
    const now = new Date(2026, 10, 10, 8, 12);
    expect(age(new Date(2026, 10, 10, 8, 0), now)).toBe('12 min');
    expect(age(new Date(2026, 10, 4, 8, 12), now)).toBe('6 d');
    expect(age(new Date(2026, 10, 2, 8, 12), now)).toBe('2 Nov');
  });
  test('durations are read in hours and minutes', () => {
    expect(duration(335)).toBe('5 h 35 min');
    expect(duration(60)).toBe('1 h');
    expect(duration(0)).toBe('0 min');
  });
});
