import type { Context } from '#context';
import { type MessageRow, queueMessage, renderMail } from '#kernel/mail';
import { openToken } from '#kernel/pages';
import { experts } from '#modules/creation';
import { money } from '../money.ts';
import { getRow } from '../offers/service.ts';
import { listLines, type OrderRow } from '../orders/queries.ts';

/**
 * Queues the mail that opens what was bought, with its receipt. The same key is one mail, however often it is asked for.
 * @param options `key` tells a mail that a member asks for again from the first
 */
export async function sendAccess(
  ctx: Context,
  order: OrderRow,
  { key, note = '' }: { key: string; note?: string },
): Promise<MessageRow> {
  if (!order.leadId) throw new TypeError('An order of nobody has nobody to write to.');
  const { publicUrl } = ctx.platform.settings;
  const token = await openToken(ctx, 'library', order.leadId);
  const lines = await listLines(ctx.db, ctx.workspace.id, [order.id]);
  const offer = order.offerId ? await getRow(ctx, order.offerId) : undefined;
  const expert = order.expertId ? await experts.get(ctx, order.expertId) : undefined;
  const sender = expert?.name ?? ctx.workspace.name;
  const what = lines.map(({ description }) => description).join(', ');
  const { html, text } = renderMail({
    sender,
    preheader: `${what} is yours. Receipt ${order.number} is below.`,
    paragraphs: [
      { heading: `${what} is yours` },
      'The button opens your library: what you bought, and its receipts. Keep this mail; the link is yours alone.',
      ...(note ? [note] : []),
      {
        list: [
          ...lines.map(
            ({ description, totalMinor }) => `${description}: ${money(totalMinor, order.currency)}`,
          ),
          `Paid on ${order.bookedAt.toISOString().slice(0, 10)}, receipt ${order.number}: ${money(order.totalMinor, order.currency)}`,
          ...(order.isTest ? ['This was a test checkout: no card was charged and no money moved.'] : []),
        ],
      },
      ...(offer?.guarantee ? [offer.guarantee] : []),
    ],
    button: { label: 'Open your library', url: `${publicUrl}/library/${token}` },
    footer: `You get this because you bought ${what} from ${ctx.workspace.name}.`,
  });
  return queueMessage(ctx, {
    stream: 'transactional',
    kind: 'order.access',
    to: { email: order.email, ...(order.name && { name: order.name }) },
    subject: `${what} is yours`,
    html,
    text,
    leadId: order.leadId,
    dedupeKey: `order.access:${order.id}:${key}`,
    secret: true,
  });
}
