import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type MailHouse, openMailHouse } from '../../../tests/support/mail-house.ts';
import { type MailServer, startMailServer } from '../../../tests/support/mail-server.ts';
import { queueMessage } from './index.ts';
import { listMessages } from './queries.ts';
import { settleAbandonedMessages } from './send.ts';

const SENDER = join(import.meta.dirname, '../../../tests/support/mail-sender.ts');

let house: MailHouse;
let server: MailServer;
let sender: ChildProcess;
beforeAll(async () => {
  server = await startMailServer();
  house = await openMailHouse({
    smtp: { transactional: server.url, marketing: server.url, outreach: server.url },
  });
});
beforeEach(() => {
  // The other process goes by the system's clock.
  house.clock.set(new Date());
});
afterEach(() => {
  sender.kill('SIGKILL');
});
afterAll(async () => {
  await house.close();
  await server.close();
});

const startSender = () => {
  const { signingKey } = house.platform.settings;
  sender = spawn(process.execPath, ['--import', 'tsx', SENDER, house.databaseUrl, server.url, signingKey], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return sender;
};
const killed = async () => {
  const gone = sender.exitCode === null && sender.signalCode === null ? once(sender, 'exit') : undefined;
  sender.kill('SIGKILL');
  await gone;
};
const queue = (email: string) =>
  house.inWorkspace((ctx) =>
    queueMessage(ctx, { stream: 'transactional', kind: 'x', to: { email }, subject: 's', text: 't' }),
  );
const all = () => house.inWorkspace((ctx) => listMessages(ctx.db, ctx.workspace.id, {}, 500));
const arrivals = (email: string) => server.arrived.filter(({ to }) => to.includes(email)).length;
const recover = async () => {
  house.clock.advance({ minutes: 6 });
  await settleAbandonedMessages(house.platform);
  await house.settle();
  await house.settle();
};

describe('a process that is killed', () => {
  it('between the hand-over and its record: the mail arrived once, stays unconfirmed, and is not sent again', async () => {
    server.onMail = async () => {
      await killed();
      return null;
    };
    await queue('after@example.com');
    const gone = once(startSender(), 'exit');
    await gone;
    server.onMail = () => null;
    expect(await all()).toMatchObject([{ state: 'sending' }]);
    for (let round = 0; round < 3; round += 1) await recover();
    expect(arrivals('after@example.com')).toBe(1);
    expect(await all()).toMatchObject([{ state: 'unconfirmed', reasonCode: 'stopped', attempts: 1 }]);
  }, 60_000);

  it('at any moment: every mail arrives once or is unconfirmed, none is lost and none comes twice', async () => {
    const people = Array.from({ length: 30 }, (_, number) => `crash${number}@example.com`);
    for (const email of people) await queue(email);
    for (const mails of [3, 9]) {
      const before = server.arrived.length;
      const enough = new Promise<void>((resolve) => {
        server.onMail = () => {
          if (server.arrived.length - before >= mails) resolve();
          return null;
        };
      });
      startSender();
      await enough;
      await killed();
    }
    server.onMail = () => null;
    for (let round = 0; round < 3; round += 1) await recover();
    const rows = (await all()).filter(({ toEmail }) => people.includes(toEmail));
    expect(rows).toHaveLength(people.length);
    for (const { toEmail, state } of rows) {
      expect(['sent', 'unconfirmed']).toContain(state);
      expect(arrivals(toEmail)).toBeLessThanOrEqual(1);
      if (state === 'sent') expect(arrivals(toEmail)).toBe(1);
    }
    // One process sends one mail at a time here, so each death leaves at most one riddle.
    expect(rows.filter(({ state }) => state === 'unconfirmed').length).toBeLessThanOrEqual(2);
  }, 120_000);
});
