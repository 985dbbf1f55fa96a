import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { system, type Workspace } from '#context';
import { inWorkspace } from '#kernel/database';
import { fillSampleOf } from '../../tests/support/filled-sample.ts';
import { openHouse, type TestHouse } from '../../tests/support/harness.ts';
import { simulate } from '../simulation/simulate.ts';
import { sampleExperts } from './experts.ts';
import { MOST_READERS, readersOf } from './people.ts';
import { ensureSample } from './sample.ts';
import { beginningOf, HISTORY_DAYS, timetable } from './timetable.ts';

const DAY_MS = 86_400_000;

describe('the timetable of the sample', () => {
  it('has the same people doing the same on whichever day it is made, within twelve weeks', async () => {
    const experts = await sampleExperts();
    const readers = readersOf(experts, MOST_READERS);
    expect(new Set(readers.map(({ email }) => email)).size).toBe(MOST_READERS + 10);
    const made = ['2026-11-20T15:00:00Z', '2027-02-28T03:00:00Z'].map((text) => {
      const end = new Date(text);
      const acts = timetable(readers, experts, end);
      for (const { at } of acts) {
        expect(at.getTime()).toBeGreaterThanOrEqual(beginningOf(end).getTime());
        expect(at.getTime()).toBeLessThan(end.getTime());
      }
      expect(acts).toEqual([...acts].sort((one, other) => one.at.getTime() - other.at.getTime()));
      return acts.filter(({ kind }) => kind === 'visit' || kind === 'crawl' || kind === 'refund').length;
    });
    expect(new Set(made).size).toBe(1);
    expect(HISTORY_DAYS).toBe(84);
  });
});

describe('a sample', () => {
  let house: TestHouse;
  let workspace: Workspace;
  beforeAll(async () => {
    house = await openHouse();
    workspace = await ensureSample(house.platform);
    // The first start is interrupted while people come, the second goes on.
    const stop = new AbortController();
    const interrupted = fillSampleOf(house, { readers: 6, signal: stop.signal });
    await until(async () => (await count('app.gate_submissions')) >= 3);
    stop.abort();
    await interrupted;
    await fillSampleOf(house, { readers: 6 });
  }, 90_000);
  afterAll(() => house.close());

  async function rows<T>(query: string): Promise<T[]> {
    return inWorkspace(house.platform, { workspace, actor: system('test') }, async ({ db }) => {
      const { rows } = await db.$client.query(query);
      return rows as T[];
    });
  }
  const count = async (from: string): Promise<number> =>
    (await rows<{ count: number }>(`select count(*)::int as count from ${from}`))[0]?.count ?? 0;

  it('is filled once, whatever interrupted it', async () => {
    expect(await rows('select state from app.running_work')).toEqual([{ state: 'done' }]);
    expect(await count('app.playbooks')).toBe(2);
    expect(await count('app.offers')).toBe(2);
    // Nobody came twice, and of those who came only who was under way is missing.
    expect(await rows('select email from app.leads group by email having count(*) > 1')).toEqual([]);
    const clicks = await rows<{ visitor: string; clicks: number }>(
      'select visitor_hash as visitor, count(*)::int as clicks from app.clicks where not is_bot group by 1',
    );
    expect(clicks.filter(({ clicks }) => clicks > 1)).toEqual([]);
    const before = await count('app.clicks');
    await fillSampleOf(house, { readers: 6 });
    expect(await count('app.clicks')).toBe(before);
  });

  it('lies in the past, each thing at its time', async () => {
    const now = Date.now();
    for (const [what, at] of [
      ['app.clicks', 'occurred_at'],
      ['app.page_views', 'occurred_at'],
      ['app.leads', 'captured_at'],
      ['app.messages', 'sent_at'],
      ['app.trials', 'requested_at'],
      ['app.versions', 'published_at'],
    ] as const) {
      const [row] = await rows<{ first: Date; last: Date }>(
        `select min(${at}) as first, max(${at}) as last from ${what}`,
      );
      expect([what, now - (row?.first.getTime() ?? now) > 7 * DAY_MS]).toEqual([what, true]);
      expect([what, now - (row?.last.getTime() ?? now) > 3_600_000]).toEqual([what, true]);
    }
  });

  it('counts simulated people as what they did', async () => {
    const baseUrl = await house.listen();
    await house.worker.start();
    // People who walk take time.
    const ticking = setInterval(() => house.clock.set(new Date()), 5);
    try {
      const { key } = await house.platform.identity.createApiKey({ workspaceId: workspace.id, name: 'test' });
      const { lines, disagreements } = await simulate({
        baseUrl,
        key,
        visitors: 24,
        seed: '3',
        rates: { readerToEmail: 0.4, emailToTrial: 0.5, trialToVideo: 0.4, videoToPurchase: 0.5 },
        playbook: undefined,
        say: () => {},
      });
      expect(disagreements, lines.join('\n')).toEqual([]);
    } finally {
      clearInterval(ticking);
    }
  }, 60_000);

  it('leaves nothing undone on the line of the past', async () => {
    const { rows: left } = await house.platform.database.ownerPool.query(
      `select t.identifier from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
        where t.identifier like 'history:%' or j.attempts > 0`,
    );
    expect(left).toEqual([]);
  });
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
}
