import type { Context } from '#context';
import { audit } from '#kernel/audit';
import { newId } from '#kernel/database';
import { catalog } from '#kernel/events';
import { Invalid, NotFound } from '#kernel/http';
import { enqueue } from '#kernel/jobs';
import { cutPage, decodeCursor, type Page, type PageQuery } from '#kernel/shapes';
import { deliverWebhook } from './jobs.ts';
import * as queries from './queries.ts';
import type { Delivery, Endpoint, EndpointChange, EndpointWithSecret, NewEndpoint } from './shapes.ts';
import { newSecret, secretContext } from './signing.ts';

const DAY_MS = 24 * 3_600_000;

/**
 * Adds an endpoint. The address has been checked before this transaction.
 * @returns the endpoint with its secret, which is never shown again
 */
export async function add(ctx: Context, given: NewEndpoint): Promise<EndpointWithSecret> {
  demandKnownEvents(given.events);
  const id = newId();
  const secret = newSecret();
  const row = await queries.insertEndpoint(ctx.db, {
    id,
    workspaceId: ctx.workspace.id,
    ...given,
    secretSealed: ctx.platform.vault.seal(secret, secretContext(id)),
    createdBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    createdAt: ctx.clock.now(),
  });
  await audit(ctx, {
    action: 'webhook.added',
    subject: { type: 'webhook', id },
    after: { url: given.url, events: given.events },
  });
  return { ...show(row), secret };
}

export async function list(ctx: Context, { cursor, limit }: PageQuery): Promise<Page<Endpoint>> {
  const after = cursor ? String(decodeCursor(cursor, 1)[0]) : undefined;
  const rows = await queries.listEndpoints(ctx.db, ctx.workspace.id, { limit, ...(after && { after }) });
  return cutPage(rows, limit, (row) => [row.id], show);
}

/** @throws NotFound */
export async function get(ctx: Context, id: string): Promise<Endpoint> {
  const row = await queries.findEndpoint(ctx.db, ctx.workspace.id, id);
  if (!row) throw new NotFound();
  return show(row);
}

/** Changes an endpoint; making it active again forgets its failures. @throws NotFound */
export async function change(ctx: Context, id: string, given: EndpointChange): Promise<Endpoint> {
  demandKnownEvents(given.events ?? []);
  const { url, events, description, state } = given;
  const row = await queries.updateEndpoint(ctx.db, ctx.workspace.id, id, {
    ...(url !== undefined && { url }),
    ...(events !== undefined && { events }),
    ...(description !== undefined && { description }),
    ...(state !== undefined && { state, stateReason: null, failuresInRow: 0, failingSince: null }),
    updatedAt: ctx.clock.now(),
  });
  if (!row) throw new NotFound();
  await audit(ctx, { action: 'webhook.changed', subject: { type: 'webhook', id }, after: given });
  return show(row);
}

/** Makes a new secret; the old one signs beside it for a day. @throws NotFound */
export async function replaceSecret(ctx: Context, id: string): Promise<EndpointWithSecret> {
  const before = await queries.findEndpoint(ctx.db, ctx.workspace.id, id);
  if (!before) throw new NotFound();
  const secret = newSecret();
  const row = await queries.updateEndpoint(ctx.db, ctx.workspace.id, id, {
    secretSealed: ctx.platform.vault.seal(secret, secretContext(id)),
    previousSecretSealed: before.secretSealed,
    previousSecretExpiresAt: new Date(ctx.clock.now().getTime() + DAY_MS),
    updatedAt: ctx.clock.now(),
  });
  await audit(ctx, { action: 'webhook.secret-replaced', subject: { type: 'webhook', id } });
  return { ...show(row ?? before), secret };
}

/** @throws NotFound */
export async function remove(ctx: Context, id: string): Promise<void> {
  if (!(await queries.deleteEndpoint(ctx.db, ctx.workspace.id, id))) throw new NotFound();
  await audit(ctx, { action: 'webhook.removed', subject: { type: 'webhook', id } });
}

/** Newest first. @throws NotFound */
export async function listDeliveries(
  ctx: Context,
  endpointId: string,
  page: PageQuery,
): Promise<Page<Delivery>> {
  await get(ctx, endpointId);
  const before = page.cursor ? String(decodeCursor(page.cursor, 1)[0]) : undefined;
  const rows = await queries.listDeliveries(ctx.db, ctx.workspace.id, endpointId, {
    limit: page.limit,
    ...(before && { before }),
  });
  return cutPage(rows, page.limit, (row) => [row.id], showDelivery);
}

/** Tries a delivery again now, whatever became of it before. @throws NotFound */
export async function retry(ctx: Context, endpointId: string, id: string): Promise<Delivery> {
  const row = await queries.findDelivery(ctx.db, ctx.workspace.id, id);
  if (!row || row.endpointId !== endpointId) throw new NotFound();
  const again = { state: 'waiting' as const, nextAttemptAt: ctx.clock.now(), waitingReason: null };
  await queries.updateDelivery(ctx.db, ctx.workspace.id, id, again);
  await enqueue(ctx, deliverWebhook, { workspaceId: ctx.workspace.id, deliveryId: id });
  return showDelivery({ ...row, ...again });
}

/** Plans the deliveries of something that happened; once per endpoint and event. */
export async function announce(
  ctx: Context,
  event: { id: string; name: string; payload: unknown; occurredAt: Date },
): Promise<void> {
  const endpoints = await queries.listSubscribers(ctx.db, ctx.workspace.id, event.name);
  if (endpoints.length === 0) return;
  const body = JSON.stringify({
    type: event.name,
    timestamp: event.occurredAt.toISOString(),
    data: event.payload,
  });
  for (const endpoint of endpoints) {
    const id = newId();
    const planned = await queries.insertDelivery(ctx.db, {
      id,
      workspaceId: ctx.workspace.id,
      endpointId: endpoint.id,
      eventId: event.id,
      eventType: event.name,
      body,
      nextAttemptAt: ctx.clock.now(),
      createdAt: ctx.clock.now(),
    });
    if (planned) await enqueue(ctx, deliverWebhook, { workspaceId: ctx.workspace.id, deliveryId: id });
  }
}

function demandKnownEvents(names: string[]): void {
  const wrong = names
    .map((name, index) => ({ name, index }))
    .filter(({ name }) => !Object.hasOwn(catalog, name));
  if (wrong.length === 0) return;
  throw new Invalid(
    wrong.map(({ name, index }) => ({
      pointer: `/events/${index}`,
      detail: `There is no event called "${name}".`,
    })),
  );
}

const iso = (date: Date | null): string | null => date?.toISOString() ?? null;

const show = (row: queries.EndpointRow): Endpoint => ({
  id: row.id,
  url: row.url,
  description: row.description,
  events: row.events,
  state: row.state,
  stateReason: row.stateReason,
  failuresInRow: row.failuresInRow,
  lastDeliveryAt: iso(row.lastDeliveryAt),
  lastSuccessAt: iso(row.lastSuccessAt),
  createdAt: row.createdAt.toISOString(),
});

const showDelivery = (row: queries.DeliveryRow): Delivery => ({
  id: row.id,
  endpointId: row.endpointId,
  eventId: row.eventId,
  eventType: row.eventType,
  body: row.body,
  state: row.state,
  attempts: row.attempts,
  nextAttemptAt: iso(row.nextAttemptAt),
  waitingReason: row.waitingReason,
  lastStatus: row.lastStatus,
  lastError: row.lastError,
  deliveredAt: iso(row.deliveredAt),
  createdAt: row.createdAt.toISOString(),
});
