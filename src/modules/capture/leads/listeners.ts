import { listener } from '#kernel/events';
import { getMessage } from '#kernel/mail';
import { withdraw } from './consents.ts';
import { doubt } from './service.ts';

/** Whoever ends the newsletter takes their yes back; the row that said yes stays. */
export const whenAddressUnsubscribed = listener({
  name: 'capture.withdraw-newsletter',
  event: 'address.unsubscribed',
  handle: async (ctx, event) => {
    const { leadId, stream } = event.payload;
    if (leadId && stream === 'marketing') await withdraw(ctx, leadId, 'newsletter');
  },
});

/** An address that no mail reaches, and that nobody confirmed, may be nobody's. */
export const whenMessageBounced = listener({
  name: 'capture.doubt-bounced-address',
  event: 'message.bounced',
  handle: async (ctx, event) => {
    if (!event.payload.permanent) return;
    const { leadId } = await getMessage(ctx, event.payload.messageId);
    if (leadId) await doubt(ctx, leadId, 'Mail to this address came back');
  },
});
