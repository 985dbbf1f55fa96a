import { z } from 'zod';
import { inTransaction } from '#kernel/database';
import { job } from '#kernel/jobs';

const MONTHS_AHEAD = 3;
const KEEP_ANSWERS_HOURS = 24;

/** Makes the partitions of the coming months, so that no event ever waits for one. */
export const makeEventPartitions = job({
  name: 'event-partition.make',
  payload: z.object({}),
  async run(platform) {
    const today = platform.clock.now().toISOString().slice(0, 10);
    await inTransaction(platform.database.ownerPool, { role: 'pb_owner' }, (db) =>
      db.$client.query('select app.ensure_event_partitions($1::date, $2::int)', [today, MONTHS_AHEAD + 1]),
    );
  },
});

/** Forgets the first answers of repeated requests after a day. */
export const forgetIdempotencyKeys = job({
  name: 'idempotency-key.forget',
  payload: z.object({}),
  async run(platform) {
    const before = new Date(platform.clock.now().getTime() - KEEP_ANSWERS_HOURS * 3_600_000);
    const { rows } = await inTransaction(platform.database.pool, {}, (db) =>
      db.$client.query<{ id: string }>('select lookup.all_workspace_ids() as id'),
    );
    for (const { id } of rows) {
      await inTransaction(platform.database.pool, { workspaceId: id }, (db) =>
        db.$client.query('delete from app.idempotency_keys where workspace_id = $1 and created_at < $2', [
          id,
          before,
        ]),
      );
    }
  },
});
