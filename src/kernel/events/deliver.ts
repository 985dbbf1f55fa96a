import { z } from 'zod';
import { type Platform, system } from '#context';
import { inWorkspace } from '#kernel/database';
import { enqueue, job } from '#kernel/jobs';
import type { EventName, EventOf } from './catalog.ts';
import type { Listener } from './listener.ts';
import { deleteReceipts, findEvent, insertReceipt, listHistory } from './queries.ts';

const registry = new WeakMap<Platform, Listener[]>();

/**
 * Tells the program who listens. Called once at the start.
 * @throws Error when two listeners share a name
 */
export function registerListeners(platform: Platform, listeners: Listener[]): void {
  const names = new Set<string>();
  for (const { name } of listeners) {
    if (names.has(name)) throw new Error(`Two listeners are named ${name}.`);
    names.add(name);
  }
  registry.set(platform, listeners);
}

const listenersOf = (platform: Platform): Listener[] => registry.get(platform) ?? [];

/** Fans one event out: one job per listener, so that each retries on its own. */
export const deliverEvent = job({
  name: 'event.deliver',
  payload: z.object({ workspaceId: z.uuid(), eventId: z.uuid() }),
  maxAttempts: 25,
  async run(platform, { workspaceId, eventId }, { correlationId }) {
    await inWorkspace(platform, { workspaceId, actor: system('events'), correlationId }, async (ctx) => {
      const event = await findEvent(ctx.db, workspaceId, eventId);
      if (!event) return;
      for (const { name } of listenersOf(platform).filter((listener) => listener.event === event.name)) {
        await enqueue(
          ctx,
          notifyListener,
          { workspaceId, eventId, listener: name },
          { key: `${name}:${eventId}` },
        );
      }
    });
  },
});

/** Lets one listener take one event. The receipt commits with the effects, so they happen once. */
export const notifyListener = job({
  name: 'event.notify-listener',
  payload: z.object({ workspaceId: z.uuid(), eventId: z.uuid(), listener: z.string() }),
  maxAttempts: 25,
  async run(platform, { workspaceId, eventId, listener: name }, { correlationId }) {
    const listener = listenersOf(platform).find((candidate) => candidate.name === name);
    if (!listener) return;
    await inWorkspace(platform, { workspaceId, actor: system(name), correlationId }, async (ctx) => {
      if (!(await insertReceipt(ctx.db, workspaceId, name, eventId))) return;
      const event = await findEvent(ctx.db, workspaceId, eventId);
      if (event) await listener.handle(ctx, event as EventOf<EventName>);
    });
  },
});

interface Replay {
  workspaceId: string;
  listener: string;
  from: Date;
  before: Date;
  /** Run again also what has a receipt. The listener's own effects must bear it. */
  again?: boolean;
}

/**
 * Sends history to one listener once more, in order, for a listener that came later or was mended.
 * @returns how many events were enqueued
 */
export async function replay(
  platform: Platform,
  { workspaceId, listener: name, from, before, again }: Replay,
): Promise<number> {
  const listener = listenersOf(platform).find((candidate) => candidate.name === name);
  if (!listener) throw new Error(`No listener is named ${name}.`);
  let count = 0;
  let after: { occurredAt: Date; id: string } | undefined;
  for (;;) {
    const piece = await inWorkspace(platform, { workspaceId, actor: system('replay') }, async (ctx) => {
      const rows = await listHistory(
        ctx.db,
        workspaceId,
        listener.event,
        { from, before, ...(after && { after }) },
        500,
      );
      if (again)
        await deleteReceipts(
          ctx.db,
          workspaceId,
          name,
          rows.map((row) => row.id),
        );
      for (const { id: eventId } of rows) {
        await enqueue(
          ctx,
          notifyListener,
          { workspaceId, eventId, listener: name },
          { queue: `replay:${name}` },
        );
      }
      return rows;
    });
    const last = piece.at(-1);
    if (!last) return count;
    count += piece.length;
    after = last;
  }
}
