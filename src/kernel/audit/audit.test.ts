import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '#kernel/database';
import { openHouse, type TestHouse } from '../../../tests/support/harness.ts';
import { verifyChain } from './chain.ts';
import { FIRST_HASH, hashEntry } from './hash.ts';
import { audit } from './service.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const deed = (n: number) => ({
  action: 'playbook.renamed',
  subject: { type: 'playbook', id: String(n) },
  before: { title: `old ${n}`, nested: { b: 1, a: [2, { d: 4, c: 3 }] } },
  after: { title: `new ${n}` },
});

/** As the owner of the tables, who can put the trigger away: what somebody with the database in hand could do. */
async function tamper(statement: string): Promise<void> {
  await inTransaction(
    house.platform.database.ownerPool,
    { role: 'pb_owner', workspaceId: house.workspace.id },
    async (db) => {
      await db.execute(sql`alter table app.audit_entries disable trigger audit_entries_append_only`);
      await db.execute(sql.raw(statement));
    },
  );
}

describe('audit', () => {
  it('writes down a deed with its transaction, and not without it', async () => {
    await house.inWorkspace((ctx) => audit(ctx, deed(1)));
    await house
      .inWorkspace(async (ctx) => {
        await audit(ctx, deed(2));
        throw new Error('the deed failed');
      })
      .catch(() => {});
    const { body } = await house.call('GET', '/api/v1/audit?action=playbook.renamed');
    expect(body.data.map((entry: { subject: unknown }) => entry.subject)).toEqual([
      { type: 'playbook', id: '1' },
    ]);
  });

  it('appends to the chain after commit, in sequence, without a gap', async () => {
    for (let n = 10; n < 15; n += 1) await house.inWorkspace((ctx) => audit(ctx, deed(n)));
    await house.inWorkspace(async (ctx) => {
      for (let n = 20; n < 25; n += 1) await audit(ctx, deed(n));
    });
    await house.settle();
    const { body } = await house.call('GET', '/api/v1/audit?limit=100');
    const sequences = body.data.map((entry: { sequence: number }) => entry.sequence).reverse();
    expect(sequences).toEqual(sequences.map((_: number, index: number) => index + 1));
    expect((await house.call('GET', '/api/v1/audit/verdict')).body).toMatchObject({
      intact: true,
      checked: sequences.length,
    });
  });

  it('pages through the log by its cursor', async () => {
    const first = (await house.call('GET', '/api/v1/audit?limit=3')).body;
    const second = (await house.call('GET', `/api/v1/audit?limit=3&cursor=${first.nextCursor}`)).body;
    const ids = [...first.data, ...second.data].map((entry: { id: string }) => entry.id);
    expect(new Set(ids).size).toBe(6);
    expect([...ids].sort().reverse()).toEqual(ids);
  });

  it('never lets the program change an entry', async () => {
    const change = house.inWorkspace((ctx) =>
      ctx.db.execute(sql`update app.audit_entries set action = 'nothing.happened'`),
    );
    await expect(change).rejects.toThrow();
    const cut = house.inWorkspace((ctx) => ctx.db.execute(sql`delete from app.audit_chain`));
    await expect(cut).rejects.toThrow();
  });

  it('says where the log was changed, and where an entry is missing', async () => {
    await tamper(`update app.audit_entries set after = '{"title":"forged"}'
      where id = (select entry_id from app.audit_chain where sequence = 4)`);
    const verdict = await house.inWorkspace(verifyChain);
    expect(verdict).toMatchObject({
      intact: false,
      checked: 3,
      brokenAt: { sequence: 4, why: 'entry changed' },
    });
    await tamper(
      `delete from app.audit_entries where id = (select entry_id from app.audit_chain where sequence = 2)`,
    );
    expect((await house.inWorkspace(verifyChain)).brokenAt).toEqual({ sequence: 2, why: 'entry missing' });
    await tamper(`delete from app.audit_chain where sequence = 1`);
    expect((await house.inWorkspace(verifyChain)).brokenAt).toEqual({ sequence: 1, why: 'link missing' });
  });

  it('shows a neighbour nothing', async () => {
    const { apiKey } = await house.neighbour();
    const answer = await house.app.inject({
      url: '/api/v1/audit?action=playbook.renamed',
      headers: { authorization: `Bearer ${apiKey}` },
    });
    expect(answer.json().data).toEqual([]);
  });
});

describe('hash of an entry', () => {
  const entry = {
    id: '0190b0a0-0000-7000-8000-000000000001',
    workspaceId: '0190b0a0-0000-7000-8000-000000000002',
    actorKind: 'user',
    actorId: 'u',
    actorName: 'Anouk',
    action: 'a.b',
    subjectType: 's',
    subjectId: null,
    before: null,
    after: { b: 1, a: { y: 1, x: 2 } },
    reason: null,
    correlationId: null,
    occurredAt: new Date('2026-11-20T09:00:00Z'),
  };

  it('does not depend on the order of keys, and depends on everything else', () => {
    const hash = hashEntry(1, FIRST_HASH, entry);
    expect(hashEntry(1, FIRST_HASH, { ...entry, after: { a: { x: 2, y: 1 }, b: 1 } })).toBe(hash);
    const others = [
      hashEntry(2, FIRST_HASH, entry),
      hashEntry(1, hash, entry),
      ...Object.keys(entry).map((key) =>
        hashEntry(1, FIRST_HASH, { ...entry, [key]: key === 'occurredAt' ? new Date(0) : 'other' }),
      ),
    ];
    expect(new Set([hash, ...others]).size).toBe(others.length + 1);
  });
});
