import { sql } from 'drizzle-orm';
import { newId } from '#kernel/database';
import type { TestHouse } from './harness.ts';
import type { PublishedPlaybook } from './playbook.ts';

/** How far a made-up person went, and by which way; each instant is when. */
export interface Walk {
  email: string;
  read?: Date;
  passed?: Date;
  trial?: Date;
  hand?: Date;
  sent?: Date;
  watched?: Date;
  ordered?: Date;
  totalMinor?: number;
  referrer?: string;
  utmSource?: string;
  clickId?: string;
  suspect?: boolean;
  bot?: boolean;
}

/** Writes the rows of people who walked the funnel, as the layers would have written them. */
export async function walk(house: TestHouse, playbook: PublishedPlaybook, people: Walk[]): Promise<Walked[]> {
  return house.inWorkspace(async ({ db, workspace }) => {
    const w = workspace.id;
    const at = house.clock.now();
    const cloneId = newId();
    const templateId = newId();
    await db.execute(
      sql`insert into app.clones (id, workspace_id, playbook_id, name) values (${cloneId}, ${w}, ${playbook.id}, 'Clone')`,
    );
    await db.execute(
      sql`insert into app.video_templates (id, workspace_id, playbook_id, name) values (${templateId}, ${w}, ${playbook.id}, 'Pitch')`,
    );
    const made: Walked[] = [];
    for (const one of people) {
      const hash = `hash-${one.email}`;
      const leadId = one.passed ? newId() : null;
      if (leadId && one.passed) {
        await db.execute(sql`insert into app.leads (id, workspace_id, email, source, playbook_id, version_id, step_position, captured_at, confirmed_at, trial_requested_at, is_suspect)
          values (${leadId}, ${w}, ${one.email}, 'gate', ${playbook.id}, ${playbook.versionId}, 3, ${one.passed}, ${one.passed}, ${one.trial ?? null}, ${one.suspect ?? false})`);
        await db.execute(sql`insert into app.gate_submissions (id, workspace_id, gate_id, gate_revision_id, playbook_id, version_id, step_position, lead_id, email, state, visitor_hash, click_id, started_at, submitted_at)
          select ${newId()}, ${w}, id, current_revision_id, playbook_id, ${playbook.versionId}, position, ${leadId}, ${one.email}, 'completed', ${hash}, ${one.clickId ?? null}, ${one.passed}, ${one.passed}
          from app.gates where playbook_id = ${playbook.id}`);
      }
      if (one.read)
        await db.execute(sql`insert into app.page_views (id, workspace_id, playbook_id, version_id, occurred_at, visitor_hash, lead_id, click_id, referrer, utm_source, is_bot)
          values (${newId()}, ${w}, ${playbook.id}, ${playbook.versionId}, ${one.read}, ${hash}, ${leadId}, ${one.clickId ?? null}, ${one.referrer ?? null}, ${one.utmSource ?? null}, ${one.bot ?? false})`);
      if (leadId && one.trial)
        await db.execute(sql`insert into app.trials (id, workspace_id, lead_id, clone_id, playbook_id, eligibility_reason, quota, used, requested_at)
          values (${newId()}, ${w}, ${leadId}, ${cloneId}, ${playbook.id}, 'May try', 3, 1, ${one.trial})`);
      if (leadId && one.hand) {
        const handId = newId();
        const videoId = newId();
        await db.execute(sql`insert into app.hand_raises (id, workspace_id, lead_id, playbook_id, total, threshold, signals, readiness_score, raised_at)
          values (${handId}, ${w}, ${leadId}, ${playbook.id}, 12, 10, '[]', 0.8, ${one.hand})`);
        await db.execute(sql`insert into app.videos (id, workspace_id, template_id, template_revision, lead_id, hand_raise_id, state, duration_ms, furthest_ms, first_watched_at, watched_at, created_at)
          values (${videoId}, ${w}, ${templateId}, 1, ${leadId}, ${handId}, 'ready', 300000, 288000, ${one.watched ?? null}, ${one.watched ?? null}, ${one.hand})`);
        await db.execute(sql`insert into app.video_deliveries (id, workspace_id, video_id, lead_id, state, sent_at)
          values (${newId()}, ${w}, ${videoId}, ${leadId}, ${one.sent ? 'sent' : 'planned'}, ${one.sent ?? null})`);
      }
      let orderId: string | null = null;
      if (one.ordered) {
        orderId = newId();
        const total = one.totalMinor ?? 49_000;
        await db.execute(sql`insert into app.orders (id, workspace_id, number, lead_id, subtotal_minor, total_minor, currency, email, playbook_id, version_id, provider, booked_at)
          values (${orderId}, ${w}, (select coalesce(max(number), 0) + 1 from app.orders where workspace_id = ${w}), ${leadId}, ${total}, ${total}, 'EUR', ${one.email}, ${playbook.id}, ${playbook.versionId}, 'test', ${one.ordered})`);
      }
      made.push({ leadId, orderId, at });
    }
    return made;
  });
}

export interface Walked {
  leadId: string | null;
  orderId: string | null;
  at: Date;
}

/** Gives money back as conversion would have written it. */
export async function giveBack(
  house: TestHouse,
  orderId: string,
  amountMinor: number,
  doneAt: Date,
): Promise<void> {
  await house.inWorkspace(async ({ db, workspace }) => {
    await db.execute(sql`insert into app.refunds (id, workspace_id, order_id, amount_minor, currency, state, idempotency_key, done_at)
      values (${newId()}, ${workspace.id}, ${orderId}, ${amountMinor}, 'EUR', 'done', ${newId()}, ${doneAt})`);
    await db.execute(
      sql`update app.orders set refunded_minor = refunded_minor + ${amountMinor}, state = 'part_refunded' where id = ${orderId}`,
    );
  });
}
