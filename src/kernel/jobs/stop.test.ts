import { afterAll, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { buildWorker, enqueue, type Job, job, listJobs } from '#kernel/jobs';
import { openHouse, type TestHouse } from '../../../tests/support/harness.ts';

const house: TestHouse = await openHouse();
afterAll(() => house.close());

/** A job that goes on until it is let go, and says when it has begun. */
function lasting(name: string) {
  const begun = Promise.withResolvers<void>();
  const end = Promise.withResolvers<void>();
  const declared = job({
    name,
    payload: z.object({ workspaceId: z.uuid() }),
    async run() {
      begun.resolve();
      await end.promise;
    },
  });
  return { declared, begun: begun.promise, letGo: end.resolve };
}

async function startWith(declared: ReturnType<typeof lasting>['declared'], patienceMs: number) {
  const worker = buildWorker({
    platform: house.platform,
    jobs: [declared] as Job[],
    schedules: [],
    patienceMs,
  });
  await worker.start();
  await house.inWorkspace((ctx) => enqueue(ctx, declared, { workspaceId: house.workspace.id }));
  return worker;
}

const states = async () => {
  const rows = await listJobs(house.platform.database.ownerPool, house.workspace.id, 100);
  return Object.fromEntries(rows.map(({ name, state }) => [name, state]));
};

// The row of a job that has ended goes a moment after the job: its end is written beside the next one's beginning.
const gone = (name: string) =>
  vi.waitFor(async () => expect(await states()).not.toHaveProperty(name), { timeout: 5_000, interval: 20 });

it('a stop waits for a running job', async () => {
  const { declared, begun, letGo } = lasting('stop.patient');
  const worker = await startWith(declared, 60_000);
  await begun;
  const stopped = worker.stop();
  letGo();
  await stopped;
  await gone('stop.patient');
});

it('a stop hands a job back that does not come to its end', async () => {
  const { declared, begun, letGo } = lasting('stop.stubborn');
  const worker = await startWith(declared, 50);
  await begun;
  expect(await states()).toMatchObject({ 'stop.stubborn': 'running' });
  await worker.stop();
  expect(await states()).toMatchObject({ 'stop.stubborn': 'retrying' });
  letGo();
});

it('a program that is alone takes up at once what a killed one had begun', async () => {
  const { declared, begun, letGo } = lasting('stop.killed');
  const { ownerPool } = house.platform.database;
  await house.inWorkspace((ctx) => enqueue(ctx, declared, { workspaceId: house.workspace.id }));
  await ownerPool.query(
    `update graphile_worker._private_jobs set locked_at = now(), locked_by = 'killed', attempts = 1 where attempts = 0`,
  );
  expect(await states()).toMatchObject({ 'stop.killed': 'running' });
  const worker = buildWorker({ platform: house.platform, jobs: [declared] as Job[], schedules: [] });
  await worker.start({ alone: true });
  await begun;
  letGo();
  await worker.stop();
  await gone('stop.killed');
});
