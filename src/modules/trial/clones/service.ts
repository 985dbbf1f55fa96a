import type { Context } from '#context';
import { audit } from '#kernel/audit';
import { newId } from '#kernel/database';
import { Fact, Invalid, NotFound } from '#kernel/http';
import { segments } from '#modules/capture';
import { playbooks } from '#modules/creation';
import { letOut } from './publishing.ts';
import * as queries from './queries.ts';
import type { Clone, CloneChange, CloneRecord } from './shapes.ts';
import { ruleOf, show, showAll } from './show.ts';
import * as tests from './test-runs.ts';
import { renewTestSet } from './test-set.ts';

export class CloneExists extends Fact {
  override readonly status = 409;
  override readonly title = 'This playbook has a clone';
}

/** What keeps a clone from readers, named by its questions. */
export class CloneNotReady extends Fact {
  override readonly status = 409;
  override readonly title = 'The test set stands in the way';
}

/** Clones of the workspace, oldest first. */
export const list = async (ctx: Context): Promise<Clone[]> =>
  showAll(ctx, await queries.listClones(ctx.db, ctx.workspace.id));

/** One clone with its last test run. @throws NotFound */
export async function get(ctx: Context, id: string): Promise<CloneRecord> {
  const row = await getRow(ctx, id);
  return { ...(await show(ctx, row)), testRun: await tests.newest(ctx, id) };
}

/** @throws NotFound */
export async function getRow(ctx: Context, id: string): Promise<queries.CloneRow> {
  const row = await queries.findClone(ctx.db, ctx.workspace.id, { id });
  if (!row) throw new NotFound('There is no such clone.');
  return row;
}

/** The clone that readers of a playbook may try; undefined while none is published. */
export async function findPublished(ctx: Context, playbookId: string): Promise<queries.CloneRow | undefined> {
  const row = await queries.findClone(ctx.db, ctx.workspace.id, { playbookId });
  return row?.state === 'published' ? row : undefined;
}

/** Names by id, for lists of other layers. */
export const namesOf = (ctx: Context, ids: string[]): Promise<Map<string, string>> =>
  queries.listNames(ctx.db, ctx.workspace.id, ids);

/** Makes a clone by hand where publishing has made none. @throws Invalid, CloneExists */
export async function create(ctx: Context, playbookId: string): Promise<CloneRecord> {
  const places = await playbooks.placesOf(ctx, playbookId);
  if (!places) throw new Invalid([{ pointer: '/playbookId', detail: 'There is no such playbook.' }]);
  const { currentVersion } = await playbooks.get(ctx, playbookId);
  if (!currentVersion)
    throw new Invalid([{ pointer: '/playbookId', detail: 'Publish a version first; the clone reads that.' }]);
  const id = await make(ctx, playbookId);
  if (!id) throw new CloneExists('Change the clone it has instead.');
  await audit(ctx, { action: 'clone.created', subject: { type: 'clone', id } });
  return get(ctx, id);
}

/**
 * What follows from publishing a version: a playbook without a clone gets one, the test set follows the steps, and a
 * test run decides. A clone that a person paused, or that passed before, stays as it is.
 */
export async function follow(ctx: Context, playbookId: string): Promise<void> {
  const known = await queries.findClone(ctx.db, ctx.workspace.id, { playbookId });
  if (!known) {
    await make(ctx, playbookId);
    return;
  }
  const { expert } = await playbooks.get(ctx, playbookId);
  if (known.expertId !== (expert?.id ?? null))
    await queries.updateClone(ctx.db, ctx.workspace.id, known.id, {
      expertId: expert?.id ?? null,
      // Made before anybody said whose method it is, it carries the workspace's name.
      ...(expert && known.name === nameFor(ctx.workspace.name) && { name: nameFor(expert.name) }),
      updatedAt: ctx.clock.now(),
    });
  await renewTestSet(ctx, known);
  await tests.begin(ctx, known.id);
}

const nameFor = (whose: string): string => `${whose}’s AI clone`;

/** @returns null when the playbook has one already */
async function make(ctx: Context, playbookId: string): Promise<string | null> {
  await queries.lockPlaybook(ctx.db, playbookId);
  if (await queries.findClone(ctx.db, ctx.workspace.id, { playbookId })) return null;
  const { expert } = await playbooks.get(ctx, playbookId);
  const id = newId();
  const now = ctx.clock.now();
  await queries.insertClone(ctx.db, ctx.workspace.id, {
    id,
    playbookId,
    expertId: expert?.id ?? null,
    name: nameFor(expert?.name ?? ctx.workspace.name),
    createdBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    createdAt: now,
    updatedAt: now,
  });
  await renewTestSet(ctx, await getRow(ctx, id));
  await tests.begin(ctx, id);
  return id;
}

/** @throws NotFound, Invalid for a rule that is none */
export async function change(
  ctx: Context,
  id: string,
  { eligibilityRule, ...input }: CloneChange,
): Promise<CloneRecord> {
  await getRow(ctx, id);
  const rule = eligibilityRule === undefined ? undefined : (eligibilityRule ?? {});
  if (rule && ruleOf(rule)) await readable(ctx, rule);
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  await queries.updateClone(ctx.db, ctx.workspace.id, id, {
    ...given,
    ...(rule && { eligibilityRule: rule }),
    updatedAt: ctx.clock.now(),
  });
  await audit(ctx, {
    action: 'clone.changed',
    subject: { type: 'clone', id },
    after: { ...given, ...(rule && { rule }) },
  });
  return get(ctx, id);
}

async function readable(ctx: Context, rule: Record<string, unknown>): Promise<void> {
  try {
    await segments.sayRules(ctx, [rule]);
  } catch {
    throw new Invalid([
      {
        pointer: '/eligibilityRule',
        detail: 'This is no rule. Each condition needs a field, an operator and a value.',
      },
    ]);
  }
}

/**
 * Shows the clone to readers.
 * @throws NotFound
 * @throws CloneNotReady while the last test run is below the bar, or there is none
 */
export async function publish(ctx: Context, id: string): Promise<CloneRecord> {
  const row = await getRow(ctx, id);
  const run = await tests.newest(ctx, id);
  if (!run || run.state === 'running')
    throw new CloneNotReady('The test set has not been run to its end yet. Run it first.');
  if (!tests.reaches(run, row.passingRate)) {
    const failing = run.results.filter(({ isRight }) => !isRight);
    throw new CloneNotReady(
      `${failing.length} of ${run.questions} test questions fail. Correct the answers, or lower the bar.`,
      failing.map(({ questionId, question, why }) => ({
        pointer: `/questions/${questionId}`,
        detail: `“${question}” ${why}`,
      })),
    );
  }
  await letOut(ctx, row, ctx.actor.kind === 'user' ? ctx.actor.userId : null);
  await audit(ctx, { action: 'clone.published', subject: { type: 'clone', id } });
  return get(ctx, id);
}

/** Takes the clone off the page; what was asked stays. Can be undone. @throws NotFound */
export async function pause(ctx: Context, id: string): Promise<CloneRecord> {
  const row = await getRow(ctx, id);
  if (row.state === 'published') {
    await queries.updateClone(ctx.db, ctx.workspace.id, id, { state: 'paused', updatedAt: ctx.clock.now() });
    await audit(ctx, { action: 'clone.paused', subject: { type: 'clone', id } });
  }
  return get(ctx, id);
}
