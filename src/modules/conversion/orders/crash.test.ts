import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openHouse, type TestHouse } from '../../../../tests/support/harness.ts';
import { type MailServer, startMailServer } from '../../../../tests/support/mail-server.ts';
import { CARDS, openCheckout, publishOffer, sendForm } from '../../../../tests/support/offer.ts';

const WORKER = join(import.meta.dirname, '../../../../tests/support/order-worker.ts');
const ORDERS = Number(process.env.CRASH_ORDERS ?? 40);
const SEED = Number(process.env.CRASH_SEED ?? Date.now() % 1_000_000_007);
const PRICE = 4_900;

let house: TestHouse;
let server: MailServer;
let worker: ChildProcess | undefined;
beforeAll(async () => {
  server = await startMailServer();
  house = await openHouse({
    env: { SMTP_URL: server.url, SECRET_KEY: 'a key for this test only, and long enough' },
  });
});
afterEach(() => {
  worker?.kill('SIGKILL');
});
afterAll(async () => {
  await house.close();
  await server.close();
});

/** Small, and the same numbers for the same seed. */
function randomBy(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

async function startWorker(): Promise<ChildProcess> {
  const { settings, database } = house.platform;
  const args = [
    settings.dataDir,
    database.directUrl,
    server.url,
    'a key for this test only, and long enough',
  ];
  const child = spawn(process.execPath, ['--import', 'tsx', WORKER, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  worker = child;
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  return child;
}

async function rowsOf<Row extends Record<string, unknown>>(query: ReturnType<typeof sql>): Promise<Row[]> {
  return (await house.inWorkspace((ctx) => ctx.db.execute<Row>(query))).rows as Row[];
}

it(
  `loses no order and doubles none when the worker is killed at random points (${ORDERS} orders, seed ${SEED})`,
  async () => {
    const random = randomBy(SEED);
    const offer = await publishOffer(house, { amountMinor: PRICE });
    house.clock.set(new Date());
    const emails = Array.from({ length: ORDERS }, (_, index) => `buyer${index}@halvorn.example`);
    for (let from = 0; from < emails.length; from += 20)
      await Promise.all(
        emails.slice(from, from + 20).map(async (email) => {
          const path = await openCheckout(house, offer.id, { email });
          const answer = await sendForm(house, path, { email, name: 'Noor', card: CARDS.pays });
          expect(answer.statusCode).toBe(303);
        }),
      );

    const kills: string[] = [];
    const most = Math.max(3, Math.round(ORDERS / 30));
    for (let round = 0; round < most; round += 1) {
      const child = await startWorker();
      if (child.exitCode !== null) break;
      const before = server.arrived.length;
      // Half of the time by the clock, half of the time in the middle of a mail being handed over.
      if (random() < 0.5) {
        const ms = Math.round(random() * 700);
        await pause(ms);
        kills.push(`after ${ms} ms`);
      } else {
        const mails = 1 + Math.floor((random() * ORDERS) / most);
        await new Promise<void>((resolve) => {
          child.once('exit', () => resolve());
          server.onMail = () => {
            if (server.arrived.length - before + 1 >= mails) resolve();
            return null;
          };
        });
        kills.push(`at mail ${mails}`);
      }
      const gone = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
      child.kill('SIGKILL');
      await gone;
      server.onMail = () => null;
    }
    const last = await startWorker();
    if (last.exitCode === null) await once(last, 'exit');
    // What the dead left in the middle of a hand-over is found, looked up and left to a person.
    for (let round = 0; round < 2; round += 1) {
      house.clock.set(new Date(Date.now() + (round + 1) * 6 * 60_000));
      await house.worker.runSchedule('message.find-unconfirmed');
      await house.worker.runSchedule('payments.settle');
      await house.settle();
    }

    const orders = await rowsOf<{ number: number; state: string; email: string; total: string }>(
      sql`select number, state, email, total_minor as total from app.orders order by number`,
    );
    expect(orders.map(({ number }) => number)).toEqual(emails.map((_, index) => index + 1));
    expect(new Set(orders.map(({ email }) => email))).toEqual(new Set(emails));
    expect(orders.every(({ state, total }) => state === 'paid' && Number(total) === PRICE)).toBe(true);
    const [sums] = await rowsOf(sql`select
      (select count(*)::int from app.checkouts where state = 'completed') as completed,
      (select count(*)::int from app.payments where state = 'succeeded' and order_id is not null) as payments,
      (select count(*)::int from app.entitlements where revoked_at is null) as entitlements,
      (select count(*)::int from app.onboardings) as onboardings,
      (select count(*)::int from app.events where name = 'order.paid') as told,
      (select count(*)::int from app.leads where stage = 'customer' and lifetime_value_minor = ${PRICE}) as customers,
      (select count(*)::int from app.payment_events where state = 'received') as untaken`);
    expect(sums).toEqual({
      completed: ORDERS,
      payments: ORDERS,
      entitlements: ORDERS,
      onboardings: ORDERS,
      told: ORDERS,
      customers: ORDERS,
      untaken: 0,
    });

    const mails = await rowsOf<{ email: string; state: string }>(
      sql`select to_email as email, state from app.messages where kind = 'order.access'`,
    );
    expect(mails.map(({ email }) => email).sort()).toEqual([...emails].sort());
    const arrivals = new Map<string, number>();
    for (const { to } of server.arrived)
      for (const email of to) arrivals.set(email, (arrivals.get(email) ?? 0) + 1);
    const twice = [...arrivals].filter(([, count]) => count > 1);
    expect(twice).toEqual([]);
    const unconfirmed = mails.filter(({ state }) => state === 'unconfirmed');
    for (const { email, state } of mails) {
      expect(['sent', 'unconfirmed']).toContain(state);
      if (state === 'sent') expect([email, arrivals.get(email)]).toEqual([email, 1]);
    }
    const [fulfilled] = await rowsOf<{ orders: number; told: number }>(sql`select
      count(distinct payload->>'orderId')::int as orders, count(*)::int as told from app.events where name = 'order.fulfilled'`);
    expect(fulfilled).toEqual({ orders: ORDERS - unconfirmed.length, told: ORDERS - unconfirmed.length });
    process.stdout.write(
      `crash test: killed ${kills.length} times (${kills.join(', ')}); ${orders.length} orders, ${server.arrived.length} mails arrived, ${unconfirmed.length} unconfirmed\n`,
    );
  },
  60_000 + ORDERS * 3_000,
);
