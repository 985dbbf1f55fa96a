import { listener } from '#kernel/events';
import { follow, wake } from './deliver.ts';
import { prepare } from './prepare.ts';
import { forget } from './service.ts';

/** Somebody is ready: their video is made and leaves when the rule says. */
export const whenHandRaised = listener({
  name: 'conversion.prepare-video',
  event: 'hand.raised',
  handle: async (ctx, { payload, occurredAt }) => {
    await prepare(ctx, { ...payload, raisedAt: occurredAt });
  },
});

export const whenLeadConfirmed = listener({
  name: 'conversion.deliver-after-confirmation',
  event: 'lead.confirmed',
  handle: (ctx, { payload }) => wake(ctx, payload.leadId),
});

export const whenConsentRecorded = listener({
  name: 'conversion.deliver-after-consent',
  event: 'consent.recorded',
  handle: async (ctx, { payload }) => {
    if (payload.granted) await wake(ctx, payload.leadId);
  },
});

export const whenMessageSent = listener({
  name: 'conversion.note-video-sent',
  event: 'message.sent',
  handle: (ctx, { payload }) => follow(ctx, payload.messageId),
});

export const whenMessageHeld = listener({
  name: 'conversion.note-video-held',
  event: 'message.held',
  handle: (ctx, { payload }) => follow(ctx, payload.messageId),
});

export const whenMessageBounced = listener({
  name: 'conversion.note-video-bounced',
  event: 'message.bounced',
  handle: (ctx, { payload }) => follow(ctx, payload.messageId),
});

/** Videos go with the person; what is left are facts of nobody. */
export const whenLeadErased = listener({
  name: 'conversion.forget-watcher',
  event: 'lead.erased',
  handle: (ctx, { payload }) => forget(ctx, payload.leadId),
});
