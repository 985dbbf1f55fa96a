import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inTransaction, newId } from '#kernel/database';
import { openHouse, type TestHouse } from '../../../../tests/support/harness.ts';
import { publishPlaybook } from '../../../../tests/support/playbook.ts';

let house: TestHouse;
let expert: Record<string, string>;
let mine: string;
let theirs: string;

beforeAll(async () => {
  house = await openHouse();
  const { platform, workspace } = house;
  const { userId } = await platform.identity.makeAccount({
    email: 'marit@tallowgate.example',
    name: 'Marit',
  });
  await inTransaction(platform.database.pool, { workspaceId: workspace.id }, (db) =>
    db.$client.query(
      'insert into identity.workspace_members (id, workspace_id, organization_id, user_id, role, created_at) values ($1, $2, $3, $4, $5, now())',
      [newId(), workspace.id, workspace.organizationId, userId, 'expert'],
    ),
  );
  const { cookies } = await platform.identity.openSession(userId);
  expert = { ...house.owner.headers, cookie: cookies.map((line) => line.split(';')[0]).join('; ') };
  delete expert.authorization;
  const { body: person } = await house.call('POST', '/api/v1/experts', { name: 'Marit Ostrevik' });
  await house.inWorkspace((ctx) =>
    ctx.db.execute(sql`update app.experts set user_id = ${userId} where id = ${person.id}`),
  );
  const one = await publishPlaybook(house, { title: 'Mine' });
  await house.call('PATCH', `/api/v1/playbooks/${one.id}`, { expertId: person.id });
  await publishAgain(one.id);
  const two = await publishPlaybook(house, { title: 'Somebody else’s' });
  const { body } = await house.call('GET', '/api/v1/clones');
  const cloneOf = (id: string) =>
    body.data.find((clone: { playbook: { id: string } }) => clone.playbook.id === id).id as string;
  mine = cloneOf(one.id);
  theirs = cloneOf(two.id);
});
afterAll(() => house.close());

async function publishAgain(id: string): Promise<void> {
  const { body: playbook } = await house.call('GET', `/api/v1/playbooks/${id}`);
  const content = { ...playbook.draft.content, title: 'Mine, the second time' };
  await house.call('PUT', `/api/v1/playbooks/${id}/draft`, { revision: playbook.draft.revision, content });
  await house.call('POST', `/api/v1/playbooks/${id}/versions`, { overrideReason: 'A test needs it' });
  await house.settle();
}

const asExpert = async (method: 'GET' | 'POST', url: string, payload?: object) => {
  const answer = await house.app.inject({ method, url, headers: expert, ...(payload && { payload }) });
  return { status: answer.statusCode, body: answer.json() };
};

it('shows experts the clones of their own method and nobody else’s', async () => {
  const { status, body } = await asExpert('GET', '/api/v1/own-clones');
  expect(status).toBe(200);
  expect(body.data.map(({ id }: { id: string }) => id)).toEqual([mine]);
  expect((await asExpert('GET', '/api/v1/clones')).status).toBe(403);
  expect((await asExpert('GET', `/api/v1/own-clones/${theirs}/turns`)).status).toBe(404);
});

it('lets experts read what was asked without who asked, and correct it', async () => {
  await house.call('POST', `/api/v1/clones/${mine}/turns`, { question: 'How do I do step number 4?' });
  const { body } = await asExpert('GET', `/api/v1/own-clones/${mine}/turns`);
  expect(body.data[0].question).toBe('How do I do step number 4?');
  expect(body.data[0]).not.toHaveProperty('lead');
  const correction = { question: 'How do I do step number 4?', rightAnswer: 'You sleep on it first.' };
  expect((await asExpert('POST', `/api/v1/own-clones/${theirs}/corrections`, correction)).status).toBe(404);
  const kept = await asExpert('POST', `/api/v1/own-clones/${mine}/corrections`, correction);
  expect(kept).toMatchObject({ status: 201, body: { rightAnswer: 'You sleep on it first.' } });
  const after = await house.call('POST', `/api/v1/clones/${mine}/turns`, {
    question: 'How do I do step number 4?',
  });
  expect(after.body.answer).toBe('You sleep on it first. [1]');
});
