import { z } from 'zod';
import { Id, Line } from '#kernel/shapes';
import { LeadFilter, SORTS } from '../leads/shapes.ts';

export const ViewQuery = LeadFilter.partial().extend({
  sort: z.enum(SORTS).optional(),
  columns: z.array(z.string().max(40)).max(20).optional(),
});
export type ViewQuery = z.output<typeof ViewQuery>;

export const SavedView = z
  .object({
    id: Id,
    list: z.string(),
    name: z.string(),
    query: ViewQuery,
    position: z.number().int(),
    isShared: z.boolean(),
    updatedBy: z.object({ id: Id, name: z.string() }).nullable(),
    updatedAt: z.string(),
  })
  .meta({ id: 'SavedView' });
export type SavedView = z.output<typeof SavedView>;

export const NewSavedView = z
  .object({
    list: z.enum(['leads']).default('leads'),
    name: Line(60),
    query: ViewQuery.default({}),
    isShared: z.boolean().default(true),
  })
  .meta({ id: 'NewSavedView' });
export type NewSavedView = z.output<typeof NewSavedView>;
