import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type TestHouse } from '../../../tests/support/harness.ts';
import { ArmsUnusable, assign, design, type NewExperiment, start, stop } from './service.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const gatePlace = (key: string): NewExperiment => ({
  key,
  name: 'Where the gate stands',
  unitKind: 'visitor',
  arms: [
    { key: 'after-3', name: 'After step 3', content: { position: 3 } },
    { key: 'after-5', name: 'After step 5', content: { position: 5 } },
  ],
});

const run = (key: string) =>
  house.inWorkspace(async (ctx) => {
    const id = await design(ctx, gatePlace(key));
    await start(ctx, id);
    return id;
  });
const see = (key: string, unit: string) => house.inWorkspace((ctx) => assign(ctx, key, unit));
const query = (text: string, values: unknown[] = []) =>
  house.inWorkspace(async (ctx) => (await ctx.db.$client.query(text, values)).rows);

describe('experiments', () => {
  it('show nothing until they run and nothing after they stop', async () => {
    const id = await house.inWorkspace((ctx) => design(ctx, gatePlace('quiet')));
    expect(await see('quiet', 'v1')).toBe(null);
    await house.inWorkspace((ctx) => start(ctx, id));
    expect(await see('quiet', 'v1')).toMatchObject({
      experimentId: id,
      content: { position: expect.any(Number) },
    });
    await house.inWorkspace((ctx) => stop(ctx, id));
    expect(await see('quiet', 'v2')).toBe(null);
    expect(await see('never-heard-of', 'v1')).toBe(null);
  });

  it('record once what a unit saw, and show it again', async () => {
    const id = await run('once');
    const first = await see('once', 'v1');
    const again = await Promise.all(Array.from({ length: 6 }, () => see('once', 'v1')));
    expect(again.every((one) => one?.variantId === first?.variantId)).toBe(true);
    const rows = await query('select unit_id, variant_id from app.exposures where experiment_id = $1', [id]);
    expect(rows).toEqual([{ unit_id: 'v1', variant_id: first?.variantId }]);
  });

  it('record one exposure when a unit arrives twice at the same moment', async () => {
    const id = await run('race');
    const seen = await Promise.all(Array.from({ length: 8 }, () => see('race', 'v1')));
    expect(new Set(seen.map((one) => one?.key)).size).toBe(1);
    expect(await query('select count(*)::int from app.exposures where experiment_id = $1', [id])).toEqual([
      { count: 1 },
    ]);
  });

  it('let a unit keep its variant when the weights change', async () => {
    const id = await run('weights');
    const before: (string | undefined)[] = [];
    for (let i = 0; i < 12; i += 1) before.push((await see('weights', `v${i}`))?.key);
    expect(new Set(before)).toEqual(new Set(['after-3', 'after-5']));
    await query(
      `update app.experiment_variants set weight = 0 where experiment_id = $1 and key = 'after-5'`,
      [id],
    );
    const after: (string | undefined)[] = [];
    for (let i = 0; i < 12; i += 1) after.push((await see('weights', `v${i}`))?.key);
    expect(after).toEqual(before);
    for (let i = 100; i < 110; i += 1) expect((await see('weights', `v${i}`))?.key).toBe('after-3');
  });

  it('need two different variants and a weight', async () => {
    const tried = (arms: NewExperiment['arms']) =>
      house.inWorkspace((ctx) => design(ctx, { ...gatePlace('odd'), arms }));
    await expect(tried([{ key: 'a', name: 'A' }])).rejects.toThrow(ArmsUnusable);
    await expect(
      tried([
        { key: 'a', name: 'A' },
        { key: 'a', name: 'B' },
      ]),
    ).rejects.toThrow(ArmsUnusable);
    await expect(
      tried([
        { key: 'a', name: 'A', weight: 0 },
        { key: 'b', name: 'B', weight: 0 },
      ]),
    ).rejects.toThrow(ArmsUnusable);
  });
});
