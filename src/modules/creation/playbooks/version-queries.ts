import { and, asc, desc, eq, lt, sql } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { editions } from '../editions/schema.ts';
import { sources } from '../sources/schema.ts';
import { playbooks, stepCitations, versions } from './schema.ts';

export type VersionRow = typeof versions.$inferSelect;

export async function insertVersion(
  db: Transaction,
  workspaceId: string,
  version: Omit<typeof versions.$inferInsert, 'workspaceId'>,
): Promise<void> {
  await db.insert(versions).values({ ...version, workspaceId });
}

export async function setCurrentVersion(
  db: Transaction,
  workspaceId: string,
  playbookId: string,
  versionId: string,
  now: Date,
): Promise<void> {
  await db
    .update(playbooks)
    .set({ currentVersionId: versionId, updatedAt: now })
    .where(and(eq(playbooks.workspaceId, workspaceId), eq(playbooks.id, playbookId)));
}

export async function findNewest(
  db: Transaction,
  workspaceId: string,
  playbookId: string,
): Promise<VersionRow | undefined> {
  const [row] = await listVersions(db, workspaceId, playbookId, 1);
  return row;
}

export async function findVersion(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<VersionRow | undefined> {
  const [row] = await db
    .select()
    .from(versions)
    .where(and(eq(versions.workspaceId, workspaceId), eq(versions.id, id)))
    .limit(1);
  return row;
}

/** Newest first, below `before` where given. */
export async function listVersions(
  db: Transaction,
  workspaceId: string,
  playbookId: string,
  limit: number,
  before?: number,
): Promise<VersionRow[]> {
  return db
    .select()
    .from(versions)
    .where(
      and(
        eq(versions.workspaceId, workspaceId),
        eq(versions.playbookId, playbookId),
        before === undefined ? undefined : lt(versions.number, before),
      ),
    )
    .orderBy(desc(versions.number))
    .limit(limit);
}

export async function listEditions(db: Transaction, workspaceId: string, versionId: string) {
  return db
    .select()
    .from(editions)
    .where(and(eq(editions.workspaceId, workspaceId), eq(editions.versionId, versionId)))
    .orderBy(asc(editions.kind), asc(editions.reach));
}

export interface Evidence {
  passageId: string | null;
  sourceId: string | null;
  sourceTitle: string | null;
  quote: string;
  start: number;
  end: number;
}

/** In the order of the source. */
export async function listEvidence(
  db: Transaction,
  workspaceId: string,
  versionId: string,
  stepPosition: number,
): Promise<Evidence[]> {
  return db
    .selectDistinctOn([stepCitations.sourceId, stepCitations.startOffset, stepCitations.endOffset], {
      passageId: stepCitations.passageId,
      sourceId: stepCitations.sourceId,
      sourceTitle: sources.title,
      quote: stepCitations.quote,
      start: stepCitations.startOffset,
      end: stepCitations.endOffset,
    })
    .from(stepCitations)
    .leftJoin(sources, eq(sources.id, stepCitations.sourceId))
    .where(
      and(
        eq(stepCitations.workspaceId, workspaceId),
        eq(stepCitations.versionId, versionId),
        eq(stepCitations.stepPosition, stepPosition),
      ),
    )
    .orderBy(asc(stepCitations.sourceId), asc(stepCitations.startOffset), asc(stepCitations.endOffset))
    .limit(50);
}

/** A step that readers see now, and the step after which their playbook offers the trial. */
export interface CurrentStep {
  playbookId: string;
  trialPosition: number | null;
  stepId: string;
  position: number;
  title: string;
}

/** Steps of the versions that readers see now. */
export async function listCurrentSteps(
  db: Transaction,
  workspaceId: string,
  playbookIds: string[],
): Promise<CurrentStep[]> {
  if (playbookIds.length === 0) return [];
  const { rows } = await db.execute<CurrentStep & Record<string, unknown>>(sql`
    select p.id as "playbookId", p.trial_position as "trialPosition", s.step_id as "stepId", s.position, s.title
    from app.playbooks p join app.version_steps s on s.version_id = p.current_version_id
    where p.workspace_id = ${workspaceId} and p.id = any(${sql.param(playbookIds)}::uuid[])
    order by p.id, s.position`);
  return rows;
}
