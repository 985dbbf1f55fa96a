import { listener } from '#kernel/events';
import { getMessage } from '#kernel/mail';
import { keepActivity } from './activities.ts';
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

/** What a reader asked the expert's clone belongs to their story. The words of the question stay with the trial. */
export const whenCloneAnswered = listener({
  name: 'capture.keep-clone-question',
  event: 'clone.answered',
  handle: async (ctx, { id: eventId, payload, occurredAt }) => {
    const { leadId, turnId, trialId, cloneId, isGrounded } = payload;
    // Members who try the clone are nobody's story.
    if (!leadId || !trialId) return;
    const summary = isGrounded
      ? 'Asked the clone, which answered from the material'
      : 'Asked the clone something that is not in the material';
    const refs = { turnId, trialId, cloneId };
    await keepActivity(ctx, { leadId, eventId, kind: 'clone', summary, refs, occurredAt });
  },
});

export const whenTrialSpent = listener({
  name: 'capture.keep-trial-spent',
  event: 'trial.spent',
  handle: async (ctx, { id: eventId, payload: { leadId, ...refs }, occurredAt }) => {
    const summary = 'Used up the free questions to the clone';
    await keepActivity(ctx, { leadId, eventId, kind: 'trial-spent', summary, refs, occurredAt });
  },
});
