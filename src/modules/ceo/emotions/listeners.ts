import { listener } from '#kernel/events';
import * as emotions from './service.ts';

export const whenProspectReplied = listener({
  name: 'ceo.read-reply',
  event: 'prospect.replied',
  handle: (ctx, { payload: { replyId }, occurredAt }) =>
    emotions.keep(ctx, { type: 'reply', id: replyId }, occurredAt),
});

export const whenCloneAnswered = listener({
  name: 'ceo.read-question',
  event: 'clone.answered',
  async handle(ctx, { payload: { turnId, leadId }, occurredAt }) {
    // What members try out says nothing about readers.
    if (leadId) await emotions.keep(ctx, { type: 'clone_question', id: turnId }, occurredAt);
  },
});
