import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { system } from '#context';
import { inWorkspace } from '#kernel/database';
import { openHouse, type TestHouse } from '../../../tests/support/harness.ts';
import { PlanLimitReached, reserve } from './service.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse({ env: { PLAN_LIMITS: 'on' }, clock: '2026-11-20T09:00:00Z' });
});
afterAll(() => house.close());

const take = (resource: 'tasks' | 'posts' | 'campaigns', n = 1) =>
  house.inWorkspace((ctx) => reserve(ctx, resource, n));
const usage = async () => (await house.call('GET', '/api/v1/usage')).body;
const used = async (resource: string) =>
  (await usage()).resources.find((one: { resource: string }) => one.resource === resource).used;

describe('usage', () => {
  it('is counted exactly when many ask at the same moment', async () => {
    const settled = await Promise.allSettled(Array.from({ length: 50 }, () => take('tasks')));
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    expect(await used('tasks')).toBe(10);
  });

  it('is counted exactly over HTTP, too: fifty requests at once, and no place is left for one of them', async () => {
    const ask = () => house.call('POST', '/api/v1/tasks', { title: 'One of many' });
    const answers = await Promise.all(Array.from({ length: 50 }, ask));
    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(402));
    expect(answers[0]?.body).toMatchObject({ status: 402, errors: [{ pointer: '/usage/tasks' }] });
    expect(await used('tasks')).toBe(10);
  });

  it('is refused beyond the plan with 402 and the day on which it is possible again', async () => {
    const refusal = await take('tasks').catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(PlanLimitReached);
    expect(refusal).toMatchObject({
      status: 402,
      message: '10 of 10 tasks this month. The next is possible on 1 December, or now on Pro.',
    });
  });

  it('takes all or nothing', async () => {
    await expect(take('posts', 6)).rejects.toThrow(PlanLimitReached);
    expect(await used('posts')).toBe(0);
    await take('posts', 4);
    await expect(take('posts', 2)).rejects.toThrow(PlanLimitReached);
    expect(await used('posts')).toBe(4);
  });

  it('is given back when the work rolls back', async () => {
    await house
      .inWorkspace(async (ctx) => {
        await reserve(ctx, 'posts', 1);
        throw new Error('the post failed');
      })
      .catch(() => {});
    expect(await used('posts')).toBe(4);
  });

  it('adds up to the rows behind it', async () => {
    const rows = await house.inWorkspace(
      async (ctx) =>
        (
          await ctx.db.$client.query(
            `select resource, sum(quantity)::int as used from app.usage_records group by 1 order by 1`,
          )
        ).rows,
    );
    expect(rows).toEqual([
      { resource: 'posts', used: 4 },
      { resource: 'tasks', used: 10 },
    ]);
  });

  it('begins anew with the month', async () => {
    house.clock.set('2026-12-01T00:00:00Z');
    await take('tasks');
    expect(await usage()).toMatchObject({
      plan: 'free',
      limitsEnforced: true,
      month: '2026-12-01',
      resetsAt: '2027-01-01T00:00:00.000Z',
    });
    expect(await used('tasks')).toBe(1);
  });

  it('belongs to the organization: all its workspaces share it, others have their own', async () => {
    const { workspace } = await house.neighbour();
    await inWorkspace(house.platform, { workspaceId: workspace.id, actor: system('test') }, (ctx) =>
      reserve(ctx, 'tasks', 10),
    );
    expect(await used('tasks')).toBe(1);
  });
});

describe('usage of a self-hosted installation', () => {
  it('is counted and never refused unless limits are turned on', async () => {
    const open = await openHouse();
    try {
      await open.inWorkspace((ctx) => reserve(ctx, 'campaigns', 5_000));
      const { body } = await open.call('GET', '/api/v1/usage');
      expect(body).toMatchObject({ plan: 'enterprise', limitsEnforced: false });
      expect(body.resources).toContainEqual({ resource: 'campaigns', used: 5_000, limit: 250 });
    } finally {
      await open.close();
    }
  });
});
