import type { Context } from '#context';
import { newId } from '#kernel/database';
import { type ActivityRow, insertActivity, listActivities } from './activity-queries.ts';

/** What somebody did in a layer behind this one, told by its event. */
interface Activity {
  leadId: string;
  /** The event that told it: told twice, it is kept once. */
  eventId: string;
  kind: string;
  /** As a colleague would say it. */
  summary: string;
  /** Ids of what it was about, for links. */
  refs: Record<string, string>;
  occurredAt: Date;
}

/** Keeps what somebody did for their timeline. Says nothing when the person is gone. */
export async function keepActivity(ctx: Context, { refs, ...activity }: Activity): Promise<void> {
  await insertActivity(ctx.db, ctx.workspace.id, {
    id: newId(),
    ...activity,
    detail: { refs },
    createdAt: activity.occurredAt,
  });
}

/** What later layers told of a person, newest first. */
export const activitiesOf = (ctx: Context, leadId: string): Promise<ActivityRow[]> =>
  listActivities(ctx.db, ctx.workspace.id, leadId);
