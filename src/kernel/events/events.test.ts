import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type Context, system } from '#context';
import { inWorkspace, newId } from '#kernel/database';
import { type Listener, listener, publish, registerListeners, replay } from '#kernel/events';
import { openHouse, type TestHouse } from '../../../tests/support/harness.ts';

const house: TestHouse = await openHouse();
afterAll(() => house.close());

interface Taken {
  listener: string;
  linkId: string;
}
let taken: Taken[];
let failures: number;

/** Writes down what it takes, in the database too, so that a rollback shows. */
const note = (name: string): Listener =>
  listener({
    name,
    event: 'link.created',
    async handle(ctx, { payload }) {
      taken.push({ listener: name, linkId: payload.linkId });
      await ctx.db.$client.query(
        `insert into app.audit_entries (id, workspace_id, occurred_at, actor_kind, action, subject_type, subject_id) values ($1, $2, now(), 'system', $3, 'link', $4)`,
        [newId(), ctx.workspace.id, `noted by ${name}`, payload.linkId],
      );
      if (failures > 0) {
        failures -= 1;
        throw new Error('not this time');
      }
    },
  });

const inside = <T>(work: (ctx: Context) => Promise<T>) => house.inWorkspace(work);
const noted = (name: string) =>
  inside(async (ctx) => {
    const { rows } = await ctx.db.$client.query<{ count: number }>(
      'select count(*)::int as count from app.audit_entries where action = $1',
      [`noted by ${name}`],
    );
    return rows[0]?.count ?? 0;
  });

beforeEach(() => {
  taken = [];
  failures = 0;
  registerListeners(house.platform, []);
});

describe('an event', () => {
  it('reaches every listener once its transaction has committed', async () => {
    registerListeners(house.platform, [note('first'), note('second')]);
    const linkId = newId();
    await inside((ctx) => publish(ctx, 'link.created', { linkId }));
    expect(taken).toEqual([]);
    await house.settle();
    expect(taken).toEqual(
      expect.arrayContaining([
        { listener: 'first', linkId },
        { listener: 'second', linkId },
      ]),
    );
    expect(taken).toHaveLength(2);
  });

  it('never happened when its transaction is rolled back', async () => {
    registerListeners(house.platform, [note('rolled-back')]);
    await inside(async (ctx) => {
      await publish(ctx, 'link.created', { linkId: newId() });
      throw new Error('changed my mind');
    }).catch(() => {});
    await house.settle();
    expect(taken).toEqual([]);
  });

  it('is refused when its payload does not fit the catalogue', async () => {
    await expect(inside((ctx) => publish(ctx, 'link.created', { linkId: 'no id' }))).rejects.toThrow();
  });

  it('leaves effects once, although a listener failed and was tried again', async () => {
    registerListeners(house.platform, [note('stumbling')]);
    // Once among the others, and once alone.
    failures = 2;
    await inside((ctx) => publish(ctx, 'link.created', { linkId: newId() }));
    await house.settle();
    expect(await noted('stumbling')).toBe(0);
    const jobs = (await house.call('GET', '/api/v1/jobs?state=retrying')).body.data;
    expect(jobs).toMatchObject([
      { name: 'event.notify-listener', lastError: expect.stringContaining('not this time') },
    ]);
    expect((await house.call('POST', `/api/v1/jobs/${jobs[0].id}/retries`)).status).toBe(202);
    await house.settle();
    expect(taken).toHaveLength(3);
    expect(await noted('stumbling')).toBe(1);
  });

  it('does not leave its workspace', async () => {
    registerListeners(house.platform, [note('at-home')]);
    const { workspace } = await house.neighbour();
    await inWorkspace(house.platform, { workspace, actor: system('test') }, (ctx) =>
      publish(ctx, 'link.created', { linkId: newId() }),
    );
    await house.settle();
    expect(taken).toHaveLength(1);
    expect(await noted('at-home')).toBe(0);
  });
});

describe('history', () => {
  it('can be sent to a listener that came later, in order and once', async () => {
    const from = house.clock.now();
    const ids = [newId(), newId(), newId()];
    for (const linkId of ids) {
      house.clock.advance({ seconds: 1 });
      await inside((ctx) => publish(ctx, 'link.created', { linkId }));
    }
    await house.settle();
    registerListeners(house.platform, [note('latecomer')]);
    house.clock.advance({ seconds: 1 });
    const range = { workspaceId: house.workspace.id, listener: 'latecomer', from, before: house.clock.now() };
    expect(await replay(house.platform, range)).toBeGreaterThanOrEqual(3);
    await house.settle();
    expect(taken.map(({ linkId }) => linkId).filter((id) => ids.includes(id))).toEqual(ids);
    const before = taken.length;
    await replay(house.platform, range);
    await house.settle();
    expect(taken).toHaveLength(before);
    await replay(house.platform, { ...range, again: true });
    await house.settle();
    expect(taken).toHaveLength(before * 2);
  });
});
