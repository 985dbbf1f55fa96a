import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contradictionOf, evaluate, type PersonFacts, sentenceOf, type ValueWords } from './rule.ts';
import { type Condition, Rule } from './shapes.ts';

const WORDS: ValueWords = { 'answer.team': { '1': 'Just me', '2-5': '2 to 5', '6-12': '6 to 12' } };
const rule = (all: unknown[], any: unknown[] = []) => Rule.parse({ all, any });
const team = (operator: string, value?: unknown) => ({
  field: 'answer.team',
  operator,
  ...(value !== undefined && { value }),
});

const VALUES = ['1', '2-5', '6-12', 'a', 'b'];
const condition: fc.Arbitrary<Condition> = fc
  .constantFrom('answer.team', 'answer.pain', 'fitScore')
  .chain((field) => {
    const scalar = field === 'fitScore' ? fc.integer({ min: 0, max: 5 }) : fc.constantFrom(...VALUES);
    const list = fc.uniqueArray(fc.constantFrom(...VALUES, '1', '3'), { minLength: 1, maxLength: 4 });
    return fc.oneof(
      fc.record({
        field: fc.constant(field),
        operator: fc.constantFrom('is', 'is_not', 'contains'),
        value: scalar,
      }),
      fc.record({ field: fc.constant(field), operator: fc.constantFrom('one_of', 'none_of'), value: list }),
      fc.record({
        field: fc.constant(field),
        operator: fc.constantFrom('at_least', 'at_most'),
        value: fc.integer({ min: 0, max: 5 }),
      }),
      fc.record({ field: fc.constant(field), operator: fc.constantFrom('is_set', 'is_not_set') }),
    ) as fc.Arbitrary<Condition>;
  });
const anyRule = fc.record({
  all: fc.array(condition, { maxLength: 4 }),
  any: fc.array(condition, { maxLength: 3 }),
});
const anyFacts: fc.Arbitrary<PersonFacts> = fc.record({
  'answer.team': fc.option(fc.constantFrom(...VALUES)),
  'answer.pain': fc.option(fc.constantFrom(...VALUES)),
  fitScore: fc.option(fc.integer({ min: 0, max: 5 })),
});

describe('a rule', () => {
  it('holds when all of its conditions hold and one of the others does, and says which', () => {
    const both = rule(
      [team('one_of', ['6-12', '13-50'])],
      [
        { field: 'fitScore', operator: 'at_least', value: 50 },
        { field: 'isConfirmed', operator: 'is', value: true },
      ],
    );
    expect(evaluate(both, { 'answer.team': '6-12', fitScore: 10, isConfirmed: true }, WORDS)).toEqual({
      holds: true,
      reasons: ['team is “6 to 12” or “13-50”', 'e-mail confirmed is yes'],
      against: [],
    });
    expect(evaluate(both, { 'answer.team': '1', fitScore: 80 }, WORDS)).toEqual({
      holds: false,
      reasons: [],
      against: ['team is “Just me”'],
    });
    expect(evaluate(both, { 'answer.team': '6-12', fitScore: 10 }).holds).toBe(false);
  });

  it('takes what is not known for neither yes nor more', () => {
    expect(evaluate(rule([team('is', '1')]), {}).holds).toBe(false);
    expect(evaluate(rule([team('is_not', '1')]), {}).holds).toBe(true);
    expect(
      evaluate(rule([{ field: 'fitScore', operator: 'at_most', value: 3 }]), { fitScore: null }).holds,
    ).toBe(false);
    expect(evaluate(rule([team('is_not_set')]), { 'answer.team': '' }).holds).toBe(true);
  });

  it('holds exactly when it gives reasons, and otherwise says what stands against it', () => {
    fc.assert(
      fc.property(anyRule, anyFacts, (wanted, facts) => {
        const { holds, reasons, against } = evaluate(wanted, facts);
        if (holds) expect([reasons.length >= wanted.all.length, against]).toEqual([true, []]);
        else expect([reasons, against.length > 0]).toEqual([[], true]);
      }),
    );
  });

  it('reads as a sentence', () => {
    expect(
      sentenceOf(rule([team('is', '1'), { field: 'fitScore', operator: 'at_least', value: 50 }]), WORDS),
    ).toBe('Team is “Just me” and fit is at least 50.');
    expect(
      sentenceOf(
        rule(
          [team('none_of', ['1', '2-5'])],
          [
            { field: 'country', operator: 'is_set' },
            { field: 'stage', operator: 'is', value: 'trial' },
          ],
        ),
        WORDS,
      ),
    ).toBe('Team is neither “Just me” nor “2 to 5”, and also country is known or stage is “trial”.');
  });

  it('that nobody can match says why', () => {
    expect(contradictionOf(rule([team('is', '1'), team('one_of', ['2-5', '6-12'])]), WORDS)).toBe(
      'Nobody can match: team is “Just me” and team is “2 to 5” or “6 to 12”.',
    );
    expect(
      contradictionOf(
        rule([
          { field: 'fitScore', operator: 'at_least', value: 60 },
          { field: 'fitScore', operator: 'at_most', value: 50 },
        ]),
      ),
    ).toBe('Nobody can match: fit is at least 60 and fit is at most 50.');
    expect(contradictionOf(rule([team('is', '1')], [team('is', '2-5'), team('is_not_set')]))).toMatch(
      /^Nobody can match/,
    );
    expect(contradictionOf(rule([team('is', '1')], [team('is', '2-5'), team('is', '1')]))).toBeNull();
  });

  it('is called impossible only where nobody matches', () => {
    fc.assert(
      fc.property(anyRule, anyFacts, (wanted, facts) => {
        if (contradictionOf(wanted)) expect(evaluate(wanted, facts).holds).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is refused where a value is missing or has the wrong form', () => {
    for (const bad of [
      team('is'),
      team('is_set', '1'),
      team('one_of', '1'),
      team('is', ['1']),
      { field: 'drop table', operator: 'is', value: 1 },
    ]) {
      expect(Rule.safeParse({ all: [bad] }).success).toBe(false);
    }
  });
});
