import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** One mail that arrived. */
export interface Arrived {
  from: string;
  to: string[];
  raw: string;
}

type Word = { code: number; text: string } | 'hang-up' | null;

/** A real SMTP server on loopback that remembers what it took and can be told to misbehave. */
export interface MailServer {
  url: string;
  port: number;
  arrived: Arrived[];
  /** What it says to the next recipients; null takes them. */
  onRecipient: (address: string) => Word;
  /** What it says after a whole mail: `hang-up` keeps the mail and never answers. */
  onMail: (mail: Arrived) => Word | Promise<Word>;
  close(): Promise<void>;
}

export async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const refuse = ({ code, text }: { code: number; text: string }) =>
    Object.assign(new Error(text), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo: ({ address }, session, answer) => {
      const word = house.onRecipient(address);
      if (word === 'hang-up') hangUp(session.id);
      else answer(word && refuse(word));
    },
    onData: (stream, session, answer) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        const { mailFrom, rcptTo } = session.envelope;
        const mail = {
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString('utf8'),
        };
        const word = await house.onMail(mail);
        if (word === null || word === 'hang-up') house.arrived.push(mail);
        if (word === 'hang-up') hangUp(session.id);
        else answer(word && refuse(word));
      });
    },
    ...options,
  });
  const hangUp = (sessionId: string) => {
    for (const connection of server.connections as Set<{ id: string; _socket: { destroy(): void } }>) {
      if (connection.id === sessionId) connection._socket.destroy();
    }
  };
  server.on('error', () => {});
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  const { port } = server.server.address() as AddressInfo;
  const house: MailServer = {
    url: `smtp://127.0.0.1:${port}`,
    port,
    arrived: [],
    onRecipient: () => null,
    onMail: () => null,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
  return house;
}
