import type { App } from '#kernel/http';
import { catcherRoutes } from './catcher-routes.ts';
import { messageRoutes } from './routes.ts';
import { findUnconfirmed, sendMessage } from './send.ts';
import { unsubscribePages } from './unsubscribe-page.ts';

export { type AccountLetter, sendAccountMail } from './account-mail.ts';
export type { MailAddress } from './compose.ts';
export { type IncomingMail, readIncoming } from './incoming.ts';
export {
  buildMail,
  type Mail,
  type MailAccount,
  type MailSettings,
  type MailState,
  probeAccount,
} from './mail.ts';
export {
  cancelMessage,
  getMessage,
  type MessageRequest,
  messagesById,
  messagesByMessageId,
  messagesOf,
  queueMessage,
  resolveMessage,
} from './messages.ts';
export type { MessageRow, MessageState, Stream, SuppressionReason, SuppressionRow } from './schema.ts';
export { findUnconfirmed, sendMessage } from './send.ts';
export {
  forgetAddress,
  liftSuppression,
  suppress,
  suppressedAddress,
  suppressedAmong,
  suppressionOf,
} from './suppressions.ts';
export { escapeHtml, type MailBlock, type MailContent, renderMail, UNSUBSCRIBE_URL } from './template.ts';

export const mailJobs = [sendMessage, findUnconfirmed];

export function mailRoutes(app: App): void {
  messageRoutes(app);
  catcherRoutes(app);
  unsubscribePages(app);
}
