import { generateKeyPairSync } from 'node:crypto';
import { authenticate } from 'mailauth';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type MailHouse, openMailHouse } from '../../../tests/support/mail-house.ts';
import { type MailServer, startMailServer } from '../../../tests/support/mail-server.ts';
import {
  buildMail,
  forgetAddress,
  liftSuppression,
  queueMessage,
  renderMail,
  type Stream,
  suppress,
} from './index.ts';
import { getMessage } from './messages.ts';
import { findUnsubscribeOffer, unsubscribe, unsubscribeTokenOf } from './unsubscribe.ts';

const STREAMS = ['transactional', 'marketing', 'outreach'] as const;
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const publicRecord = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');

let house: MailHouse;
let servers: Record<Stream, MailServer>;
beforeAll(async () => {
  servers = {
    transactional: await startMailServer(),
    marketing: await startMailServer(),
    outreach: await startMailServer(),
  };
  house = await openMailHouse({
    smtp: {
      transactional: servers.transactional.url,
      marketing: servers.marketing.url,
      outreach: servers.outreach.url,
    },
    dkim: { domain: 'tallowgate.example', selector: 'pb1', privateKey: pem.replaceAll('\n', '\\n') },
  });
});
afterAll(async () => {
  await house.close();
  for (const stream of STREAMS) await servers[stream].close();
});
beforeEach(() => {
  for (const stream of STREAMS) servers[stream].arrived = [];
});

const content = renderMail({
  preheader: 'News',
  paragraphs: ['Hello'],
  footer: 'You asked for news.',
  unsubscribe: 'No more news',
});
const queue = (stream: Stream, email: string, body: { html?: string; text: string } = content) =>
  house.inWorkspace((ctx) =>
    queueMessage(ctx, { stream, kind: 'test.mail', to: { email }, subject: 'News', ...body }),
  );
const send = async (stream: Stream, email: string, body?: { html?: string; text: string }) => {
  const row = await queue(stream, email, body);
  await house.settle();
  return { row, raw: servers[stream].arrived.at(-1)?.raw ?? '' };
};
// The one name server these mails know.
const resolver = async (name: string, type: string) => {
  if (name === 'pb1._domainkey.tallowgate.example' && type === 'TXT')
    return [[`v=DKIM1; k=rsa; p=${publicRecord}`]];
  if (name === 'tallowgate.example' && type === 'TXT') return [['v=spf1 ip4:127.0.0.1 -all']];
  if (name === '_dmarc.tallowgate.example' && type === 'TXT') return [['v=DMARC1; p=reject']];
  throw Object.assign(new Error('not found'), { code: 'ENOTFOUND' });
};

describe('three streams', () => {
  it('have a sender and a server each', async () => {
    for (const stream of STREAMS) await queue(stream, 'anna@example.com');
    await house.settle();
    const from = STREAMS.map((stream) => servers[stream].arrived.map((mail) => mail.from));
    expect(from).toEqual([
      ['hello@tallowgate.example'],
      ['news@tallowgate.example'],
      ['marit@reach.example'],
    ]);
    // A sender without a name of its own carries the business's.
    expect(servers.marketing.arrived[0]?.raw).toContain('From: Tallowgate Candles <news@tallowgate.example>');
  });

  it('name the variable that is no sender, or no key', () => {
    const build = (changes: object) => () =>
      buildMail(
        {
          smtp: { transactional: undefined, marketing: undefined, outreach: undefined },
          from: { transactional: 'a@example.com', marketing: 'a@example.com', outreach: 'a@example.com' },
          ...changes,
        },
        house.platform,
      );
    const from = { transactional: 'a@example.com', marketing: 'nobody', outreach: 'a@example.com' };
    expect(build({ from })).toThrow('MAIL_FROM_MARKETING must be one sender');
    const dkim = { domain: 'example.com', selector: 's', privateKey: 'not a key' };
    expect(build({ dkim })).toThrow('DKIM_PRIVATE_KEY');
  });

  it('are signed so that a receiver passes DKIM, SPF and DMARC', async () => {
    const { raw } = await send('marketing', 'anna@example.com');
    const { dkim, spf, dmarc } = await authenticate(raw, {
      ip: '127.0.0.1',
      helo: 'mail.tallowgate.example',
      sender: 'news@tallowgate.example',
      resolver,
    });
    const [signature] = dkim.results;
    expect(signature?.status.result).toBe('pass');
    expect(signature?.signingHeaders?.keys.toLowerCase().split(/\s*:\s*/)).toEqual(
      expect.arrayContaining(['from', 'to', 'subject', 'list-unsubscribe', 'list-unsubscribe-post']),
    );
    expect(spf).toMatchObject({ status: { result: 'pass' } });
    expect(dmarc).toMatchObject({ status: { result: 'pass' } });
    const forged = raw.replace(
      'List-Unsubscribe: <https://playbooks.example',
      'List-Unsubscribe: <https://evil.example',
    );
    const checked = await authenticate(forged, {
      ip: '127.0.0.1',
      helo: 'x',
      sender: 'news@tallowgate.example',
      resolver,
    });
    expect(checked.dkim.results[0]?.status.result).not.toBe('pass');
  });
});

describe('unsubscribing', () => {
  it('is offered in header and body of marketing and outreach, and not of transactional mail', async () => {
    for (const stream of ['marketing', 'outreach'] as const) {
      const { row, raw } = await send(stream, 'bo@example.com');
      const url = `https://playbooks.example/u/${unsubscribeTokenOf(house.platform.settings.signingKey, row.id)}`;
      const mail = await simpleParser(raw);
      expect(raw).toContain(`List-Unsubscribe: <${url}>\r\n`);
      expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
      expect(mail.text).toContain(`No more news: ${url}`);
      expect(mail.html).toContain(`href="${url}"`);
      expect(raw).not.toContain('{{');
    }
    const { raw } = await send('transactional', 'bo@example.com', { text: 'Receipt' });
    expect(raw).not.toMatch(/unsubscribe/i);
  });

  it('is put at the end of a body that forgot it', async () => {
    const { raw } = await send('outreach', 'cy@example.com', {
      html: '<html><body><p>Hi</p></body></html>',
      text: 'Hi',
    });
    const mail = await simpleParser(raw);
    expect(mail.text).toMatch(/Unsubscribe: https:\/\/playbooks\.example\/u\//);
    expect(mail.html).toMatch(/Unsubscribe<\/a><\/p><\/body>/);
  });

  it('keeps no token that would open anything', async () => {
    const { row } = await send('marketing', 'dee@example.com');
    const token = unsubscribeTokenOf(house.platform.settings.signingKey, row.id);
    const [kept] = await house.query<{ all: string }>(
      `select (select string_agg(t::text, '') from app.unsubscribe_tokens t) || (select string_agg(m::text, '') from app.messages m) as all`,
    );
    expect(kept?.all).not.toContain(token);
    expect(await findUnsubscribeOffer(house.platform, token)).toMatchObject({
      address: 'de…@example.com',
      done: false,
    });
  });

  it('stops its own stream at once, once, and no other', async () => {
    const { row } = await send('marketing', 'ed@example.com');
    const token = unsubscribeTokenOf(house.platform.settings.signingKey, row.id);
    expect(await unsubscribe(house.platform, token)).toMatchObject({ done: true, stream: 'marketing' });
    expect(await unsubscribe(house.platform, token)).toMatchObject({ done: true });
    const told = await house.query(`select 1 from app.events where name = 'address.unsubscribed'`);
    expect(told).toHaveLength(1);
    expect(await queue('marketing', 'Ed@example.com')).toMatchObject({
      state: 'held',
      reasonCode: 'unsubscribe',
    });
    expect(await queue('transactional', 'ed@example.com')).toMatchObject({ state: 'queued' });
    expect(await queue('outreach', 'ed@example.com')).toMatchObject({ state: 'queued' });
  });

  it.each([
    '',
    'x',
    'A'.repeat(43),
    "'; drop table app.messages; --",
  ])('knows nothing of the token %j', async (token) => {
    expect(await findUnsubscribeOffer(house.platform, token)).toBeNull();
    expect(await unsubscribe(house.platform, token)).toBeNull();
  });
});

describe('a suppression', () => {
  it.each([
    'complaint',
    'hard_bounce',
    'manual',
  ] as const)('for %s of all streams stops every stream', async (reason) => {
    const email = `${reason}@example.com`;
    await house.inWorkspace((ctx) => suppress(ctx, { email, stream: 'all', reason }));
    for (const stream of STREAMS)
      expect(await queue(stream, email)).toMatchObject({ state: 'held', reasonCode: reason });
  });

  it('is lifted with its record kept, and may come back', async () => {
    const email = 'fay@example.com';
    const stop = () =>
      house.inWorkspace((ctx) => suppress(ctx, { email, stream: 'marketing', reason: 'manual' }));
    const { suppression } = await stop();
    await house.inWorkspace((ctx) => liftSuppression(ctx, suppression.id));
    expect(await queue('marketing', email)).toMatchObject({ state: 'queued' });
    await expect(house.inWorkspace((ctx) => liftSuppression(ctx, suppression.id))).rejects.toThrow(
      'no such suppression',
    );
    expect(await stop()).toMatchObject({ isNew: true });
    const rows = await house.query('select 1 from app.suppressions where email = $1', [email]);
    expect(rows).toHaveLength(2);
  });

  it('made twice at once is one', async () => {
    const once = () =>
      house.inWorkspace((ctx) =>
        suppress(ctx, { email: 'gus@example.com', stream: 'all', reason: 'manual' }),
      );
    const made = await Promise.all([once(), once(), once()]);
    expect(made.filter(({ isNew }) => isNew)).toHaveLength(1);
  });

  it('outlives the erasure of the person as a hash alone', async () => {
    const { row } = await send('marketing', 'hal@example.com');
    servers.marketing.onRecipient = (address) => ({ code: 550, text: `5.1.1 <${address}> unknown` });
    await send('marketing', 'hal@example.com');
    servers.marketing.onRecipient = () => null;
    await house.inWorkspace((ctx) => forgetAddress(ctx, 'Hal@Example.com'));
    const traces = await house.query(
      `select 1 from app.messages m where m::text ilike '%hal@example%' union all
       select 1 from app.message_attempts a where a::text ilike '%hal@example%' union all
       select 1 from app.suppressions s where s::text ilike '%hal@example%' union all
       select 1 from app.events e where e::text ilike '%hal@example%'`,
    );
    expect(traces).toHaveLength(0);
    expect(await house.inWorkspace((ctx) => getMessage(ctx, row.id))).toMatchObject({
      state: 'sent',
      text: '',
      html: null,
    });
    // What stopped mail before the erasure still does, by its hash.
    expect(await queue('transactional', 'hal@example.com')).toMatchObject({
      state: 'held',
      reasonCode: 'hard_bounce',
    });
  });
});
