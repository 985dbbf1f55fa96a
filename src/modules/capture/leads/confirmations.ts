import { createHash, randomBytes } from 'node:crypto';
import { type Context, type Platform, system, type Workspace } from '#context';
import { inTransaction, inWorkspace, newId } from '#kernel/database';
import { publish } from '#kernel/events';
import { Fact } from '#kernel/http';
import { queueMessage, renderMail } from '#kernel/mail';
import { playbooks } from '#modules/creation';
import { listPassedOf } from '../gates/queries.ts';
import { confirm as confirmConsents } from './consents.ts';
import * as queries from './queries.ts';

/** The link was good once. */
export class ConfirmationExpired extends Fact {
  override readonly status = 410;
  override readonly title = 'This link has expired';
}

const LIFE_DAYS = 14;
const DAY_MS = 86_400_000;
/** Anybody can type anybody's address: more mails than this in an hour would be a nuisance to its owner. */
const MOST_PER_HOUR = 3;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

interface Occasion {
  title: string;
  expertName: string;
  opens: { from: number; to: number };
  newsletter: boolean;
}

/** Mails a link that proves the address. Only the hash of its token is kept. */
export async function askToConfirm(
  ctx: Context,
  lead: queries.LeadRow,
  { title, expertName, opens, newsletter }: Occasion,
): Promise<void> {
  const now = ctx.clock.now();
  const recent = await queries.countConfirmationsSince(
    ctx.db,
    ctx.workspace.id,
    lead.id,
    new Date(now.getTime() - DAY_MS / 24),
  );
  if (recent >= MOST_PER_HOUR) return;
  const token = randomBytes(32).toString('base64url');
  const id = newId();
  const steps = opens.from === opens.to ? `Step ${opens.from} is` : `Steps ${opens.from} to ${opens.to} are`;
  const { html, text } = renderMail({
    sender: expertName,
    preheader: `${steps} open. One press says that this address is yours.`,
    paragraphs: [
      { heading: 'Is this address yours?' },
      `${steps} open in “${title}”. Press the button once, so that we know that this address is yours. The same link opens the playbook on any device, where you left it.`,
      ...(newsletter
        ? [
            `It also says yes to the mails from ${expertName} that you ticked. Each of them has a link that ends them.`,
          ]
        : []),
    ],
    button: { label: 'Yes, it is mine', url: `${ctx.platform.settings.publicUrl}/confirm/${token}` },
    footer: [
      `You get this because somebody typed this address into “${title}” by ${expertName}.`,
      `If that was not you, do nothing: no more mail follows from it. The link works for ${LIFE_DAYS} days.`,
    ],
  });
  const message = await queueMessage(ctx, {
    stream: 'transactional',
    kind: 'lead.confirmation',
    to: { email: lead.email, ...(lead.name && { name: lead.name }) },
    subject: `Confirm your address for ${title}`,
    html,
    text,
    leadId: lead.id,
    dedupeKey: `lead.confirmation:${id}`,
    secret: true,
  });
  await queries.insertConfirmation(ctx.db, ctx.workspace.id, {
    id,
    leadId: lead.id,
    email: lead.email,
    tokenHash: hashOf(token),
    purpose: 'address',
    messageId: message.id,
    sentAt: now,
    expiresAt: new Date(now.getTime() + LIFE_DAYS * DAY_MS),
    createdAt: now,
  });
}

/** What a link stands for, for the page that asks. */
export interface ConfirmationOffer {
  workspace: Workspace;
  /** With its middle hidden: the link may have been forwarded. */
  address: string;
  state: 'open' | 'confirmed' | 'expired';
  /** Whether the link still opens the playbook on the device that follows it. */
  isLive: boolean;
  leadId: string;
  readingId: string | null;
  /** The playbook they came for; null when it is gone. */
  playbook: { title: string; path: string } | null;
}

/** What a token would confirm; acts on nothing. Null when there is no such token. */
export const findOffer = (platform: Platform, token: string): Promise<ConfirmationOffer | null> =>
  withToken(platform, token, (ctx, row) => offerOf(ctx, row));

interface Seen {
  ipHash: (workspaceId: string) => string;
  userAgent: string | null;
}

/**
 * Confirms an address, and what its owner granted on the form. Again is as good as once.
 * @returns null when there is no such token
 * @throws ConfirmationExpired
 */
export async function confirm(
  platform: Platform,
  token: string,
  seen: Seen,
): Promise<ConfirmationOffer | null> {
  return withToken(platform, token, async (ctx, row) => {
    const offer = await offerOf(ctx, row);
    if (offer.state === 'expired')
      throw new ConfirmationExpired(
        'The link was good for 14 days. Pass the gate again and a new one comes by mail.',
      );
    if (offer.state === 'confirmed') return offer;
    const now = ctx.clock.now();
    const ipHash = seen.ipHash(ctx.workspace.id);
    await queries.updateConfirmation(ctx.db, ctx.workspace.id, row.id, {
      confirmedAt: now,
      confirmedIpHash: ipHash,
      confirmedUserAgent: seen.userAgent,
    });
    const lead = await queries.lockLead(ctx.db, ctx.workspace.id, row.leadId);
    if (!lead || lead.email !== row.email) return offer;
    await queries.updateLead(ctx.db, ctx.workspace.id, lead.id, {
      confirmedAt: lead.confirmedAt ?? now,
      lastActivityAt: now,
      updatedAt: now,
    });
    const pageUrl = `${ctx.platform.settings.publicUrl}/confirm`;
    await confirmConsents(ctx, {
      leadId: lead.id,
      confirmationId: row.id,
      ipHash,
      userAgent: seen.userAgent,
      pageUrl,
    });
    if (!lead.confirmedAt) await publish(ctx, 'lead.confirmed', { leadId: lead.id });
    return { ...offer, state: 'confirmed' };
  });
}

async function offerOf(ctx: Context, row: queries.ConfirmationRow): Promise<ConfirmationOffer> {
  const passed = (await listPassedOf(ctx.db, ctx.workspace.id, row.leadId))
    .filter(({ submittedAt }) => submittedAt && submittedAt <= row.createdAt)
    .at(-1);
  const name = passed && (await playbooks.namesOf(ctx, [passed.playbookId])).get(passed.playbookId);
  return {
    workspace: ctx.workspace,
    address: masked(row.email),
    state: row.confirmedAt ? 'confirmed' : row.expiresAt <= ctx.clock.now() ? 'expired' : 'open',
    isLive: row.expiresAt > ctx.clock.now(),
    leadId: row.leadId,
    readingId: passed?.readingId ?? null,
    playbook: name
      ? {
          title: name.title,
          path: `/p/${ctx.workspace.slug}/${name.slug}#step-${(passed?.stepPosition ?? 0) + 1}`,
        }
      : null,
  };
}

async function withToken<T>(
  platform: Platform,
  token: string,
  work: (ctx: Context, row: queries.ConfirmationRow) => Promise<T>,
): Promise<T | null> {
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return null;
  const found = await inTransaction(platform.database.pool, {}, (db) =>
    queries.findConfirmationByHash(db, hashOf(token)),
  );
  if (!found) return null;
  return inWorkspace(
    platform,
    { workspaceId: found.workspace_id, actor: system('confirmation link') },
    async (ctx) => {
      const row = await queries.lockConfirmation(ctx.db, ctx.workspace.id, found.id);
      return row ? work(ctx, row) : null;
    },
  );
}

function masked(email: string): string {
  const at = email.lastIndexOf('@');
  return `${email.slice(0, Math.min(2, at))}…${email.slice(at)}`;
}
