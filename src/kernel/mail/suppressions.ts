import { createHmac } from 'node:crypto';
import type { Context } from '#context';
import { newId } from '#kernel/database';
import { publish } from '#kernel/events';
import { Invalid, NotFound } from '#kernel/http';
import { readEmail } from '#kernel/shapes';
import { deleteCaughtMailsTo } from './catcher-queries.ts';
import { holdQueuedMessages, scrubMessages } from './queries.ts';
import { type Stream, type SuppressionReason, type SuppressionRow, streams } from './schema.ts';
import {
  findSuppression,
  findSuppressionById,
  findSuppressionInForce,
  findSuppressionsAmong,
  forgetSuppressedAddress,
  insertSuppression,
  liftSuppressionRow,
} from './suppression-queries.ts';

interface NewSuppression {
  email: string;
  /** `all` for what says something about the address or the person's anger, not about one kind of mail. */
  stream: Stream | 'all';
  reason: SuppressionReason;
  detail?: string;
  messageId?: string;
  leadId?: string;
}

/**
 * Writes to an address no more, in one stream or in all, and stops what waits for it. Idempotent.
 * @returns the suppression in force and whether it is new
 * @throws Invalid when it is no address
 */
export async function suppress(
  ctx: Context,
  wanted: NewSuppression,
): Promise<{ suppression: SuppressionRow; isNew: boolean }> {
  const email = normalised(wanted.email);
  const { stream, reason, detail, messageId, leadId } = wanted;
  const { db, workspace } = ctx;
  const emailHash = hashAddress(ctx, email);
  const inserted = await insertSuppression(db, workspace.id, {
    id: newId(),
    stream,
    email: reason === 'erasure' ? null : email,
    emailHash,
    reason,
    detail: detail ?? null,
    messageId: messageId ?? null,
    leadId: leadId ?? null,
    actor: ctx.actor,
    createdAt: ctx.clock.now(),
  });
  if (!inserted) {
    const suppression = await findSuppressionInForce(db, workspace.id, { emailHash, stream });
    // It was lifted between the two statements: the caller's wish still stands.
    return suppression ? { suppression, isNew: false } : suppress(ctx, wanted);
  }
  await holdWaiting(ctx, email, inserted);
  await publish(ctx, 'address.suppressed', { suppressionId: inserted.id, stream, reason });
  return { suppression: inserted, isNew: true };
}

async function holdWaiting(ctx: Context, email: string, suppression: SuppressionRow): Promise<void> {
  const { stream } = suppression;
  const held = await holdQueuedMessages(
    ctx.db,
    ctx.workspace.id,
    { email, streams: stream === 'all' ? [...streams] : [stream] },
    { ...reasonOf(suppression), updatedAt: ctx.clock.now() },
  );
  for (const messageId of held) await publish(ctx, 'message.held', { messageId, reason: suppression.reason });
}

/**
 * Allows writing to an address again. The record stays, with who lifted it.
 * @throws NotFound
 */
export async function liftSuppression(ctx: Context, id: string): Promise<SuppressionRow> {
  const lifted = await liftSuppressionRow(ctx.db, ctx.workspace.id, id, {
    liftedAt: ctx.clock.now(),
    liftedBy: ctx.actor,
  });
  if (!lifted) throw new NotFound('There is no such suppression in force.');
  return lifted;
}

/** Whom a suppression concerns; null once the person was erased. */
export const suppressedAddress = async (ctx: Context, id: string): Promise<string | null> =>
  (await findSuppressionById(ctx.db, ctx.workspace.id, id))?.email ?? null;

/** Which of many addresses must not be written to in a stream, with the reason in a sentence. */
export async function suppressedAmong(
  ctx: Context,
  emails: string[],
  stream: Stream,
): Promise<Map<string, string>> {
  const byHash = new Map(emails.map((email) => [hashAddress(ctx, email), email]));
  const found = new Map<string, string>();
  for (const row of await findSuppressionsAmong(ctx.db, ctx.workspace.id, {
    emails,
    hashes: [...byHash.keys()],
    stream,
  })) {
    const email = row.email ?? byHash.get(row.emailHash);
    if (email) found.set(email, reasonOf(row).reason);
  }
  return found;
}

/** Whether, and why, an address must not be written to in a stream. */
export async function suppressionOf(
  ctx: Context,
  email: string,
  stream: Stream,
): Promise<SuppressionRow | undefined> {
  return findSuppression(ctx.db, ctx.workspace.id, { email, emailHash: hashAddress(ctx, email), stream });
}

/**
 * Removes an address from everything mail keeps: bodies, names, caught mails. A keyed hash stays, so that nobody writes
 * to it again.
 * @returns how many messages and caught mails were emptied
 */
export async function forgetAddress(
  ctx: Context,
  typed: string,
): Promise<{ messages: number; caughtMails: number }> {
  const email = normalised(typed);
  await suppress(ctx, { email, stream: 'all', reason: 'erasure' });
  await forgetSuppressedAddress(ctx.db, ctx.workspace.id, email);
  const messages = await scrubMessages(
    ctx.db,
    ctx.workspace.id,
    email,
    `erased-${hashAddress(ctx, email).slice(0, 12)}@erased.invalid`,
  );
  const caughtMails = await deleteCaughtMailsTo(ctx.db, ctx.workspace.id, email);
  return { messages, caughtMails };
}

const WORDS: Record<SuppressionReason, string> = {
  unsubscribe: 'They unsubscribed',
  hard_bounce: 'The address does not exist: a mail came back',
  complaint: 'They reported a mail as spam',
  manual: 'Somebody here stopped mail to this address',
  erasure: 'They asked to be forgotten',
  reply: 'They answered that they want no more mail',
  import: 'The address came with an imported list of people not to write to',
};

/** Why a message is held, for people and for programs. */
export function reasonOf({ reason, stream, createdAt }: SuppressionRow): {
  reasonCode: string;
  reason: string;
} {
  const from = stream === 'all' ? '' : ` (${stream} mail)`;
  return {
    reasonCode: reason,
    reason: `${WORDS[reason]}${from} on ${createdAt.toISOString().slice(0, 10)}.`,
  };
}

/** Keyed, so that the list tells nobody who is on it, and different in each workspace. */
export function hashAddress(ctx: Pick<Context, 'platform' | 'workspace'>, email: string): string {
  return createHmac('sha256', ctx.platform.settings.signingKey)
    .update(`suppression:${ctx.workspace.id}:${email}`)
    .digest('hex');
}

function normalised(typed: string): string {
  const read = readEmail(typed);
  if (!read.ok) throw new Invalid([{ pointer: '/email', detail: read.problem }]);
  return read.email;
}
