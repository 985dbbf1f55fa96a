import { type Platform, system } from '#context';
import { inWorkspace, SYSTEM_WORKSPACE_ID } from '#kernel/database';
import type { MailAddress } from './compose.ts';
import { queueMessage } from './messages.ts';
import { type MailContent, renderMail } from './template.ts';

/** A mail about somebody's account, written out or as the parts that `renderMail` takes. */
export type AccountLetter = {
  /** `verification`, `reset`, `magic-link`, `invitation` …; kept as `account.<kind>`. */
  kind: string;
  to: MailAddress;
  subject: string;
} & ({ html: string; text: string } | { content: MailContent });

/**
 * Queues a mail about somebody's account. It belongs to no business, so it goes through the system workspace; what it
 * says (codes, links that sign in) is removed once it was handed over.
 */
export async function sendAccountMail(platform: Platform, letter: AccountLetter): Promise<void> {
  const { kind, to, subject } = letter;
  const { html, text } =
    'content' in letter ? renderMail({ sender: 'PlaybookOS', ...letter.content }) : letter;
  await inWorkspace(platform, { workspaceId: SYSTEM_WORKSPACE_ID, actor: system('identity') }, (ctx) =>
    queueMessage(ctx, {
      stream: 'transactional',
      kind: kind.startsWith('account.') ? kind : `account.${kind}`,
      to,
      subject,
      html,
      text,
      secret: true,
    }),
  );
}
