import type { Transaction } from '#kernel/database';

const MOVED = `'The workspace was moved before this left. Start it anew here.'`;

/** What was on its way out must not leave from two houses; what was connected is not connected here. */
const ALWAYS = [
  `update app.messages set state = 'cancelled', reason_code = 'moved', reason = ${MOVED}, next_attempt_at = null
   where state in ('queued', 'sending')`,
  `update app.planned_sends set state = 'cancelled', wait_reason = ${MOVED}, moves_at = null
   where state in ('planned', 'claimed', 'sending', 'held')`,
  `update app.campaigns set status = 'paused', status_reason = ${MOVED} where status in ('launching', 'running')`,
  `update app.video_deliveries set state = 'cancelled', wait_reason = ${MOVED}, next_attempt_at = null
   where state in ('planned', 'sending')`,
  `update app.posts set state = 'draft', wait_reason = ${MOVED} where state in ('scheduled', 'publishing')`,
  `update app.sequences set state = 'paused', paused_reason = ${MOVED} where state = 'active'`,
  `update app.connections set state = 'disconnected', state_reason = 'Connect it again in this installation.'
   where state <> 'disconnected'`,
  `update app.mailboxes set status = 'disconnected', status_reason = 'Give its password again in this installation.'
   where status <> 'disconnected'`,
];

/** A payment belongs to the workspace it was made in; its copy keeps the sums and cannot be refunded. */
const IN_A_COPY = [
  'update app.checkouts set provider_session_id = null',
  'update app.orders set provider_payment_id = null',
];

/** Stops what would act by itself in an imported workspace. */
export async function settleDown(db: Transaction, { isCopy }: { isCopy: boolean }): Promise<void> {
  for (const statement of isCopy ? [...ALWAYS, ...IN_A_COPY] : ALWAYS) await db.$client.query(statement);
}
