import type { Context, Platform } from '#context';
import { system } from '#context';
import { inWorkspace, newId } from '#kernel/database';
import { enqueue } from '#kernel/jobs';
import { notify } from '#kernel/live';
import { type Answer, answer } from './answer.ts';
import { runTestLater } from './jobs.ts';
import { materialOf } from './material.ts';
import { publishItself } from './publishing.ts';
import { findClone, type QuestionRow } from './queries.ts';

import type { TestResult, TestRun } from './shapes.ts';
import { showRun } from './show.ts';
import { findTestRun, insertTestRun, listNewestRuns, listQuestions, updateTestRun } from './test-queries.ts';

/** Writes a test run down and has a job ask the questions. @returns the run, still running */
export async function begin(ctx: Context, cloneId: string): Promise<TestRun> {
  const id = newId();
  const now = ctx.clock.now();
  await insertTestRun(ctx.db, ctx.workspace.id, { id, cloneId, startedAt: now, createdAt: now });
  await enqueue(ctx, runTestLater, { workspaceId: ctx.workspace.id, runId: id });
  const row = await findTestRun(ctx.db, ctx.workspace.id, id);
  if (!row) throw new Error('A test run is gone in its own transaction.');
  return showRun(row);
}

/** The last run of a clone; null before the first. */
export async function newest(ctx: Context, cloneId: string): Promise<TestRun | null> {
  const row = (await listNewestRuns(ctx.db, ctx.workspace.id, [cloneId])).get(cloneId);
  return row ? showRun(row) : null;
}

/** Whether a finished run reaches the bar. A set without questions proves nothing. */
export const reaches = ({ right }: TestRun, passingRate: number): boolean =>
  right !== null && right.value >= passingRate - 1e-9;

/**
 * Asks every question of the test set and keeps what came back; a draft that reaches its bar is published. Asks models
 * between its transactions. Returns quietly when run or clone are gone.
 */
export async function run(platform: Platform, workspaceId: string, runId: string): Promise<void> {
  const inside = <T>(work: (ctx: Context) => Promise<T>): Promise<T> =>
    inWorkspace(platform, { workspaceId, actor: system('clone test') }, work);
  const prepared = await inside(async (ctx) => {
    const row = await findTestRun(ctx.db, workspaceId, runId);
    const clone = row && (await findClone(ctx.db, workspaceId, { id: row.cloneId }));
    if (!clone || row.state !== 'running') return null;
    const material = await materialOf(ctx, clone);
    return { clone, material, questions: await listQuestions(ctx.db, workspaceId, clone.id) };
  });
  if (!prepared) return;
  const { clone, material, questions } = prepared;
  const results: TestResult[] = [];
  let model: string | null = null;
  if (material)
    for (const question of questions) {
      const asking = { workspaceId, question: question.question, subject: { type: 'clone_test', id: runId } };
      const given = await answer(platform, material, asking);
      model ??= given.model;
      results.push(judge(question, given));
    }
  await inside(async (ctx) => {
    const right = (expected: TestResult['expected']) =>
      results.filter((result) => result.expected === expected && result.isRight).length;
    const grounded = right('answer');
    const refusedRightly = right('refuse');
    const counts = { questions: results.length, grounded, refusedRightly, results };
    const now = ctx.clock.now();
    const draft = {
      state: 'failed' as const,
      ...counts,
      model,
      composer: model ? 'model' : 'built-in',
      finishedAt: now,
    };
    await updateTestRun(ctx.db, workspaceId, runId, draft);
    const row = await findTestRun(ctx.db, workspaceId, runId);
    if (!row) return;
    if (reaches(showRun(row), clone.passingRate)) {
      await updateTestRun(ctx.db, workspaceId, runId, { state: 'passed' });
      await publishItself(ctx, clone.id);
    }
    await notify(ctx, 'clone.tested', { cloneId: clone.id });
  });
}

/** Whether an answer is what the question expects, and if not, why in words. */
function judge(question: QuestionRow, given: Answer): TestResult {
  const { id: questionId, question: asked, expected, passageIds, correctionId } = question;
  const base = { questionId, question: asked, expected, answer: given.text };
  const isAnswered = given.state === 'answered';
  if (expected === 'refuse')
    return isAnswered
      ? { ...base, outcome: 'answered', isRight: false, why: 'was answered and should be refused.' }
      : { ...base, outcome: 'refused', isRight: true, why: 'was refused, as it should be.' };
  if (!isAnswered)
    return { ...base, outcome: 'refused', isRight: false, why: 'was refused and the material holds it.' };
  const cites = new Set(given.citations.map(({ passageId }) => passageId));
  const isThere = correctionId
    ? given.citations.some((citation) => citation.correctionId === correctionId)
    : passageIds.length === 0 || passageIds.some((id) => cites.has(id));
  return isThere
    ? { ...base, outcome: 'grounded', isRight: true, why: 'is answered from the right place.' }
    : {
        ...base,
        outcome: 'elsewhere',
        isRight: false,
        why: 'was answered from another place than its step.',
      };
}
