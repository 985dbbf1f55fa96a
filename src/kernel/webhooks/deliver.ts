import { type Context, type Platform, system } from '#context';
import { audit } from '#kernel/audit';
import { OutboundRefused } from '#kernel/connectors';
import { inWorkspace, newId } from '#kernel/database';
import { DISABLE_AFTER_MS, nextAttemptAt } from './backoff.ts';
import * as queries from './queries.ts';
import { secretContext, signedHeaders } from './signing.ts';

interface Planned {
  delivery: queries.DeliveryRow;
  endpoint: queries.EndpointRow;
  secrets: string[];
}

/** What came of one attempt. */
interface Outcome {
  status: number | null;
  error: string | null;
  answer: string | null;
  retryAt?: Date | undefined;
  /** Whether another attempt can change anything. */
  retry: boolean;
  durationMs: number;
}

/** Plans the next attempt in the transaction that writes down this one. */
type TryLater = (ctx: Context, at: Date) => Promise<void>;

const TIMEOUT_MS = 20_000;

/** One attempt at one delivery: read in one transaction, post outside, write down in the next. */
export async function deliver(
  platform: Platform,
  { workspaceId, deliveryId }: { workspaceId: string; deliveryId: string },
  tryLater: TryLater,
): Promise<void> {
  const entry = { workspaceId, actor: system('webhooks') };
  const planned = await inWorkspace(platform, entry, (ctx) => plan(ctx, deliveryId));
  if (!planned) return;
  const outcome = await post(platform, planned);
  await inWorkspace(platform, entry, (ctx) => record(ctx, planned, outcome, tryLater));
}

async function plan(ctx: Context, deliveryId: string): Promise<Planned | undefined> {
  const delivery = await queries.findDelivery(ctx.db, ctx.workspace.id, deliveryId);
  if (delivery?.state !== 'waiting') return undefined;
  const endpoint = await queries.findEndpoint(ctx.db, ctx.workspace.id, delivery.endpointId);
  if (!endpoint) return undefined;
  if (endpoint.state !== 'active') {
    const waitingReason = `The endpoint is ${endpoint.state}. Make it active, then retry.`;
    await queries.updateDelivery(ctx.db, ctx.workspace.id, deliveryId, {
      state: 'cancelled',
      waitingReason,
      nextAttemptAt: null,
    });
    return undefined;
  }
  const { vault } = ctx.platform;
  const secrets = [vault.open(endpoint.secretSealed, secretContext(endpoint.id))];
  const stillSigns = endpoint.previousSecretExpiresAt && endpoint.previousSecretExpiresAt > ctx.clock.now();
  if (endpoint.previousSecretSealed && stillSigns) {
    secrets.push(vault.open(endpoint.previousSecretSealed, secretContext(endpoint.id)));
  }
  return { delivery, endpoint, secrets };
}

async function post(platform: Platform, { delivery, endpoint, secrets }: Planned): Promise<Outcome> {
  const started = performance.now();
  const durationMs = () => Math.round(performance.now() - started);
  try {
    const answer = await platform.outbound.request(endpoint.url, {
      method: 'POST',
      headers: {
        ...signedHeaders(delivery.id, platform.clock.now(), delivery.body, secrets),
        'user-agent': 'PlaybookOS webhooks',
      },
      body: delivery.body,
      timeoutMs: TIMEOUT_MS,
      maxBytes: 65_536,
      scope: endpoint.id,
    });
    return {
      status: answer.status,
      error: answer.ok ? null : `The endpoint answered ${answer.status}.`,
      answer: answer.text().slice(0, 2_000).replaceAll('\u0000', ''),
      retryAt: answer.retryAt,
      retry: answer.status !== 410,
      durationMs: durationMs(),
    };
  } catch (error) {
    if (!(error instanceof OutboundRefused)) throw error;
    const { message, retryAt, retryable } = error;
    // A name may point elsewhere tomorrow, so only an address that can never be right ends the attempts.
    const retry =
      retryable ||
      error.code === 'private_target' ||
      error.code === 'certificate' ||
      error.code === 'too_large';
    return { status: null, error: message, answer: null, retryAt, retry, durationMs: durationMs() };
  }
}

async function record(
  ctx: Context,
  { delivery, endpoint }: Planned,
  outcome: Outcome,
  tryLater: TryLater,
): Promise<void> {
  const now = ctx.clock.now();
  const workspaceId = ctx.workspace.id;
  const attempts = delivery.attempts + 1;
  const { status, error, answer, durationMs } = outcome;
  await queries.insertAttempt(ctx.db, {
    id: newId(),
    workspaceId,
    deliveryId: delivery.id,
    number: attempts,
    status,
    error,
    answer,
    durationMs,
    attemptedAt: now,
  });
  if (error === null) {
    await queries.updateDelivery(ctx.db, workspaceId, delivery.id, {
      state: 'delivered',
      attempts,
      lastStatus: status,
      lastError: null,
      waitingReason: null,
      nextAttemptAt: null,
      deliveredAt: now,
    });
    await queries.updateEndpoint(ctx.db, workspaceId, endpoint.id, {
      failuresInRow: 0,
      failingSince: null,
      lastDeliveryAt: now,
      lastSuccessAt: now,
    });
    return;
  }
  const next = outcome.retry ? nextAttemptAt(attempts, now, outcome.retryAt, Math.random()) : undefined;
  await queries.updateDelivery(ctx.db, workspaceId, delivery.id, {
    state: next ? 'waiting' : 'failed',
    attempts,
    lastStatus: status,
    lastError: error,
    waitingReason: next ? error : null,
    nextAttemptAt: next ?? null,
  });
  await noteFailure(ctx, endpoint, outcome, next === undefined);
  if (next) await tryLater(ctx, next);
}

/** Switches an endpoint off that says it is gone, or that has failed for days with every attempt used up. */
async function noteFailure(
  ctx: Context,
  endpoint: queries.EndpointRow,
  { status }: Outcome,
  gaveUp: boolean,
): Promise<void> {
  const now = ctx.clock.now();
  const failingSince = endpoint.failingSince ?? now;
  const forDays = gaveUp && now.getTime() - failingSince.getTime() >= DISABLE_AFTER_MS;
  const stateReason =
    status === 410
      ? 'The endpoint says that it is gone (410).'
      : forDays
        ? `Nothing has arrived since ${failingSince.toISOString().slice(0, 10)}.`
        : undefined;
  await queries.updateEndpoint(ctx.db, ctx.workspace.id, endpoint.id, {
    failuresInRow: endpoint.failuresInRow + 1,
    failingSince,
    lastDeliveryAt: now,
    ...(stateReason && { state: 'disabled' as const, stateReason }),
  });
  if (stateReason) {
    const subject = { type: 'webhook', id: endpoint.id };
    await audit(ctx, { action: 'webhook.disabled', subject, reason: stateReason });
  }
}
