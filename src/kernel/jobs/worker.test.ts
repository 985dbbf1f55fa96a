import { afterAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { newId } from '#kernel/database';
import { buildWorker, enqueue, every, type Job, job, listDeadJobs } from '#kernel/jobs';
import { openHouse, type TestHouse } from '../../../tests/support/harness.ts';

const house: TestHouse = await openHouse();
afterAll(() => house.close());

const ran: string[] = [];
const payload = z.object({ workspaceId: z.uuid(), word: z.string() });
const say = job({ name: 'word.say', payload, run: async (_platform, { word }) => void ran.push(word) });
const stumble = job({
  name: 'word.stumble',
  payload,
  maxAttempts: 1,
  run: async (_platform, { word }, { lastAttempt }) => {
    ran.push(`${word} ${lastAttempt ? 'last' : 'again'}`);
    throw new Error('it broke');
  },
});
const chain = job({
  name: 'word.chain',
  payload,
  run: (_platform, { workspaceId, word }) =>
    house.inWorkspace((ctx) => enqueue(ctx, say, { workspaceId, word: `${word} and on` })),
});
const worker = buildWorker({ platform: house.platform, jobs: [say, stumble, chain] as Job[], schedules: [] });
const workspaceId = house.workspace.id;

describe('a job', () => {
  it('starts when its transaction commits, and only then', async () => {
    await house.inWorkspace((ctx) => enqueue(ctx, say, { workspaceId, word: 'kept' }));
    await house
      .inWorkspace(async (ctx) => {
        await enqueue(ctx, say, { workspaceId, word: 'taken back' });
        throw new Error('changed my mind');
      })
      .catch(() => {});
    await worker.settle();
    expect(ran).toContain('kept');
    expect(ran).not.toContain('taken back');
  });

  it('may enqueue another', async () => {
    await house.inWorkspace((ctx) => enqueue(ctx, chain, { workspaceId, word: 'on' }));
    await worker.settle();
    expect(ran).toContain('on and on');
  });

  it('waits for its time', async () => {
    house.clock.set(new Date(Date.now() + 1000));
    const runAt = new Date(house.clock.now().getTime() + 86_400_000);
    await house.inWorkspace((ctx) => enqueue(ctx, say, { workspaceId, word: 'tomorrow' }, { runAt }));
    await worker.settle(house.clock.now());
    expect(ran).not.toContain('tomorrow');
    house.clock.advance({ days: 1, minutes: 1 });
    await worker.settle(house.clock.now());
    expect(ran).toContain('tomorrow');
  });

  it('is replaced by a later one with the same key', async () => {
    for (const word of ['first wish', 'second wish']) {
      await house.inWorkspace((ctx) => enqueue(ctx, say, { workspaceId, word }, { key: 'wish' }));
    }
    await worker.settle();
    expect(ran).toContain('second wish');
    expect(ran).not.toContain('first wish');
  });

  it('that failed for good stays visible to its workspace alone, and may be tried again', async () => {
    await house.inWorkspace((ctx) => enqueue(ctx, stumble, { workspaceId, word: 'doomed' }));
    await worker.settle();
    expect(ran).toContain('doomed last');
    const { data } = (await house.call('GET', '/api/v1/jobs?state=dead')).body;
    expect(data).toMatchObject([
      { name: 'word.stumble', attempts: 1, lastError: expect.stringContaining('it broke') },
    ]);
    const neighbour = await house.neighbour();
    const foreign = { authorization: `Bearer ${neighbour.apiKey}` };
    expect((await house.call('GET', '/api/v1/jobs', undefined, foreign)).body.data).toEqual([]);
    expect((await house.call('POST', `/api/v1/jobs/${data[0].id}/retries`, undefined, foreign)).status).toBe(
      404,
    );
    expect((await listDeadJobs(house.platform.database.ownerPool, 10)).map((row) => row.id)).toContain(
      data[0].id,
    );
    const before = ran.length;
    expect((await house.call('POST', `/api/v1/jobs/${data[0].id}/retries`)).status).toBe(202);
    await worker.settle();
    expect(ran.length).toBe(before + 1);
  });

  it('refuses a payload that does not fit', async () => {
    await expect(
      house.inWorkspace((ctx) => enqueue(ctx, say, { workspaceId: 'none', word: 'x' })),
    ).rejects.toThrow();
  });

  it('returns quietly when its workspace is gone', async () => {
    const reach = job({
      name: 'word.reach',
      payload,
      run: async (platform, { workspaceId: id }) => {
        const { inWorkspace } = await import('#kernel/database');
        await inWorkspace(
          platform,
          { workspaceId: id, actor: { kind: 'system', name: 'test' } },
          async () => {},
        );
      },
    });
    const reaching = buildWorker({ platform: house.platform, jobs: [reach] as Job[], schedules: [] });
    await house.inWorkspace((ctx) => enqueue(ctx, reach, { workspaceId: newId(), word: 'x' }));
    await reaching.settle();
    // Its row goes a moment after it has ended.
    await vi.waitFor(
      async () => {
        const { rows } = await house.platform.database.ownerPool.query(
          `select attempts, last_error, locked_at, run_at from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'word.reach'`,
        );
        expect(rows).toEqual([]);
      },
      { timeout: 5_000, interval: 20 },
    );
  });
});

describe('the worker', () => {
  it('refuses two jobs of one name, and a schedule without a job', () => {
    expect(() => buildWorker({ platform: house.platform, jobs: [say, say] as Job[], schedules: [] })).toThrow(
      /Two jobs/,
    );
    expect(() =>
      buildWorker({ platform: house.platform, jobs: [say] as Job[], schedules: [every.minute(chain)] }),
    ).toThrow(/no declared job/);
  });

  it('says its schedules as sentences', () => {
    expect(
      [every.minutes(5, say), every.hour(7, say), every.day(3, 10, say)].map(
        ({ sentence, cron }) => `${sentence} | ${cron}`,
      ),
    ).toEqual([
      'every 5 minutes: word.say | */5 * * * *',
      'every hour at 07: word.say | 7 * * * *',
      'every day at 03:10: word.say | 10 3 * * *',
    ]);
  });
});
