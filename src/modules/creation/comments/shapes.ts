import { z } from 'zod';
import { Id, Instant, Prose } from '#kernel/shapes';

export const Comment = z
  .object({
    id: Id,
    stepId: z.string().nullable(),
    body: z.string(),
    authorName: z.string(),
    isMine: z.boolean(),
    createdAt: Instant,
    resolvedAt: Instant.nullable(),
  })
  .meta({ id: 'Comment' });
export type Comment = z.output<typeof Comment>;

export const NewComment = z
  .object({
    body: Prose(4000).refine((body) => body.trim() !== '', { message: 'Write something here.' }),
    stepId: z.string().min(1).max(64).optional(),
  })
  .meta({ id: 'NewComment' });
export type NewComment = z.output<typeof NewComment>;
