import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capOn, type PlanMailbox, planSends } from './plan.ts';
import { DEFAULT_WINDOW, instantAt, minutesOf, nextInWindow, wallClock } from './zone.ts';

const mailbox = (over: Partial<PlanMailbox> = {}): PlanMailbox => ({
  id: 'm1',
  timeZone: 'Europe/Vienna',
  dailyCap: 30,
  rampPerDay: 2,
  rampFrom: null,
  gapSeconds: 60,
  taken: new Map(),
  ...over,
});
const people = (count: number, zones = ['Europe/Vienna']) =>
  Array.from({ length: count }, (_, index) => ({
    id: `p${index}`,
    timeZone: zones[index % zones.length] ?? 'UTC',
    delays: [0, 3, 5],
    mailIds: ['a', 'b', 'c'],
  }));
const START = new Date('2026-11-24T09:00:00Z');

describe('a clock on a wall', () => {
  it('skips the hour that a change of clocks takes away, and takes the first of the hour that comes twice', () => {
    expect(instantAt('2026-03-29', 150, 'Europe/Vienna').toISOString()).toBe('2026-03-29T01:30:00.000Z');
    expect(instantAt('2026-10-25', 150, 'Europe/Vienna').toISOString()).toBe('2026-10-25T00:30:00.000Z');
    expect(instantAt('2026-07-01', 540, 'America/New_York').toISOString()).toBe('2026-07-01T13:00:00.000Z');
  });

  it('shows what it was asked for, in every zone on every day', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          'Europe/Vienna',
          'America/New_York',
          'Asia/Kolkata',
          'Pacific/Apia',
          'Australia/Lord_Howe',
        ),
        fc.integer({ min: 0, max: 720 }),
        fc.integer({ min: 4 * 60, max: 23 * 60 }),
        (zone, ahead, minutes) => {
          const day = new Date(Date.UTC(2026, 0, 1 + ahead)).toISOString().slice(0, 10);
          expect(wallClock(instantAt(day, minutes, zone), zone)).toMatchObject({ day, minutes });
        },
      ),
    );
  });

  it('opens on Monday what comes on Friday evening', () => {
    const friday = new Date('2026-11-27T18:00:00Z');
    expect(nextInWindow(friday, 'Europe/Vienna', DEFAULT_WINDOW).toISOString()).toBe(
      '2026-11-30T08:00:00.000Z',
    );
  });
});

describe('a plan', () => {
  it('keeps to cap, gap and the window of each person, and gives everybody every mail in order', () => {
    const crowd = people(100, ['Europe/Vienna', 'America/New_York', 'Asia/Kolkata']);
    const slots = planSends(crowd, [mailbox(), mailbox({ id: 'm2', dailyCap: 10 })], START, DEFAULT_WINDOW);
    expect(slots).toHaveLength(300);
    const byDay = Map.groupBy(
      slots,
      (slot) => `${slot.mailboxId} ${wallClock(slot.plannedAt, 'Europe/Vienna').day}`,
    );
    for (const [key, day] of byDay) expect(day.length).toBeLessThanOrEqual(key.startsWith('m1') ? 30 : 10);
    for (const slot of slots) {
      const zone = crowd.find(({ id }) => id === slot.personId)?.timeZone ?? '';
      const { weekday, minutes } = wallClock(slot.plannedAt, zone);
      expect(DEFAULT_WINDOW.days).toContain(weekday);
      expect(minutes).toBeGreaterThanOrEqual(minutesOf('09:00'));
      expect(minutes).toBeLessThan(minutesOf('17:00'));
    }
    for (const person of crowd) {
      const own = slots.filter(({ personId }) => personId === person.id);
      expect(own.map(({ position }) => position)).toEqual([1, 2, 3]);
      expect(new Set(own.map(({ mailboxId }) => mailboxId)).size).toBe(1);
      for (const [index, slot] of own.entries()) {
        const before = own[index - 1];
        if (before)
          expect(slot.plannedAt.getTime() - before.plannedAt.getTime()).toBeGreaterThan(2.9 * 86_400_000);
      }
    }
  });

  it('leaves room for what other campaigns have planned', () => {
    const taken = new Map([['2026-11-24', 29]]);
    const slots = planSends(people(3), [mailbox({ taken })], START, DEFAULT_WINDOW).filter(
      ({ position }) => position === 1,
    );
    expect(slots.map(({ plannedAt }) => plannedAt.toISOString().slice(0, 10))).toEqual([
      '2026-11-24',
      '2026-11-25',
      '2026-11-25',
    ]);
  });

  it('begins with few mails and adds some every day', () => {
    const warming = mailbox({ rampFrom: '2026-11-24' });
    expect(['2026-11-24', '2026-11-25', '2026-12-24'].map((day) => capOn(warming, day))).toEqual([5, 7, 30]);
  });

  it('of 20,000 people takes seconds, not minutes', () => {
    const began = performance.now();
    expect(
      planSends(people(20_000), [mailbox({ dailyCap: 200, gapSeconds: 0 })], START, DEFAULT_WINDOW),
    ).toHaveLength(60_000);
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});
