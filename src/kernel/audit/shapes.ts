import { z } from 'zod';
import { Instant, PageQuery } from '#kernel/shapes';

export const AuditQuery = PageQuery.extend({
  subjectType: z.string().max(60).optional().describe('such as playbook'),
  subjectId: z.string().max(200).optional(),
  action: z.string().max(120).optional().describe('such as playbook.published'),
});
export type AuditQuery = z.output<typeof AuditQuery>;

export const AuditEntry = z
  .object({
    id: z.uuid(),
    sequence: z
      .number()
      .int()
      .nullable()
      .describe('place in the chain; null for the moment before it is appended'),
    action: z.string(),
    actor: z.object({ kind: z.string(), id: z.string().nullable(), name: z.string() }),
    subject: z.object({ type: z.string(), id: z.string().nullable() }),
    before: z.unknown(),
    after: z.unknown(),
    reason: z.string().nullable(),
    correlationId: z.string().nullable(),
    occurredAt: Instant,
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.output<typeof AuditEntry>;

export const AuditVerdict = z
  .object({
    intact: z.boolean(),
    checked: z.number().int(),
    lastHash: z.string().describe('keep it elsewhere: it proves that nothing was cut off at the end'),
    brokenAt: z
      .object({
        sequence: z.number().int(),
        why: z.enum(['entry missing', 'entry changed', 'link missing', 'link changed']),
      })
      .nullable(),
  })
  .meta({ id: 'AuditVerdict' });
