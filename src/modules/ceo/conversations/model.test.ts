import { afterAll, beforeAll, expect, it } from 'vitest';
import { fillWorkspace } from '../../../../tests/support/asked-workspace.ts';
import { openHouse } from '../../../../tests/support/harness.ts';
import { openModelServer } from '../../../../tests/support/model-server.ts';
import { NOON } from '../../../../tests/support/rows.ts';

const server = await openModelServer();
const house = await openHouse({
  clock: NOON,
  env: { OPENAI_BASE_URL: `${server.url}/v1`, ALLOW_PRIVATE_HOSTS: new URL(server.url).host },
});
afterAll(() => Promise.all([house.close(), server.close()]));

let conversation: string;
beforeAll(async () => {
  // What publishing asks models.
  server.play({ text: JSON.stringify({ inMaterial: false, sentences: [] }) });
  await fillWorkspace(house);
  conversation = (await house.call('POST', '/api/v1/conversations', {})).body.id;
});

const say = async (content: string) => {
  const { body } = await house.call('POST', `/api/v1/conversations/${conversation}/messages`, { content });
  return { ...body.response.answer, content: body.response.content };
};
const picked = (pick: Record<string, unknown>) => ({
  text: JSON.stringify({
    ...{
      measure: 'leads',
      split: null,
      period: { kind: 'named', name: 'this_week' },
      phrase: null,
      isRaw: false,
    },
    ...{ quietDays: 7, stages: { from: 'trials', to: 'orders' } },
    ...pick,
  }),
});

it('lets the model pick from the list, and counts itself', async () => {
  server.play(picked({ measure: 'hands', split: 'playbook' }));
  const answer = await say('who is keen on us these days?');
  expect(answer).toMatchObject({ rowCount: 0, composer: 'model: local-mini', query: { name: 'hands' } });
  // The model reads the question and the list, and nothing of the data.
  expect(JSON.stringify(server.asked)).not.toMatch(/Ysolde|studio\.example/);
});

it('takes no number and no measure that the list does not know', async () => {
  server.play({ text: JSON.stringify({ measure: 'passwords', answer: '999 leads' }) });
  const answer = await say('leads this week');
  expect(answer).toMatchObject({ rowCount: 5, composer: 'built-in composer' });
  expect(answer.composerReason).toBeTruthy();
});

it('drops a split that the measure does not have', async () => {
  server.play(picked({ split: 'email; drop table' }));
  expect(await say('leads this week, please')).toMatchObject({
    rowCount: 5,
    query: { parameters: { split: null } },
  });
});

it('reads the words itself while the model is down, and says so', async () => {
  server.play({ status: 401, body: { error: { message: 'no key' } } });
  const answer = await say('open tasks');
  expect(answer).toMatchObject({ rowCount: 2, composer: 'built-in composer', query: { name: 'open_tasks' } });
  expect(answer.composerReason).toBeTruthy();
});

it('asks no model about an order, and obeys none', async () => {
  server.play(picked({}));
  expect((await say('stop all actions')).content).toContain('All actions are stopped');
  expect(server.asked).toEqual([]);
});
