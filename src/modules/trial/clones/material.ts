import type { Context } from '#context';
import { loadMaterial, playbooks, readings, versions } from '#modules/creation';
import * as queries from './queries.ts';
import { Library } from './retrieve.ts';
import { type Unit, unitsOf } from './units.ts';

/** Everything a clone may speak from, at one moment. */
export interface Material {
  versionId: string;
  playbookTitle: string;
  expertName: string;
  units: Unit[];
  library: Library;
  /** What the expert corrected, newest first. */
  corrections: { id: string; question: string; rightAnswer: string }[];
}

/** The published version that a clone reads, with the sources of its playbook. Null while nothing is published. */
export async function materialOf(ctx: Context, clone: queries.CloneRow): Promise<Material | null> {
  const playbook = await playbooks.get(ctx, clone.playbookId);
  const versionId = clone.versionId ?? playbook.currentVersion?.id;
  if (!versionId) return null;
  // As it was written: readers see typeset words, evidence is held against the letters of the source.
  const { content } = await versions.getVersion(ctx, versionId);
  const { expert } = await readings.getPublishedVersion(ctx, versionId);
  const { sources } = await loadMaterial(
    ctx,
    playbook.sources.map(({ id }) => id),
  );
  const units = unitsOf(content, sources, expert.name);
  return {
    versionId,
    playbookTitle: content.title,
    expertName: expert.name,
    units,
    library: new Library(units),
    corrections: await queries.listCorrections(ctx.db, ctx.workspace.id, clone.id),
  };
}
