import { describe, expect, it } from 'vitest';
import { CHANNELS, channelRates, draw, type Rates, STAGES } from './plan.ts';
import { random } from './random.ts';

const PLANTED: Rates = { readerToEmail: 0.2, emailToTrial: 0.3, trialToVideo: 0.15, videoToPurchase: 0.4 };
const rates = channelRates(PLANTED, CHANNELS);

describe('chance', () => {
  it('is the same for the same seed, and another for another name', () => {
    const drawn = (seed: string, name: string) => Array.from({ length: 5 }, random(seed, name).next);
    expect(drawn('7', 'a')).toEqual(drawn('7', 'a'));
    expect(drawn('7', 'a')).not.toEqual(drawn('7', 'b'));
    expect(drawn('7', 'a')).not.toEqual(drawn('8', 'a'));
  });

  it('is even', () => {
    const tenths = Array<number>(10).fill(0);
    const chance = random('even');
    for (let count = 0; count < 100_000; count += 1) {
      const tenth = Math.floor(chance.next() * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    // Five standard deviations.
    for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(475);
  });
});

describe('channels', () => {
  it('differ, and come to the planted rates over all who get that far', () => {
    let flow = new Map(CHANNELS.map(({ key, share }) => [key, share]));
    for (const stage of STAGES) {
      const before = [...flow.values()].reduce((sum, people) => sum + people, 0);
      flow = new Map([...flow].map(([key, people]) => [key, people * (rates.get(key)?.[stage] ?? 0)]));
      const after = [...flow.values()].reduce((sum, people) => sum + people, 0);
      expect(after / before).toBeCloseTo(PLANTED[stage], 12);
    }
    expect(new Set([...rates.values()].map(({ readerToEmail }) => readerToEmail)).size).toBeGreaterThan(3);
  });

  it('say when a rate leaves them no room', () => {
    expect(() => channelRates({ ...PLANTED, readerToEmail: 0.9 }, CHANNELS)).toThrow(/no room/);
  });
});

describe('people', () => {
  const people = Array.from({ length: 5_000 }, (_, index) => draw('11', index, rates, 'run'));

  it('are the same for the same seed', () => {
    expect(draw('11', 4_321, rates, 'run')).toEqual(people[4_321]);
    expect(draw('12', 4_321, rates, 'run')).not.toEqual(people[4_321]);
  });

  it('have addresses of their own, which lead nowhere', () => {
    expect(new Set(people.map(({ email }) => email)).size).toBe(people.length);
    for (const { email } of people) expect(email).toMatch(/^[a-z]+\.[a-z]+\d+@[a-z-]+\.example$/);
  });

  it('go on as often as was planted, within what chance allows', () => {
    const emails = people.filter(({ leavesEmail }) => leavesEmail);
    const trials = emails.filter(({ tries }) => tries);
    // Five standard deviations of a binomial.
    const allowed = (rate: number, n: number) => 5 * Math.sqrt((rate * (1 - rate)) / n);
    expect(Math.abs(emails.length / people.length - 0.2)).toBeLessThan(allowed(0.2, people.length));
    expect(Math.abs(trials.length / emails.length - 0.3)).toBeLessThan(allowed(0.3, emails.length));
  });

  it('do nothing that the stage before would not allow', () => {
    for (const person of people) {
      if (person.tries)
        expect([person.leavesEmail, person.answers.revenue === 'under-50k']).toEqual([true, false]);
      if (person.watches) expect(person.tries && person.raisesHand && person.confirms).toBe(true);
      if (person.buys) expect(person.watches).toBe(true);
      expect(person.questions.length).toBe(
        person.tries ? Math.min(3, Math.max(1, person.questions.length)) : 0,
      );
    }
  });
});
