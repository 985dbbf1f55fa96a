import { z } from 'zod';

const id = z.uuid();

/**
 * Everything that layers tell each other. Ids inside; copied values only where they must never change.
 * A shape that changes gets a higher version and the listeners read both.
 */
export const catalog = {
  'workspace.created': event(1, { organizationId: id.nullable() }),
  'member.joined': event(1, { userId: id, role: z.string() }),

  'source.imported': event(1, { sourceId: id, expertId: id.nullable() }),
  'source.failed': event(1, { sourceId: id, reason: z.string() }),
  'playbook.drafted': event(1, { playbookId: id, extractionId: id, steps: z.number().int() }),
  'playbook.reviewed': event(1, { playbookId: id, reviewId: id }),
  'playbook.published': event(1, { playbookId: id, versionId: id, number: z.number().int() }),
  'edition.rendered': event(1, { versionId: id, editionId: id, kind: z.string() }),

  'reading.progressed': event(1, {
    readingId: id,
    leadId: id,
    playbookId: id,
    stepIds: z.array(z.string()),
  }),

  'link.created': event(1, { linkId: id }),
  'link.renamed': event(1, { linkId: id, from: z.string(), to: z.string() }),

  'gate.changed': event(1, { gateId: id, playbookId: id }),
  'gate.passed': event(1, { submissionId: id, leadId: id, playbookId: id, clickId: id.nullable() }),
  'lead.captured': event(1, {
    leadId: id,
    submissionId: id.nullable(),
    playbookId: id.nullable(),
    clickId: id.nullable(),
  }),
  'lead.confirmed': event(1, { leadId: id }),
  'lead.updated': event(1, { leadId: id }),
  'lead.scored': event(1, { leadId: id, fit: z.number(), engagement: z.number() }),
  'lead.erased': event(1, { leadId: id }),
  'segment.joined': event(1, { segmentId: id, leadId: id }),
  'segment.left': event(1, { segmentId: id, leadId: id }),
  'consent.recorded': event(1, { consentId: id, leadId: id, purpose: z.string(), granted: z.boolean() }),

  'clone.published': event(1, { cloneId: id, playbookId: id }),
  'trial.requested': event(1, { trialId: id, leadId: id, cloneId: id, playbookId: id }),
  'clone.answered': event(1, {
    turnId: id,
    cloneId: id,
    trialId: id.nullable(),
    leadId: id.nullable(),
    isGrounded: z.boolean(),
  }),
  'trial.spent': event(1, { trialId: id, leadId: id, cloneId: id }),
  'signal.observed': event(1, { signalId: id, leadId: id, rule: z.string() }),
  'hand.raised': event(1, { handRaiseId: id, leadId: id, playbookId: id.nullable() }),
  'hand.rearmed': event(1, { handRaiseId: id, leadId: id }),

  'video.prepared': event(1, { videoId: id, leadId: id }),
  'video.delivered': event(1, { videoId: id, deliveryId: id, leadId: id }),
  'video.watched': event(1, { videoId: id, leadId: id }),
  'checkout.opened': event(1, { checkoutId: id, offerId: id, leadId: id.nullable() }),
  'payment.failed': event(1, { checkoutId: id, code: z.string() }),
  'order.paid': event(1, {
    orderId: id,
    leadId: id.nullable(),
    offerId: id.nullable(),
    playbookId: id.nullable(),
    totalMinor: z.number().int(),
    currency: z.string(),
  }),
  'order.refunded': event(1, {
    orderId: id,
    refundId: id,
    amountMinor: z.number().int(),
    currency: z.string(),
    isRevoked: z.boolean(),
  }),
  'order.fulfilled': event(1, { orderId: id }),
  'entitlement.granted': event(1, { entitlementId: id, leadId: id, orderId: id.nullable() }),
  'entitlement.revoked': event(1, { entitlementId: id, leadId: id, orderId: id.nullable() }),

  'campaign.drafted': event(1, { campaignId: id }),
  'campaign.launched': event(1, { campaignId: id, sends: z.number().int() }),
  'campaign.paused': event(1, { campaignId: id, reason: z.string() }),
  'prospect.replied': event(1, { replyId: id, prospectId: id.nullable(), campaignId: id.nullable() }),
  'prospect.stopped': event(1, { prospectId: id, campaignId: id, reason: z.string() }),

  'insight.found': event(1, { insightId: id, kind: z.string() }),
  'action.proposed': event(1, { actionId: id, kind: z.string() }),
  'action.approved': event(1, { actionId: id }),
  'action.declined': event(1, { actionId: id }),
  'action.executed': event(1, { actionId: id }),
  'action.undone': event(1, { actionId: id }),
  'task.enqueued': event(1, { taskId: id }),
  'task.finished': event(1, { taskId: id, state: z.string() }),

  'mail.received': event(1, { caughtMailId: id }),
  'message.sent': event(1, { messageId: id }),
  'message.bounced': event(1, { messageId: id, permanent: z.boolean() }),
  'message.held': event(1, { messageId: id, reason: z.string() }),
  'address.suppressed': event(1, { suppressionId: id, stream: z.string(), reason: z.string() }),
  'address.unsubscribed': event(1, { suppressionId: id, stream: z.string(), leadId: id.nullable() }),
} as const;

function event<Shape extends z.ZodRawShape>(version: number, shape: Shape) {
  return { version, payload: z.object(shape) };
}

export type EventName = keyof typeof catalog;
export type EventPayload<Name extends EventName> = z.output<(typeof catalog)[Name]['payload']>;

/** An event as listeners receive it. */
export interface EventOf<Name extends EventName> {
  id: string;
  name: Name;
  version: number;
  payload: EventPayload<Name>;
  occurredAt: Date;
}
