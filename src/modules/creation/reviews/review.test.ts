import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ComposeSource, compose } from '../extraction/compose.ts';
import { howTo, interview, memo } from '../extraction/texts.fixture.ts';
import { Draft, type Step } from '../playbooks/step.ts';
import { passagesOf } from '../sources/passages.ts';
import { readSource, readText } from '../sources/read/read.ts';
import { applyPatch, PatchRefused } from './apply.ts';
import { CRITERIA, type CriterionName, Review } from './findings.ts';
import { readingGrade, syllablesOf } from './readability.ts';
import { reviewDraft } from './review.ts';
import { DEFAULT_RUBRIC } from './rubric.ts';

const sampleFolder = join(import.meta.dirname, '../../../../sample');

async function sample(expert: string) {
  const folder = join(sampleFolder, expert);
  const sources: ComposeSource[] = [];
  for (const fileName of readdirSync(folder).sort()) {
    const reading = await readSource(readFileSync(join(folder, fileName)), { fileName });
    sources.push({
      id: fileName,
      title: reading.title,
      text: reading.text,
      passages: passagesOf(reading.text, reading.marks),
    });
  }
  const made = compose(sources);
  if (made.noMethod) throw new Error(made.reason);
  return { sources, draft: made.draft };
}

function composed(raw: string): Draft {
  const reading = readText(raw);
  const made = compose([
    { id: 'a', title: reading.title, text: reading.text, passages: passagesOf(reading.text, reading.marks) },
  ]);
  if (made.noMethod) throw new Error(made.reason);
  return made.draft;
}

const scoresOf = (review: Review) =>
  Object.fromEntries(review.scores.map(({ criterion, score }) => [criterion, score])) as Record<
    CriterionName,
    number
  >;
const experts = existsSync(sampleFolder)
  ? readdirSync(sampleFolder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
  : [];

describe.runIf(experts.length > 0)('a playbook composed from the sample material', () => {
  it.each(experts)('%s: 8 to 12 steps that pass after a few fixes', async (expert) => {
    const { sources, draft } = await sample(expert);
    expect(draft.steps.length).toBeGreaterThanOrEqual(8);
    expect(draft.steps.length).toBeLessThanOrEqual(12);
    for (const step of draft.steps) {
      expect(step.title.length).toBeLessThanOrEqual(72);
      expect(step.title.split(' ').length).toBeGreaterThan(1);
      expect(step.instructions.length).toBeGreaterThan(0);
    }
    let fixed = draft;
    let review = reviewDraft(fixed, { sources });
    let fixes = 0;
    for (; !review.publishable && fixes < 6; fixes += 1) {
      const next = review.findings.find(
        (found) => found.apply !== undefined && review.blockedBy.includes(found.criterion),
      );
      if (next?.apply === undefined) break;
      fixed = applyPatch(fixed, next.apply);
      review = reviewDraft(fixed, { sources });
    }
    expect(review.blockedBy).toEqual([]);
  });

  const mangle =
    (change: (step: Step, all: Draft) => Step) =>
    (draft: Draft): Draft => ({
      ...draft,
      steps: draft.steps.map((step) => change(structuredClone(step), draft)),
    });
  const texts = (step: Step, change: (text: string) => string): Step => ({
    ...step,
    instructions: step.instructions.map((instruction) => ({
      ...instruction,
      text: change(instruction.text),
    })),
    ...(step.why === undefined ? {} : { why: { ...step.why, text: change(step.why.text) } }),
  });
  const manglings: [string, CriterionName, (draft: Draft) => Draft][] = [
    [
      'the evidence removed',
      'evidence',
      (draft) =>
        JSON.parse(JSON.stringify(draft, (key, value) => (key === 'citations' ? [] : value))) as Draft,
    ],
    [
      'the steps shuffled',
      'order',
      (draft) => ({
        ...draft,
        steps: [...draft.steps]
          .sort((a, b) => ((a.position * 7) % 11) - ((b.position * 7) % 11))
          .map((step, index) => ({ ...step, position: index + 1 })),
      }),
    ],
    [
      'passive voice',
      'human',
      mangle((step) =>
        texts(
          step,
          (text) => `It must be noted that it was decided by the team that the work be carried out. ${text}`,
        ),
      ),
    ],
    [
      'vague words',
      'specific',
      mangle((step) => texts(step, (text) => text.replace(/ the /g, ' the various very basically really '))),
    ],
    ['the checks dropped', 'doable', mangle(({ doneWhen: _, ...step }) => step)],
    [
      'double the length',
      'lean',
      (draft) => ({
        ...draft,
        steps: draft.steps
          .flatMap((step) => [step, { ...step, id: `${step.id}-2`, title: `Again: ${step.title}` }])
          .map((step, index) => ({ ...step, position: index + 1 })),
      }),
    ],
    ['the blanks dropped', 'actionable', mangle((step) => ({ ...step, blanks: [] }))],
    ['the next actions dropped', 'next', mangle(({ nextAction: _, ...step }) => step)],
    ['the frame dropped', 'goal', ({ outcome: _, audience: __, ...draft }) => draft],
    [
      'the reasons and the pain dropped',
      'relevant',
      ({ pain: _, ...draft }) => ({ ...draft, steps: draft.steps.map(({ why: __, ...step }) => step) }),
    ],
    [
      'the cases and mistakes dropped',
      'proof',
      mangle(({ workedExample: _, why: __, ...step }) => ({ ...step, commonMistakes: [] })),
    ],
  ];

  it.each(manglings)('loses points when mangled: %s', async (_, criterion, change) => {
    for (const expert of experts) {
      const { sources, draft } = await sample(expert);
      const before = reviewDraft(draft, { sources });
      const after = reviewDraft(change(draft), { sources });
      expect(scoresOf(after)[criterion]).toBeLessThan(scoresOf(before)[criterion]);
      expect(after.blockedBy).toContain(criterion);
    }
  });
});

describe('reviewDraft', () => {
  const poor: Draft = Draft.parse({
    title: 'Success',
    methodologyType: 'principles',
    steps: [
      {
        id: 'a',
        position: 1,
        title: 'Things to know',
        instructions: [{ text: 'Various stuff is utilized by the user in order to facilitate 30% growth.' }],
      },
      {
        id: 'b',
        position: 2,
        title: 'Things to know',
        instructions: [{ text: 'See step 1 again, using the plan from step 3.' }],
      },
      {
        id: 'c',
        position: 3,
        title: 'More things',
        instructions: [{ text: 'It is considered good to be aware.' }],
        doneWhen: { text: 'You feel confident about it.' },
      },
    ],
  });

  it('lets nothing poor pass, and says which words are at fault', () => {
    const review = reviewDraft(poor);
    expect(Review.parse(review)).toEqual(review);
    expect(review.publishable).toBe(false);
    expect(review.scores.filter(({ score }) => score >= 4).length).toBeLessThanOrEqual(3);
    const words = (rule: string) =>
      review.findings.filter((found) => found.rule === rule).map((found) => found.words);
    expect(words('vague-word')).toEqual(['Various', 'stuff']);
    expect(words('heavy-word')).toEqual(expect.arrayContaining(['in order to', 'facilitate']));
    expect(words('passive-voice')).toEqual(expect.arrayContaining(['is utilized']));
    expect(words('figure-without-source')).toEqual(['30%']);
    expect(words('needs-later-step')).toEqual(['from step 3']);
    expect(words('unseen-check')).toEqual(['feel confident']);
    for (const { words: found, start, end, place } of review.findings) {
      if (found === undefined || start === undefined || end === undefined || place.stepId === undefined)
        continue;
      const step = poor.steps.find((candidate) => candidate.id === place.stepId);
      const [name = '', index] = place.field.split('/');
      const field =
        index === undefined ? step?.[name as 'doneWhen'] : step?.[name as 'instructions'][Number(index)];
      expect(field?.text.slice(start, end).startsWith(found)).toBe(true);
    }
  });

  it('gives the same findings the same ids, and no id twice', () => {
    const ids = reviewDraft(poor).findings.map((found) => found.id);
    expect(reviewDraft(structuredClone(poor)).findings.map((found) => found.id)).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('follows a workspace’s own rubric', () => {
    const own = structuredClone(DEFAULT_RUBRIC);
    for (const criterion of own.criteria) criterion.threshold = 1;
    own.criteria.find((criterion) => criterion.key === 'specific')!.settings = { vague: ['growth'] };
    const review = reviewDraft(poor, { rubric: own });
    expect(review.publishable).toBe(true);
    expect(
      review.findings.filter((found) => found.rule === 'vague-word').map((found) => found.words),
    ).toEqual(['growth']);
  });

  it('attaches the closest passage to a claim that lost its own', () => {
    const reading = readText(howTo);
    const sources = [
      { id: 'a', title: 'Tap', text: reading.text, passages: passagesOf(reading.text, reading.marks) },
    ];
    const draft = composed(howTo);
    draft.steps[0]!.instructions[0]!.citations = [];
    const found = reviewDraft(draft, { sources }).findings.find(
      (candidate) => candidate.rule === 'no-passage',
    );
    expect(found?.apply).toMatchObject({ kind: 'attach-citation', citation: { sourceId: 'a' } });
    const fixed = applyPatch(draft, found!.apply!);
    const [citation] = fixed.steps[0]!.instructions[0]!.citations;
    expect(reading.text.slice(citation!.start, citation!.end)).toBe(citation!.quote);
    expect(fixed.steps[0]!.instructions[0]!.text).toContain('Open the tap');
  });

  it('every change it proposes can be applied and leaves a valid draft that scores no lower', () => {
    for (const draft of [poor, composed(howTo), composed(memo), composed(interview)]) {
      const before = reviewDraft(draft);
      for (const { apply, criterion } of before.findings) {
        if (apply === undefined) continue;
        const after = applyPatch(draft, apply);
        expect(Draft.parse(after)).toEqual(after);
        expect(after.steps.map((step) => step.position)).toEqual(after.steps.map((_, index) => index + 1));
        expect(scoresOf(reviewDraft(after))[criterion]).toBeGreaterThanOrEqual(scoresOf(before)[criterion]);
      }
    }
  });

  it('refuses a change whose words have changed', () => {
    const found = reviewDraft(poor).findings.find((candidate) => candidate.rule === 'vague-word');
    const changed = structuredClone(poor);
    changed.steps[0]!.instructions[0]!.text = 'Something else.';
    expect(() => applyPatch(changed, found!.apply!)).toThrow(PatchRefused);
    expect(() => applyPatch(poor, { kind: 'move-step', stepId: 'gone', to: 1 })).toThrow(PatchRefused);
  });

  it('scores any draft between 1 and 5 without breaking', () => {
    const text = fc.oneof(
      fc.string({ minLength: 1, maxLength: 80, unit: 'grapheme' }),
      fc.constantFrom('Write it down, very soon.', 'It was done by 4 people (50%).', '"', '“'),
    );
    const cited = fc.record({ text });
    const step = fc.record({
      id: fc.uuid(),
      position: fc.constant(1),
      title: text,
      instructions: fc.array(cited, { maxLength: 12 }),
      why: fc.option(cited, { nil: undefined }),
      doneWhen: fc.option(cited, { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 15 }), (steps) => {
        const parsed = Draft.safeParse({ title: 'T', methodologyType: 'process', steps });
        if (!parsed.success) return true;
        const review = reviewDraft(parsed.data);
        return (
          review.scores.length === CRITERIA.length &&
          review.scores.every(({ score }) => score >= 1 && score <= 5)
        );
      }),
      { numRuns: 150 },
    );
  });
});

describe('readingGrade', () => {
  it('follows the published formula', () => {
    expect(
      ['cat', 'table', 'walked', 'wanted', 'reading', 'idea', 'make', 'people', 'quietly'].map(syllablesOf),
    ).toEqual([1, 2, 1, 2, 2, 2, 1, 2, 3]);
    const plain = Array.from({ length: 5 }, () => 'The cat sat on the mat and ate.');
    // 8 words and 8 syllables a sentence: 0.39 × 8 + 11.8 × 1 − 15.59.
    expect(readingGrade(plain)).toBeCloseTo(-0.67, 2);
    expect(readingGrade(['Too short to tell.'])).toBeUndefined();
    expect(
      readingGrade([
        `${'Institutional considerations necessitate comprehensive organizational deliberation '.repeat(6)}.`,
      ]),
    ).toBeGreaterThan(15);
  });
});
