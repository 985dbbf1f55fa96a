import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { simpleParser } from 'mailparser';
import { afterEach, describe, expect, it } from 'vitest';
import { normaliseEmail } from '#kernel/shapes';
import { type MailServer, startMailServer } from '../../../tests/support/mail-server.ts';
import { composeMail } from './compose.ts';
import { handOver, probe } from './hand-over.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

const real = async (options?: Parameters<typeof startMailServer>[0]): Promise<MailServer> => {
  const server = await startMailServer(options);
  open.push(server);
  return server;
};
/** A server that says only what it is told to say. */
const scripted = async (speak: (socket: Socket) => void): Promise<string> => {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket.on('error', () => {}));
    speak(socket);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  open.push({
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  });
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
};
const compose = (to = 'anna@example.com') =>
  composeMail({
    from: { email: 'hello@tallowgate.example', name: 'Märit' },
    to: { email: to, name: 'Anna "A." Berg, Jr.' },
    subject:
      'Wachs & Docht: ünïcode 🕯️ und ein sehr langer Betreff, der über eine Zeile hinausgeht und gefaltet wird',
    text: '.Ein Punkt am Anfang\nund eine Zeile',
    html: '<p>ü</p>',
    rfcMessageId: '<1@tallowgate.example>',
    date: new Date('2026-11-20T09:00:00Z'),
    headers: {},
  });
const envelope = { from: 'hello@tallowgate.example', to: 'anna@example.com' };

describe('handing one mail over', () => {
  it('gives the server exactly what was composed', async () => {
    const server = await real();
    expect(await handOver(server.url, envelope, await compose())).toMatchObject({ outcome: 'accepted' });
    const mail = await simpleParser(server.arrived[0]?.raw ?? '');
    expect(mail.subject).toMatch(/^Wachs & Docht: ünïcode 🕯️ .* gefaltet wird$/);
    expect(mail.text).toBe('.Ein Punkt am Anfang\nund eine Zeile');
    expect(mail.to).toMatchObject({ value: [{ address: 'anna@example.com', name: 'Anna "A." Berg, Jr.' }] });
    expect(mail.messageId).toBe('<1@tallowgate.example>');
    expect(server.arrived).toHaveLength(1);
  });

  it.each([
    "o'neil+x=y@example.com",
    'anna@xn--mnchen-3ya.example',
    'jürgen@example.com',
  ])('reaches %s and nobody else', async (to) => {
    const server = await real();
    expect(await handOver(server.url, { ...envelope, to }, await compose(to))).toMatchObject({
      outcome: 'accepted',
    });
    // smtp-server shows domains in Unicode.
    expect(server.arrived[0]?.to.map(normaliseEmail)).toEqual([to]);
  });

  it('signs in where the address says so, and a refused password is nobody else’s fault', async () => {
    const server = await real({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, answer) =>
        username === 'u@x' && password === 'p:w/ä' ? answer(null, { user: 'u' }) : answer(new Error('no')),
    });
    const url = (password: string) => `smtp://u%40x:${encodeURIComponent(password)}@127.0.0.1:${server.port}`;
    expect(await handOver(url('p:w/ä'), envelope, await compose())).toMatchObject({ outcome: 'accepted' });
    expect(await handOver(url('wrong'), envelope, await compose())).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'sign-in-refused', permanent: false, addressDead: false },
    });
    expect(await probe(url('p:w/ä'))).toBeNull();
    expect(await probe(url('wrong'))).toContain('Invalid login');
  });

  it('to a server that never greets ends in time, and the mail cannot be there', async () => {
    const url = await scripted(() => {});
    expect(await handOver(url, envelope, await compose(), 200)).toMatchObject({ outcome: 'not-reached' });
  });

  it('to a server that takes the mail and never answers ends in time, and nobody knows', async () => {
    const url = await scripted((socket) => {
      let inMail = false;
      socket.write('220 hello\r\n');
      socket.on('data', (chunk) => {
        if (inMail) return;
        for (const line of chunk.toString().split('\r\n').filter(Boolean)) {
          inMail = line === 'DATA';
          socket.write(inMail ? '354 go\r\n' : '250 ok\r\n');
        }
      });
    });
    expect(await handOver(url, envelope, await compose(), 400)).toMatchObject({ outcome: 'unknown' });
  });

  it('to what is no mail server at all is not reached', async () => {
    const url = await scripted((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    expect(await handOver(url, envelope, await compose(), 2_000)).toMatchObject({ outcome: 'not-reached' });
  });
});
