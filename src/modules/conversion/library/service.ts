import { type Context, type Platform, system, type Workspace } from '#context';
import { inWorkspace } from '#kernel/database';
import { NotFound } from '#kernel/http';
import { queueMessage, renderMail } from '#kernel/mail';
import { findToken, type KnownReader, openToken } from '#kernel/pages';
import { buyers, leads } from '#modules/capture';
import { playbooks, readings } from '#modules/creation';
import { listOfLead as listEntitlements } from '../fulfilment/queries.ts';
import { ownsPlaybook } from '../fulfilment/service.ts';
import { listLines, listOfLead as listOrders } from '../orders/queries.ts';

/** One thing in somebody's library. */
export interface Owned {
  id: string;
  kind: string;
  label: string;
  /** A playbook that can be opened. */
  playbookId: string | null;
  state: 'open' | 'ended' | 'revoked';
  /** Why it is closed, or until when it is open; null when there is nothing to say. */
  note: string | null;
}

export interface Receipt {
  number: number;
  what: string;
  bookedAt: Date;
  totalMinor: number;
  refundedMinor: number;
  currency: string;
  isTest: boolean;
}

export interface Library {
  workspace: Workspace;
  owned: Owned[];
  receipts: Receipt[];
}

const day = (at: Date): string => at.toISOString().slice(0, 10);

/** What the private link of a library shows; null when it leads nowhere. */
export const find = (platform: Platform, token: string): Promise<Library | null> =>
  withToken(platform, token, async (ctx, leadId) => {
    const now = ctx.clock.now();
    const orders = await listOrders(ctx.db, ctx.workspace.id, leadId);
    const lines = await listLines(
      ctx.db,
      ctx.workspace.id,
      orders.map(({ id }) => id),
    );
    const entitlements = await listEntitlements(ctx.db, ctx.workspace.id, leadId);
    return {
      workspace: ctx.workspace,
      owned: entitlements.map(({ id, kind, label, subjectId, expiresAt, revokedAt, revokedReason }) => {
        const isEnded = expiresAt !== null && expiresAt <= now;
        const note = revokedAt
          ? `${revokedReason ?? 'Closed'}, ${day(revokedAt)}.`
          : expiresAt
            ? `${isEnded ? 'Ended on' : 'Open until'} ${day(expiresAt)}.`
            : null;
        const state = revokedAt ? 'revoked' : isEnded ? 'ended' : 'open';
        return { id, kind, label, playbookId: kind === 'playbook' ? subjectId : null, state, note };
      }),
      receipts: orders.map(
        ({ id, number, bookedAt, totalMinor, refundedMinor, currency, isTest }): Receipt => ({
          number,
          what: lines
            .filter(({ orderId }) => orderId === id)
            .map(({ description }) => description)
            .join(', '),
          bookedAt,
          totalMinor,
          refundedMinor,
          currency,
          isTest,
        }),
      ),
    };
  });

/** Where a playbook of a library is read, and as whom; null when the link leads nowhere or opens it no more. */
export const openPlaybook = (
  platform: Platform,
  token: string,
  playbookId: string,
): Promise<{ workspace: Workspace; path: string; reader: KnownReader } | null> =>
  withToken(platform, token, async (ctx, leadId) => {
    if (!(await ownsPlaybook(ctx, leadId, playbookId))) return null;
    const playbook = await playbooks.getRow(ctx, playbookId);
    if (!playbook.currentVersionId) return null;
    const known = (await readings.listOf(ctx, leadId)).find((reading) => reading.playbookId === playbookId);
    const readingId =
      known?.id ??
      (await readings.begin(ctx, {
        playbookId,
        versionId: playbook.currentVersionId,
        leadId,
        clickId: null,
        visitorHash: null,
        answers: {},
        stepsDone: [],
      }));
    return {
      workspace: ctx.workspace,
      path: `/p/${ctx.workspace.slug}/${playbook.slug}`,
      reader: { leadId, readingId },
    };
  });

async function withToken<T>(
  platform: Platform,
  token: string,
  work: (ctx: Context, leadId: string) => Promise<T | null>,
): Promise<T | null> {
  const target = await findToken(platform, 'library', token);
  if (!target || target.revokedAt) return null;
  const entry = { workspaceId: target.workspaceId, actor: system('library') };
  return inWorkspace(platform, entry, async (ctx) => {
    try {
      await leads.getRow(ctx, target.subjectId);
    } catch (error) {
      if (error instanceof NotFound) return null;
      throw error;
    }
    return work(ctx, target.subjectId);
  });
}

const HOUR_MS = 3_600_000;

/**
 * Mails somebody the link of their library, when they have one here; at most once an hour.
 * @param email normalised
 */
export async function mailLink(ctx: Context, email: string): Promise<void> {
  const lead = await buyers.findByEmail(ctx, email);
  if (!lead) return;
  const owned = await listEntitlements(ctx.db, ctx.workspace.id, lead.id);
  if (owned.length === 0) return;
  const token = await openToken(ctx, 'library', lead.id);
  const { html, text } = renderMail({
    sender: ctx.workspace.name,
    preheader: 'What you bought, and its receipts.',
    paragraphs: [{ heading: 'Your library' }, 'The button opens what you bought. The link is yours alone.'],
    button: {
      label: 'Open your library',
      url: `${ctx.platform.settings.publicUrl}/library/${token}`,
    },
    footer: 'You get this because somebody asked for it with this address. If it was not you, do nothing.',
  });
  const hour = Math.floor(ctx.clock.now().getTime() / HOUR_MS);
  await queueMessage(ctx, {
    stream: 'transactional',
    kind: 'library.link',
    to: { email: lead.email, ...(lead.name && { name: lead.name }) },
    subject: 'Your library',
    html,
    text,
    leadId: lead.id,
    dedupeKey: `library.link:${lead.id}:${hour}`,
    secret: true,
  });
}
