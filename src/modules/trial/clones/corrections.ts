import type { Context } from '#context';
import { audit } from '#kernel/audit';
import { newId } from '#kernel/database';
import { Invalid, NotFound } from '#kernel/http';
import { notify } from '#kernel/live';
import * as queries from './queries.ts';
import { getRow } from './service.ts';
import type { Correction, NewCorrection, NewTestQuestion, TestQuestion } from './shapes.ts';
import * as tests from './test-queries.ts';

/** Null stands for what the program wrote itself and may write anew. */
const makerOf = ({ actor }: Context): string | null =>
  actor.kind === 'user' ? actor.userId : actor.kind === 'key' ? actor.keyId : null;

/**
 * Keeps what the expert would have said. From now on it answers questions that ask the same, and it is a question of the
 * test set.
 * @throws NotFound
 * @throws Invalid when the turn is of another clone
 */
export async function correct(
  ctx: Context,
  cloneId: string,
  { turnId, question, rightAnswer }: NewCorrection,
): Promise<Correction> {
  await getRow(ctx, cloneId);
  const turn = turnId ? await queries.findTurn(ctx.db, ctx.workspace.id, { id: turnId }) : undefined;
  if (turnId && turn?.cloneId !== cloneId)
    throw new Invalid([{ pointer: '/turnId', detail: 'This clone was not asked that.' }]);
  const id = newId();
  const now = ctx.clock.now();
  const correction = {
    id,
    cloneId,
    turnId: turn?.id ?? null,
    question,
    wrongAnswer: turn?.answer ?? null,
    rightAnswer: rightAnswer.trim(),
    correctedBy: makerOf(ctx),
    correctedAt: now,
  };
  await queries.insertCorrection(ctx.db, ctx.workspace.id, { ...correction, createdAt: now });
  await tests.insertQuestions(ctx.db, ctx.workspace.id, [
    {
      id: newId(),
      cloneId,
      question,
      expected: 'answer',
      expectedAnswer: correction.rightAnswer,
      correctionId: id,
      createdBy: makerOf(ctx),
      createdAt: now,
    },
  ]);
  await audit(ctx, {
    action: 'clone.corrected',
    subject: { type: 'clone', id: cloneId },
    after: { correctionId: id },
  });
  await notify(ctx, 'clone.corrected', { cloneId });
  const { cloneId: _, correctedBy: __, correctedAt, ...shown } = correction;
  return { ...shown, correctedAt: correctedAt.toISOString() };
}

/** The test set, oldest first. @throws NotFound */
export async function listQuestions(ctx: Context, cloneId: string): Promise<TestQuestion[]> {
  await getRow(ctx, cloneId);
  return (await tests.listQuestions(ctx.db, ctx.workspace.id, cloneId)).map(showQuestion);
}

/** Adds a question that the clone must answer, or must refuse. @throws NotFound */
export async function addQuestion(
  ctx: Context,
  cloneId: string,
  { question, expected }: NewTestQuestion,
): Promise<TestQuestion> {
  await getRow(ctx, cloneId);
  const id = newId();
  const row = { id, cloneId, question, expected, createdBy: makerOf(ctx), createdAt: ctx.clock.now() };
  await tests.insertQuestions(ctx.db, ctx.workspace.id, [row]);
  await notify(ctx, 'clone.corrected', { cloneId });
  const kept = await tests.findQuestion(ctx.db, ctx.workspace.id, id);
  if (!kept) throw new NotFound('There is no such question.');
  return showQuestion(kept);
}

/** Takes a question out of the test set; the correction behind it goes with it and answers nothing any more. @throws NotFound */
export async function removeQuestion(ctx: Context, id: string): Promise<void> {
  const row = await tests.findQuestion(ctx.db, ctx.workspace.id, id);
  if (!row) throw new NotFound('There is no such question.');
  const now = ctx.clock.now();
  await tests.archiveQuestions(ctx.db, ctx.workspace.id, [id], now);
  if (row.correctionId) await queries.archiveCorrection(ctx.db, ctx.workspace.id, row.correctionId, now);
  await audit(ctx, { action: 'clone.question-removed', subject: { type: 'clone', id: row.cloneId } });
  await notify(ctx, 'clone.corrected', { cloneId: row.cloneId });
}

const showQuestion = (row: queries.QuestionRow): TestQuestion => ({
  id: row.id,
  question: row.question,
  expected: row.expected,
  expectedAnswer: row.expectedAnswer,
  passageIds: row.passageIds,
  correctionId: row.correctionId,
  createdAt: row.createdAt.toISOString(),
});
