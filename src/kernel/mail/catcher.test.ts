import { connect } from 'node:net';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MailHouse, openMailHouse } from '../../../tests/support/mail-house.ts';
import { sendAccountMail } from './account-mail.ts';
import { startCatcher } from './catcher.ts';
import { listCaughtMails, listNewestCaughtMails } from './catcher-queries.ts';
import { forgetAddress, queueMessage, renderMail } from './index.ts';
import { getMessage } from './messages.ts';
import { linksIn, sanitiseMail } from './sanitise.ts';
import { ABANDONED_AFTER_MS, settleAbandonedMessages } from './send.ts';

let house: MailHouse;
beforeAll(async () => {
  house = await openMailHouse();
});
afterAll(() => house.close());

const queue = (subject: string, more: { html?: string; text?: string } = {}) =>
  house.inWorkspace((ctx) =>
    queueMessage(ctx, {
      stream: 'transactional',
      kind: 'test.mail',
      to: { email: 'anna@example.com' },
      subject,
      text: 'Hello',
      ...more,
    }),
  );
const caught = (search: string) =>
  house.inWorkspace((ctx) => listCaughtMails(ctx.db, ctx.workspace.id, { search }, 10));
const died = async (when: 'before' | 'after', subject: string) => {
  const row = await queue(subject);
  const { deliver } = house.platform.mail;
  house.platform.mail.deliver = async (...mail) => {
    if (when === 'after') await deliver(...mail);
    throw new Error('the process died');
  };
  await house.settle();
  house.platform.mail.deliver = deliver;
  house.clock.advance({ seconds: ABANDONED_AFTER_MS / 1000 + 1 });
  await settleAbandonedMessages(house.platform);
  await house.settle();
  return house.inWorkspace((ctx) => getMessage(ctx, row.id));
};

describe('the local catcher', () => {
  it('keeps every mail of its workspace, with what people search for', async () => {
    const { html, text } = renderMail({
      preheader: 'Steps 4 to 7 are open',
      paragraphs: ['Read on at https://playbooks.example/p/tallowgate/wicks.'],
      footer: 'You asked for this.',
    });
    const row = await queue('Steps 4 to 7: ünlocked 🔓', { html, text });
    await house.settle();
    const [line, ...more] = await caught('ünlocked');
    expect(more).toHaveLength(0);
    expect(line).toMatchObject({
      messageId: row.id,
      rfcMessageId: row.rfcMessageId,
      fromAddress: '"Marit Ostrevik" <hello@tallowgate.example>',
      toAddresses: ['anna@example.com'],
      subject: 'Steps 4 to 7: ünlocked 🔓',
    });
    expect(await caught('ANNA@example')).toHaveLength(1);
    expect(await caught('100%_nothing')).toHaveLength(0);
    expect(await house.platform.mail.state()).toMatchObject({ state: 'stand-in' });
    expect(await house.inWorkspace((ctx) => getMessage(ctx, row.id))).toMatchObject({
      state: 'sent',
      transport: 'catcher',
    });
  });

  it('keeps nothing of the private lines by which it knows the workspace', async () => {
    await queue('Private lines');
    await house.settle();
    const [row] = await house.query<{ raw: Buffer; headers: { name: string }[] }>(
      `select raw, headers from app.caught_mails where subject = 'Private lines'`,
    );
    expect(row?.raw.toString()).not.toContain('X-PlaybookOS');
    expect(row?.headers.map(({ name }) => name)).toContain('Message-ID');
  });

  it('puts account mail into the system workspace, where no business sees it', async () => {
    await sendAccountMail(house.platform, {
      kind: 'verification',
      to: { email: 'new@example.com' },
      subject: 'Confirm your address: 482913',
      content: {
        preheader: 'Your code',
        paragraphs: ['Type this code.', { code: '482913' }],
        button: { label: 'Confirm', url: 'https://playbooks.example/confirm?token=secret' },
        footer: 'It holds for 10 minutes.',
      },
    });
    await house.settle();
    expect(await caught('482913')).toHaveLength(0);
    const [mail] = await house.query<{
      workspace_id: string;
      text: string;
      message_text: string;
      kind: string;
    }>(
      `select c.workspace_id, c.text, m.text as message_text, m.kind from app.caught_mails c
        join app.messages m on m.id = c.message_id where 'new@example.com' = any (c.to_addresses)`,
    );
    expect(mail).toMatchObject({
      workspace_id: '00000000-0000-7000-8000-000000000000',
      kind: 'account.verification',
      message_text: '',
    });
    expect(mail?.text).toContain('482913');
    expect(mail?.text).toContain('https://playbooks.example/confirm?token=secret');
    expect(
      await house.inWorkspace((ctx) => listNewestCaughtMails(ctx.db, ctx.workspace.id, 'new@example.com', 5)),
    ).toHaveLength(0);
  });

  it('takes nothing from a program that does not know the password of this start', async () => {
    const catcher = await startCatcher(house.platform);
    const { port } = new URL(catcher.url);
    const transport = createTransport({ host: '127.0.0.1', port: Number(port), ignoreTLS: true });
    const planted = { from: 'a@example.com', to: 'b@example.com', subject: 'Planted', text: 'x' };
    await expect(transport.sendMail(planted)).rejects.toThrow(/530|authentication/i);
    const guessing = createTransport({
      host: '127.0.0.1',
      port: Number(port),
      ignoreTLS: true,
      auth: { user: 'playbookos', pass: 'guess' },
    });
    await expect(guessing.sendMail(planted)).rejects.toThrow(/535|password/i);
    await catcher.close();
  });

  it('forgets the mails of a person who asks for it', async () => {
    await house.inWorkspace((ctx) =>
      queueMessage(ctx, {
        stream: 'marketing',
        kind: 'x',
        to: { email: 'hal@münchen.example' },
        subject: 'To Hal',
        text: 'Hi',
      }),
    );
    await house.settle();
    expect(await caught('To Hal')).toHaveLength(1);
    expect(await house.inWorkspace((ctx) => forgetAddress(ctx, 'hal@münchen.example'))).toEqual({
      messages: 1,
      caughtMails: 1,
    });
    expect(await caught('To Hal')).toHaveLength(0);
  });

  it('listens on this machine only', async () => {
    const catcher = await startCatcher(house.platform);
    const { hostname, port } = new URL(catcher.url);
    expect(hostname).toBe('127.0.0.1');
    const banner = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1');
      socket.once('data', (chunk) => {
        resolve(chunk.toString());
        socket.destroy();
      });
    });
    expect(banner).toContain('local mail catcher');
    await catcher.close();
  });
});

describe('a mail whose sender died', () => {
  it('is found in the catcher and counts as sent, once', async () => {
    const row = await died('after', 'Died after');
    expect(row).toMatchObject({ state: 'sent', attempts: 1 });
    expect(await caught('Died after')).toHaveLength(1);
  });

  it('that is not in the catcher never left, and leaves now', async () => {
    const row = await died('before', 'Died before');
    expect(row).toMatchObject({ state: 'sent', attempts: 2 });
    expect(await caught('Died before')).toHaveLength(1);
  });
});

describe('the html of a caught mail', () => {
  it('keeps its links and looks, and nothing that runs, loads or overlays', () => {
    const safe = sanitiseMail(`<style>body{display:none}</style><script>steal()</script>
      <p style="color:#123456;position:fixed;background:url(https://evil.example/x)" onclick="steal()">Hi</p>
      <a href="https://playbooks.example/p/x">Read</a><a href="javascript:steal()">Bad</a>
      <img src="https://evil.example/pixel.gif"><img src="data:image/png;base64,AA==">
      <form action="https://evil.example"><input name="password"></form><iframe src="https://evil.example"></iframe>
      <meta http-equiv="refresh" content="0;url=https://evil.example"><svg onload="steal()"></svg>`);
    expect(safe).toContain(
      '<a href="https://playbooks.example/p/x" target="_blank" rel="noopener noreferrer">Read</a>',
    );
    expect(safe).toContain('style="color:#123456"');
    expect(safe).toContain('data:image/png');
    expect(safe).not.toMatch(/steal|evil\.example|javascript|<form|<input|<iframe|<svg|position/i);
  });

  it('drops the title with its words, which belong to a tab', () => {
    expect(sanitiseMail('<title>Your steps</title><p>Hi</p>')).not.toContain('Your steps');
  });

  it('tells its links in order, each once', () => {
    expect(
      linksIn({
        html: '<a href="https://a.example/1?x=1&amp;y=2">1</a><a href="mailto:x@a.example">m</a>',
        text: 'See https://a.example/1?x=1&y=2, and (https://a.example/2).',
      }),
    ).toEqual(['https://a.example/1?x=1&y=2', 'https://a.example/2']);
  });
});
