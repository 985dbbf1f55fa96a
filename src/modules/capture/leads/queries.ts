import { and, asc, count, desc, eq, gte, inArray, isNull, lt, ne, sql } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import { consents, emailConfirmations, leadAnswers, leads, notes } from './schema.ts';

export type LeadRow = typeof leads.$inferSelect;
export type AnswerRow = typeof leadAnswers.$inferSelect;
export type ConsentRow = typeof consents.$inferSelect;
export type ConfirmationRow = typeof emailConfirmations.$inferSelect;
export type NoteRow = typeof notes.$inferSelect;

/** @returns undefined when the workspace knows the address already */
export async function insertLead(
  db: Transaction,
  workspaceId: string,
  timeZone: string,
  lead: Omit<typeof leads.$inferInsert, 'workspaceId' | 'cohortWeek'> & { capturedAt: Date },
): Promise<LeadRow | undefined> {
  const cohortWeek = sql`date_trunc('week', ${lead.capturedAt.toISOString()}::timestamptz at time zone ${timeZone})::date`;
  const [row] = await db
    .insert(leads)
    .values({ ...lead, workspaceId, cohortWeek: cohortWeek as unknown as string })
    .onConflictDoNothing({ target: [leads.workspaceId, leads.email] })
    .returning();
  return row;
}

export async function findLead(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<LeadRow | undefined> {
  const [row] = await db
    .select()
    .from(leads)
    .where(and(eq(leads.workspaceId, workspaceId), eq(leads.id, id)))
    .limit(1);
  return row;
}

export async function listLeadsById(db: Transaction, workspaceId: string, ids: string[]): Promise<LeadRow[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(leads)
    .where(and(eq(leads.workspaceId, workspaceId), inArray(leads.id, ids)));
}

/** How ready some people are, and whether they are people; in no order. */
export async function listReadyOnes(db: Transaction, workspaceId: string, ids: string[]) {
  if (ids.length === 0) return [];
  return db
    .select({
      id: leads.id,
      name: leads.name,
      email: leads.email,
      company: leads.company,
      companyDomain: leads.companyDomain,
      stage: leads.stage,
      readinessScore: leads.readinessScore,
      isSuspect: leads.isSuspect,
      archivedAt: leads.archivedAt,
    })
    .from(leads)
    .where(and(eq(leads.workspaceId, workspaceId), inArray(leads.id, ids)));
}

/** Kept from everybody else until the transaction ends. */
export async function lockLead(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<LeadRow | undefined> {
  const [row] = await db
    .select()
    .from(leads)
    .where(and(eq(leads.workspaceId, workspaceId), eq(leads.id, id)))
    .limit(1)
    .for('update');
  return row;
}

export async function lockLeadByEmail(
  db: Transaction,
  workspaceId: string,
  email: string,
): Promise<LeadRow | undefined> {
  const [row] = await db
    .select()
    .from(leads)
    .where(and(eq(leads.workspaceId, workspaceId), eq(leads.email, email)))
    .limit(1)
    .for('update');
  return row;
}

export async function updateLead(
  db: Transaction,
  workspaceId: string,
  id: string,
  change: Partial<typeof leads.$inferInsert>,
): Promise<void> {
  await db
    .update(leads)
    .set(change)
    .where(and(eq(leads.workspaceId, workspaceId), eq(leads.id, id)));
}

/** Who has a readiness that was worked out before an instant, the oldest first. */
export async function listReadyBefore(
  db: Transaction,
  workspaceId: string,
  before: Date,
  limit: number,
): Promise<string[]> {
  const rows = await db
    .select({ id: leads.id })
    .from(leads)
    .where(
      and(
        eq(leads.workspaceId, workspaceId),
        isNull(leads.archivedAt),
        ne(leads.readinessScore, 0),
        lt(leads.readinessUpdatedAt, before),
      ),
    )
    .orderBy(asc(leads.readinessUpdatedAt))
    .limit(limit);
  return rows.map(({ id }) => id);
}

export async function insertAnswers(
  db: Transaction,
  workspaceId: string,
  answers: Omit<typeof leadAnswers.$inferInsert, 'workspaceId'>[],
): Promise<void> {
  if (answers.length > 0)
    await db.insert(leadAnswers).values(answers.map((answer) => ({ ...answer, workspaceId })));
}

/** Newest first. */
export async function listAnswers(
  db: Transaction,
  workspaceId: string,
  leadId: string,
): Promise<AnswerRow[]> {
  return db
    .select()
    .from(leadAnswers)
    .where(and(eq(leadAnswers.workspaceId, workspaceId), eq(leadAnswers.leadId, leadId)))
    .orderBy(desc(leadAnswers.answeredAt), desc(leadAnswers.id));
}

export async function insertConsent(
  db: Transaction,
  workspaceId: string,
  consent: Omit<typeof consents.$inferInsert, 'workspaceId'>,
): Promise<void> {
  await db.insert(consents).values({ ...consent, workspaceId });
}

/** Newest first: the first of each purpose holds. */
export async function listConsents(
  db: Transaction,
  workspaceId: string,
  leadId: string,
): Promise<ConsentRow[]> {
  return db
    .select()
    .from(consents)
    .where(and(eq(consents.workspaceId, workspaceId), eq(consents.leadId, leadId)))
    .orderBy(desc(consents.occurredAt), desc(consents.id));
}

export async function insertConfirmation(
  db: Transaction,
  workspaceId: string,
  confirmation: Omit<typeof emailConfirmations.$inferInsert, 'workspaceId'>,
): Promise<void> {
  await db.insert(emailConfirmations).values({ ...confirmation, workspaceId });
}

export async function lockConfirmation(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<ConfirmationRow | undefined> {
  const [row] = await db
    .select()
    .from(emailConfirmations)
    .where(and(eq(emailConfirmations.workspaceId, workspaceId), eq(emailConfirmations.id, id)))
    .limit(1)
    .for('update');
  return row;
}

export async function updateConfirmation(
  db: Transaction,
  workspaceId: string,
  id: string,
  change: Partial<typeof emailConfirmations.$inferInsert>,
): Promise<void> {
  await db
    .update(emailConfirmations)
    .set(change)
    .where(and(eq(emailConfirmations.workspaceId, workspaceId), eq(emailConfirmations.id, id)));
}

export async function countConfirmationsSince(
  db: Transaction,
  workspaceId: string,
  leadId: string,
  since: Date,
): Promise<number> {
  const [row] = await db
    .select({ value: count() })
    .from(emailConfirmations)
    .where(
      and(
        eq(emailConfirmations.workspaceId, workspaceId),
        eq(emailConfirmations.leadId, leadId),
        gte(emailConfirmations.createdAt, since),
      ),
    );
  return row?.value ?? 0;
}

/** Newest first. */
export async function listConfirmations(
  db: Transaction,
  workspaceId: string,
  leadId: string,
): Promise<ConfirmationRow[]> {
  return db
    .select()
    .from(emailConfirmations)
    .where(and(eq(emailConfirmations.workspaceId, workspaceId), eq(emailConfirmations.leadId, leadId)))
    .orderBy(desc(emailConfirmations.createdAt));
}

export interface FoundConfirmation extends Record<string, unknown> {
  workspace_id: string;
  id: string;
}

/** By the hash of a token, over all workspaces: asked before a workspace is known. */
export async function findConfirmationByHash(
  db: Transaction,
  tokenHash: string,
): Promise<FoundConfirmation | undefined> {
  const { rows } = await db.execute<FoundConfirmation>(
    sql`select workspace_id, id from lookup.confirmation_token(${tokenHash})`,
  );
  return rows[0];
}

export async function insertNote(
  db: Transaction,
  workspaceId: string,
  note: Omit<typeof notes.$inferInsert, 'workspaceId'>,
): Promise<void> {
  await db.insert(notes).values({ ...note, workspaceId });
}

/** Oldest first; deleted ones are left out. */
export async function listNotes(db: Transaction, workspaceId: string, leadId: string): Promise<NoteRow[]> {
  return db
    .select()
    .from(notes)
    .where(and(eq(notes.workspaceId, workspaceId), eq(notes.leadId, leadId), sql`${notes.deletedAt} is null`))
    .orderBy(asc(notes.createdAt));
}
