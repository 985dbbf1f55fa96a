import { z } from 'zod';
import { Id, Instant, Line, PageQuery, Prose } from '#kernel/shapes';

export const TaskState = z.enum([
  'pending',
  'in_progress',
  'completed',
  'failed',
  'unconfirmed',
  'cancelled',
]);
export const TaskPriority = z.enum(['low', 'medium', 'high']);
/** What a task does; `follow_up` and `other` are for people, the rest the machine does. */
export const TaskType = z.enum(['follow_up', 'send_mail', 'post_draft', 'other']);

const Named = z.object({ id: Id, name: z.string() });

export const Task = z
  .object({
    id: Id,
    type: TaskType,
    title: z.string(),
    description: z.string(),
    state: TaskState,
    priority: TaskPriority,
    doer: z.enum(['machine', 'person']),
    lead: Named.nullable(),
    actionId: Id.nullable(),
    output: z.record(z.string(), z.json()).nullable(),
    waitReason: z.string().nullable(),
    runsAt: Instant.nullable(),
    dueAt: Instant.nullable(),
    attempts: z.number().int(),
    error: z.string().nullable(),
    createdAt: Instant,
    completedAt: Instant.nullable(),
  })
  .meta({ id: 'Task' });
export type Task = z.output<typeof Task>;

export const NewTask = z
  .object({
    type: z.enum(['follow_up', 'post_draft', 'other']).default('other'),
    title: Line(200),
    description: Prose(4000).default(''),
    priority: TaskPriority.default('medium'),
    leadId: Id.optional(),
    dueAt: Instant.optional(),
  })
  .meta({ id: 'NewTask' });
export type NewTask = z.output<typeof NewTask>;

export const TaskChange = z
  .object({
    title: Line(200),
    description: Prose(4000),
    priority: TaskPriority,
    dueAt: Instant.nullable(),
    state: z.enum(['pending', 'completed', 'cancelled']).describe('what a person may say of a task'),
  })
  .partial()
  .meta({ id: 'TaskChange' });
export type TaskChange = z.output<typeof TaskChange>;

export const TaskQuery = PageQuery.extend({
  state: z.string().max(100).optional().describe('states, separated by commas'),
  leadId: Id.optional(),
});
export type TaskQuery = z.output<typeof TaskQuery>;
