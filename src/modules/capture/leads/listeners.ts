import { listener } from '#kernel/events';
import { withdraw } from './consents.ts';

/** Whoever ends the newsletter takes their yes back; the row that said yes stays. */
export const whenAddressUnsubscribed = listener({
  name: 'capture.withdraw-newsletter',
  event: 'address.unsubscribed',
  handle: async (ctx, event) => {
    const { leadId, stream } = event.payload;
    if (leadId && stream === 'marketing') await withdraw(ctx, leadId, 'newsletter');
  },
});
