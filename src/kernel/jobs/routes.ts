import { z } from 'zod';
import { type App, NotFound, route } from '#kernel/http';
import { Instant } from '#kernel/shapes';
import { type JobRow, listJobs, retryJob } from './queries.ts';

const JobShape = z
  .object({
    id: z.string(),
    name: z.string(),
    state: z.enum(['waiting', 'running', 'retrying', 'dead']),
    attempts: z.number().int(),
    maxAttempts: z.number().int(),
    lastError: z.string().nullable(),
    runAt: Instant.describe('when it runs next'),
    createdAt: Instant,
  })
  .meta({ id: 'Job' });

const tags = ['Jobs'];

/** Work that waits, runs or failed for good in this workspace. */
export function jobRoutes(app: App): void {
  const { ownerPool } = app.platform.database;
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/jobs',
      permission: 'jobs.read',
      summary: 'List jobs of this workspace, dead ones first',
      tags,
      query: z.object({
        state: z.enum(['waiting', 'running', 'retrying', 'dead']).optional(),
        limit: z.coerce.number().int().min(1).max(200).default(100),
      }),
      answers: { 200: z.object({ data: z.array(JobShape), nextCursor: z.null() }) },
      transaction: false,
    },
    async ({ workspace }, { query }) => {
      const rows = await listJobs(ownerPool, workspace.id, query.limit);
      const data = rows.filter((row) => !query.state || row.state === query.state).map(show);
      return { data, nextCursor: null };
    },
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/jobs/:id/retries',
      permission: 'jobs.retry',
      summary: 'Try a failed job again, now',
      tags,
      params: z.object({ id: z.string().regex(/^\d{1,18}$/, 'Job ids are numbers.') }),
      answers: { 202: z.object({ id: z.string() }) },
      transaction: false,
    },
    async ({ workspace }, { params }) => {
      if (!(await retryJob(ownerPool, workspace.id, params.id)))
        throw new NotFound('There is no such failed job.');
      return { id: params.id };
    },
  );
}

const show = ({ workspaceId: _, lockedAt: __, ...row }: JobRow) => ({
  ...row,
  runAt: row.runAt.toISOString(),
  createdAt: row.createdAt.toISOString(),
});
