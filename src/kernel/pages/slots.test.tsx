import { sql } from 'drizzle-orm';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type TestHouse } from '../../../tests/support/harness.ts';
import { buildSlots, type SlotPage } from './slots.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** Looks at a page inside one transaction, as a public page does. */
const on = <T,>(look: (page: SlotPage) => Promise<T>): Promise<T> =>
  house.inWorkspace((ctx) => look({ ctx, path: '/p/tallowgate/a', query: {}, steps: [] } as never));

describe('who may read a step', () => {
  it('is nobody when nobody says anything', async () => {
    const slots = buildSlots();
    expect(await on((page) => slots.mayRead(page, 1))).toBe(false);
    slots.registerAccess('silent', () => undefined);
    expect(await on((page) => slots.mayRead(page, 1))).toBe(false);
  });

  it('is who hears a yes and no no', async () => {
    const slots = buildSlots();
    const readable = (positions: number[]) =>
      on(async (page) => {
        const answers: boolean[] = [];
        for (const position of positions) answers.push(await slots.mayRead(page, position));
        return answers;
      });
    slots.registerAccess('gate', async (_page, position) => position <= 3);
    slots.registerAccess('silent', () => undefined);
    expect(await readable([3, 4])).toEqual([true, false]);
    slots.registerAccess('strict', (_page, position) => (position === 2 ? false : undefined));
    expect(await readable([1, 2])).toEqual([true, false]);
  });

  it('stays nobody when the question fails, and the page goes on', async () => {
    const slots = buildSlots();
    slots.registerAccess('yes', () => true);
    slots.registerAccess('broken', async ({ ctx }) => {
      await ctx.db.execute(sql`select 1 / 0`);
      return true;
    });
    const seen = await on(async (page) => {
      const allowed = await slots.mayRead(page, 1);
      const { rows } = await page.ctx.db.execute(sql`select 'still here' as word`);
      return [allowed, rows[0]?.word];
    });
    expect(seen).toEqual([false, 'still here']);
  });

  it('is asked under a name that is not taken', () => {
    const slots = buildSlots();
    slots.registerAccess('gate', () => true);
    expect(() => slots.registerAccess('gate', () => true)).toThrow('already registered');
  });
});

describe('what stands after a step', () => {
  it('comes in the order of registration', async () => {
    const slots = buildSlots();
    slots.registerAfterStep('gate', (_page, position) => (position === 3 ? <p>The gate</p> : null));
    slots.registerAfterStep('offer', async (_page, position) => <p>After {position}</p>);
    const shown = await on((page) => slots.afterStep(page, 3));
    expect(shown.map(({ name, node }) => [name, renderToStaticMarkup(node)])).toEqual([
      ['gate', '<p>The gate</p>'],
      ['offer', '<p>After 3</p>'],
    ]);
    expect((await on((page) => slots.afterStep(page, 2))).map(({ name }) => name)).toEqual(['offer']);
  });

  it('loses a block that fails or hides its failure, and nothing else', async () => {
    const slots = buildSlots();
    slots.registerAfterStep('broken', async () => Promise.reject(new Error('broken')));
    slots.registerAfterStep('failing', async ({ ctx }) => {
      await ctx.db.execute(sql`select * from app.no_such_table`);
      return <p>Never</p>;
    });
    slots.registerAfterStep('hiding', async ({ ctx }) => {
      await ctx.db.execute(sql`select 1 / 0`).catch(() => {});
      return <p>Without its figure</p>;
    });
    slots.registerAfterStep('offer', async ({ ctx }) => {
      const { rows } = await ctx.db.execute<{ word: string }>(sql`select 'offer' as word`);
      return <p>{rows[0]?.word}</p>;
    });
    const seen = await on(async (page) => {
      const shown = await slots.afterStep(page, 3);
      const { rows } = await page.ctx.db.execute(sql`select 'still here' as word`);
      return [shown.map(({ name, node }) => [name, renderToStaticMarkup(node)]), rows[0]?.word];
    });
    expect(seen).toEqual([
      [
        ['hiding', '<p>Without its figure</p>'],
        ['offer', '<p>offer</p>'],
      ],
      'still here',
    ]);
  });
});
