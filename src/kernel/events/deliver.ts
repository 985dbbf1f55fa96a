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

/**
 * Lets everybody who listens take one event, one after the other, each in a transaction of its own. Whoever fails gets a
 * job of their own, which tries again by itself and holds nobody up.
 */
export const deliverEvent = job({
  name: 'event.deliver',
  payload: z.object({ workspaceId: z.uuid(), eventId: z.uuid() }),
  maxAttempts: 25,
  async run(platform, { workspaceId, eventId }, { correlationId, log }) {
    const entry = { workspaceId, actor: system('events'), correlationId };
    const event = await inWorkspace(platform, { ...entry, readOnly: true }, (ctx) =>
      findEvent(ctx.db, workspaceId, eventId),
    );
    if (!event) return;
    for (const listener of listenersOf(platform).filter((one) => one.event === event.name)) {
      const { name } = listener;
      try {
        await take(platform, { workspaceId, correlationId }, listener, event as EventOf<EventName>);
      } catch (error) {
        log.warn({ err: error, listener: name, event: event.name }, 'a listener failed and will try again');
        await inWorkspace(platform, entry, (ctx) =>
          enqueue(
            ctx,
            notifyListener,
            { workspaceId, eventId, listener: name },
            { key: `${name}:${eventId}` },
          ),
        );
      }
    }
  },
});

/** Lets one listener take one event. The receipt commits with the effects, so they happen once. */
async function take(
  platform: Platform,
  { workspaceId, correlationId }: { workspaceId: string; correlationId: string },
  listener: Listener,
  event: EventOf<EventName>,
): Promise<void> {
  const { name } = listener;
  await inWorkspace(platform, { workspaceId, actor: system(name), correlationId }, async (ctx) => {
    if (await insertReceipt(ctx.db, workspaceId, name, event.id)) await listener.handle(ctx, event);
  });
}

/** The same for one listener alone: who failed before, or came later. */
export const notifyListener = job({
  name: 'event.notify-listener',
  payload: z.object({ workspaceId: z.uuid(), eventId: z.uuid(), listener: z.string() }),
  maxAttempts: 25,
  async run(platform, { workspaceId, eventId, listener: name }, { correlationId }) {
    const listener = listenersOf(platform).find((candidate) => candidate.name === name);
    if (!listener) return;
    const entry = { workspaceId, actor: system(name), correlationId, readOnly: true };
    const event = await inWorkspace(platform, entry, (ctx) => findEvent(ctx.db, workspaceId, eventId));
    if (event) await take(platform, { workspaceId, correlationId }, listener, event as EventOf<EventName>);
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
