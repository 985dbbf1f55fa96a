import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type TestHouse } from '../../../../tests/support/harness.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe('a post', () => {
  it('stays a draft that says why, until a person has posted it by hand', async () => {
    const { status, body } = await house.call('POST', '/api/v1/posts', { body: 'Count three past jobs.' });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      state: 'draft',
      channel: { kind: 'linkedin' },
      waitReason: expect.stringContaining('No LinkedIn account is connected'),
    });
    const posted = { state: 'published', externalUrl: 'https://linkedin.example/posts/1' };
    const after = await house.call('PATCH', `/api/v1/posts/${body.id}`, posted);
    expect(after.body).toMatchObject({ ...posted, waitReason: null, publishedAt: expect.any(String) });
    expect((await house.call('PATCH', `/api/v1/posts/${body.id}`, { body: 'Other words' })).status).toBe(409);
  });

  it('shares the channel of its kind, and refuses a playbook that is not there', async () => {
    const one = await house.call('POST', '/api/v1/posts', { channel: 'x', body: 'One' });
    const two = await house.call('POST', '/api/v1/posts', { channel: 'x', body: 'Two' });
    expect(one.body.channel.id).toBe(two.body.channel.id);
    const lost = await house.call('POST', '/api/v1/posts', { body: 'Three', playbookId: house.workspace.id });
    expect(lost).toMatchObject({ status: 422, body: { errors: [{ pointer: '/playbookId' }] } });
    const { body } = await house.call('GET', '/api/v1/posts?limit=2&state=draft');
    expect(body.data.map((post: { body: string }) => post.body)).toEqual(['Two', 'One']);
  });
});
