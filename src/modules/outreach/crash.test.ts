import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openHouse, type TestHouse } from '../../../tests/support/harness.ts';
import { type MailServer, startMailServer } from '../../../tests/support/mail-server.ts';
import { startSite } from './site.fixture.ts';

const SENDER = join(import.meta.dirname, '../../../tests/support/campaign-sender.ts');
const PEOPLE = Array.from({ length: 60 }, (_, index) => `crash${index}@mill${index}.example`);

let site: Awaited<ReturnType<typeof startSite>>;
let server: MailServer;
let house: TestHouse;
let sender: ChildProcess | undefined;
beforeAll(async () => {
  site = await startSite();
  server = await startMailServer();
  house = await openHouse({
    env: {
      ALLOW_PRIVATE_HOSTS: `${site.host},127.0.0.1:${server.port}`,
      PUBLIC_URL: 'https://playbooks.example',
    },
  });
});
afterEach(() => sender?.kill('SIGKILL'));
afterAll(async () => {
  await house.close();
  await server.close();
  await site.close();
});

const databaseUrl = () =>
  (house.platform.database.pool.options as { connectionString?: string }).connectionString ?? '';

/** Runs the sender until so many further mails have arrived, then kills it where it stands. */
async function sendAndKill(mails: number): Promise<void> {
  const before = server.arrived.length;
  const { signingKey } = house.platform.settings;
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', SENDER, databaseUrl(), signingKey, `127.0.0.1:${server.port}`],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  sender = child;
  const gone = once(child, 'exit');
  server.onMail = () => {
    if (server.arrived.length - before >= mails) child.kill('SIGKILL');
    return null;
  };
  await gone;
  server.onMail = () => null;
}

it('is killed over and over in the middle of a campaign: no mail comes twice, none is lost', async () => {
  const mailbox = await house.call('POST', '/api/v1/mailboxes', {
    email: 'marit@reach.example',
    server: { host: '127.0.0.1', port: server.port, security: 'none' },
    dailyCap: 500,
    warmupEnabled: false,
    gapSeconds: 0,
    gapJitterSeconds: 0,
  });
  const { body } = await house.call('POST', '/api/v1/campaigns', { url: site.url });
  await house.settle();
  expect((await house.call('GET', `/api/v1/mailboxes/${mailbox.body.id}`)).body.status).toBe('active');
  await house.call('POST', `/api/v1/prospect-lists/${body.listIds[0]}/prospects`, {
    text: PEOPLE.join('\n'),
  });
  await house.call('PATCH', `/api/v1/campaigns/${body.id}`, {
    settings: { postalAddress: 'Mill Lane 1, Vienna' },
    sendWindow: { days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '23:59' },
  });
  expect((await house.call('POST', `/api/v1/campaigns/${body.id}/launches`)).status).toBe(202);
  // The launch itself happens in the processes that are killed.
  for (const mails of [1, 4, 9, 2]) await sendAndKill(mails);
  for (let round = 0; round < 4; round += 1) {
    house.clock.advance({ minutes: 12 });
    await house.worker.runSchedule('message.find-unconfirmed');
    await house.worker.runSchedule('sends.release-everywhere');
    await house.settle();
  }
  const sends = (await house.call('GET', `/api/v1/campaigns/${body.id}/sends?limit=200`)).body.data;
  const first = sends.filter((send: { position: number }) => send.position === 1);
  expect(first).toHaveLength(PEOPLE.length);
  for (const { email, state } of first) {
    const arrived = server.arrived.filter(({ to }) => to.includes(email)).length;
    expect(['sent', 'unconfirmed']).toContain(state);
    expect(arrived).toBeLessThanOrEqual(1);
    if (state === 'sent') expect(arrived).toBe(1);
  }
  // Four deaths with six hand-overs at a time leave few riddles.
  const unknown = first.filter((send: { state: string }) => send.state === 'unconfirmed').length;
  expect(unknown).toBeLessThanOrEqual(24);
  expect(server.arrived.length).toBeGreaterThan(PEOPLE.length - unknown - 1);
}, 180_000);
