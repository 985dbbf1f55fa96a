import type { Context } from '#context';
import { newId } from '#kernel/database';
import { enqueue } from '#kernel/jobs';
import { notify } from '#kernel/live';
import { catalog, type EventName, type EventPayload } from './catalog.ts';
import { deliverEvent } from './deliver.ts';
import { insertEvent } from './queries.ts';

/**
 * Says that something happened. The event, and the job that delivers it, commit with the caller's transaction.
 * @returns the event's id
 * @throws ZodError when the payload does not fit the catalogue
 */
export async function publish<Name extends EventName>(
  ctx: Context,
  name: Name,
  payload: EventPayload<Name>,
): Promise<string> {
  const { version, payload: shape } = catalog[name];
  const id = newId();
  const occurredAt = ctx.clock.now();
  await insertEvent(ctx.db, ctx.workspace.id, {
    id,
    name,
    version,
    payload: shape.parse(payload),
    actor: ctx.actor,
    correlationId: ctx.correlationId,
    occurredAt,
  });
  await enqueue(ctx, deliverEvent, { workspaceId: ctx.workspace.id, eventId: id });
  await notify(ctx, name, payload);
  return id;
}
