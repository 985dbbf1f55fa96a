import { z } from 'zod';
import { Id, Instant } from '#kernel/shapes';

export const Archive = z
  .object({
    id: Id,
    direction: z.enum(['export', 'import']),
    state: z.enum(['queued', 'running', 'done', 'failed']),
    /** How many rows it holds, and how large the file is in bytes; null until it is made. */
    rows: z.number().int().nullable(),
    sizeBytes: z.number().int().nullable(),
    checksum: z.string().nullable().describe('SHA-256 of the file'),
    problem: z.string().nullable(),
    fileUrl: z.string().nullable(),
    createdAt: Instant,
    finishedAt: Instant.nullable(),
  })
  .meta({ id: 'Archive' });
export type Archive = z.output<typeof Archive>;

export const ImportedWorkspace = z
  .object({ workspace: z.object({ id: Id, slug: z.string(), name: z.string() }), archive: Archive })
  .meta({ id: 'ImportedWorkspace' });
