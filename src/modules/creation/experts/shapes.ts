import { z } from 'zod';
import { Id, Instant, Line, Prose, Slug } from '#kernel/shapes';

export const Expert = z
  .object({
    id: Id,
    slug: z.string(),
    name: z.string(),
    trade: z.string(),
    bio: z.string(),
    email: z.string().nullable(),
    sourceCount: z.number().int(),
    playbookCount: z.number().int(),
    createdAt: Instant,
  })
  .meta({ id: 'Expert' });
export type Expert = z.output<typeof Expert>;

/** How another record names the expert it belongs to. */
export const ExpertName = z.object({ id: Id, name: z.string() }).meta({ id: 'ExpertName' });

export const NewExpert = z
  .object({
    name: Line(120),
    trade: Prose(200).default(''),
    bio: Prose(4000).default(''),
    email: z.email('Write an address like name@example.com.').max(254).optional(),
  })
  .meta({ id: 'NewExpert' });
export type NewExpert = z.output<typeof NewExpert>;

export const ExpertChange = z
  .object({
    name: Line(120),
    slug: Slug,
    trade: Prose(200),
    bio: Prose(4000),
    email: z.email('Write an address like name@example.com.').max(254).nullable(),
  })
  .partial()
  .meta({ id: 'ExpertChange' });
export type ExpertChange = z.output<typeof ExpertChange>;
