import { and, desc, eq, isNull, lt, or, sql } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { clicks, links } from './schema.ts';

export type LinkRow = typeof links.$inferSelect;
export type ClickRow = typeof clicks.$inferSelect;
export interface CountedLink {
  link: LinkRow;
  people: number;
  machines: number;
  formerSlugs: string[];
}

// Columns of the outer table are named in plain SQL: Drizzle leaves the table out where only one is selected from, and
// inside these the bare name would be the inner table's.
const counted = {
  link: links,
  people: sql<number>`(select count(*)::int from app.clicks c where c.workspace_id = links.workspace_id and c.link_id = links.id and not c.is_bot)`,
  machines: sql<number>`(select count(*)::int from app.clicks c where c.workspace_id = links.workspace_id and c.link_id = links.id and c.is_bot)`,
  formerSlugs: sql<
    string[]
  >`(select coalesce(array_agg(s.slug order by s.created_at), '{}') from app.link_slugs s
    where s.link_id = links.id and s.slug <> links.slug)`,
};

interface Filter {
  q?: string | undefined;
  after?: { createdAt: Date; id: string } | undefined;
}

/** Newest first; archived ones are left out. */
export async function listLinks(
  db: Transaction,
  workspaceId: string,
  { q, after }: Filter,
  limit: number,
): Promise<CountedLink[]> {
  const pattern = q ? `%${q.replace(/[\\%_]/g, '\\$&')}%` : undefined;
  return db
    .select(counted)
    .from(links)
    .where(
      and(
        eq(links.workspaceId, workspaceId),
        isNull(links.archivedAt),
        // Every slug a link ever had stands there, the one of today among them.
        pattern
          ? sql`(${links.title} ilike ${pattern} or exists (select from app.link_slugs s
              where s.workspace_id = ${workspaceId} and s.link_id = links.id and s.slug ilike ${pattern}))`
          : undefined,
        after
          ? or(
              lt(links.createdAt, after.createdAt),
              and(eq(links.createdAt, after.createdAt), lt(links.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(desc(links.createdAt), desc(links.id))
    .limit(limit);
}

export async function findLink(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<CountedLink | undefined> {
  const [row] = await db
    .select(counted)
    .from(links)
    .where(and(eq(links.workspaceId, workspaceId), eq(links.id, id)))
    .limit(1);
  return row;
}

export async function insertLink(
  db: Transaction,
  workspaceId: string,
  link: Omit<typeof links.$inferInsert, 'workspaceId'>,
): Promise<void> {
  await db.insert(links).values({ ...link, workspaceId });
}

export async function updateLink(
  db: Transaction,
  workspaceId: string,
  id: string,
  change: Partial<typeof links.$inferInsert>,
): Promise<void> {
  await db
    .update(links)
    .set(change)
    .where(and(eq(links.workspaceId, workspaceId), eq(links.id, id)));
}

/** Newest first. */
export async function listClicks(
  db: Transaction,
  workspaceId: string,
  linkId: string,
  limit: number,
  after?: { at: Date; id: string },
): Promise<ClickRow[]> {
  return db
    .select()
    .from(clicks)
    .where(
      and(
        eq(clicks.workspaceId, workspaceId),
        eq(clicks.linkId, linkId),
        after
          ? or(lt(clicks.occurredAt, after.at), and(eq(clicks.occurredAt, after.at), lt(clicks.id, after.id)))
          : undefined,
      ),
    )
    .orderBy(desc(clicks.occurredAt), desc(clicks.id))
    .limit(limit);
}

export interface FoundLink extends Record<string, unknown> {
  workspace_id: string;
  workspace_slug: string;
  link_id: string;
  target_kind: 'playbook' | 'url';
  playbook_slug: string | null;
  target_url: string | null;
  utm_source: string | null;
  utm_medium: string | null;
  utm_campaign: string | null;
  utm_term: string | null;
  utm_content: string | null;
  expires_at: Date | null;
  archived_at: Date | null;
}

/** By a slug of today or of before, over all workspaces: the one question asked before a workspace is known. */
export async function findBySlug(db: Transaction, slug: string): Promise<FoundLink | undefined> {
  const { rows } = await db.execute<FoundLink>(sql`select * from lookup.link_by_slug(${slug})`);
  return rows[0];
}

/** A click of this workspace, for layers that tie a lead to it. */
export async function findClick(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<{ click: ClickRow; link: LinkRow } | undefined> {
  const [row] = await db
    .select({ click: clicks, link: links })
    .from(clicks)
    .innerJoin(links, eq(links.id, clicks.linkId))
    .where(and(eq(clicks.workspaceId, workspaceId), eq(clicks.id, id)))
    .limit(1);
  return row;
}

/** Slug and title by id; ids that lead nowhere are left out. */
export async function listNames(
  db: Transaction,
  workspaceId: string,
  ids: string[],
): Promise<Map<string, { slug: string; title: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: links.id, slug: links.slug, title: links.title })
    .from(links)
    .where(and(eq(links.workspaceId, workspaceId), sql`${links.id} = any(${sql.param(ids)}::uuid[])`));
  return new Map(rows.map(({ id, ...name }) => [id, name]));
}
