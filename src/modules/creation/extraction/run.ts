import { type Context, type Platform, system } from '#context';
import { inWorkspace } from '#kernel/database';
import { publish } from '#kernel/events';
import type { JobRun } from '#kernel/jobs';
import { notify } from '#kernel/live';
import { replace } from '../playbooks/drafts.ts';
import * as playbooks from '../playbooks/queries.ts';
import { citationsOfDraft, type Draft } from '../playbooks/step.ts';
import { isMadeUp } from '../playbooks/titles.ts';
import { loadMaterial } from '../sources/material.ts';
import type { Stage } from '../sources/shapes.ts';
import * as queries from './queries.ts';
import type { ComposeSource } from './signals.ts';
import { extractMethod } from './task.ts';
import { verifyCitations } from './verify.ts';

interface Run extends JobRun {
  workspaceId: string;
  extractionId: string;
}

type Inside = <T>(work: (ctx: Context) => Promise<T>) => Promise<T>;

/**
 * Composes one draft and puts it in place. Waits (by returning) while a source is still being read; what holds no
 * method ends as failed, with the reason in words. On the last failed attempt the passages stay and the row says so.
 */
export async function runExtraction(
  platform: Platform,
  { workspaceId, extractionId, correlationId, lastAttempt }: Run,
): Promise<void> {
  const inside: Inside = (work) =>
    inWorkspace(platform, { workspaceId, actor: system('built-in composer'), correlationId }, work);
  const extraction = await inside((ctx) => queries.findExtraction(ctx.db, workspaceId, extractionId));
  if (!extraction?.playbookId || !['queued', 'running'].includes(extraction.state)) return;
  const { playbookId } = extraction;

  const { sources: material, isWaiting } = await inside((ctx) => loadMaterial(ctx, extraction.sourceIds));
  if (isWaiting) return;
  if (material.length === 0)
    return end(inside, extractionId, {
      state: 'failed',
      problemCode: 'no_text',
      problem: 'None of these sources could be read. Add one that holds text.',
    });

  const passagesFound = material.reduce((sum, source) => sum + source.passages.length, 0);
  await inside((ctx) =>
    progress(ctx, extractionId, {
      state: 'running',
      startedAt: extraction.startedAt ?? ctx.clock.now(),
      passagesFound,
      stages: [
        stage('Read the sources', 'done', material.length),
        stage('Find passages', 'done', passagesFound),
        stage('Compose steps', 'running', null),
      ],
    }),
  );

  try {
    const made = await platform.ai.run(
      platform,
      workspaceId,
      extractMethod,
      { sources: material },
      { subject: { type: 'playbook', id: playbookId }, correlationId },
    );
    if (made.output.noMethod) {
      return await end(inside, extractionId, {
        state: 'failed',
        composer: made.maker,
        problemCode: 'no_method',
        problem: made.output.reason,
      });
    }
    const { draft, rejected } = verifyCitations(made.output.draft, material);
    await inside(async (ctx) => {
      const now = ctx.clock.now();
      const playbook = await playbooks.findPlaybook(ctx.db, workspaceId, playbookId);
      // A title that somebody gave stays; one that we made up gives way.
      const title = playbook && !isMadeUp(playbook.title) ? playbook.title : draft.title;
      await replace(
        ctx,
        playbookId,
        { ...withPassages(draft, material), title },
        `Composed by the ${made.maker}`,
      );
      await queries.updateExtraction(ctx.db, workspaceId, extractionId, {
        state: 'done',
        composer: made.maker.startsWith('model') ? 'model' : 'built-in',
        model: made.maker.startsWith('model') ? made.maker.replace(/^model:\s*/, '') : null,
        stepsFound: draft.steps.length,
        openQuestions: draft.openQuestions,
        result: { rejected: rejected.length, citations: citationsOfDraft(draft).length },
        stages: [
          stage('Read the sources', 'done', material.length),
          stage('Find passages', 'done', passagesFound),
          stage('Compose steps', 'done', draft.steps.length),
        ],
        finishedAt: now,
      });
      await publish(ctx, 'playbook.drafted', { playbookId, extractionId, steps: draft.steps.length });
    });
  } catch (error) {
    if (lastAttempt) {
      await end(inside, extractionId, {
        state: 'failed',
        problemCode: 'unexpected',
        problem: `Composing broke off. ${passagesFound} passages are kept; try again.`,
      });
    }
    throw error;
  }
}

const stage = (name: string, state: Stage['state'], count: number | null): Stage => ({ name, state, count });

const progress = async (
  ctx: Context,
  id: string,
  change: Parameters<typeof queries.updateExtraction>[3],
): Promise<void> => {
  await queries.updateExtraction(ctx.db, ctx.workspace.id, id, change);
  await notify(ctx, 'extraction.progressed', { extractionId: id });
};

function end(
  inside: Inside,
  id: string,
  change: Parameters<typeof queries.updateExtraction>[3],
): Promise<void> {
  return inside((ctx) => progress(ctx, id, { ...change, finishedAt: ctx.clock.now() }));
}

/** Points each citation at the passage it begins in, so that it can be opened. */
function withPassages(draft: Draft, material: ComposeSource[]): Draft {
  const bySource = new Map(material.map((source) => [source.id, source.passages]));
  return JSON.parse(JSON.stringify(draft), (_key, value: unknown) => {
    if (!isCitation(value) || value.passageId) return value;
    const holder = bySource
      .get(value.sourceId)
      ?.find((passage) => passage.id && passage.start <= value.start && passage.end > value.start);
    return holder ? { ...value, passageId: holder.id } : value;
  }) as Draft;
}

const isCitation = (value: unknown): value is { sourceId: string; start: number; passageId?: string } =>
  typeof value === 'object' && value !== null && 'sourceId' in value && 'start' in value && 'quote' in value;
