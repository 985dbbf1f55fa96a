import { afterAll, beforeAll, expect, it } from 'vitest';
import { openHouse, type TestHouse } from '../../../tests/support/harness.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse({ callsPerMinute: 5 });
});
afterAll(() => house.close());

it('slows who calls the API too fast, says until when, and leaves everybody else alone', async () => {
  const statuses: number[] = [];
  for (let n = 0; n < 7; n += 1) statuses.push((await house.call('GET', '/api/v1/experts')).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
  const refused = await house.call('GET', '/api/v1/experts');
  expect(refused.headers['retry-after']).toBeDefined();
  expect(refused.body).toMatchObject({ status: 429, title: 'Too many requests' });
  const neighbour = await house.neighbour();
  const foreign = { authorization: `Bearer ${neighbour.apiKey}` };
  expect((await house.call('GET', '/api/v1/experts', undefined, foreign)).status).toBe(200);
});

it('never slows public pages, redirects and the health check', async () => {
  for (const url of ['/l/nothing', '/p/tallowgate/nothing', '/api/health']) {
    for (let n = 0; n < 12; n += 1) {
      expect((await house.app.inject({ url })).statusCode).not.toBe(429);
    }
  }
});

it('does not take who makes up credentials for somebody new, where nobody looks at them', async () => {
  const statuses: number[] = [];
  for (let n = 0; n < 7; n += 1) {
    const headers = { authorization: `Bearer made-up-${n}` };
    const answer = await house.app.inject({
      url: '/api/v1/sign-in-options',
      headers,
      remoteAddress: '203.0.113.9',
    });
    statuses.push(answer.statusCode);
  }
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
});
