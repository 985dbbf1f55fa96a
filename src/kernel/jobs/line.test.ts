import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { connect, type Database, inTransaction, newId } from '#kernel/database';
import { openHouse, type TestHouse } from '../../../tests/support/harness.ts';
import { enqueue } from './enqueue.ts';
import { type Job, job } from './job.ts';
import { joinToday } from './line.ts';
import { buildWorker, type Worker } from './worker.ts';

const done: string[] = [];
const note = job({
  name: 'line.note',
  payload: z.object({ word: z.string() }),
  run: async (_platform, { word }) => void done.push(word),
});

let house: TestHouse;
let past: Database;
let ofToday: Worker;
let ofThePast: Worker;
beforeAll(async () => {
  house = await openHouse({ clock: '2026-11-20T09:00:00Z' });
  past = connect({ url: house.platform.database.directUrl, jobLine: 'elsewhen' }, house.platform.log, 4);
  const parts = { platform: house.platform, jobs: [note] as Job[], schedules: [] };
  ofToday = buildWorker(parts);
  ofThePast = buildWorker({ ...parts, platform: { ...house.platform, database: past }, line: 'elsewhen' });
});
afterAll(async () => {
  await past.close();
  await house.close();
});

const plan = (database: Database, word: string, runAt?: string) =>
  inTransaction(database.pool, {}, (db) =>
    enqueue({ db, correlationId: newId() }, note, { word }, runAt ? { runAt: new Date(runAt) } : {}),
  );

it('does the jobs of a line at the time of its clock, out of reach of the worker of today', async () => {
  await plan(past, 'at once');
  await plan(past, 'in June', '2026-06-01T00:00:00Z');
  await plan(past, 'next year', '2027-03-01T00:00:00Z');
  await plan(house.platform.database, 'today');
  await ofToday.settle(house.clock.now());
  expect(done.splice(0)).toEqual(['today']);
  await ofThePast.settle(new Date('2026-05-31T00:00:00Z'));
  expect(done.splice(0)).toEqual(['at once']);
  await ofThePast.settle(new Date('2026-06-02T00:00:00Z'));
  expect(done.splice(0)).toEqual(['in June']);
});

it('gives what is left to the worker of today, when it is due', async () => {
  expect(await joinToday(past.ownerPool, 'elsewhen')).toBe(1);
  await ofToday.settle(house.clock.now());
  expect(done).toEqual([]);
  await ofToday.settle(new Date('2027-03-02T00:00:00Z'));
  expect(done.splice(0)).toEqual(['next year']);
});
