import { and, asc, desc, eq, ilike, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import { newId, type Transaction } from '#kernel/database';
import { experts } from '../experts/schema.ts';
import { sources } from '../sources/schema.ts';
import { draftRevisions, playbookSources, playbooks, stepCitations } from './schema.ts';

export type PlaybookRow = typeof playbooks.$inferSelect;

export interface ListedPlaybook {
  playbook: PlaybookRow;
  expert: { id: string; name: string } | null;
  version: { id: string; number: number; publishedAt: string; contentHash: string } | null;
  scores: Record<string, { score: number; threshold: number }> | null;
}

const listed = {
  playbook: playbooks,
  expert: { id: experts.id, name: experts.name },
  version: sql<
    ListedPlaybook['version']
  >`(select jsonb_build_object('id', v.id, 'number', v.number, 'publishedAt', v.published_at,
    'contentHash', v.content_hash) from app.versions v where v.id = ${playbooks.currentVersionId})`,
  scores: sql<
    ListedPlaybook['scores']
  >`(select r.scores from app.reviews r where r.workspace_id = ${playbooks.workspaceId}
    and r.playbook_id = ${playbooks.id} order by r.created_at desc limit 1)`,
};

interface Filter {
  q?: string | undefined;
  archived?: boolean | undefined;
  after?: { updatedAt: Date; id: string } | undefined;
}

/** Last edited first. */
export async function listPlaybooks(
  db: Transaction,
  workspaceId: string,
  filter: Filter,
  limit: number,
): Promise<ListedPlaybook[]> {
  const { q, archived, after } = filter;
  return db
    .select(listed)
    .from(playbooks)
    .leftJoin(experts, eq(experts.id, playbooks.expertId))
    .where(
      and(
        eq(playbooks.workspaceId, workspaceId),
        archived ? isNotNull(playbooks.archivedAt) : isNull(playbooks.archivedAt),
        q ? ilike(playbooks.title, `%${q.replace(/[\\%_]/g, '\\$&')}%`) : undefined,
        after
          ? or(
              lt(playbooks.updatedAt, after.updatedAt),
              and(eq(playbooks.updatedAt, after.updatedAt), lt(playbooks.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(desc(playbooks.updatedAt), desc(playbooks.id))
    .limit(limit);
}

/** By id, or by slug where the text is no id. */
export async function findListed(
  db: Transaction,
  workspaceId: string,
  key: { id: string } | { slug: string },
): Promise<ListedPlaybook | undefined> {
  const [row] = await db
    .select(listed)
    .from(playbooks)
    .leftJoin(experts, eq(experts.id, playbooks.expertId))
    .where(
      and(
        eq(playbooks.workspaceId, workspaceId),
        'id' in key ? eq(playbooks.id, key.id) : eq(playbooks.slug, key.slug),
      ),
    )
    .limit(1);
  return row;
}

export async function findPlaybook(
  db: Transaction,
  workspaceId: string,
  id: string,
  { lock = false } = {},
): Promise<PlaybookRow | undefined> {
  const query = db
    .select()
    .from(playbooks)
    .where(and(eq(playbooks.workspaceId, workspaceId), eq(playbooks.id, id)))
    .limit(1);
  const [row] = lock ? await query.for('update') : await query;
  return row;
}

export async function isSlugTaken(db: Transaction, workspaceId: string, slug: string): Promise<boolean> {
  const rows = await db
    .select({ id: playbooks.id })
    .from(playbooks)
    .where(and(eq(playbooks.workspaceId, workspaceId), eq(playbooks.slug, slug)))
    .limit(1);
  return rows.length > 0;
}

export async function insertPlaybook(
  db: Transaction,
  workspaceId: string,
  playbook: Omit<typeof playbooks.$inferInsert, 'workspaceId'>,
): Promise<void> {
  await db.insert(playbooks).values({ ...playbook, workspaceId });
}

export async function updatePlaybook(
  db: Transaction,
  workspaceId: string,
  id: string,
  change: Partial<typeof playbooks.$inferInsert>,
): Promise<void> {
  await db
    .update(playbooks)
    .set(change)
    .where(and(eq(playbooks.workspaceId, workspaceId), eq(playbooks.id, id)));
}

export async function insertRevision(
  db: Transaction,
  workspaceId: string,
  revision: Omit<typeof draftRevisions.$inferInsert, 'workspaceId' | 'id'>,
): Promise<void> {
  await db.insert(draftRevisions).values({ ...revision, id: newId(), workspaceId });
}

export async function listPlaybookSources(db: Transaction, workspaceId: string, playbookId: string) {
  return db
    .select({ id: sources.id, title: sources.title, kind: sources.kind, deletedAt: sources.deletedAt })
    .from(playbookSources)
    .innerJoin(sources, eq(sources.id, playbookSources.sourceId))
    .where(and(eq(playbookSources.workspaceId, workspaceId), eq(playbookSources.playbookId, playbookId)))
    .orderBy(asc(playbookSources.position));
}

/** What a playbook shows and rests on now: its version, its sources, and a mark that changes with any of their texts. */
export async function findStanding(
  db: Transaction,
  workspaceId: string,
  playbookId: string,
): Promise<{ versionId: string | null; sourceIds: string[]; mark: string } | undefined> {
  const { rows } = await db.execute<{ version_id: string | null; source_ids: string[]; mark: string }>(sql`
    select b.current_version_id as version_id,
      coalesce(array_agg(s.id order by p.position) filter (where s.id is not null), '{}') as source_ids,
      coalesce(md5(string_agg(concat_ws(' ', s.id, s.text_hash, s.status, s.title, s.updated_at), ',' order by p.position)), '') as mark
    from app.playbooks b
    left join app.playbook_sources p on p.workspace_id = b.workspace_id and p.playbook_id = b.id
    left join app.sources s on s.workspace_id = p.workspace_id and s.id = p.source_id and s.deleted_at is null
    where b.workspace_id = ${workspaceId} and b.id = ${playbookId}
    group by b.id`);
  const [row] = rows;
  return row && { versionId: row.version_id, sourceIds: row.source_ids, mark: row.mark };
}

/** @returns ids of the given sources that exist, are not removed, and belong to the workspace */
export async function listKnownSources(db: Transaction, workspaceId: string, ids: string[]) {
  if (ids.length === 0) return [];
  return db
    .select({ id: sources.id, expertId: sources.expertId, status: sources.status })
    .from(sources)
    .where(
      and(
        eq(sources.workspaceId, workspaceId),
        isNull(sources.deletedAt),
        sql`${sources.id} = any(${sql.param(ids)}::uuid[])`,
      ),
    );
}

export async function addPlaybookSources(
  db: Transaction,
  workspaceId: string,
  playbookId: string,
  sourceIds: string[],
): Promise<void> {
  if (sourceIds.length === 0) return;
  await db
    .insert(playbookSources)
    .values(sourceIds.map((sourceId, index) => ({ workspaceId, playbookId, sourceId, position: index + 1 })))
    .onConflictDoNothing();
}

type NewCitation = Omit<typeof stepCitations.$inferInsert, 'id' | 'workspaceId' | 'playbookId' | 'versionId'>;

/** Writes down what stands behind a draft (`versionId` null) or a version; the draft's former rows go. */
export async function replaceCitations(
  db: Transaction,
  workspaceId: string,
  playbookId: string,
  versionId: string | null,
  citations: NewCitation[],
): Promise<void> {
  if (versionId === null) {
    await db
      .delete(stepCitations)
      .where(
        and(
          eq(stepCitations.workspaceId, workspaceId),
          eq(stepCitations.playbookId, playbookId),
          isNull(stepCitations.versionId),
        ),
      );
  }
  const PIECE = 500;
  for (let from = 0; from < citations.length; from += PIECE) {
    await db
      .insert(stepCitations)
      .values(
        citations
          .slice(from, from + PIECE)
          .map((citation) => ({ ...citation, id: newId(), workspaceId, playbookId, versionId })),
      );
  }
}

/** Which of the cited sources exist here; a citation of another must not be kept as a reference. */
export async function listExisting(
  db: Transaction,
  workspaceId: string,
  table: 'sources' | 'passages',
  ids: string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await db.execute<{ id: string }>(
    sql`select id from app.${sql.raw(table)} where workspace_id = ${workspaceId} and id = any(${sql.param(ids)}::uuid[])`,
  );
  return new Set(rows.map((row) => row.id));
}

/** Slug and title by id; ids that lead nowhere are left out. */
export async function listNames(
  db: Transaction,
  workspaceId: string,
  ids: string[],
): Promise<Map<string, { slug: string; title: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: playbooks.id, slug: playbooks.slug, title: playbooks.title })
    .from(playbooks)
    .where(
      and(eq(playbooks.workspaceId, workspaceId), sql`${playbooks.id} = any(${sql.param(ids)}::uuid[])`),
    );
  return new Map(rows.map(({ id, ...name }) => [id, name]));
}

export interface Places {
  gatePosition: number | null;
  trialPosition: number | null;
  purpose: string;
  expertName: string;
}

export async function findPlaces(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<Places | undefined> {
  const [row] = await db
    .select({
      gatePosition: playbooks.gatePosition,
      trialPosition: playbooks.trialPosition,
      purpose: playbooks.purpose,
      expertName: playbooks.expertName,
    })
    .from(playbooks)
    .where(and(eq(playbooks.workspaceId, workspaceId), eq(playbooks.id, id)))
    .limit(1);
  return row;
}
