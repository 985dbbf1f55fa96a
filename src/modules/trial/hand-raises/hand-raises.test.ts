import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { system } from '#context';
import { inTransaction, inWorkspace, newId } from '#kernel/database';
import { leads } from '#modules/capture';
import { openHouse, type TestHouse } from '../../../../tests/support/harness.ts';
import { type PublishedPlaybook, publishPlaybook } from '../../../../tests/support/playbook.ts';
import * as signals from '../signals/service.ts';
import { assess } from './assess.ts';
import { PATIENCE_MS } from './follow.ts';
import { followFacts } from './jobs.ts';

const BROWSER = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:141.0) Gecko/20100101 Firefox/141.0';
const headers = { 'user-agent': BROWSER };

let house: TestHouse;
let playbook: PublishedPlaybook;

beforeAll(async () => {
  house = await openHouse({ clock: '2026-10-05T09:00:00Z' });
  playbook = await publishPlaybook(house);
});
afterAll(() => house.close());

interface Reader {
  leadId: string;
  email: string;
  /** Keeps which steps are ticked off, as the page does. */
  tick(steps: number[]): Promise<void>;
  /** Asks the clone. */
  ask(question: string): Promise<void>;
  /** Tells a fact of the page, as its script does. */
  tell(fact: { kind: string; stepId?: string; position?: number }): Promise<void>;
}

let addresses = 0;

/** Somebody reads three steps and passes the gate. */
async function pass(
  email: string,
  answers = { revenue: '250-500k', team: '6-12', pain: 'scope' },
): Promise<Reader> {
  addresses += 1;
  const remoteAddress = `203.0.113.${addresses}`;
  const post = (path: string, payload: object, cookie?: string) =>
    house.app.inject({
      method: 'POST',
      url: `${playbook.path}/${path}`,
      headers: { ...headers, ...(cookie && { cookie }) },
      remoteAddress,
      payload,
    });
  const passed = await post('gate', { email, answers, carried: { done: ['step-1', 'step-2', 'step-3'] } });
  expect(passed.statusCode).toBe(200);
  const cookie = passed.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  await house.settle();
  const leadId = (await house.call('GET', `/api/v1/leads?q=${encodeURIComponent(email)}`)).body.data[0].id;
  return {
    leadId,
    email,
    async tick(steps) {
      const stepsDone = steps.map((step) => `step-${step}`);
      const answer = await post('progress', { answers: {}, stepsDone, position: 4 }, cookie);
      expect(answer.statusCode).toBe(204);
    },
    async ask(question) {
      const answer = await post('clone/questions', { question }, cookie);
      expect(answer.statusCode).toBe(200);
    },
    async tell(fact) {
      const answer = await post('facts', { ...fact, versionId: playbook.versionId, clickId: null }, cookie);
      expect(answer.statusCode).toBe(204);
    },
  };
}

const signalsOf = async ({ leadId }: Reader) =>
  (await house.call('GET', `/api/v1/signals?leadId=${leadId}&limit=200`)).body.data as {
    rule: string;
    weight: number;
    counts: number;
    reason: string;
    at: string;
  }[];
const rulesSeen = async (reader: Reader) => (await signalsOf(reader)).map(({ rule }) => rule).sort();
const raisesOf = async ({ leadId }: Reader) =>
  (await house.call('GET', `/api/v1/hand-raises?leadId=${leadId}`)).body.data;
const follow = () => followFacts.run(house.platform, {}, {} as never);

describe('signals', () => {
  it('come with a new workspace as rules that say what they look at', async () => {
    const { body } = await house.call('GET', '/api/v1/signal-rules');
    expect(body.data.map(({ key, weight }: { key: string; weight: number }) => [key, weight])).toEqual([
      ['step_done', 2],
      ['steps_before_trial', 10],
      ['came_back', 5],
      ['trial_started', 10],
      ['trial_spent', 15],
      ['asked_price', 20],
      ['asked_fit', 15],
      ['answer_revenue', 4],
      ['answer_team', 3],
      ['answer_pain', 3],
      ['mail_clicked', 4],
    ]);
    for (const { sentence } of body.data) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });

  it('are given by answers, in the words of the answer', async () => {
    const small = await pass('small@halvorn.example', { revenue: 'under-50k', team: '1', pain: 'other' });
    expect(await rulesSeen(small)).not.toContain('answer_revenue');
    const fit = await pass('fit@halvorn.example');
    const given = await signalsOf(fit);
    expect(given.find(({ rule }) => rule === 'answer_revenue')).toMatchObject({
      weight: 4,
      counts: 4,
      reason: 'Answered “€250–500k”',
    });
  });

  it('are given by steps once, whether the page tells a fact, keeps progress, or both', async () => {
    const reader = await pass('steps@halvorn.example');
    await reader.tell({ kind: 'done', stepId: 'step-4', position: 4 });
    await reader.tick([1, 2, 3, 4]);
    await house.settle();
    await follow();
    await reader.tick([1, 2, 3]);
    await reader.tick([1, 2, 3, 4]);
    await house.settle();
    const steps = (await signalsOf(reader)).filter(({ rule }) => rule === 'step_done');
    expect(steps.map(({ reason }) => reason).sort()).toEqual(
      [1, 2, 3, 4].map((step) => `Did step ${step}: Step number ${step}`),
    );
  });

  it('are not given by steps that no playbook has', async () => {
    const reader = await pass('forger@halvorn.example');
    const before = await rulesSeen(reader);
    await reader.tell({ kind: 'done', stepId: 'made-up', position: 99 });
    await follow();
    expect(await rulesSeen(reader)).toEqual(before);
  });

  it('are given by coming back on another day, not by the first day or by machines', async () => {
    const reader = await pass('returns@halvorn.example');
    await reader.tell({ kind: 'view' });
    await follow();
    expect(await rulesSeen(reader)).not.toContain('came_back');
    house.clock.advance({ days: 1 });
    await reader.tell({ kind: 'view' });
    await reader.tell({ kind: 'view' });
    await follow();
    await follow();
    expect((await rulesSeen(reader)).filter((rule) => rule === 'came_back')).toHaveLength(1);
  });
});

describe('a reader who does everything', () => {
  it('is just below the line, and above it with a question about the price', async () => {
    const reader = await pass('whole@halvorn.example');
    await reader.tick([1, 2, 3, 4, 5, 6, 7]);
    await reader.ask('How do I do step number 5?');
    await reader.ask('How do I do step number 2?');
    await house.settle();
    expect((await rulesSeen(reader)).filter((rule) => rule !== 'step_done')).toEqual([
      'answer_pain',
      'answer_revenue',
      'answer_team',
      'steps_before_trial',
      'trial_started',
    ]);
    expect(await raisesOf(reader)).toEqual([]);
    await reader.ask('And what does the full programme cost?');
    await house.settle();
    const [raise] = await raisesOf(reader);
    expect(raise).toMatchObject({ total: 79, threshold: 60 });
    expect(raise.signals.map(({ reason }: { reason: string }) => reason)).toEqual(
      expect.arrayContaining([
        'Used all 3 free questions',
        'Did all 7 steps before the trial',
        'Asked about the price: “And what does the full programme cost?”',
      ]),
    );
  });
});

describe('following facts', () => {
  const view = (leadId: string, madeMsAgo: number) => ({
    id: idMadeAgo(madeMsAgo),
    workspaceId: house.workspace.id,
    playbookId: playbook.id,
    versionId: playbook.versionId,
    occurredAt: house.clock.now(),
    visitorHash: 'a'.repeat(32),
    leadId,
    path: playbook.path,
    isBot: false,
    classifierVersion: 1,
  });
  /** An id as it would have been made so long ago: its row is committed only now. */
  function idMadeAgo(ms: number): string {
    const id = newId();
    const time = (Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16) - ms)
      .toString(16)
      .padStart(12, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}${id.slice(13)}`;
  }

  it('skips no fact that is committed after the cursor has passed its id', async () => {
    const early = await pass('early@halvorn.example');
    const late = await pass('late@halvorn.example');
    for (const reader of [early, late]) await reader.tell({ kind: 'view' });
    await follow();
    house.clock.advance({ days: 1 });
    // The younger id is committed and followed first; the older one was under way for almost all of our patience.
    await house.platform.facts.record('page_views', view(early.leadId, 0));
    await follow();
    await house.platform.facts.record('page_views', view(late.leadId, PATIENCE_MS - 5_000));
    await follow();
    expect(await rulesSeen(early)).toContain('came_back');
    expect(await rulesSeen(late)).toContain('came_back');
  });

  it('leaves the cursor where it was when a look does not come to its end', async () => {
    const { look } = await import('./follow.ts');
    const reader = await pass('crash@halvorn.example');
    await reader.tell({ kind: 'view' });
    await follow();
    house.clock.advance({ days: 1 });
    await reader.tell({ kind: 'view' });
    // What a worker does that dies before it has looked at anybody.
    const seen = await house.inWorkspace(look);
    expect([...seen.leadIds]).toContain(reader.leadId);
    await follow();
    expect(await rulesSeen(reader)).toContain('came_back');
  });
});

describe('a raised hand', () => {
  const at = (minutes: number) => new Date(Date.parse('2026-10-20T09:00:00Z') + minutes * 60_000);
  const observation = (dedupeKey: string, weight: number, minutes: number, ruleKey = 'asked_fit') => ({
    ruleKey,
    playbookId: playbook.id,
    weight,
    reason: `Sign ${dedupeKey}`,
    evidence: {},
    dedupeKey,
    occurredAt: at(minutes),
  });
  type Told = ReturnType<typeof observation>;
  const tellSigns = (leadId: string, signs: Told[]) =>
    inWorkspace(house.platform, { workspaceId: house.workspace.id, actor: system('test') }, async (ctx) => {
      await leads.hold(ctx, leadId);
      await signals.observe(ctx, leadId, signs);
      await assess(ctx, leadId);
    });
  const eventsOf = (leadId: string, name: string) =>
    inTransaction(house.platform.database.pool, { workspaceId: house.workspace.id }, async (db) => {
      const { rows } = await db.$client.query(
        "select * from app.events where name = $1 and payload->>'leadId' = $2 order by occurred_at",
        [name, leadId],
      );
      return rows;
    });
  const leadOf = async ({ leadId }: Reader) =>
    house.inWorkspace(async ({ db }) => {
      const { rows } = await db.$client.query('select * from app.leads where id = $1', [leadId]);
      return rows[0];
    });

  let noor: Reader;

  it('goes up with the sign that reaches the line, at its instant, with everything as it stood', async () => {
    house.clock.set('2026-10-20T08:00:00Z');
    noor = await pass('noor@studiohalvorn.example');
    house.clock.set('2026-10-21T09:00:00Z');
    // Answers 10, three steps 6.
    await tellSigns(noor.leadId, [observation('one', 20, 200), observation('two', 15, 210)]);
    expect(await raisesOf(noor)).toEqual([]);
    await tellSigns(noor.leadId, [observation('three', 20, 220), observation('four', 7, 230)]);
    const [raise] = await raisesOf(noor);
    expect(raise).toMatchObject({
      lead: { id: noor.leadId, email: noor.email, stage: 'hand_raised' },
      playbook: { id: playbook.id },
      total: 71,
      threshold: 60,
      readinessScore: 78,
      raisedAt: at(220).toISOString(),
      rearmedAt: null,
    });
    const weights = raise.signals.map(({ weight }: { weight: number }) => weight);
    expect(weights.reduce((sum: number, weight: number) => sum + weight, 0)).toBe(71);
    expect(raise.signals.map(({ reason }: { reason: string }) => reason)).not.toContain('Sign four');
    expect((await leadOf(noor)).hand_raised_at).toEqual(at(220));
    const [event] = await eventsOf(noor.leadId, 'hand.raised');
    expect(event).toMatchObject({
      payload: { handRaiseId: raise.id, leadId: noor.leadId, playbookId: playbook.id },
      occurred_at: at(220),
    });
  });

  it('leaves reasons of readiness that add up to it', async () => {
    const { rows } = await house.inWorkspace(({ db }) =>
      db.$client.query(
        "select sum(delta)::float8 as sum, count(*)::int as n from app.score_changes where lead_id = $1 and score = 'readiness'",
        [noor.leadId],
      ),
    );
    const lead = await leadOf(noor);
    expect(rows[0].sum).toBeCloseTo(lead.readiness_score, 2);
    expect(lead.readiness_score).toBe(78);
  });

  it('goes up once, however many look at the same time', async () => {
    const reader = await pass('crowd@halvorn.example');
    const signs = Array.from({ length: 12 }, (_, index) => observation(`s${index}`, 9, 300 + index));
    await Promise.all(
      Array.from({ length: 24 }, (_, index) =>
        tellSigns(reader.leadId, [signs[index % 12] as Told, signs[(index * 5) % 12] as Told]),
      ),
    );
    expect(await raisesOf(reader)).toHaveLength(1);
    expect(await eventsOf(reader.leadId, 'hand.raised')).toHaveLength(1);
    expect((await leadOf(reader)).readiness_score).toBe(16 + 12 * 9);
  });

  it('has the same sum and goes up at most once, in whatever order and however often signs are told', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc
          .uniqueArray(
            fc.record({ key: fc.integer({ min: 0, max: 30 }), weight: fc.integer({ min: 1, max: 25 }) }),
            { selector: ({ key }) => key, minLength: 1, maxLength: 10 },
          )
          .chain((signs) =>
            fc.tuple(
              fc.constant(signs),
              fc.array(fc.array(fc.constantFrom(...signs), { maxLength: 4 }), { minLength: 1, maxLength: 6 }),
            ),
          ),
        async ([signs, rounds]) => {
          run += 1;
          const reader = await pass(`any${run}@halvorn.example`);
          const told = (some: typeof signs) =>
            some.map(({ key, weight }) => observation(`k${key}`, weight, 400 + key));
          await Promise.all(rounds.map((round) => tellSigns(reader.leadId, told(round))));
          await tellSigns(reader.leadId, told(signs.toReversed()));
          const sum = 16 + signs.reduce((total, { weight }) => total + weight, 0);
          expect((await leadOf(reader)).readiness_score).toBe(sum);
          expect(await raisesOf(reader)).toHaveLength(sum >= 60 ? 1 : 0);
          expect(await eventsOf(reader.leadId, 'hand.raised')).toHaveLength(sum >= 60 ? 1 : 0);
        },
      ),
      { numRuns: 8 },
    );
  });

  it('may go up again once a person has armed it and something new happens', async () => {
    const [raise] = await raisesOf(noor);
    const armed = await house.call('POST', `/api/v1/hand-raises/${raise.id}/rearmings`);
    expect(armed.status).toBe(201);
    expect((await house.call('POST', `/api/v1/hand-raises/${raise.id}/rearmings`)).status).toBe(409);
    await tellSigns(noor.leadId, [observation('four', 7, 230)]);
    expect(await raisesOf(noor)).toHaveLength(1);
    house.clock.advance({ days: 1 });
    await tellSigns(noor.leadId, [observation('five', 5, 60 * 40)]);
    const raises = await raisesOf(noor);
    expect(raises.map(({ total }: { total: number }) => total)).toEqual([83, 71]);
    expect(await eventsOf(noor.leadId, 'hand.rearmed')).toHaveLength(1);
  });

  it('is armed again by itself where the rule says after how many days', async () => {
    const [rule] = (await house.call('GET', '/api/v1/hand-raise-rules')).body.data;
    await house.call('PATCH', `/api/v1/hand-raise-rules/${rule.id}`, { rearmAfterDays: 30 });
    house.clock.advance({ days: 31 });
    await follow();
    const [newest] = await raisesOf(noor);
    expect(newest.rearmedAt).toBe(new Date(Date.parse(newest.raisedAt) + 30 * 86_400_000).toISOString());
    await house.call('PATCH', `/api/v1/hand-raise-rules/${rule.id}`, { rearmAfterDays: null });
    await house.settle();
  });

  it('is raised by no machine, until it turns out to be a person', async () => {
    const reader = await pass('machine@halvorn.example');
    await house.call('PATCH', `/api/v1/leads/${reader.leadId}`, { isSuspect: true });
    await tellSigns(reader.leadId, [observation('all', 90, 60 * 30)]);
    expect(await raisesOf(reader)).toEqual([]);
    await house.call('PATCH', `/api/v1/leads/${reader.leadId}`, { isSuspect: false });
    await house.settle();
    expect(await raisesOf(reader)).toHaveLength(1);
  });

  it('goes up only for whom the condition of the rule holds', async () => {
    const condition = { all: [{ field: 'answer.revenue', operator: 'is', value: 'over-500k' }], any: [] };
    const keep = (kept: object) =>
      house.inWorkspace(({ db }) =>
        db.$client.query('update app.hand_raise_rules set condition = $1', [JSON.stringify(kept)]),
      );
    await keep(condition);
    const [rule] = (await house.call('GET', '/api/v1/hand-raise-rules')).body.data;
    expect(rule.condition).toBe('Revenue is “Over €500k”.');
    const small = await pass('condition-small@halvorn.example');
    const large = await pass('condition-large@halvorn.example', {
      revenue: 'over-500k',
      team: '6-12',
      pain: 'scope',
    });
    const now = (house.clock.now().getTime() - at(0).getTime()) / 60_000;
    for (const { leadId } of [small, large])
      await tellSigns(leadId, [
        observation('before', 30, now - 600),
        observation('before-too', 40, now - 599),
      ]);
    expect(await raisesOf(small)).toEqual([]);
    const [raise] = await raisesOf(large);
    // They reached the line before anybody knew that they fit.
    expect(raise.raisedAt).toBe(house.clock.now().toISOString());
    await keep({});
  });

  it('is previewed for a line elsewhere, and goes up when the line comes to it', async () => {
    const near = await pass('near@halvorn.example');
    await tellSigns(near.leadId, [observation('half', 40, 60 * 20)]);
    const previewed = async (threshold: number) =>
      (await house.call('GET', `/api/v1/hand-raise-previews?threshold=${threshold}`)).body;
    const [rule] = (await house.call('GET', '/api/v1/hand-raise-rules')).body.data;
    const low = await previewed(55.5);
    expect(low).toMatchObject({ now: rule.raised, leaveCount: 0 });
    expect(low.joins).toContainEqual(
      expect.objectContaining({ lead: expect.objectContaining({ id: near.leadId }), total: 56 }),
    );
    expect(low.would).toBe(low.now + low.joinCount);
    const up = (await house.call('GET', '/api/v1/hand-raises?state=raised&limit=200')).body.data;
    const high = await previewed(110);
    expect(high.leaves.map(({ lead }: { lead: { id: string } }) => lead.id).sort()).toEqual(
      up
        .flatMap(({ lead, total }: { lead: { id: string }; total: number }) => (total < 110 ? [lead.id] : []))
        .sort(),
    );
    expect(high.leaveCount).toBeGreaterThan(0);
    expect(high.would).toBe(high.now - high.leaveCount);
    await house.call('PATCH', `/api/v1/hand-raise-rules/${rule.id}`, { threshold: 55.5 });
    await house.settle();
    const [raise] = await raisesOf(near);
    expect(raise).toMatchObject({ total: 56, threshold: 55.5, raisedAt: house.clock.now().toISOString() });
    expect((await previewed(55.5)).joins).toEqual([]);
    await house.call('PATCH', `/api/v1/hand-raise-rules/${rule.id}`, { threshold: 60 });
    expect(await raisesOf(near)).toHaveLength(1);
  });

  it('leaves what was observed as it was judged when a weight changes', async () => {
    const { data } = (await house.call('GET', '/api/v1/signal-rules')).body;
    const rule = data.find(({ key }: { key: string }) => key === 'answer_revenue');
    const changed = await house.call('PATCH', `/api/v1/signal-rules/${rule.id}`, { weight: 6 });
    expect(changed.body).toMatchObject({ weight: 6, observed: rule.observed });
    await house.settle();
    expect((await signalsOf(noor)).find((one) => one.rule === 'answer_revenue')?.weight).toBe(4);
    const later = await pass('weights@halvorn.example');
    expect((await signalsOf(later)).find((one) => one.rule === 'answer_revenue')?.weight).toBe(6);
    await house.call('PATCH', `/api/v1/signal-rules/${rule.id}`, { isActive: false });
    await house.settle();
    expect((await signalsOf(noor)).find((one) => one.rule === 'answer_revenue')?.counts).toBe(0);
  });

  it('refuses what cannot be a rule', async () => {
    const [rule] = (await house.call('GET', '/api/v1/hand-raise-rules')).body.data;
    for (const body of [
      { threshold: 0 },
      { threshold: -5 },
      { rearmAfterDays: 0 },
      { videoDelayMinutes: 1.5 },
    ])
      expect((await house.call('PATCH', `/api/v1/hand-raise-rules/${rule.id}`, body)).status).toBe(422);
    expect((await house.call('GET', '/api/v1/hand-raise-previews?threshold=none')).status).toBe(422);
    expect((await house.call('GET', '/api/v1/hand-raise-previews')).status).toBe(422);
  });

  it('goes with the person when they are erased', async () => {
    expect((await house.call('DELETE', `/api/v1/leads/${noor.leadId}`)).status).toBe(204);
    expect(await raisesOf(noor)).toEqual([]);
    expect(await signalsOf(noor)).toEqual([]);
  });
});
