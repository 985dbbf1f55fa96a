import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { openHouse } from '../../../tests/support/harness.ts';
import { certainty } from './looks/outcomes.ts';

// After today, because due jobs are found by the database's own clock, too.
const MONDAY = '2031-06-02T09:00:00Z';
const house = await openHouse({ clock: MONDAY });
afterAll(() => house.close());

// One house for all: what one test left would be seen by the next look.
beforeEach(async () => {
  house.clock.set(MONDAY);
  await house.settle();
  await house.inWorkspace(async ({ db, workspace }) => {
    const gone = [
      'actions',
      'insights',
      'outcomes',
      'ceo_runs',
      'detectors',
      'policies',
      'tasks',
      'ceo_configs',
      'messages',
      'leads',
    ];
    for (const table of gone) await db.$client.query(`delete from app.${table}`);
    await db.$client.query('delete from app.organization_plans where organization_id = $1', [
      workspace.organizationId,
    ]);
    await db.$client.query('delete from app.usage_counters where organization_id = $1', [
      workspace.organizationId,
    ]);
  });
});

const get = async (path: string) => (await house.call('GET', path)).body;
const ceo = (method: string, path: string, body?: unknown) => house.call(method, `/api/v1${path}`, body);
const later = (minutes: number) => house.clock.set(new Date(house.clock.now().getTime() + minutes * 60_000));
const DAYS = 24 * 60;

/** People with a confirmed address who then went quiet. */
async function quietPeople(...names: string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const name of names) {
    const email = `${name.toLowerCase()}@studio.example`;
    const { body } = await ceo('POST', '/leads', { email, name, consentBasis: 'met at the fair' });
    ids.push(body.id);
  }
  await house.inWorkspace(({ db }) => db.$client.query('update app.leads set confirmed_at = captured_at'));
  later(9 * DAYS);
  return ids;
}

const look = async () => (await ceo('POST', '/ceo/runs')).body;
const actions = async (state = '') => (await get(`/api/v1/actions?state=${state}`)).data;
const mailTo = async (name: string) =>
  (await get('/api/v1/messages?stream=marketing')).data.filter(
    (message: { to: { email: string } | string }) => JSON.stringify(message.to).includes(name.toLowerCase()),
  );

describe('a look at the business', () => {
  it('finds people who heard nothing for a week, with their rows, and makes follow-up tasks by itself', async () => {
    const [noor] = await quietPeople('Noor', 'Piet');
    expect(await look()).toMatchObject({ state: 'done', proposed: 1 });
    const { data } = await get('/api/v1/insights?state=open');
    const stale = data.find((insight: { detector: string }) => insight.detector === 'stale-leads');
    expect(stale).toMatchObject({ confidence: 0.9, evidence: { count: 2 } });
    const { rows } = await get(`/api/v1/insights/${stale.id}`);
    expect(rows).toContainEqual({ type: 'lead', id: noor, note: 'Noor: last contact 2031-06-02' });
    const tasks = (await get('/api/v1/tasks?state=pending')).data;
    expect(
      tasks
        .filter(({ type }: { type: string }) => type === 'follow_up')
        .map(({ lead }: { lead: { name: string } }) => lead.name)
        .sort(),
    ).toEqual(['Noor', 'Piet']);
  });

  it('says nothing twice: the same finding is renewed, and what is over is resolved', async () => {
    const [noor] = await quietPeople('Noor');
    await look();
    const before = (await get('/api/v1/tasks')).data.length;
    later(60);
    await look();
    expect((await get('/api/v1/tasks')).data.length).toBe(before);
    await ceo('POST', `/leads/${noor}/notes`, { body: 'Called her.' });
    const [task] = (await get(`/api/v1/tasks?leadId=${noor}`)).data;
    await ceo('PATCH', `/tasks/${task.id}`, { state: 'completed' });
    later(60);
    await look();
    const open = (await get('/api/v1/insights?state=open')).data;
    expect(open.map(({ detector }: { detector: string }) => detector)).not.toContain('stale-leads');
  });

  it('asks before anything leaves the house, and says why', async () => {
    await quietPeople('Noor');
    await look();
    const [mail] = await actions('proposed');
    expect(mail).toMatchObject({
      kind: 'send_mail',
      asksBecause: 'It leaves the house, and no policy lets it act alone.',
      items: [{ name: 'Noor', text: expect.stringContaining('Hi Noor,') }],
    });
    await house.settle();
    expect(await mailTo('Noor')).toEqual([]);
  });
});

describe('an approval', () => {
  it('sends the words as changed, after the time to take them back, once', async () => {
    const [noor] = await quietPeople('Noor', 'Piet');
    await look();
    const [mail] = await actions('proposed');
    const body = {
      items: [{ subjectId: noor, title: 'One question', text: 'Hi Noor,\n\nwhere did it stop?' }],
    };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => ceo('POST', `/actions/${mail.id}/approvals`, body)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)]);
    await house.settle();
    expect(await mailTo('Noor')).toEqual([]);
    later(11);
    await house.settle();
    await house.settle();
    expect(await mailTo('Noor')).toMatchObject([{ subject: 'One question', state: 'sent' }]);
    expect(await mailTo('Piet')).toEqual([]);
    expect(await get(`/api/v1/actions/${mail.id}`)).toMatchObject({
      decision: { decision: 'changed' },
      items: [{ name: 'Noor', title: 'One question', text: 'Hi Noor,\n\nwhere did it stop?' }],
    });
    expect((await ceo('POST', `/actions/${mail.id}/undos`)).body.detail).toContain('cannot be taken back');
  });

  it('can be taken back until the mail leaves', async () => {
    await quietPeople('Noor');
    await look();
    const [mail] = await actions('proposed');
    await ceo('POST', `/actions/${mail.id}/approvals`, {});
    expect((await get(`/api/v1/actions/${mail.id}`)).canUndo).toBe(true);
    expect((await ceo('POST', `/actions/${mail.id}/undos`)).body.state).toBe('undone');
    later(60);
    await house.settle();
    expect(await mailTo('Noor')).toEqual([]);
  });

  it('leaves out who was heard from meanwhile', async () => {
    const [noor] = await quietPeople('Noor', 'Piet');
    await look();
    const [mail] = await actions('proposed');
    later(5);
    await house.inWorkspace(({ db, clock }) =>
      db.$client.query('update app.leads set last_activity_at = $1 where id = $2', [clock.now(), noor]),
    );
    const { body } = await ceo('POST', `/actions/${mail.id}/approvals`, {});
    expect(body).toMatchObject({ items: [{ name: 'Piet' }], skipped: [{ name: 'Noor' }] });
    later(11);
    await house.settle();
    expect(await mailTo('Noor')).toEqual([]);
    expect(await mailTo('Piet')).toHaveLength(1);
  });

  it('refuses people who are not part of it, and an empty list', async () => {
    await quietPeople('Noor');
    await look();
    const [mail] = await actions('proposed');
    const other = await ceo('POST', `/actions/${mail.id}/approvals`, {
      items: [{ subjectId: house.workspace.id }],
    });
    expect(other).toMatchObject({ status: 422, body: { errors: [{ pointer: '/items/0/subjectId' }] } });
    expect((await ceo('POST', `/actions/${mail.id}/approvals`, { items: [] })).status).toBe(422);
  });
});

describe('what was done alone', () => {
  it('can be taken back from the same place', async () => {
    await quietPeople('Noor');
    await look();
    const made = (await actions('done')).find(({ kind }: { kind: string }) => kind === 'create_tasks');
    expect(made.decision).toBeNull();
    expect((await ceo('POST', `/actions/${made.id}/undos`)).body.state).toBe('undone');
    const open = (await get('/api/v1/tasks?state=pending')).data;
    expect(open.filter(({ type }: { type: string }) => type === 'follow_up')).toEqual([]);
  });

  it('stops with the hard stop, and stays inside what the policy allows', async () => {
    await ceo('POST', '/ceo/stops', { reason: 'Holiday' });
    await quietPeople('Noor', 'Piet', 'Maeve');
    await look();
    expect(
      (await actions('proposed')).map(({ asksBecause }: { asksBecause: string }) => asksBecause),
    ).toEqual(expect.arrayContaining(['All actions are stopped.']));
    expect((await get('/api/v1/tasks')).data).toEqual([]);
  });

  it('may be widened by a policy: mail to at most two people goes alone', async () => {
    expect((await ceo('PUT', '/policies/send_mail', { mode: 'alone', maxPeople: 2 })).status).toBe(200);
    await quietPeople('Noor', 'Piet');
    await look();
    expect((await actions('done')).map(({ kind }: { kind: string }) => kind)).toContain('send_mail');
    later(11);
    await house.settle();
    expect(await mailTo('Noor')).toHaveLength(1);
  });

  it('asks when it reaches more people than the policy allows, and never when told never', async () => {
    await ceo('PUT', '/policies/send_mail', { mode: 'alone', maxPeople: 1 });
    await ceo('PUT', '/policies/draft_post', { mode: 'never' });
    await quietPeople('Noor', 'Piet');
    await look();
    expect(await actions('proposed')).toMatchObject([
      { kind: 'send_mail', asksBecause: 'It reaches 2 people; alone it may reach 1.' },
    ]);
    expect((await actions()).map(({ kind }: { kind: string }) => kind)).not.toContain('draft_post');
  });

  it('ends at the plan: the rest waits with the reason', async () => {
    await house.inWorkspace(({ db, workspace }) =>
      db.$client.query(
        `insert into app.organization_plans (organization_id, plan, limits_enforced) values ($1, 'free', true)`,
        [workspace.organizationId],
      ),
    );
    await quietPeople(...Array.from({ length: 12 }, (_, index) => `Person${index}`));
    await look();
    const made = (await actions()).find(({ kind }: { kind: string }) => kind === 'create_tasks');
    expect(made).toMatchObject({
      state: 'part_done',
      problem: expect.stringContaining('10 of 10 tasks this month'),
    });
  });
});

describe('certainty', () => {
  it('begins at the prior and ends at what was measured', () => {
    expect(certainty(0.9, 0, 0)).toBeCloseTo(0.9);
    fc.assert(
      fc.property(
        fc.float({ min: 0, max: 1, noNaN: true }),
        fc.nat(500),
        fc.nat(500),
        (prior, right, wrong) => {
          const value = certainty(prior, right, wrong);
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
          expect(certainty(prior, right + 1, wrong)).toBeGreaterThanOrEqual(value - 1e-9);
          expect(certainty(prior, right, wrong + 1)).toBeLessThanOrEqual(value + 1e-9);
        },
      ),
    );
    expect(certainty(0.9, 0, 1000)).toBeLessThan(0.02);
  });

  it('falls with a declined proposal, until it does not act alone any more', async () => {
    await quietPeople('Noor');
    await look();
    const [mail] = await actions('proposed');
    await ceo('POST', `/actions/${mail.id}/declines`, { reason: 'Too pushy' });
    const { data } = await get('/api/v1/detectors');
    const stale = data.find(({ key }: { key: string }) => key === 'stale-leads');
    expect(stale).toMatchObject({ prior: 0.9, wrong: 1, certainty: 0.82 });
  });

  it('learns after a week whether anybody was in touch', async () => {
    await quietPeople('Noor');
    await look();
    later(8 * DAYS);
    await look();
    const { data } = await get('/api/v1/detectors');
    const stale = data.find(({ key }: { key: string }) => key === 'stale-leads');
    expect(stale.right + stale.wrong).toBeGreaterThan(0);
    expect(stale.right).toBe(0);
  });
});

describe('tasks', () => {
  it('of the machine start by themselves and keep what they made', async () => {
    const { body } = await ceo('POST', '/tasks', { type: 'post_draft', title: 'Draft a post' });
    expect(body).toMatchObject({ state: 'pending', doer: 'machine' });
    await house.settle();
    expect(await get(`/api/v1/tasks/${body.id}`)).toMatchObject({
      state: 'failed',
      error: 'Publish a playbook first; the draft is taken from one.',
    });
    expect((await ceo('POST', `/tasks/${body.id}/retries`)).body.state).toBe('pending');
  });

  it('of people are done, opened again and cancelled by people', async () => {
    const { body } = await ceo('POST', '/tasks', { title: 'Call Noor' });
    for (const state of ['completed', 'pending', 'cancelled'])
      expect((await ceo('PATCH', `/tasks/${body.id}`, { state })).body.state).toBe(state);
    expect((await ceo('POST', `/tasks/${body.id}/retries`)).status).toBe(409);
  });
});
