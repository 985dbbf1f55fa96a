import type { Context, Platform } from '#context';
import { audit } from '#kernel/audit';
import { newId } from '#kernel/database';
import { Conflict, Fact, Invalid, NotFound } from '#kernel/http';
import { enqueue } from '#kernel/jobs';
import { capOn } from '../sends/plan.ts';
import { wallClock } from '../sends/zone.ts';
import { testMailboxLater } from './jobs.ts';
import * as queries from './queries.ts';
import type { Mailbox, MailboxChange, MailboxServer, NewMailbox } from './shapes.ts';

export class MailboxKnown extends Fact {
  override readonly status = 409;
  override readonly title = 'There is such a mailbox already';
}

/** The catcher has no reputation to lose: nothing needs to be spaced out or warmed up. */
const STAND_IN = { gapSeconds: 0, gapJitterSeconds: 0, dailyCap: 500, warmupEnabled: false };

/**
 * Connects a sending account. Without a server it is the local catcher, which stands in while no mail server is set.
 * @throws MailboxKnown; Invalid when there is no catcher to stand in
 */
export async function connect(ctx: Context, input: NewMailbox): Promise<Mailbox> {
  const { server, email, ...settings } = input;
  if (!server && ctx.platform.mail.transportOf('outreach') !== 'catcher')
    throw new Invalid([
      { pointer: '/server', detail: 'This installation sends for real: name the server of the mailbox.' },
    ]);
  const id = newId();
  const now = ctx.clock.now();
  const timeZone = settings.timeZone ?? ctx.workspace.timeZone;
  const isNew = await queries.insertMailbox(ctx.db, ctx.workspace.id, {
    id,
    email,
    provider: server ? 'smtp' : 'catcher',
    senderName: ctx.workspace.name,
    ...(!server && STAND_IN),
    ...settings,
    ...(server && serverColumns(ctx.platform, id, server)),
    timeZone,
    status: server ? 'untested' : 'active',
    warmupStartedOn: wallClock(now, timeZone).day,
    createdBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    createdAt: now,
    updatedAt: now,
  });
  if (!isNew)
    throw new MailboxKnown(`${email} is connected already.`, [
      { pointer: '/email', detail: 'Use another address.' },
    ]);
  await audit(ctx, { action: 'mailbox.connected', subject: { type: 'mailbox', id }, after: { email } });
  if (server) await enqueue(ctx, testMailboxLater, { workspaceId: ctx.workspace.id, mailboxId: id });
  return get(ctx, id);
}

/**
 * Gives a workspace that has no mailbox the local catcher as one, while nothing can leave this machine: a first campaign
 * can be tried without connecting anything. It says of itself that it is a stand-in.
 */
export async function ensureStandIn(ctx: Context): Promise<void> {
  const { mail } = ctx.platform;
  if (mail.transportOf('outreach') !== 'catcher') return;
  if ((await queries.listMailboxes(ctx.db, ctx.workspace.id)).length > 0) return;
  const { email } = mail.senderOf('outreach', ctx.workspace);
  const now = ctx.clock.now();
  const { timeZone } = ctx.workspace;
  await queries.insertMailbox(ctx.db, ctx.workspace.id, {
    id: newId(),
    email,
    provider: 'catcher',
    senderName: ctx.workspace.name,
    ...STAND_IN,
    timeZone,
    status: 'active',
    warmupStartedOn: wallClock(now, timeZone).day,
    createdAt: now,
    updatedAt: now,
  });
}

/** @throws NotFound, Conflict */
export async function change(ctx: Context, id: string, input: MailboxChange): Promise<Mailbox> {
  const row = await find(ctx, id);
  const { server, ...settings } = input;
  if (server && row.provider === 'catcher')
    throw new Conflict('The local catcher has no server. Connect the account as a mailbox of its own.');
  await queries.updateMailbox(ctx.db, ctx.workspace.id, id, {
    ...settings,
    ...(server && { ...serverColumns(ctx.platform, id, server), status: 'untested' as const }),
    updatedAt: ctx.clock.now(),
  });
  await audit(ctx, { action: 'mailbox.changed', subject: { type: 'mailbox', id }, after: settings });
  if (server) await test(ctx, id);
  return get(ctx, id);
}

/** Asks the account's server again whether it would take mail; a job does the asking. @throws NotFound */
export async function test(ctx: Context, id: string): Promise<Mailbox> {
  const row = await find(ctx, id);
  if (row.provider !== 'catcher')
    await enqueue(ctx, testMailboxLater, { workspaceId: ctx.workspace.id, mailboxId: id });
  return get(ctx, id);
}

export async function list(ctx: Context): Promise<Mailbox[]> {
  const rows = await queries.listMailboxes(ctx.db, ctx.workspace.id);
  return Promise.all(rows.map((row) => show(ctx, row)));
}

/** @throws NotFound */
export async function get(ctx: Context, id: string): Promise<Mailbox> {
  return show(ctx, await find(ctx, id));
}

/** Takes a mailbox out of use; what it sent stays. @throws NotFound */
export async function remove(ctx: Context, id: string): Promise<void> {
  await find(ctx, id);
  const now = ctx.clock.now();
  await queries.updateMailbox(ctx.db, ctx.workspace.id, id, {
    status: 'disconnected',
    smtpPasswordSealed: null,
    archivedAt: now,
    updatedAt: now,
  });
  await audit(ctx, { action: 'mailbox.removed', subject: { type: 'mailbox', id } });
}

async function find(ctx: Context, id: string): Promise<queries.MailboxRow> {
  const row = await queries.findMailbox(ctx.db, ctx.workspace.id, id);
  if (!row || row.archivedAt) throw new NotFound('There is no such mailbox.');
  return row;
}

function serverColumns(platform: Platform, id: string, server: MailboxServer) {
  const { host, port, username, password } = server;
  return {
    smtpHost: host,
    smtpPort: port,
    smtpSecurity: server.security ?? (port === 465 ? ('tls' as const) : ('starttls' as const)),
    smtpUsername: username ?? null,
    smtpPasswordSealed: password ? platform.vault.seal(password, `mailbox:${id}`) : null,
  };
}

/** When the ramp of a mailbox began; null when it sends in full from the first day. */
export const rampFrom = (row: Pick<queries.MailboxRow, 'warmupEnabled' | 'warmupStartedOn' | 'provider'>) =>
  row.warmupEnabled && row.provider !== 'catcher' ? row.warmupStartedOn : null;

async function show(ctx: Context, row: queries.MailboxRow): Promise<Mailbox> {
  const { day } = wallClock(ctx.clock.now(), row.timeZone);
  return {
    id: row.id,
    email: row.email,
    senderName: row.senderName,
    signature: row.signature,
    provider: row.provider,
    isStandIn: row.provider === 'catcher',
    server:
      row.smtpHost && row.smtpPort
        ? { host: row.smtpHost, port: row.smtpPort, security: row.smtpSecurity ?? 'starttls' }
        : null,
    status: row.status,
    statusReason: row.statusReason,
    warmupEnabled: row.warmupEnabled,
    dailyCap: row.dailyCap,
    capToday: capOn({ ...row, rampFrom: rampFrom(row) }, day),
    sentToday: await queries.findReserved(ctx.db, ctx.workspace.id, row.id, day),
    rampPerDay: row.rampPerDay,
    gapSeconds: row.gapSeconds,
    timeZone: row.timeZone,
    nextFreeAt: row.nextFreeAt?.toISOString() ?? null,
    lastSentAt: row.lastSentAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}
