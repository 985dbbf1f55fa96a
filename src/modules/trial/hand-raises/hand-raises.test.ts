import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction, newId } from '#kernel/database';
import { openHouse, type TestHouse } from '../../../../tests/support/harness.ts';
import { type PublishedPlaybook, publishPlaybook } from '../../../../tests/support/playbook.ts';
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
  const passed = await post('gate', {
    email,
    answers,
    stepsDone: ['step-1', 'step-2', 'step-3'],
    progress: { answers: {}, stepsDone: ['step-1', 'step-2', 'step-3'] },
  });
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
    const before = (await rulesSeen(reader)).filter((rule) => rule === 'step_done').length;
    await reader.tell({ kind: 'done', stepId: 'step-4', position: 4 });
    await reader.tick([1, 2, 3, 4]);
    await house.settle();
    await follow();
    await reader.tick([1, 2, 3]);
    await reader.tick([1, 2, 3, 4]);
    await house.settle();
    const steps = (await signalsOf(reader)).filter(({ rule }) => rule === 'step_done');
    expect(steps.length - before).toBeLessThanOrEqual(4);
    expect(steps.map(({ reason }) => reason)).toContain('Did step 4: Step number 4');
    expect(new Set(steps.map(({ reason }) => reason)).size).toBe(steps.length);
  });

  it('are not given by steps that no playbook has', async () => {
    const reader = await pass('forger@halvorn.example');
    const before = await rulesSeen(reader);
    await reader.tell({ kind: 'done', stepId: 'made-up', position: 99 });
    await house.inWorkspace(async () => undefined);
    await follow();
    await house.settle();
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
