import { and, asc, eq, inArray, notInArray, sql } from 'drizzle-orm';
import { newId, type Transaction } from '#kernel/database';
import type { ClickFact, DeedFact, NewTouch, Touch, ViewFact } from './arrivals.ts';
import { attributions, type journeys, touches } from './schema.ts';

/** Until the end of the transaction nobody else counts the same person or order. */
export async function takeTurn(db: Transaction, workspaceId: string, id: string): Promise<void> {
  await db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`attribution:${workspaceId}:${id}`}, 0))`,
  );
}

/** Clicks that a person's page views, gate submissions, first touch or checkouts name. */
export async function listClicks(db: Transaction, workspaceId: string, leadId: string): Promise<ClickFact[]> {
  const { rows } = await db.execute<ClickFact>(sql`
    with named as (
      select click_id from app.page_views where workspace_id = ${workspaceId} and lead_id = ${leadId} and click_id is not null
      union select click_id from app.gate_submissions where workspace_id = ${workspaceId} and lead_id = ${leadId} and state = 'completed'
      union select first_click_id from app.leads where workspace_id = ${workspaceId} and id = ${leadId}
      union select click_id from app.checkouts where workspace_id = ${workspaceId} and lead_id = ${leadId})
    select c.id, c.occurred_at as "occurredAt", c.visitor_hash as "visitorHash", c.referrer, c.is_bot as "isBot",
      c.classifier_version as "classifierVersion", k.id as "linkId", k.channel_id as "channelId", ch.kind as "channelKind",
      k.post_id as "postId", k.playbook_id as "playbookId", k.utm_source as "utmSource", k.utm_medium as "utmMedium",
      k.utm_campaign as "utmCampaign", k.utm_term as "utmTerm", k.utm_content as "utmContent", t.lead_id as "ownerId"
    from named n join app.clicks c on c.id = n.click_id and c.workspace_id = ${workspaceId}
    join app.links k on k.workspace_id = c.workspace_id and k.id = c.link_id
    left join app.channels ch on ch.workspace_id = k.workspace_id and ch.id = k.channel_id
    left join app.touches t on t.workspace_id = c.workspace_id and t.subject_type = 'click' and t.subject_id = c.id
    order by c.occurred_at, c.id`);
  return rows.map((row) => ({ ...row, occurredAt: new Date(row.occurredAt) }));
}

/** Page views of one person, oldest first. */
export async function listViews(
  db: Transaction,
  workspaceId: string,
  leadId: string,
  limit: number,
): Promise<ViewFact[]> {
  const { rows } = await db.execute<ViewFact>(sql`
    select id, occurred_at as "occurredAt", visitor_hash as "visitorHash", click_id as "clickId", playbook_id as "playbookId",
      version_id as "versionId", referrer, utm_source as "utmSource", utm_medium as "utmMedium", utm_campaign as "utmCampaign",
      utm_term as "utmTerm", utm_content as "utmContent", is_bot as "isBot", classifier_version as "classifierVersion"
    from app.page_views where workspace_id = ${workspaceId} and lead_id = ${leadId} order by occurred_at, id limit ${limit}`);
  return rows.map((row) => ({ ...row, occurredAt: new Date(row.occurredAt) }));
}

/** What one person did with us: gates passed, clones asked, videos watched, and the import that brought them. */
export async function listDeeds(db: Transaction, workspaceId: string, leadId: string): Promise<DeedFact[]> {
  const { rows } = await db.execute<DeedFact>(sql`
    select 'gate' as kind, 'gate_submission' as "subjectType", id as "subjectId", submitted_at as "occurredAt",
      playbook_id as "playbookId", version_id as "versionId"
    from app.gate_submissions where workspace_id = ${workspaceId} and lead_id = ${leadId} and state = 'completed' and submitted_at is not null
    union all select 'clone', 'trial', id, requested_at, playbook_id, version_id
    from app.trials where workspace_id = ${workspaceId} and lead_id = ${leadId}
    union all select 'video', 'video', v.id, v.watched_at, t.playbook_id, null
    from app.videos v join app.video_templates t on t.id = v.template_id
    where v.workspace_id = ${workspaceId} and v.lead_id = ${leadId} and v.watched_at is not null
    union all select 'import', 'lead', id, captured_at, null, null
    from app.leads where workspace_id = ${workspaceId} and id = ${leadId} and import_id is not null`);
  return rows.map((row) => ({ ...row, occurredAt: new Date(row.occurredAt) }));
}

/** Writes a person's touches, and takes back those that no longer hold. @returns them, oldest first */
export async function keepTouches(
  db: Transaction,
  workspaceId: string,
  leadId: string,
  found: NewTouch[],
  now: Date,
): Promise<Touch[]> {
  const kept: string[] = [];
  for (const touch of found) {
    const { leadId: _lead, subjectType: _type, subjectId: _id, ...changing } = touch;
    const [row] = await db
      .insert(touches)
      .values({ ...touch, id: newId(), workspaceId, createdAt: now })
      .onConflictDoUpdate({
        target: [touches.workspaceId, touches.subjectType, touches.subjectId],
        set: changing,
        setWhere: sql`${touches.leadId} = ${leadId}`,
      })
      .returning({ id: touches.id });
    if (row) kept.push(row.id);
  }
  await db
    .delete(touches)
    .where(
      and(
        eq(touches.workspaceId, workspaceId),
        eq(touches.leadId, leadId),
        inArray(touches.subjectType, ['click', 'page_view', 'gate_submission', 'trial', 'video', 'lead']),
        kept.length > 0 ? notInArray(touches.id, kept) : undefined,
      ),
    );
  return db
    .select()
    .from(touches)
    .where(and(eq(touches.workspaceId, workspaceId), eq(touches.leadId, leadId)))
    .orderBy(asc(touches.occurredAt), asc(touches.subjectId));
}

export interface OrderRow extends Record<string, unknown> {
  id: string;
  leadId: string | null;
  totalMinor: number;
  currency: string;
  playbookId: string | null;
  versionId: string | null;
  purpose: string | null;
  bookedAt: Date;
  refunds: { id: string; amountMinor: number; doneAt: string }[];
}

const orderColumns = sql`o.id, o.lead_id as "leadId", o.total_minor::float8 as "totalMinor", o.currency, o.playbook_id as "playbookId",
  o.version_id as "versionId", o.purpose, o.booked_at as "bookedAt",
  coalesce((select json_agg(json_build_object('id', r.id, 'amountMinor', r.amount_minor, 'doneAt', r.done_at) order by r.done_at, r.id)
    from app.refunds r where r.workspace_id = o.workspace_id and r.order_id = o.id and r.state = 'done'), '[]') as refunds`;

export async function listOrdersOfLead(
  db: Transaction,
  workspaceId: string,
  leadId: string,
): Promise<OrderRow[]> {
  const { rows } = await db.execute<OrderRow>(
    sql`select ${orderColumns} from app.orders o where o.workspace_id = ${workspaceId} and o.lead_id = ${leadId} order by o.booked_at, o.id`,
  );
  return rows.map((row) => ({ ...row, bookedAt: new Date(row.bookedAt) }));
}

export async function findOrder(
  db: Transaction,
  workspaceId: string,
  id: string,
): Promise<OrderRow | undefined> {
  const { rows } = await db.execute<OrderRow>(
    sql`select ${orderColumns} from app.orders o where o.workspace_id = ${workspaceId} and o.id = ${id}`,
  );
  const [row] = rows;
  return row && { ...row, bookedAt: new Date(row.bookedAt) };
}

/** What the order's money was shared among last, when its buyer is no longer known. */
export async function listAttributions(
  db: Transaction,
  workspaceId: string,
  orderId: string,
): Promise<(typeof attributions.$inferSelect)[]> {
  return db
    .select()
    .from(attributions)
    .where(and(eq(attributions.workspaceId, workspaceId), eq(attributions.orderId, orderId)))
    .orderBy(asc(attributions.id));
}

export async function replaceAttributions(
  db: Transaction,
  workspaceId: string,
  orderId: string,
  rows: Omit<typeof attributions.$inferInsert, 'id' | 'workspaceId'>[],
): Promise<void> {
  await db
    .delete(attributions)
    .where(and(eq(attributions.workspaceId, workspaceId), eq(attributions.orderId, orderId)));
  await db.insert(attributions).values(rows.map((row) => ({ ...row, id: newId(), workspaceId })));
}

type Journey = Omit<typeof journeys.$inferSelect, 'id' | 'workspaceId' | 'touchCount' | 'createdAt'>;

/** One journey per person and order; without order it is the person's until now. */
export async function keepJourney(
  db: Transaction,
  workspaceId: string,
  { leadId, orderId, touchIds, firstTouchAt, endedAt, seconds, computedAt }: Journey,
): Promise<void> {
  const ids = sql`${`{${touchIds.join(',')}}`}::uuid[]`;
  await db.execute(sql`
    insert into app.journeys (id, workspace_id, lead_id, order_id, touch_ids, touch_count, first_touch_at, ended_at, seconds, computed_at, created_at)
    values (${newId()}, ${workspaceId}, ${leadId}, ${orderId}, ${ids}, ${touchIds.length}, ${firstTouchAt}, ${endedAt}, ${seconds}, ${computedAt}, ${computedAt})
    on conflict (lead_id, coalesce(order_id, lead_id)) do update set touch_ids = excluded.touch_ids, touch_count = excluded.touch_count,
      first_touch_at = excluded.first_touch_at, ended_at = excluded.ended_at, seconds = excluded.seconds, computed_at = excluded.computed_at`);
}
