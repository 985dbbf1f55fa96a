import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#kernel/database';
import { type MailHouse, openMailHouse } from '../../../tests/support/mail-house.ts';
import { type MailServer, startMailServer } from '../../../tests/support/mail-server.ts';
import { type MessageRequest, queueMessage, resolveMessage, sendMessage, suppress } from './index.ts';
import { getMessage } from './messages.ts';
import type { MessageRow } from './schema.ts';
import { settleAbandonedMessages } from './send.ts';

let house: MailHouse;
let server: MailServer;
beforeAll(async () => {
  server = await startMailServer();
  const { url } = server;
  house = await openMailHouse({ smtp: { transactional: url, marketing: url, outreach: url } });
});
afterAll(async () => {
  await house.close();
  await server.close();
});
beforeEach(() => {
  server.arrived = [];
  server.onRecipient = () => null;
  server.onMail = () => null;
});

let number = 0;
const someone = () => {
  number += 1;
  return `reader${number}@example.com`;
};
const queue = (request: Partial<MessageRequest> = {}) =>
  house.inWorkspace((ctx) =>
    queueMessage(ctx, {
      stream: 'transactional',
      kind: 'test.mail',
      to: { email: someone() },
      subject: 'Your three steps',
      text: 'Hello',
      ...request,
    }),
  );
const now = (row: MessageRow) => house.inWorkspace((ctx) => getMessage(ctx, row.id));
const events = async (name: string, id: string) =>
  (await house.query(`select 1 from app.events where name = $1 and payload ->> 'messageId' = $2`, [name, id]))
    .length;

describe('a queued message', () => {
  it('leaves once and says so', async () => {
    const row = await queue({ to: { email: ' Anna@Example.COM', name: 'Anna Berg' }, html: '<p>Hello</p>' });
    expect(row).toMatchObject({
      state: 'queued',
      toEmail: 'anna@example.com',
      fromEmail: 'hello@tallowgate.example',
    });
    await house.settle();
    expect(server.arrived).toHaveLength(1);
    expect(server.arrived[0]?.to).toEqual(['anna@example.com']);
    expect(server.arrived[0]?.raw).toContain(`Message-ID: ${row.rfcMessageId}`);
    expect(server.arrived[0]?.raw).toContain('From: Marit Ostrevik <hello@tallowgate.example>');
    expect(await now(row)).toMatchObject({
      state: 'sent',
      attempts: 1,
      sentAt: house.clock.now(),
      nextAttemptAt: null,
    });
    expect(await events('message.sent', row.id)).toBe(1);
    await house.settle();
    expect(server.arrived).toHaveLength(1);
  });

  it('does not leave when the transaction that queued it fails', async () => {
    const lost = house.inWorkspace(async (ctx) => {
      await queueMessage(ctx, {
        stream: 'transactional',
        kind: 'x',
        to: { email: someone() },
        subject: 's',
        text: 't',
      });
      throw new Error('the verb failed');
    });
    await expect(lost).rejects.toThrow('the verb failed');
    await house.settle();
    expect(server.arrived).toHaveLength(0);
  });

  it('is one per dedupe key, and another workspace may use the same', async () => {
    const first = await queue({ dedupeKey: 'welcome:1' });
    const second = await queue({ dedupeKey: 'welcome:1', subject: 'Again' });
    expect(second.id).toBe(first.id);
    await house.settle();
    expect(server.arrived).toHaveLength(1);
  });

  it('waits for its hour', async () => {
    const sendAt = new Date(house.clock.now().getTime() + 3_600_000);
    const row = await queue({ sendAt });
    await house.settle();
    expect(server.arrived).toHaveLength(0);
    expect(await now(row)).toMatchObject({ state: 'queued', nextAttemptAt: sendAt });
    house.clock.advance({ hours: 1 });
    await house.settle();
    expect(server.arrived).toHaveLength(1);
  });

  it('keeps no secret once it was handed over', async () => {
    const row = await queue({ text: 'Your code is 482913', html: '<p>482913</p>', secret: true });
    await house.settle();
    expect(server.arrived[0]?.raw).toContain('482913');
    expect(await now(row)).toMatchObject({ state: 'sent', text: '', html: null });
  });

  it('refuses what is no address and what would write another header', async () => {
    await expect(queue({ to: { email: 'anna@example.com\r\nBcc: all@example.com' } })).rejects.toThrow(
      'no address',
    );
    await expect(queue({ headers: { Bcc: 'all@example.com' } })).rejects.toThrow('cannot set the header');
    await expect(queue({ headers: { 'X-Thing': 'a\r\nBcc: all@example.com' } })).rejects.toThrow('one line');
    await expect(queue({ headers: { 'X-Thing\r\nBcc': 'x' } })).rejects.toThrow('cannot set the header');
  });

  it('carries injected lines as text of the one header they were given for', async () => {
    await queue({
      subject: 'Hello\r\nBcc: all@example.com\r\n\r\nOwn body',
      to: { email: someone(), name: 'Anna\r\nX-Evil: 1" <eve@example.com>, "' },
      replyTo: 'desk@tallowgate.example',
    });
    await house.settle();
    const [mail] = server.arrived;
    const head = mail?.raw.slice(0, mail.raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ') ?? '';
    const names = head.split('\r\n').map((line) => line.slice(0, line.indexOf(':')).toLowerCase());
    expect(names).not.toContain('bcc');
    expect(names).not.toContain('x-evil');
    expect(names.filter((name) => name === 'subject')).toHaveLength(1);
    expect(head).toContain('Subject: Hello Bcc: all@example.com Own body');
    expect(mail?.to).toHaveLength(1);
  });
});

describe('a refusal', () => {
  it('that says "later" waits, longer each time, and says when it moves', async () => {
    server.onRecipient = () => ({ code: 451, text: '4.7.1 greylisted' });
    const row = await queue();
    await house.settle();
    const waiting = await now(row);
    expect(waiting).toMatchObject({ state: 'queued', reasonCode: 'try-later', smtpCode: 451 });
    expect(waiting.reason).toContain('greylisted');
    expect(waiting.nextAttemptAt).toEqual(new Date(house.clock.now().getTime() + 60_000));
    house.clock.advance({ minutes: 1 });
    await house.settle();
    expect((await now(row)).nextAttemptAt).toEqual(new Date(house.clock.now().getTime() + 300_000));
    server.onRecipient = () => null;
    house.clock.advance({ minutes: 5 });
    await house.settle();
    expect(await now(row)).toMatchObject({ state: 'sent', attempts: 3, reason: null });
    expect(server.arrived).toHaveLength(1);
  });

  it('that goes on for five days ends', async () => {
    server.onMail = () => ({ code: 421, text: '4.3.2 closing' });
    const row = await queue();
    for (let days = 0; days < 6 && (await now(row)).state === 'queued'; ) {
      await house.settle();
      house.clock.advance({ hours: 6 });
      days += 0.25;
    }
    expect(await now(row)).toMatchObject({ state: 'failed', nextAttemptAt: null });
    expect((await now(row)).reason).toContain('five days');
  });

  it('that says "nobody here" bounces and stops every stream', async () => {
    server.onRecipient = () => ({ code: 550, text: '5.1.1 no such user' });
    const email = someone();
    const row = await queue({ to: { email } });
    await house.settle();
    expect(await now(row)).toMatchObject({ state: 'bounced', reasonCode: 'address-unknown', smtpCode: 550 });
    expect(await events('message.bounced', row.id)).toBe(1);
    for (const stream of ['transactional', 'marketing', 'outreach'] as const) {
      expect(await queue({ to: { email }, stream })).toMatchObject({
        state: 'held',
        reasonCode: 'hard_bounce',
      });
    }
  });

  it.each([
    ['552', 552, '5.2.2 mailbox full', 'mailbox-full'],
    ['554', 554, '5.7.1 blocked by policy', 'policy'],
    ['550 5.7.26', 550, '5.7.26 unauthenticated', 'policy'],
  ])('by %s does not mean that the person is gone', async (_name, code, text, reasonCode) => {
    server.onRecipient = () => ({ code, text });
    const email = someone();
    const row = await queue({ to: { email } });
    await house.settle();
    expect(await now(row)).toMatchObject({ state: 'failed', reasonCode });
    expect(await queue({ to: { email } })).toMatchObject({ state: 'queued' });
    server.onRecipient = () => null;
    await house.settle();
  });

  it('of the connection keeps the message and makes the state of mail failing', async () => {
    const gone = await startMailServer();
    await gone.close();
    const other = await openMailHouse({
      smtp: { transactional: gone.url, marketing: undefined, outreach: undefined },
    });
    const { id } = await other.inWorkspace((ctx) =>
      queueMessage(ctx, {
        stream: 'transactional',
        kind: 'x',
        to: { email: someone() },
        subject: 's',
        text: 't',
      }),
    );
    await other.settle();
    expect(await other.inWorkspace((ctx) => getMessage(ctx, id))).toMatchObject({
      state: 'queued',
      reasonCode: 'not-reached',
    });
    expect(await other.platform.mail.state()).toMatchObject({ state: 'failing' });
    await other.close();
  });
});

describe('an answer that never came', () => {
  it('leaves the message unconfirmed, never sends it again by itself, and lets a person decide', async () => {
    server.onMail = () => 'hang-up';
    const row = await queue();
    await house.settle();
    expect(server.arrived).toHaveLength(1);
    expect(await now(row)).toMatchObject({ state: 'unconfirmed', reasonCode: 'no-answer' });
    server.onMail = () => null;
    house.clock.advance({ days: 2 });
    await settleAbandonedMessages(house.platform);
    await house.settle();
    expect(server.arrived).toHaveLength(1);
    expect(await now(row)).toMatchObject({ state: 'unconfirmed' });
    await house.inWorkspace((ctx) => resolveMessage(ctx, row.id, 'send-again'));
    await house.settle();
    expect(server.arrived).toHaveLength(2);
    expect(await now(row)).toMatchObject({ state: 'sent', attempts: 2 });
    await expect(house.inWorkspace((ctx) => resolveMessage(ctx, row.id, 'lost'))).rejects.toThrow(
      'nothing to settle',
    );
  });

  it('before the mail was complete means that it was not sent: it is tried again', async () => {
    server.onRecipient = () => 'hang-up';
    const row = await queue();
    await house.settle();
    expect(await now(row)).toMatchObject({ state: 'queued', reasonCode: 'not-reached' });
    server.onRecipient = () => null;
    house.clock.advance({ minutes: 1 });
    await house.settle();
    expect(server.arrived).toHaveLength(1);
    expect(await now(row)).toMatchObject({ state: 'sent' });
  });

  it('is no reason to claim a message that somebody may still be sending', async () => {
    const row = await queue();
    const stop = new Error('the process died');
    const { deliver } = house.platform.mail;
    house.platform.mail.deliver = async (...mail) => {
      await deliver(...mail);
      throw stop;
    };
    await house.settle();
    house.platform.mail.deliver = deliver;
    expect(await now(row)).toMatchObject({ state: 'sending' });
    house.clock.advance({ minutes: 4 });
    expect(await settleAbandonedMessages(house.platform)).toBe(0);
    house.clock.advance({ minutes: 2 });
    expect(await settleAbandonedMessages(house.platform)).toBe(1);
    expect(await now(row)).toMatchObject({ state: 'unconfirmed', reasonCode: 'stopped' });
    await house.settle();
    expect(server.arrived).toHaveLength(1);
  });
});

describe('a job that runs twice', () => {
  it('does not touch what another run has claimed, sent or given up', async () => {
    const run = { attempt: 2, lastAttempt: false, correlationId: 'x', log: house.platform.log };
    for (const state of ['sending', 'sent', 'unconfirmed', 'bounced', 'held', 'failed', 'cancelled']) {
      const row = await queue();
      await house.query('update app.messages set state = $2, claimed_at = now() where id = $1', [
        row.id,
        state,
      ]);
      await sendMessage.run(house.platform, { workspaceId: house.workspaceId, messageId: row.id }, run);
      expect(await now(row)).toMatchObject({ state, attempts: 0 });
    }
    expect(server.arrived).toHaveLength(0);
  });

  it('at the same moment sends once', async () => {
    const run = { attempt: 1, lastAttempt: false, correlationId: 'x', log: house.platform.log };
    const { id: messageId } = await queue();
    const once = () => sendMessage.run(house.platform, { workspaceId: house.workspaceId, messageId }, run);
    await Promise.all([once(), once(), once(), once()]);
    expect(server.arrived).toHaveLength(1);
  });
});

describe('suppression between queueing and sending', () => {
  it('holds what waits, at once', async () => {
    const email = someone();
    const sendAt = new Date(house.clock.now().getTime() + 60_000);
    const later = await queue({ to: { email }, stream: 'marketing', sendAt });
    const receipt = await queue({ to: { email }, sendAt });
    await house.inWorkspace((ctx) => suppress(ctx, { email, stream: 'marketing', reason: 'unsubscribe' }));
    expect(await now(later)).toMatchObject({ state: 'held', reasonCode: 'unsubscribe', nextAttemptAt: null });
    expect(await events('message.held', later.id)).toBe(1);
    house.clock.advance({ minutes: 1 });
    await house.settle();
    expect(server.arrived).toHaveLength(1);
    expect(await now(receipt)).toMatchObject({ state: 'sent' });
  });

  it('is seen at the last moment too, when both happened at once', async () => {
    const email = someone();
    const row = await queue({ to: { email }, stream: 'marketing' });
    await house.query(
      `insert into app.suppressions (id, workspace_id, stream, email, email_hash, reason)
       values ($1, $2, 'marketing', $3, repeat('0', 64), 'unsubscribe')`,
      [newId(), house.workspaceId, email],
    );
    await house.settle();
    expect(server.arrived).toHaveLength(0);
    expect(await now(row)).toMatchObject({ state: 'held', reasonCode: 'unsubscribe', attempts: 0 });
  });
});
