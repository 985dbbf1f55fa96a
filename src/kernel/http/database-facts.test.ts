import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type TestHouse } from '../../../tests/support/harness.ts';
import { factOf } from './problems.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
  // A sequence counts on through a rollback, so the database can refuse exactly once what a name asks it to refuse.
  await house.platform.database.ownerPool.query(`
    create sequence app.refusals;
    grant usage on sequence app.refusals to pb_app;
    create function app.refuse() returns trigger language plpgsql as $$
      begin
        if new.name like 'Always %' or (new.name like 'Once %' and nextval('app.refusals') % 2 = 1) then
          raise exception 'the inside of the database' using errcode = split_part(new.name, ' ', 2);
        end if;
        return new;
      end $$;
    create trigger refuse before insert on app.experts for each row execute function app.refuse();`);
});
afterAll(() => house.close());

const add = (name: string, headers: Record<string, string> = {}) =>
  house.call('POST', '/api/v1/experts', { name }, headers);

describe('a request that lost against another transaction', () => {
  it.each(['40P01', '40001'])('is done once more by itself (%s)', async (code) => {
    const answer = await add(`Once ${code}`);
    expect([answer.status, answer.body.name]).toEqual([201, `Once ${code}`]);
  });

  it('is done once under its idempotency key', async () => {
    const headers = { 'idempotency-key': 'lost-once' };
    const first = await add('Once 40P01 keyed', headers);
    const again = await add('Once 40P01 keyed', headers);
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
  });

  it.each([
    '40P01',
    '40001',
    '55P03',
  ])('is told when to come back when it keeps losing (%s)', async (code) => {
    const answer = await add(`Always ${code}`);
    expect(answer.status).toBe(503);
    expect(answer.headers['retry-after']).toBe('1');
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ type: 'urn:playbookos:problem:collided', status: 503 });
    expect(answer.text).not.toContain('inside');
    expect((await house.call('GET', '/api/v1/experts')).text).not.toContain(`Always ${code}`);
  });
});

describe('input that only the database could refuse', () => {
  it.each([
    ['23514', 422, 'out-of-range'],
    ['23502', 422, 'out-of-range'],
    ['23503', 404, 'not-found'],
    ['23505', 409, 'already-there'],
    ['22003', 400, 'bad-request'],
  ])('is no failure of ours (%s is %i)', async (code, status, kind) => {
    const answer = await add(`Always ${code}`);
    expect([answer.status, answer.body.type]).toEqual([status, `urn:playbookos:problem:${kind}`]);
    expect(answer.text).not.toContain('inside');
  });

  it('says so when something still hangs on what was to go', async () => {
    const { ownerPool } = house.platform.database;
    await ownerPool.query(`
      create table app.hanging (expert_id uuid references app.experts (id) on delete restrict);
      grant select, insert on app.hanging to pb_app;`);
    const { body } = await add('Held');
    await ownerPool.query('insert into app.hanging values ($1)', [body.id]);
    const refused = house.inWorkspace(({ db }) =>
      db.$client.query('delete from app.experts where id = $1', [body.id]),
    );
    const fact = factOf(await refused.catch((error: unknown) => error));
    expect([fact?.status, fact?.kind]).toEqual([409, 'still-in-use']);
  });

  it('stays an unexpected failure when it is neither', async () => {
    const answer = await add('Always 42P01');
    expect([answer.status, answer.body.type]).toEqual([500, 'urn:playbookos:problem:unexpected']);
    expect(answer.text).not.toContain('inside');
  });
});
