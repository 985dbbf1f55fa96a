import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type TestHouse } from '../../../../tests/support/harness.ts';
import { type PublishedPlaybook, publishPlaybook, secretOf } from '../../../../tests/support/playbook.ts';

const BROWSER = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:141.0) Gecko/20100101 Firefox/141.0';
const ANSWERS = { revenue: '250-500k', team: '6-12', pain: 'scope' };

let house: TestHouse;
let playbook: PublishedPlaybook;
let people = 0;

beforeAll(async () => {
  house = await openHouse();
  playbook = await publishPlaybook(house);
});
afterAll(() => house.close());

/** Somebody who passed the gate, in a browser that keeps its cookie. */
async function arrive(answers: Record<string, string> = ANSWERS, email?: string) {
  people += 1;
  const remoteAddress = `203.0.113.${people}`;
  const passed = await house.app.inject({
    method: 'POST',
    url: `${playbook.path}/gate`,
    remoteAddress,
    headers: { 'user-agent': BROWSER },
    payload: { email: email ?? `reader-${people}@studio-${people}.example`, answers },
  });
  expect(passed.statusCode).toBe(200);
  const cookie = passed.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const headers = { cookie, 'user-agent': BROWSER };
  const url = `${playbook.path}/clone/questions`;
  return {
    email: email ?? `reader-${people}@studio-${people}.example`,
    ask: (question: unknown, requestKey?: string) =>
      house.app.inject({
        method: 'POST',
        url,
        remoteAddress,
        headers,
        payload: { question, requestKey } as object,
      }),
    sendForm: (form: Record<string, string>) =>
      house.app.inject({
        method: 'POST',
        url,
        remoteAddress,
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams(form).toString(),
      }),
    page: async (query = '') =>
      (await house.app.inject({ url: `${playbook.path}${query}`, remoteAddress, headers })).payload,
  };
}

async function trialOf(email: string) {
  const { body } = await house.call('GET', `/api/v1/trials?q=${encodeURIComponent(email)}`);
  return body.data[0];
}

const factsOf = async (trialId: string): Promise<Record<string, number>> => {
  const { rows } = await house.inWorkspace((ctx) =>
    ctx.db.execute<{ kind: string; n: number }>(
      sql`select kind, count(*)::int as n from app.usage_facts where trial_id = ${trialId} group by kind`,
    ),
  );
  return Object.fromEntries(rows.map(({ kind, n }) => [kind, n]));
};

describe('trying the clone', () => {
  it('stands after step 7 for who passed the gate, and for nobody else', async () => {
    const stranger = await house.app.inject({ url: playbook.path, headers: { 'user-agent': BROWSER } });
    expect(stranger.payload).not.toContain('id="clone"');
    const html = await (await arrive()).page();
    expect(html).toContain('AI clone for 3 ideas – free');
    expect(html).toContain('Built-in composer: no model configured');
    expect(html.indexOf('id="clone"')).toBeGreaterThan(html.indexOf('id="step-7"'));
    expect(html.indexOf('id="clone"')).toBeLessThan(html.indexOf('id="step-8"'));
  });

  it('answers from the step and opens it, and counts the question', async () => {
    const reader = await arrive();
    const { statusCode, payload } = await reader.ask('How do I do step number 5?');
    expect(statusCode).toBe(200);
    const answer = JSON.parse(payload);
    expect(answer).toMatchObject({ state: 'answered', left: 2, quota: 3, handRaised: false });
    expect(answer.answer).toContain(secretOf(5));
    expect(answer.citations[0]).toMatchObject({ stepPosition: 5, href: '#step-5', quote: secretOf(5) });
    const trial = await trialOf(reader.email);
    expect(trial).toMatchObject({ state: 'open', quota: 3, used: 1, reserved: 0 });
    expect(trial.eligibilityReason).toContain('May try the clone');
    expect(await factsOf(trial.id)).toEqual({ question_asked: 1, answer_shown: 1, quota_spent: 1 });
  });

  it('says that it is not in the material, names the closest step and makes nothing up', async () => {
    const reader = await arrive();
    const answer = JSON.parse((await reader.ask('Who won the football world cup in 2014?')).payload);
    expect(answer.state).toBe('not_in_material');
    expect(answer.answer).toMatch(/^Not in the material\./);
    expect(answer.left).toBe(2);
  });

  it('moves the person on with the first question, and says so once', async () => {
    const reader = await arrive();
    await reader.ask('How do I do step number 2?');
    const first = await leadOf(reader.email);
    expect(first.stage).toBe('trial');
    house.clock.advance({ minutes: 1 });
    await reader.ask('How do I do step number 4?');
    const second = await leadOf(reader.email);
    expect(second.trial_requested_at).toEqual(first.trial_requested_at);
    expect(first.trial_requested_at).not.toBeNull();
    expect(await countEvents('trial.requested', first.id)).toBe(1);
    expect(await countEvents('clone.answered', first.id)).toBe(2);
    await reader.ask('Who won the football world cup in 2014?');
    expect(await countEvents('trial.spent', first.id)).toBe(1);
    await house.settle();
    const { body } = await house.call('GET', `/api/v1/leads/${first.id}/timeline`);
    const sentences = body.data.map(({ sentence }: { sentence: string }) => sentence);
    expect(sentences.filter((said: string) => said.includes('clone')).sort()).toEqual([
      'Asked the clone a first question',
      'Asked the clone something that is not in the material',
      'Asked the clone, which answered from the material',
      'Asked the clone, which answered from the material',
      'Used up the free questions to the clone',
    ]);
  });

  it('gives exactly three answers to twenty questions that are asked at once', async () => {
    const reader = await arrive();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => reader.ask(`How do I do step number ${(n % 8) + 1}?`)),
    );
    const statuses = answers.map(({ statusCode }) => statusCode).sort();
    expect(statuses).toEqual([200, 200, 200, ...Array.from({ length: 17 }, () => 409)]);
    const trial = await trialOf(reader.email);
    expect(trial).toMatchObject({ state: 'spent', used: 3, reserved: 0 });
    expect(trial.spentAt).not.toBeNull();
    const { body } = await house.call('GET', `/api/v1/trials/${trial.id}`);
    expect(body.turns).toHaveLength(3);
    expect(await factsOf(trial.id)).toEqual({ question_asked: 3, answer_shown: 3, quota_spent: 3 });
  });

  it('takes a question that is sent twice for one, also at the same time', async () => {
    const reader = await arrive();
    const again = () => reader.ask('How do I do step number 3?', 'form-key-0001');
    const [one, two] = await Promise.all([again(), again()]);
    const three = await again();
    const ids = [one, two, three].map(({ payload }) => JSON.parse(payload).turnId);
    expect(new Set(ids).size).toBe(1);
    expect(JSON.parse(three.payload)).toMatchObject({ state: 'answered', left: 2 });
    expect(await trialOf(reader.email)).toMatchObject({ used: 1, reserved: 0 });
  });

  it('gives the question back when nothing could be answered, and answers it under the same key later', async () => {
    const reader = await arrive();
    const { run } = house.platform.ai;
    house.platform.ai.run = () => Promise.reject(new Error('the composer broke'));
    const failed = await reader.ask('How do I do step number 1?', 'form-key-0002');
    house.platform.ai.run = run;
    expect(failed.statusCode).toBe(503);
    expect(await trialOf(reader.email)).toMatchObject({ used: 0, reserved: 0, state: 'open' });
    const answered = await reader.ask('How do I do step number 1?', 'form-key-0002');
    expect(JSON.parse(answered.payload)).toMatchObject({ state: 'answered', left: 2 });
  });

  it('gives back what a process had set aside when it stopped', async () => {
    const reader = await arrive();
    await reader.ask('How do I do step number 1?');
    const { id } = await trialOf(reader.email);
    await house.inWorkspace(async (ctx) => {
      await ctx.db.execute(sql`update app.trials set used = 0, reserved = 1 where id = ${id}`);
      await ctx.db.execute(
        sql`update app.clone_turns set state = 'reserved', answer = null where trial_id = ${id}`,
      );
    });
    house.clock.advance({ minutes: 4 });
    const { releaseLostQuestions } = await import('./jobs.ts');
    await releaseLostQuestions.run(house.platform, {}, {} as never);
    expect(await trialOf(reader.email)).toMatchObject({ used: 0, reserved: 0 });
  });

  it('says politely who may not ask, and keeps nothing of a trial', async () => {
    const reader = await arrive({ ...ANSWERS, revenue: 'under-50k' });
    const html = await reader.page();
    expect(html).toContain('The free trial is not open to you yet');
    expect(html).toContain('revenue is “Under €50k”');
    expect(html).not.toContain('name="question"');
    const refused = await reader.ask('How do I do step number 5?');
    expect(refused.statusCode).toBe(403);
    expect(refused.json().detail).toContain('revenue is “Under €50k”');
    expect(await trialOf(reader.email)).toBeUndefined();
    expect((await leadOf(reader.email)).stage).toBe('captured');
  });

  it('lets the clone’s own rule stand in for the gate’s', async () => {
    const { body } = await house.call('GET', '/api/v1/clones');
    const clone = body.data.find((one: { playbook: { id: string } }) => one.playbook.id === playbook.id);
    const rule = { all: [{ field: 'answer.team', operator: 'is', value: '6-12' }], any: [] };
    const changed = await house.call('PATCH', `/api/v1/clones/${clone.id}`, { eligibilityRule: rule });
    expect(changed.body.eligibilitySentence).toBe('Team is “6 to 12”.');
    const small = await arrive({ ...ANSWERS, revenue: 'under-50k' });
    expect((await small.ask('How do I do step number 5?')).statusCode).toBe(200);
    const alone = await arrive({ ...ANSWERS, team: '1' });
    expect((await alone.ask('How do I do step number 5?')).statusCode).toBe(403);
    const nonsense = await house.call('PATCH', `/api/v1/clones/${clone.id}`, {
      eligibilityRule: { all: [{ field: 'team' }], any: [] },
    });
    expect(nonsense.status).toBe(422);
    await house.call('PATCH', `/api/v1/clones/${clone.id}`, { eligibilityRule: null });
  });

  it('works without script: the form leads back to the page, which lists what was asked', async () => {
    const reader = await arrive();
    const key = /name="k" value="([^"]+)"/.exec(await reader.page())?.[1] as string;
    const sent = await reader.sendForm({ question: 'How do I do\nstep number 6?', k: key });
    expect([sent.statusCode, sent.headers.location]).toEqual([303, `${playbook.path}#clone`]);
    const html = await reader.page();
    expect(html).toContain('How do I do step number 6?');
    expect(html).toContain(secretOf(6));
    expect(html).toContain('<a href="#step-6">');
    expect(html).toContain('2 of 3 free questions left');
    const empty = await reader.sendForm({ question: '  ', k: key });
    expect(empty.headers.location).toBe(`${playbook.path}?clone=empty#clone`);
    expect(await reader.page('?clone=empty')).toContain('Write your question first');
    for (const n of [1, 2, 3]) await reader.sendForm({ question: `How do I do step number ${n}?` });
    expect(await reader.page()).toContain('All 3 free questions are asked');
  });

  it('shows what was asked on one device to nobody who types the same address on another', async () => {
    const email = 'shared@studio.example';
    const first = await arrive(ANSWERS, email);
    await first.ask('How do I do step number 7, my secret plan?');
    expect(await first.page()).toContain('my secret plan');
    const other = await arrive(ANSWERS, email);
    const html = await other.page();
    expect(html).not.toContain('my secret plan');
    expect(html).toContain('2 of 3 free questions left');
  });

  it('refuses strangers, foreign pages, empty and endless questions', async () => {
    const url = `${playbook.path}/clone/questions`;
    const stranger = await house.app.inject({ method: 'POST', url, payload: { question: 'Who am I?' } });
    expect(stranger.statusCode).toBe(403);
    const reader = await arrive();
    expect((await reader.ask('')).statusCode).toBe(422);
    expect((await reader.ask('x'.repeat(501))).statusCode).toBe(422);
    expect((await reader.ask({ a: 1 })).statusCode).toBe(422);
    expect((await reader.ask('How do I do step 1?', 'no')).statusCode).toBe(422);
    const elsewhere = await house.app.inject({
      method: 'POST',
      url: '/p/tallowgate/nowhere/clone/questions',
      payload: {},
    });
    expect(elsewhere.statusCode).toBe(422);
  });

  it('forgets who asked when the person is erased', async () => {
    const reader = await arrive();
    await reader.ask('How do I do step number 5?');
    const { id } = await leadOf(reader.email);
    expect((await house.call('DELETE', `/api/v1/leads/${id}`)).status).toBe(204);
    await house.settle();
    const { rows } = await house.inWorkspace((ctx) =>
      ctx.db.execute(sql`select 1 from app.usage_facts where lead_id = ${id}
        union all select 1 from app.trials where lead_id = ${id} union all select 1 from app.clone_turns where lead_id = ${id}`),
    );
    expect(rows).toEqual([]);
    expect((await reader.ask('How do I do step number 5?')).statusCode).toBe(403);
    // Everything that all readers of this file set off is worked through here.
  }, 60_000);
});

async function leadOf(email: string) {
  const { rows } = await house.inWorkspace((ctx) =>
    ctx.db.execute<{ id: string; stage: string; trial_requested_at: string | null }>(
      sql`select id, stage, trial_requested_at from app.leads where email = ${email}`,
    ),
  );
  return rows[0] as { id: string; stage: string; trial_requested_at: string | null };
}

async function countEvents(name: string, leadId: string): Promise<number> {
  const { rows } = await house.inWorkspace((ctx) =>
    ctx.db.execute<{ n: number }>(
      sql`select count(*)::int as n from app.events where name = ${name} and payload->>'leadId' = ${leadId}`,
    ),
  );
  return rows[0]?.n ?? 0;
}
