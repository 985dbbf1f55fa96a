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
