import { z } from 'zod';
import { Id, Instant, Line, PageQuery, Prose } from '#kernel/shapes';

/** What the machine may propose, and whether it stays in the house or leaves it. */
export const KINDS = {
  create_tasks: { reach: 'inside', name: 'Create tasks' },
  draft_post: { reach: 'inside', name: 'Draft a post' },
  note: { reach: 'inside', name: 'Note in the brief' },
  send_mail: { reach: 'outside', name: 'Send mail' },
} as const;
export type Kind = keyof typeof KINDS;
export const ActionKind = z.enum(Object.keys(KINDS) as [Kind, ...Kind[]]);

export const ActionItem = z.object({
  subjectType: z.enum(['lead', 'workspace']),
  subjectId: Id,
  name: z.string(),
  title: z.string(),
  text: z.string(),
});

export const Action = z
  .object({
    id: Id,
    kind: ActionKind,
    reach: z.enum(['inside', 'outside']),
    title: z.string(),
    items: z.array(ActionItem),
    why: z.string(),
    asksBecause: z.string().nullable(),
    confidence: z.number().min(0).max(1).nullable(),
    insightId: Id.nullable(),
    state: z.enum([
      'proposed',
      'waiting',
      'approved',
      'declined',
      'running',
      'done',
      'part_done',
      'failed',
      'unconfirmed',
      'undone',
      'expired',
    ]),
    waitReason: z.string().nullable(),
    runsAt: Instant.nullable(),
    decideBy: Instant.nullable(),
    undoUntil: Instant.nullable(),
    canUndo: z.boolean(),
    problem: z.string().nullable(),
    skipped: z.array(z.object({ name: z.string(), reason: z.string() })),
    decision: z
      .object({
        decision: z.enum(['approved', 'declined', 'changed']),
        by: z.string(),
        reason: z.string().nullable(),
        at: Instant,
      })
      .nullable()
      .describe('null: the machine acted alone, or nobody has decided yet'),
    proposedAt: Instant,
    ranAt: Instant.nullable(),
    undoneAt: Instant.nullable(),
  })
  .meta({ id: 'Action' });
export type Action = z.output<typeof Action>;

export const ActionQuery = PageQuery.extend({
  state: z.string().max(200).optional().describe('states, separated by commas'),
});
export type ActionQuery = z.output<typeof ActionQuery>;

export const NewApproval = z
  .object({
    items: z
      .array(z.object({ subjectId: Id, title: Line(200).optional(), text: Prose(20_000).optional() }))
      .max(500)
      .optional()
      .describe('those to carry out, with the words as changed; all of them when left out'),
  })
  .meta({ id: 'NewApproval' });
export type NewApproval = z.output<typeof NewApproval>;

export const NewDecline = z.object({ reason: Line(300) }).meta({ id: 'NewDecline' });

export const Mode = z.enum(['alone', 'ask', 'never']);
export const Policy = z
  .object({
    kind: ActionKind,
    name: z.string(),
    reach: z.enum(['inside', 'outside']),
    mode: Mode,
    maxPeople: z.number().int().min(1).nullable().describe('above that many people it asks all the same'),
    isDefault: z.boolean(),
    setAt: Instant.nullable(),
    setBy: z.string().nullable(),
  })
  .meta({ id: 'Policy' });
export type Policy = z.output<typeof Policy>;

export const PolicyChange = z
  .object({ mode: Mode, maxPeople: z.number().int().min(1).max(10_000).nullable().default(null) })
  .meta({ id: 'PolicyChange' });
export type PolicyChange = z.output<typeof PolicyChange>;
