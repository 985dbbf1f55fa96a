import type { Context } from '#context';
import { isId, newId } from '#kernel/database';
import { materialOf } from './material.ts';
import type { CloneRow } from './queries.ts';
import type { Library } from './retrieve.ts';
import { intentOf, subjectOf } from './terms.ts';
import { archiveQuestions, insertQuestions, listQuestions } from './test-queries.ts';
import type { StepName, Unit } from './units.ts';

interface Wanted {
  question: string;
  expected: 'answer' | 'refuse';
  passageIds: string[];
}

/** Questions about other things, to be refused. Those whose words the material knows are left out. */
const OUTSIDE = [
  'Which medicine helps against a headache?',
  'Who won the football world cup in 2014?',
  'What is the capital of Mongolia?',
  'Should I invest in bitcoin this year?',
  'How do I cook a mushroom risotto?',
  'How do I file my VAT return?',
  'Which airline flies cheapest to Lisbon?',
  'Can you write my daughter’s school essay on Shakespeare?',
];
const MOST_OUTSIDE = 5;

/**
 * Questions that a clone must be able to answer, one on what a step does and one on its reasons or mistakes, and some it
 * must refuse. Pure.
 */
export function writeTestSet(units: Unit[], library: Library): Wanted[] {
  const steps = new Map<string, StepName>();
  for (const { step, block } of units) if (step && block === null) steps.set(step.id, step);
  const inside = [...steps.values()].flatMap((step) => {
    const own = units.filter((unit) => unit.step?.id === step.id && unit.block === null);
    const doing = asDoing(step.title);
    const passageIds = passagesOf(units.filter((unit) => unit.step?.id === step.id));
    const questions = [`How do I ${doing}?`];
    if (own.some(({ field }) => field === 'why')) questions.push(`Why should I ${doing}?`);
    else if (own.some(({ field }) => field === 'mistake'))
      questions.push(`What goes wrong when people ${doing}?`);
    return questions.map((question): Wanted => ({ question, expected: 'answer', passageIds }));
  });
  const outside = OUTSIDE.filter((question) =>
    subjectOf(question, intentOf(question)).every((stem) => !library.knows(stem)),
  ).slice(0, MOST_OUTSIDE);
  return [
    ...inside,
    ...outside.map((question): Wanted => ({ question, expected: 'refuse', passageIds: [] })),
  ];
}

// Titles are orders: "Count the real hours" is asked for as "How do I count the real hours".
const asDoing = (title: string): string =>
  `${title.charAt(0).toLowerCase()}${title.slice(1)}`
    .replace(/[.?!:]+$/, '')
    .replace(/\byour\b/gi, 'my')
    .replace(/\byou\b/gi, 'I');

const passagesOf = (units: Unit[]): string[] => [
  ...new Set(units.flatMap(({ quoted: { passageId } }) => (passageId && isId(passageId) ? [passageId] : []))),
];

/** Brings the written questions in line with the published steps; what people and corrections added stays. */
export async function renewTestSet(ctx: Context, clone: CloneRow): Promise<void> {
  const material = await materialOf(ctx, clone);
  if (!material) return;
  const now = ctx.clock.now();
  const wanted = new Map(
    writeTestSet(material.units, material.library).map((question) => [question.question, question]),
  );
  const known = await listQuestions(ctx.db, ctx.workspace.id, clone.id);
  const outdated = known.filter(
    ({ createdBy, correctionId, question, passageIds }) =>
      createdBy === null &&
      correctionId === null &&
      wanted.get(question)?.passageIds.join() !== passageIds.join(),
  );
  await archiveQuestions(
    ctx.db,
    ctx.workspace.id,
    outdated.map(({ id }) => id),
    now,
  );
  const kept = new Set(known.filter((row) => !outdated.includes(row)).map(({ question }) => question));
  await insertQuestions(
    ctx.db,
    ctx.workspace.id,
    [...wanted.values()]
      .filter(({ question }) => !kept.has(question))
      .map((question) => ({ id: newId(), cloneId: clone.id, ...question, createdAt: now })),
  );
}
