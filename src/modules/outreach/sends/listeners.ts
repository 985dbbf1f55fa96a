import { listener } from '#kernel/events';
import { suppressedAddress } from '#kernel/mail';
import * as people from '../campaigns/people-queries.ts';
import { countAndGoOn, noteHeld, noteRefused, noteSent } from './outcome.ts';
import { stopAll } from './stop.ts';

export const whenMessageSent = listener({
  name: 'outreach.note-sent',
  event: 'message.sent',
  handle: (ctx, { payload: { messageId }, occurredAt }) => noteSent(ctx, messageId, occurredAt),
});

export const whenMessageBounced = listener({
  name: 'outreach.note-bounced',
  event: 'message.bounced',
  handle: (ctx, { payload: { messageId, permanent }, occurredAt }) =>
    noteRefused(ctx, messageId, { isDead: permanent, at: occurredAt }),
});

export const whenMessageHeld = listener({
  name: 'outreach.note-held',
  event: 'message.held',
  handle: (ctx, { payload: { messageId, reason }, occurredAt }) =>
    noteHeld(ctx, messageId, { isUnsubscribed: reason === 'unsubscribe', at: occurredAt }),
});

/** Somebody unsubscribed, complained or was suppressed: every campaign stops writing to them. */
export const whenAddressSuppressed = listener({
  name: 'outreach.stop-suppressed',
  event: 'address.suppressed',
  async handle(ctx, { payload: { suppressionId, stream, reason }, occurredAt }) {
    if (stream !== 'all' && stream !== 'outreach') return;
    const email = await suppressedAddress(ctx, suppressionId);
    if (!email) return;
    const isWish = reason === 'unsubscribe' || reason === 'reply';
    await stopAll(
      ctx,
      { email },
      {
        code: isWish ? 'unsubscribed' : 'suppressed',
        reason: isWish ? 'They asked for no more mail.' : 'This address must not be written to.',
        at: occurredAt,
        ...(isWish && { unsubscribedAt: occurredAt }),
      },
    );
    const last = await people.findByEmail(ctx.db, ctx.workspace.id, email);
    if (!last) return;
    if (isWish && !last.unsubscribedAt)
      await people.updatePerson(ctx.db, ctx.workspace.id, last.id, { unsubscribedAt: occurredAt });
    await countAndGoOn(ctx, last.campaignId);
  },
});
