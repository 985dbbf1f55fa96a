import { LRUCache } from 'lru-cache';
import type { Context } from '#context';
import { loadMaterial, playbooks, readings, versions } from '#modules/creation';
import * as queries from './queries.ts';
import { Library } from './retrieve.ts';
import { type Unit, unitsOf } from './units.ts';

/** What stays the same as long as version and sources do. */
interface Reading {
  versionId: string;
  playbookTitle: string;
  expertName: string;
  units: Unit[];
  library: Library;
}

/** Everything a clone may speak from, at one moment. */
export interface Material extends Reading {
  /** What the expert corrected, newest first. */
  corrections: { id: string; question: string; rightAnswer: string }[];
}

/** Cutting and indexing an hour of talk takes about 20 ms; a page that is asked often reads it once. */
const read = new LRUCache<string, Reading>({ max: 40 });

/** The published version that a clone reads, with the sources of its playbook. Null while nothing is published. */
export async function materialOf(ctx: Context, clone: queries.CloneRow): Promise<Material | null> {
  const standing = await playbooks.standingOf(ctx, clone.playbookId);
  const versionId = clone.versionId ?? standing?.versionId;
  if (!standing || !versionId) return null;
  const key = `${ctx.workspace.id} ${versionId} ${standing.mark}`;
  const reading = read.get(key) ?? (await readAll(ctx, versionId, standing.sourceIds));
  read.set(key, reading);
  return { ...reading, corrections: await queries.listCorrections(ctx.db, ctx.workspace.id, clone.id) };
}

async function readAll(ctx: Context, versionId: string, sourceIds: string[]): Promise<Reading> {
  // As it was written: readers see typeset words, evidence is held against the letters of the source.
  const { content } = await versions.getVersion(ctx, versionId);
  const { expert } = await readings.getPublishedVersion(ctx, versionId);
  const { sources } = await loadMaterial(ctx, sourceIds);
  const units = unitsOf(content, sources, expert.name);
  return {
    versionId,
    playbookTitle: content.title,
    expertName: expert.name,
    units,
    library: new Library(units),
  };
}
