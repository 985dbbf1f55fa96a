import type { Context } from '#context';
import type { ComposeSource } from '../extraction/signals.ts';
import { passagesOf } from './passages.ts';
import * as queries from './queries.ts';
import type { Mark } from './read/reading.ts';

/** What composer and review work on: the readable sources, and whether one of them is still being read. */
export interface Material {
  sources: ComposeSource[];
  isWaiting: boolean;
}

/** Loads sources as the composer reads them; removed and unreadable ones are left out. */
export async function loadMaterial(ctx: Context, sourceIds: string[]): Promise<Material> {
  const sources: ComposeSource[] = [];
  let isWaiting = false;
  for (const id of sourceIds) {
    const source = await queries.findSource(ctx.db, ctx.workspace.id, id);
    if (!source || source.deletedAt) continue;
    if (source.status === 'importing') isWaiting = true;
    if (source.status !== 'ready') continue;
    const kept = new Map(
      (await queries.listPassages(ctx.db, ctx.workspace.id, id)).map((row) => [
        `${row.startOffset}:${row.endOffset}`,
        row.id,
      ]),
    );
    const { marks = [] } = source.metadata as { marks?: Mark[] };
    // Cutting again is cheap and gives the composer what the rows do not keep, such as the shape of lists.
    const passages = passagesOf(source.text, marks, source.language ?? undefined).map((passage) => {
      const passageId = kept.get(`${passage.start}:${passage.end}`);
      return { ...passage, ...(passageId && { id: passageId }) };
    });
    sources.push({
      id,
      title: source.title,
      text: source.text,
      ...(source.language && { language: source.language }),
      passages,
    });
  }
  return { sources, isWaiting };
}
