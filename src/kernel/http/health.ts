import { z } from 'zod';
import type { App } from './module.ts';

const ServiceState = z
  .object({ state: z.enum(['ok', 'stand-in', 'failing']), reason: z.string().optional() })
  .meta({ id: 'ServiceState' });
type ServiceState = z.output<typeof ServiceState>;

const Health = z
  .object({
    status: z.enum(['healthy', 'failing']),
    services: z.object({
      database: ServiceState,
      jobs: ServiceState,
      mail: ServiceState,
      ai: ServiceState,
      payments: ServiceState,
    }),
  })
  .meta({ id: 'Health' });

const WAIT_MS = 2_000;

/** Whether the parts answer; 503 when the database is gone. */
export function registerHealth(
  app: App,
  { checkJobs, payments }: { checkJobs: () => Promise<unknown>; payments: () => ServiceState },
): void {
  const { platform } = app;
  app.get(
    '/api/health',
    {
      config: { permission: 'public' },
      schema: {
        summary: 'Whether this installation works',
        tags: ['Operations'],
        security: [],
        response: { 200: Health, 503: Health },
      },
    },
    async (_request, reply) => {
      const database = await probe(async () => {
        await platform.database.pool.query('select 1');
      });
      const jobs = database.state === 'ok' ? await probe(checkJobs) : database;
      const services = {
        database,
        jobs,
        mail: await platform.mail.state(),
        ai: platform.ai.state(),
        payments: payments(),
      };
      const healthy = database.state === 'ok';
      return reply.code(healthy ? 200 : 503).send({ status: healthy ? 'healthy' : 'failing', services });
    },
  );
}

async function probe(check: () => Promise<unknown>): Promise<ServiceState> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${WAIT_MS / 1000} s`)), WAIT_MS);
  });
  try {
    await Promise.race([check(), late]);
    return { state: 'ok' };
  } catch (error) {
    return { state: 'failing', reason: error instanceof Error ? error.message : 'no answer' };
  } finally {
    clearTimeout(timer);
  }
}
