import addressparser from 'nodemailer/lib/addressparser';
import type { Context, Platform, Workspace } from '#context';
import { OutboundRefused } from '#kernel/connectors';
import { readEmail } from '#kernel/shapes';
import { type Catcher, startCatcher, withPrivateLines } from './catcher.ts';
import { composeMail, type Dkim, type MailAddress, readDkim } from './compose.ts';
import { type Envelope, type HandOver, handOver, probe } from './hand-over.ts';
import { type MessageRow, type Stream, streams, type Transport } from './schema.ts';
import { withUnsubscribeLink } from './template.ts';

/** How mail leaves: what the operator set, and nothing read from anywhere else. */
export interface MailSettings {
  /** smtp:// or smtps:// address per stream; without one the local catcher takes it. */
  smtp: Record<Stream, string | undefined>;
  /** `Name <address>` per stream. */
  from: Record<Stream, string>;
  dkim?: Dkim | undefined;
}

export interface MailState {
  state: 'ok' | 'stand-in' | 'failing';
  reason?: string;
}

export interface Mail {
  /** Starts the local catcher when a stream has no server. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** What the health check says; asks the servers at most once a minute. */
  state(): Promise<MailState>;
  /** Who writes in a stream of a workspace. */
  senderOf(stream: Stream, workspace: Pick<Workspace, 'kind' | 'name'>): MailAddress;
  transportOf(stream: Stream): Transport;
  /** Says where a mailbox's own account is found; asked for each message that names a mailbox. */
  useAccounts(find: FindAccount): void;
  /** The account that a message leaves by, when its mailbox has one of its own. */
  accountOf(ctx: Context, message: Pick<MessageRow, 'mailboxId'>): Promise<MailAccount | null>;
  /**
   * Composes a claimed message and hands it over, once, by its own account or the stream's server. Resolves whatever
   * happens.
   */
  deliver(
    message: MessageRow,
    unsubscribeUrl: string | null,
    account?: MailAccount | null,
  ): Promise<HandOver>;
}

/** A sending account of somebody's own. */
export interface MailAccount {
  host: string;
  port: number;
  security: 'tls' | 'starttls' | 'none';
  username: string | null;
  password: string | null;
}

type FindAccount = (ctx: Context, mailboxId: string) => Promise<MailAccount | null>;

const PRODUCT = 'PlaybookOS';
const PROBE_AGAIN_AFTER_MS = 60_000;
const PROBE_PATIENCE_MS = 1_500;

/**
 * Builds the mail service. Of the platform it uses the log and the clock, and once started the database.
 * @throws Error with a sentence that names the variable which is wrong
 */
export function buildMail(settings: MailSettings, platform: Platform): Mail {
  const { log, clock } = platform;
  const dkim = settings.dkim && readDkim(settings.dkim);
  const senders = {
    transactional: readSender('MAIL_FROM', settings.from.transactional),
    marketing: readSender('MAIL_FROM_MARKETING', settings.from.marketing),
    outreach: readSender('MAIL_FROM_OUTREACH', settings.from.outreach),
  };
  const serverOf = (stream: Stream) => settings.smtp[stream];
  const servers = [...new Set(streams.map(serverOf).filter((url) => url !== undefined))];
  const caught = streams.filter((stream) => !serverOf(stream));
  // Keyed by the server's address; a server without trouble has no entry.
  const troubles = new Map<string, string>();
  let catcher: Catcher | undefined;
  let findAccount: FindAccount = async () => null;
  let probedAt = 0;
  let probing: Promise<void> | undefined;

  const probeServers = async () => {
    await Promise.all(
      servers.map(async (url) => {
        const trouble = await probe(url);
        if (trouble === null) troubles.delete(url);
        else troubles.set(url, trouble);
      }),
    );
  };

  return {
    async start() {
      if (caught.length > 0) catcher = await startCatcher(platform);
    },
    async stop() {
      await catcher?.close();
      catcher = undefined;
    },
    async state() {
      if (servers.length > 0 && clock.now().getTime() - probedAt > PROBE_AGAIN_AFTER_MS) {
        probedAt = clock.now().getTime();
        probing = probeServers();
      }
      await Promise.race([probing, wait(PROBE_PATIENCE_MS)]);
      return stateOf([...troubles.values()], caught, catcher !== undefined);
    },
    senderOf(stream, workspace) {
      const { email, name } = senders[stream];
      // The product's own name says nothing to a reader: the business writes, unless the operator named somebody.
      const own = name === undefined || name === PRODUCT;
      return { email, name: own && workspace.kind !== 'system' ? workspace.name : (name ?? PRODUCT) };
    },
    transportOf: (stream) => (serverOf(stream) ? 'smtp' : 'catcher'),
    useAccounts(find) {
      findAccount = find;
    },
    accountOf: async (ctx, { mailboxId }) => (mailboxId ? findAccount(ctx, mailboxId) : null),
    async deliver(message, unsubscribeUrl, account) {
      let raw: Buffer;
      try {
        raw = await composeMail(outgoing(message, unsubscribeUrl, clock.now()), dkim);
      } catch (error) {
        log.error({ err: error, messageId: message.id }, 'a message could not be composed');
        return notComposed(error);
      }
      const envelope = { from: message.fromEmail, to: message.toEmail };
      if (account) return handOverBy(platform, account, envelope, raw);
      if (message.transport === 'catcher') {
        if (!catcher)
          return { outcome: 'not-reached', reason: 'The local mail catcher is not running in this process.' };
        const ids = { workspaceId: message.workspaceId, messageId: message.id };
        return handOver(catcher.url, envelope, withPrivateLines(raw, ids));
      }
      const url = serverOf(message.stream);
      if (!url) return { outcome: 'not-reached', reason: 'No mail server is set for this stream.' };
      const result = await handOver(url, envelope, raw);
      const trouble = troubleOf(result);
      if (trouble) troubles.set(url, trouble);
      else troubles.delete(url);
      return result;
    },
  };
}

/** The host of an account is somebody's word: it passes the same walls as every other address. */
async function handOverBy(
  platform: Platform,
  account: MailAccount,
  envelope: Envelope,
  raw: Buffer,
): Promise<HandOver> {
  try {
    const { address } = await platform.outbound.assertAllowedTarget(account.host, account.port);
    return await handOver(accountUrl(account, address), envelope, raw);
  } catch (error) {
    if (error instanceof OutboundRefused) return { outcome: 'not-reached', reason: error.message };
    throw error;
  }
}

/** @param address the checked address; the certificate must still be the host's */
function accountUrl(account: MailAccount, address: string): string {
  const url = new URL(`${account.security === 'tls' ? 'smtps' : 'smtp'}://host`);
  url.hostname = address.includes(':') ? `[${address}]` : address;
  url.port = String(account.port);
  if (account.username) {
    url.username = encodeURIComponent(account.username);
    url.password = encodeURIComponent(account.password ?? '');
  }
  if (account.security === 'starttls') url.searchParams.set('requireTLS', 'true');
  if (account.security === 'none') url.searchParams.set('ignoreTLS', 'true');
  url.searchParams.set('tls.servername', account.host);
  return url.href;
}

/** Asks an account whether it would talk to us. @returns the reason when it would not */
export async function probeAccount(platform: Platform, account: MailAccount): Promise<string | null> {
  try {
    const { address } = await platform.outbound.assertAllowedTarget(account.host, account.port);
    return await probe(accountUrl(account, address));
  } catch (error) {
    if (error instanceof OutboundRefused) return error.message;
    throw error;
  }
}

function outgoing(message: MessageRow, unsubscribeUrl: string | null, date: Date) {
  const { html, text } = unsubscribeUrl ? withUnsubscribeLink(message, unsubscribeUrl) : message;
  return {
    from: addressIn(message.fromEmail, message.fromName),
    to: addressIn(message.toEmail, message.toName),
    ...(message.replyTo && { replyTo: message.replyTo }),
    subject: message.subject,
    text,
    ...(html && { html }),
    rfcMessageId: message.rfcMessageId,
    ...(message.inReplyTo && { inReplyTo: message.inReplyTo }),
    date,
    headers: {
      ...message.headers,
      ...(message.stream === 'transactional' && { 'Auto-Submitted': 'auto-generated' }),
      ...(unsubscribeUrl && {
        'List-Unsubscribe': `<${unsubscribeUrl}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
  };
}

const addressIn = (email: string, name: string | null): MailAddress => (name ? { email, name } : { email });

function notComposed(error: unknown): HandOver {
  const response = error instanceof Error ? error.message : String(error);
  return {
    outcome: 'refused',
    smtpCode: null,
    response,
    refusal: {
      addressDead: false,
      permanent: true,
      code: 'not-composed',
      reason: `This mail could not be written: ${response}`,
    },
  };
}

// Only what concerns the server as a whole; what it says about one mail is no trouble of the installation.
function troubleOf(result: HandOver): string | null {
  if (result.outcome === 'not-reached') return result.reason;
  if (result.outcome !== 'refused') return null;
  const { code, reason, permanent } = result.refusal;
  return code === 'sign-in-refused' || (code === 'route' && !permanent) ? reason : null;
}

function stateOf(troubles: string[], caught: Stream[], catching: boolean): MailState {
  if (troubles.length > 0) return { state: 'failing', reason: troubles.join(' ') };
  if (caught.length === 0) return { state: 'ok' };
  if (!catching)
    return { state: 'failing', reason: 'No SMTP_URL is set and the local mail catcher is not running.' };
  const what = caught.length === 3 ? 'every mail' : `${caught.join(' and ')} mail`;
  return {
    state: 'stand-in',
    reason: `Local mail catcher: no SMTP_URL is set, so ${what} stays on this machine.`,
  };
}

function readSender(variable: string, text: string): MailAddress {
  const [parsed, ...more] = addressparser(text, { flatten: true });
  const read = parsed && readEmail(parsed.address);
  if (!parsed || more.length > 0 || !read?.ok) {
    throw new Error(`${variable} must be one sender, as in "Name <name@example.com>".`);
  }
  return parsed.name ? { email: read.email, name: parsed.name } : { email: read.email };
}

const wait = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms).unref();
  });
