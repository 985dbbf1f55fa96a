import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type TestHouse } from '../../../../tests/support/harness.ts';
import { publishPlaybook } from '../../../../tests/support/playbook.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
  const { path } = await publishPlaybook(house);
  const people = [
    ['one@example.com', { revenue: 'under-50k', team: '1', pain: 'price' }],
    ['two@example.com', { revenue: '250-500k', team: '6-12', pain: 'scope' }],
    ['three@example.com', { revenue: 'over-500k', team: '2-5', pain: 'owner' }],
  ] as const;
  for (const [email, answers] of people) {
    await house.app.inject({
      method: 'POST',
      url: `${path}/gate`,
      headers: { 'user-agent': 'Mozilla/5.0 Firefox/141.0' },
      payload: { email, answers },
    });
  }
  await house.settle();
});
afterAll(() => house.close());

const bySlug = async (slug: string) =>
  (await house.call('GET', '/api/v1/segments')).body.data.find(
    (segment: { slug: string }) => segment.slug === slug,
  );
const membersOf = async (id: string) =>
  (await house.call('GET', `/api/v1/segments/${id}/members`)).body.data
    .map(({ email }: { email: string }) => email)
    .sort();

describe('segments', () => {
  it('begin with four, filled by the answers, each with its rule as a sentence', async () => {
    const { body } = await house.call('GET', '/api/v1/segments');
    expect(
      Object.fromEntries(
        body.data.map(({ slug, memberCount }: { slug: string; memberCount: number }) => [slug, memberCount]),
      ),
    ).toEqual({
      established: 2,
      'margin-pain': 2,
      'starting-out': 1,
      teams: 1,
    });
    expect((await bySlug('margin-pain')).sentence).toBe(
      'Pain is “Work grows after we agreed on the price” or “Clients push the price down”.',
    );
  });

  it('are looked at before they are saved: sentence, count, ten people and why', async () => {
    const rule = { all: [{ field: 'answer.revenue', operator: 'is_not', value: 'under-50k' }], any: [] };
    const { status, body } = await house.call('POST', '/api/v1/segments/previews', { rule });
    expect([status, body.count, body.problem]).toEqual([200, 2, null]);
    expect(body.people[0].reasons).toEqual(['revenue is not “Under €50k”']);
    const never = {
      all: [
        { field: 'answer.team', operator: 'is', value: '1' },
        { field: 'answer.team', operator: 'is', value: '2-5' },
      ],
    };
    expect((await house.call('POST', '/api/v1/segments/previews', { rule: never })).body).toMatchObject({
      count: 0,
      problem: 'Nobody can match: team is “Just me” and team is “2 to 5”.',
    });
  });

  it('are filled when made, emptied and filled anew when the rule changes, and empty when gone', async () => {
    const made = await house.call('POST', '/api/v1/segments', {
      name: 'Solo',
      rule: { all: [{ field: 'answer.team', operator: 'is', value: '1' }] },
    });
    expect(made.body).toMatchObject({ slug: 'solo', memberCount: 1 });
    expect(await membersOf(made.body.id)).toEqual(['one@example.com']);
    const changed = await house.call('PATCH', `/api/v1/segments/${made.body.id}`, {
      rule: {
        any: [
          { field: 'answer.team', operator: 'is', value: '2-5' },
          { field: 'fitScore', operator: 'at_least', value: 90 },
        ],
      },
    });
    expect(changed.body.memberCount).toBe(2);
    expect(await membersOf(made.body.id)).toEqual(['three@example.com', 'two@example.com']);
    expect(
      (
        await house.call('POST', '/api/v1/segments', {
          name: 'Solo',
          rule: { all: [{ field: 'stage', operator: 'is', value: 'trial' }] },
        })
      ).status,
    ).toBe(409);
    expect((await house.call('DELETE', `/api/v1/segments/${made.body.id}`)).status).toBe(204);
    expect((await house.call('GET', `/api/v1/segments/${made.body.id}`)).status).toBe(404);
    const { body } = await house.call('GET', '/api/v1/leads');
    for (const { segments } of body.data)
      expect(segments.map(({ name }: { name: string }) => name)).not.toContain('Solo');
  });

  it('follow what is changed about a person, and tell who joined and left', async () => {
    const trial = await house.call('POST', '/api/v1/segments', {
      name: 'In trial',
      rule: { all: [{ field: 'stage', operator: 'is', value: 'trial' }] },
    });
    const { id } = (await house.call('GET', '/api/v1/leads?q=one@')).body.data[0];
    await house.call('PATCH', `/api/v1/leads/${id}`, { stage: 'trial' });
    await house.settle();
    expect(await membersOf(trial.body.id)).toEqual(['one@example.com']);
    await house.call('PATCH', `/api/v1/leads/${id}`, { stage: 'captured' });
    await house.settle();
    expect(await membersOf(trial.body.id)).toEqual([]);
    const names = await house.inWorkspace(
      async ({ db }) =>
        (
          await db.$client.query(`select name from app.events where payload->>'segmentId' = $1 order by id`, [
            trial.body.id,
          ])
        ).rows,
    );
    expect(names.map(({ name }) => name)).toEqual(['segment.joined', 'segment.left']);
  });

  it('refuse fields nobody keeps and rules without a condition', async () => {
    const unknown = await house.call('POST', '/api/v1/segments', {
      name: 'X',
      rule: { all: [{ field: 'shoeSize', operator: 'is', value: 42 }] },
    });
    expect([unknown.status, unknown.body.errors]).toEqual([
      422,
      [{ pointer: '/rule/all/0/field', detail: 'Nothing is kept under "shoeSize".' }],
    ]);
    expect((await house.call('POST', '/api/v1/segments', { name: 'X', rule: {} })).status).toBe(422);
  });

  it('are nothing to another workspace', async () => {
    const { apiKey } = await house.neighbour();
    const { id } = await bySlug('teams');
    for (const [method, path] of [
      ['GET', ''],
      ['PATCH', ''],
      ['DELETE', ''],
      ['GET', '/members'],
    ] as const) {
      const body = method === 'PATCH' ? { name: 'Mine' } : undefined;
      expect(
        (
          await house.call(method, `/api/v1/segments/${id}${path}`, body, {
            authorization: `Bearer ${apiKey}`,
          })
        ).status,
      ).toBe(404);
    }
  });
});
