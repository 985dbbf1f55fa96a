import type { Context } from '#context';
import { newId } from '#kernel/database';
import { armOf, bucketOf, participationOf } from './assignment.ts';
import {
  type ExperimentRow,
  findExperiment,
  findExposure,
  insertExperiment,
  insertExposure,
  listVariants,
  updateExperiment,
} from './queries.ts';

/** The experiment's arms do not make an experiment. */
export class ArmsUnusable extends Error {
  readonly status = 422;
  readonly title = 'Some fields need another look';
}

/** What a unit gets to see. */
export interface Assignment {
  experimentId: string;
  variantId: string;
  key: string;
  content: Record<string, unknown>;
}

export interface NewExperiment {
  key: string;
  name: string;
  unitKind: ExperimentRow['unitKind'];
  arms: { key: string; name: string; weight?: number; content?: Record<string, unknown> }[];
  hypothesis?: string;
  metric?: string;
  trafficShare?: number;
  subject?: { type: string; id: string };
}

/**
 * Sets up an experiment, not yet running.
 * @throws ArmsUnusable
 */
export async function design(ctx: Context, given: NewExperiment): Promise<string> {
  const keys = given.arms.map((arm) => arm.key);
  if (keys.length < 2) throw new ArmsUnusable('An experiment compares at least two variants.');
  if (new Set(keys).size < keys.length) throw new ArmsUnusable('Two variants have the same key.');
  if (given.arms.every((arm) => (arm.weight ?? 1) <= 0))
    throw new ArmsUnusable('Give at least one variant a weight.');
  const id = newId();
  await insertExperiment(
    ctx.db,
    {
      id,
      workspaceId: ctx.workspace.id,
      key: given.key,
      name: given.name,
      unitKind: given.unitKind,
      // The id is in it: an experiment that is run again under its old key draws anew.
      salt: `${given.key}:${id}`,
      hypothesis: given.hypothesis ?? null,
      metric: given.metric ?? null,
      trafficShare: given.trafficShare ?? 1,
      subjectType: given.subject?.type ?? null,
      subjectId: given.subject?.id ?? null,
      createdBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    },
    given.arms.map((arm, position) => ({
      id: newId(),
      workspaceId: ctx.workspace.id,
      experimentId: id,
      key: arm.key,
      name: arm.name,
      position,
      weight: arm.weight ?? 1,
      content: arm.content ?? {},
    })),
  );
  return id;
}

export const start = (ctx: Context, id: string): Promise<void> =>
  updateExperiment(ctx.db, ctx.workspace.id, id, { state: 'running', startedAt: ctx.clock.now() });

export const stop = (ctx: Context, id: string): Promise<void> =>
  updateExperiment(ctx.db, ctx.workspace.id, id, { state: 'stopped', stoppedAt: ctx.clock.now() });

/**
 * Says which variant a unit sees and records, once, that it has seen it. Deterministic; what a unit saw first it keeps
 * seeing, whatever happens to the weights.
 * @param key of the experiment
 * @param unitId visitor hash, lead id …, as the experiment's kind of unit says
 * @returns null when there is no such running experiment or the unit takes no part: show what is always shown
 */
export async function assign(
  ctx: Context,
  key: string,
  unitId: string,
  context: Record<string, unknown> = {},
): Promise<Assignment | null> {
  const experiment = await findExperiment(ctx.db, ctx.workspace.id, key);
  if (experiment?.state !== 'running') return null;
  const variants = await listVariants(ctx.db, ctx.workspace.id, experiment.id);
  const seen = await findExposure(ctx.db, ctx.workspace.id, experiment.id, unitId);
  if (seen)
    return show(
      experiment.id,
      variants.find((variant) => variant.id === seen.variantId),
    );

  const bucket = bucketOf(experiment.salt, unitId);
  const participation = participationOf(experiment.salt, unitId);
  const arm = armOf(variants, bucket, participation, experiment.trafficShare);
  const variant = variants.find((candidate) => candidate.key === arm);
  if (!variant) return null;
  await insertExposure(ctx.db, {
    id: newId(),
    workspaceId: ctx.workspace.id,
    experimentId: experiment.id,
    variantId: variant.id,
    unitKind: experiment.unitKind,
    unitId,
    bucket,
    context,
    exposedAt: ctx.clock.now(),
  });
  return show(experiment.id, variant);
}

function show(
  experimentId: string,
  variant: { id: string; key: string; content: Record<string, unknown> } | undefined,
): Assignment | null {
  return variant ? { experimentId, variantId: variant.id, key: variant.key, content: variant.content } : null;
}
