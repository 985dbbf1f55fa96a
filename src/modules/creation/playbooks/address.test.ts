import { afterAll, beforeAll, expect, it } from 'vitest';
import { openHouse, type TestHouse } from '../../../../tests/support/harness.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const read = async (id: string) => (await house.call('GET', `/api/v1/playbooks/${id}`)).body;

/** Names a playbook, gives it a step and publishes it. */
async function publishAs(id: string, title: string) {
  const { draft } = await read(id);
  const steps = [{ id: 'step-1', position: 1, title: 'One step', instructions: [{ text: title }] }];
  await house.call('PUT', `/api/v1/playbooks/${id}/draft`, {
    revision: draft.revision,
    content: { ...draft.content, title, steps },
  });
  const version = await house.call('POST', `/api/v1/playbooks/${id}/versions`, { overrideReason: 'short' });
  expect(version.status, version.text).toBe(201);
  return version.body;
}

it('gives an untitled playbook the address of its title when readers first see it, and keeps that', async () => {
  const { body: expert } = await house.call('POST', '/api/v1/experts', { name: 'Marit Ostrevik' });
  const { body: made } = await house.call('POST', '/api/v1/playbooks', { expertId: expert.id });
  expect(made.slug).toBe('marit-ostrevik-untitled-playbook');
  const version = await publishAs(made.id, 'The Repair Day');
  expect((await read(made.id)).slug).toBe('the-repair-day');
  expect(version.publicUrl).toBe('http://localhost:3000/p/tallowgate/the-repair-day');
  await house.settle();
  expect((await house.app.inject({ url: '/p/tallowgate/the-repair-day' })).statusCode).toBe(200);

  await publishAs(made.id, 'Another name');
  expect(await read(made.id)).toMatchObject({ title: 'Another name', slug: 'the-repair-day' });
});

it('leaves an address alone that somebody chose, or that belongs to a title', async () => {
  const { body: chosen } = await house.call('POST', '/api/v1/playbooks', {});
  await house.call('PATCH', `/api/v1/playbooks/${chosen.id}`, { slug: 'my-own-address' });
  await publishAs(chosen.id, 'The Repair Day');
  expect((await read(chosen.id)).slug).toBe('my-own-address');

  const { body: titled } = await house.call('POST', '/api/v1/playbooks', { title: 'First idea' });
  await publishAs(titled.id, 'The Repair Day');
  expect((await read(titled.id)).slug).toBe('first-idea');
});
