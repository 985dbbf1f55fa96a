import { and, asc, desc, eq, getTableColumns, ilike, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm';
import { newId, type Transaction } from '#kernel/database';
import { experts } from '../experts/schema.ts';
import { passages, sources } from './schema.ts';

export type SourceRow = typeof sources.$inferSelect;
export type PassageRow = typeof passages.$inferSelect;

// The text itself can be megabytes; lists leave it out.
const { text: _text, metadata: _metadata, ...light } = getTableColumns(sources);

export interface ListedSource {
  source: Omit<SourceRow, 'text' | 'metadata'>;
  expert: { id: string; name: string } | null;
  passageCount: number;
  usedInSteps: number;
  duplicateOfTitle: string | null;
}

const listed = {
  source: light,
  expert: { id: experts.id, name: experts.name },
  passageCount: sql<number>`(select count(*)::int from app.passages p where p.source_id = ${sources.id})`,
  usedInSteps: sql<number>`(select count(distinct (c.playbook_id, c.step_id))::int from app.step_citations c
    where c.source_id = ${sources.id} and c.version_id is null)`,
  duplicateOfTitle: sql<
    string | null
  >`(select d.title from app.sources d where d.id = ${sources.duplicateOfId})`,
};

interface Filter {
  q?: string | undefined;
  expertId?: string | undefined;
  after?: { createdAt: Date; id: string } | undefined;
}

/** Newest first; deleted ones are left out. */
export async function listSources(
  db: Transaction,
  workspaceId: string,
  filter: Filter,
  limit: number,
): Promise<ListedSource[]> {
  const { q, expertId, after } = filter;
  return db
    .select(listed)
    .from(sources)
    .leftJoin(experts, eq(experts.id, sources.expertId))
    .where(
      and(
        eq(sources.workspaceId, workspaceId),
        isNull(sources.deletedAt),
        expertId ? eq(sources.expertId, expertId) : undefined,
        q ? ilike(sources.title, `%${q.replace(/[\\%_]/g, '\\$&')}%`) : undefined,
        after
          ? or(
              lt(sources.createdAt, after.createdAt),
              and(eq(sources.createdAt, after.createdAt), lt(sources.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(desc(sources.createdAt), desc(sources.id))
    .limit(limit);
}

export async function findListedSource(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<ListedSource | undefined> {
  const [row] = await db
    .select(listed)
    .from(sources)
    .leftJoin(experts, eq(experts.id, sources.expertId))
    .where(and(eq(sources.workspaceId, workspaceId), eq(sources.id, id)))
    .limit(1);
  return row;
}

export async function findSource(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<SourceRow | undefined> {
  const [row] = await db
    .select()
    .from(sources)
    .where(and(eq(sources.workspaceId, workspaceId), eq(sources.id, id)))
    .limit(1);
  return row;
}

export async function listTitles(
  db: Transaction,
  workspaceId: string,
  ids: string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: sources.id, title: sources.title })
    .from(sources)
    .where(and(eq(sources.workspaceId, workspaceId), inArray(sources.id, ids)));
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** An older source of this workspace with the very same text. */
export async function findTwin(
  db: Transaction,
  workspaceId: string,
  id: string,
  textHash: string,
): Promise<string | null> {
  const [row] = await db
    .select({ id: sources.id })
    .from(sources)
    .where(
      and(
        eq(sources.workspaceId, workspaceId),
        eq(sources.textHash, textHash),
        ne(sources.id, id),
        isNull(sources.deletedAt),
      ),
    )
    .orderBy(asc(sources.createdAt))
    .limit(1);
  return row?.id ?? null;
}

export async function insertSource(
  db: Transaction,
  workspaceId: string,
  source: Omit<typeof sources.$inferInsert, 'workspaceId'>,
): Promise<void> {
  await db.insert(sources).values({ ...source, workspaceId });
}

export async function updateSource(
  db: Transaction,
  workspaceId: string,
  id: string,
  change: Partial<typeof sources.$inferInsert>,
): Promise<void> {
  await db
    .update(sources)
    .set(change)
    .where(and(eq(sources.workspaceId, workspaceId), eq(sources.id, id)));
}

type NewPassage = Omit<typeof passages.$inferInsert, 'id' | 'workspaceId' | 'sourceId'>;

/** Replaces what was cut before. A passage that still stands at the same place keeps its id, so citations survive. */
export async function replacePassages(
  db: Transaction,
  workspaceId: string,
  sourceId: string,
  cut: NewPassage[],
): Promise<void> {
  const kept = new Map(
    (await listPassages(db, workspaceId, sourceId)).map((row) => [
      `${row.startOffset}:${row.endOffset}:${row.quote}`,
      row.id,
    ]),
  );
  await db
    .delete(passages)
    .where(and(eq(passages.workspaceId, workspaceId), eq(passages.sourceId, sourceId)));
  const PIECE = 500;
  for (let from = 0; from < cut.length; from += PIECE) {
    await db.insert(passages).values(
      cut.slice(from, from + PIECE).map((passage) => ({
        ...passage,
        id: kept.get(`${passage.startOffset}:${passage.endOffset}:${passage.quote}`) ?? newId(),
        workspaceId,
        sourceId,
      })),
    );
  }
}

export async function listPassages(
  db: Transaction,
  workspaceId: string,
  sourceId: string,
): Promise<PassageRow[]> {
  return db
    .select()
    .from(passages)
    .where(and(eq(passages.workspaceId, workspaceId), eq(passages.sourceId, sourceId)))
    .orderBy(asc(passages.position));
}

export interface PassageUseRow {
  passageId: string;
  playbookId: string;
  playbookSlug: string;
  playbookTitle: string;
  stepPosition: number;
  stepTitle: string;
}

/** Which steps of which drafts rest on the passages of a source. */
export async function listUses(
  db: Transaction,
  workspaceId: string,
  sourceId: string,
): Promise<PassageUseRow[]> {
  const { rows } = await db.execute<PassageUseRow & Record<string, unknown>>(sql`
    select distinct p.id as "passageId", b.id as "playbookId", b.slug as "playbookSlug", b.title as "playbookTitle",
      c.step_position as "stepPosition",
      coalesce((select step ->> 'title' from jsonb_array_elements(b.draft -> 'steps') step where step ->> 'id' = c.step_id limit 1), '') as "stepTitle"
    from app.step_citations c
    join app.playbooks b on b.id = c.playbook_id
    join app.passages p on p.source_id = c.source_id and p.start_offset < c.end_offset and p.end_offset > c.start_offset
    where c.workspace_id = ${workspaceId} and c.source_id = ${sourceId} and c.version_id is null
    order by "stepPosition"`);
  return rows;
}

export interface PassageWithSource {
  passage: PassageRow;
  source: { id: string; title: string; kind: string; text: string };
}

export async function findPassage(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<PassageWithSource | undefined> {
  const [row] = await db
    .select({
      passage: passages,
      source: { id: sources.id, title: sources.title, kind: sources.kind, text: sources.text },
    })
    .from(passages)
    .innerJoin(sources, eq(sources.id, passages.sourceId))
    .where(and(eq(passages.workspaceId, workspaceId), eq(passages.id, id)))
    .limit(1);
  return row;
}
