import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openHouse, type TestHouse } from '../../../../tests/support/harness.ts';
import { publishPlaybook } from '../../../../tests/support/playbook.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

it('loses no answer when a reader writes in two windows at once', async () => {
  const { path } = await publishPlaybook(house);
  const gate = await house.app.inject({
    method: 'POST',
    url: `${path}/gate`,
    payload: {
      email: 'reader@tallowgate.example',
      answers: { revenue: '250-500k', team: '6-12', pain: 'scope' },
    },
  });
  const cookie = gate.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const names = Array.from({ length: 24 }, (_, index) => `blank-${index}`);
  const saved = await Promise.all(
    names.map((name) =>
      house.app.inject({
        method: 'POST',
        url: `${path}/progress`,
        headers: { cookie },
        payload: { answers: { [name]: 'kept' }, stepsDone: [], position: 1 },
      }),
    ),
  );
  expect(new Set(saved.map(({ statusCode }) => statusCode))).toEqual(new Set([204]));
  const { rows } = await house.inWorkspace((ctx) =>
    ctx.db.execute<{ answers: Record<string, string> }>(sql`select answers from app.readings`),
  );
  expect(Object.keys(rows[0]?.answers ?? {}).sort()).toEqual([...names].sort());
});
