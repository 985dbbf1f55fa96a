import { Readable } from 'node:stream';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { type Refusal, readRefusal, type Stage } from './refusals.ts';

/** What became of handing one mail to a server. */
export type HandOver =
  /** The server took responsibility for it. */
  | { outcome: 'accepted'; response: string }
  /** The server answered, and the answer is no: it does not have the mail. */
  | { outcome: 'refused'; refusal: Refusal; smtpCode: number | null; response: string }
  /** The conversation ended before the mail was complete: it cannot have it. */
  | { outcome: 'not-reached'; reason: string }
  /** The mail was complete and no answer came: it may have it or not. */
  | { outcome: 'unknown'; reason: string };

export interface Envelope {
  from: string;
  to: string;
}

/** Longest time one hand-over may take; after it the connection is cut. */
export const HAND_OVER_LIMIT_MS = 120_000;

const PATIENCE = {
  dnsTimeout: 10_000,
  connectionTimeout: 20_000,
  greetingTimeout: 20_000,
  socketTimeout: 60_000,
};

type SmtpError = Error & { responseCode?: number; response?: string; command?: string; code?: string };

/**
 * Hands one mail to a server, once, over a connection of its own. No pool: nodemailer's pool sends a message again when
 * a connection closes, and nobody can say then whether it was sent before.
 * @param smtpUrl smtp:// or smtps:// with user and password where needed
 * @param raw the whole mail, signed
 */
export function handOver(
  smtpUrl: string,
  envelope: Envelope,
  raw: Buffer,
  limitMs = HAND_OVER_LIMIT_MS,
): Promise<HandOver> {
  const { auth, connection } = connect(smtpUrl);
  return new Promise((resolve) => {
    let stage: Stage = 'connection';
    let complete = false;
    let settled = false;
    const settle = (result: HandOver) => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      if (result.outcome === 'accepted') connection.quit();
      else connection.close();
      resolve(result);
    };
    const fail = (error: SmtpError) => settle(outcomeOf(error, stage, complete));
    const timer = setTimeout(() => fail(new Error(`no answer within ${limitMs / 1000} s`)), limitMs);
    connection.on('error', fail);
    connection.on('end', () => fail(new Error('the server ended the conversation')));

    const send = () => {
      stage = 'sender';
      // A stream and not a buffer, because its end tells that the server may have everything.
      const source = Readable.from([raw], { objectMode: false });
      source.once('end', () => {
        complete = true;
      });
      source.once('resume', () => {
        stage = 'content';
      });
      connection.send({ ...envelope, size: raw.length }, source, (error, sent) => {
        if (error) fail(error);
        else settle({ outcome: 'accepted', response: sent?.response ?? '' });
      });
    };
    connection.connect((error) => {
      if (error) return fail(error);
      if (!auth || !connection.allowsAuth) return send();
      stage = 'sign-in';
      connection.login(auth, (refused) => (refused ? fail(refused) : send()));
    });
  });
}

/** Asks a server whether it would talk to us. Resolves with the reason when it would not. */
export function probe(smtpUrl: string): Promise<string | null> {
  const { auth, connection } = connect(smtpUrl);
  return new Promise((resolve) => {
    const done = (reason: string | null) => {
      connection.removeAllListeners('end');
      if (reason === null) connection.quit();
      else connection.close();
      resolve(reason);
    };
    connection.on('error', (error) => done(error.message));
    connection.on('end', () => done('the server ended the conversation'));
    connection.connect((error) => {
      if (error) return done(error.message);
      if (!auth || !connection.allowsAuth) return done(null);
      connection.login(auth, (refused) => done(refused ? refused.message : null));
    });
  });
}

function connect(smtpUrl: string): {
  connection: SMTPConnection;
  auth: { user: string; pass: string } | null;
} {
  const { auth, ...options } = parseConnectionUrl(smtpUrl);
  const { user, pass } = (auth ?? {}) as { user?: string; pass?: string };
  return {
    connection: new SMTPConnection({ ...PATIENCE, ...options, logger: false }),
    auth: user === undefined ? null : { user, pass: pass ?? '' },
  };
}

function outcomeOf(error: SmtpError, reached: Stage, complete: boolean): HandOver {
  const { responseCode, response } = error;
  if (responseCode && response && responseCode >= 400) {
    const stage = stageOf(error.command, reached);
    return {
      outcome: 'refused',
      refusal: readRefusal({ code: responseCode, response, stage }),
      smtpCode: responseCode,
      response,
    };
  }
  return complete
    ? {
        outcome: 'unknown',
        reason: `The mail was handed over and then the conversation broke: ${error.message}.`,
      }
    : { outcome: 'not-reached', reason: `The mail server could not be reached: ${error.message}.` };
}

function stageOf(command: string | undefined, reached: Stage): Stage {
  if (command === 'MAIL FROM') return 'sender';
  if (command === 'RCPT TO') return 'recipient';
  if (command === 'DATA') return 'content';
  if (command?.startsWith('AUTH')) return 'sign-in';
  return reached;
}
