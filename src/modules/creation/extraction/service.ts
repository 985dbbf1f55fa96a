import type { Context } from '#context';
import { newId } from '#kernel/database';
import { Fact, Invalid, NotFound } from '#kernel/http';
import { enqueue } from '#kernel/jobs';
import * as playbooks from '../playbooks/queries.ts';
import type { Extraction } from '../playbooks/shapes.ts';
import { showExtraction } from '../playbooks/show.ts';
import { composeDraftLater } from './jobs.ts';
import * as queries from './queries.ts';

export class ExtractionRunning extends Fact {
  override readonly status = 409;
  override readonly title = 'It is being composed';
}

/**
 * Has a draft composed out of sources, by a job whose stages can be watched.
 * @param sourceIds those of the playbook when empty
 * @throws Invalid when there is nothing to compose from, ExtractionRunning
 */
export async function start(ctx: Context, playbookId: string, sourceIds: string[]): Promise<Extraction> {
  const last = await queries.findLastExtraction(ctx.db, ctx.workspace.id, playbookId);
  if (last && (last.state === 'queued' || last.state === 'running')) {
    throw new ExtractionRunning('A draft is being composed right now. Wait for it to end.');
  }
  const chosen =
    sourceIds.length > 0
      ? sourceIds
      : (await playbooks.listPlaybookSources(ctx.db, ctx.workspace.id, playbookId)).map(
          (source) => source.id,
        );
  if (chosen.length === 0)
    throw new Invalid([
      { pointer: '/sourceIds', detail: 'Add a source first: a draft is composed from what the expert said.' },
    ]);
  const known = await playbooks.listKnownSources(ctx.db, ctx.workspace.id, chosen);
  if (known.length !== new Set(chosen).size)
    throw new Invalid([{ pointer: '/sourceIds', detail: 'One of these sources does not exist any more.' }]);
  await playbooks.addPlaybookSources(ctx.db, ctx.workspace.id, playbookId, chosen);
  const id = newId();
  await queries.insertExtraction(ctx.db, ctx.workspace.id, {
    id,
    playbookId,
    sourceIds: chosen,
    state: 'queued',
    stages: [{ name: 'Read the sources', state: 'waiting', count: chosen.length }],
    createdBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    createdAt: ctx.clock.now(),
  });
  await enqueue(ctx, composeDraftLater, { workspaceId: ctx.workspace.id, extractionId: id });
  return get(ctx, id);
}

/** @throws NotFound */
export async function get(ctx: Context, id: string): Promise<Extraction> {
  const row = await queries.findExtraction(ctx.db, ctx.workspace.id, id);
  if (!row) throw new NotFound('There is no such extraction.');
  return showExtraction(row);
}
