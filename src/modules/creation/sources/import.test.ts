import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openHouse, type TestHouse } from '../../../../tests/support/harness.ts';
import { importSource } from './import.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

it('does not go on importing for ever when reading breaks each time', async () => {
  const upload = await house.app.inject({
    method: 'POST',
    url: '/api/v1/sources/uploads',
    headers: {
      authorization: `Bearer ${house.apiKey}`,
      'content-type': 'multipart/form-data; boundary=cut',
    },
    payload:
      '--cut\r\ncontent-disposition: form-data; name="files"; filename="a.txt"\r\n\r\nWrite the price first.\r\n--cut--\r\n',
  });
  const { id } = upload.json().data[0] as { id: string };
  await house.inWorkspace((ctx) => ctx.db.execute(sql`update app.files set sha256 = repeat('0', 64)`));
  const attempt = (lastAttempt: boolean) =>
    importSource(house.platform, {
      workspaceId: house.workspace.id,
      sourceId: id,
      correlationId: 'test',
      lastAttempt,
    });
  const stateOf = async () => (await house.call('GET', `/api/v1/sources/${id}`)).body;

  await expect(attempt(false)).rejects.toThrow();
  expect((await stateOf()).status).toBe('importing');
  await expect(attempt(true)).rejects.toThrow();
  expect(await stateOf()).toMatchObject({
    status: 'failed',
    problem: { code: 'unexpected' },
  });
});
