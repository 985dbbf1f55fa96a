import { type Context, type Platform, system } from '#context';
import { inWorkspace } from '#kernel/database';
import { notify } from '#kernel/live';
import { type MailAccount, probeAccount } from '#kernel/mail';
import * as queries from './queries.ts';

/** Signs in to the account's server and writes down what it said. Outside any transaction. */
export async function probe(
  platform: Platform,
  { workspaceId, mailboxId }: { workspaceId: string; mailboxId: string },
): Promise<void> {
  const inside = <T>(work: (ctx: Context) => Promise<T>) =>
    inWorkspace(platform, { workspaceId, actor: system('mailbox test') }, work);
  const account = await inside((ctx) => accountOf(ctx, mailboxId));
  if (!account) return;
  const trouble = await probeAccount(platform, account);
  await inside(async (ctx) => {
    const row = await queries.findMailbox(ctx.db, workspaceId, mailboxId);
    if (!row || row.status === 'paused') return;
    await queries.updateMailbox(ctx.db, workspaceId, mailboxId, {
      status: trouble === null ? 'active' : 'failing',
      statusReason: trouble,
      updatedAt: ctx.clock.now(),
    });
    await notify(ctx, 'mailbox.tested', { mailboxId });
  });
}

/** The account of a mailbox that has one of its own: the mail engine asks for it with every message. */
export async function accountOf(ctx: Context, id: string): Promise<MailAccount | null> {
  const row = await queries.findMailbox(ctx.db, ctx.workspace.id, id);
  if (row?.provider !== 'smtp' || !row.smtpHost || !row.smtpPort) return null;
  return {
    host: row.smtpHost,
    port: row.smtpPort,
    security: row.smtpSecurity ?? 'starttls',
    username: row.smtpUsername,
    password: row.smtpPasswordSealed
      ? ctx.platform.vault.open(row.smtpPasswordSealed, `mailbox:${row.id}`)
      : null,
  };
}
