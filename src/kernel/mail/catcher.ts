import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { type Platform, system } from '#context';
import { inWorkspace, isId, newId, SYSTEM_WORKSPACE_ID, WorkspaceGone } from '#kernel/database';
import { notify } from '#kernel/live';
import { normaliseEmail } from '#kernel/shapes';
import { insertCaughtMail } from './catcher-queries.ts';
import type { HeaderLine } from './schema.ts';

/** A mail server on this machine that keeps what it is given and passes nothing on. */
export interface Catcher {
  /** smtp:// address with the user and password of this start. */
  url: string;
  close(): Promise<void>;
}

const LARGEST_BYTES = 30 * 1024 * 1024;
const WORKSPACE_LINE = 'X-PlaybookOS-Workspace';
const MESSAGE_LINE = 'X-PlaybookOS-Message';
const PRIVATE_LINES = new RegExp(`^(?:(?:${WORKSPACE_LINE}|${MESSAGE_LINE}): ([0-9a-f-]{36})\\r\\n){2}`);

/** Puts the lines before a mail that tell the catcher whose it is. They are not kept. */
export function withPrivateLines(
  raw: Buffer,
  { workspaceId, messageId }: { workspaceId: string; messageId: string },
): Buffer {
  return Buffer.concat([
    Buffer.from(`${WORKSPACE_LINE}: ${workspaceId}\r\n${MESSAGE_LINE}: ${messageId}\r\n`),
    raw,
  ]);
}

/**
 * Starts the catcher on a random port of 127.0.0.1. Only who knows the password of this start may hand something in, so
 * that no other program of this machine can plant a mail.
 */
export async function startCatcher(platform: Platform): Promise<Catcher> {
  const password = randomBytes(24).toString('base64url');
  const server = new SMTPServer({
    banner: 'PlaybookOS local mail catcher',
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    size: LARGEST_BYTES,
    logger: false,
    onAuth: ({ password: given = '' }, _session, answer) => {
      const known = Buffer.from(password);
      const guess = Buffer.from(String(given));
      if (guess.length === known.length && timingSafeEqual(guess, known))
        answer(null, { user: 'playbookos' });
      else answer(new Error('That is not the password of this start.'));
    },
    onData: (stream, session, answer) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', answer);
      stream.on('end', () => {
        if (stream.sizeExceeded)
          return answer(Object.assign(new Error('5.3.4 too large'), { responseCode: 552 }));
        keep(
          platform,
          Buffer.concat(chunks),
          session.envelope.rcptTo.map(({ address }) => address),
        ).then(
          () => answer(null, 'kept'),
          (error: unknown) => {
            platform.log.warn({ err: error }, 'the mail catcher could not keep a mail');
            // Not kept is not taken: the message waits and comes again.
            answer(Object.assign(new Error('4.3.0 cannot keep it now'), { responseCode: 451 }));
          },
        );
      });
    },
  });
  server.on('error', (error) => platform.log.warn({ err: error }, 'mail catcher'));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://playbookos:${password}@127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function keep(platform: Platform, received: Buffer, recipients: string[]): Promise<void> {
  const { raw, workspaceId, messageId } = withoutPrivateLines(received);
  const parsed = await simpleParser(raw, { skipTextToHtml: true, skipImageLinks: true });
  const text = storable(parsed.text ?? '');
  const mail = {
    id: newId(),
    messageId,
    rfcMessageId: parsed.messageId ?? `<${newId()}@catcher.invalid>`,
    fromAddress: storable(addressText(parsed.from)),
    // smtp-server shows domains in Unicode; ours are kept in ASCII.
    toAddresses: recipients.map((address) => normaliseEmail(address) ?? storable(address)),
    subject: storable(parsed.subject ?? ''),
    preview: previewOf(text),
    text,
    html: typeof parsed.html === 'string' ? storable(parsed.html) : null,
    headers: headerLines(parsed),
    attachments: parsed.attachments.map(({ filename, contentType, size }) => ({
      name: storable(filename ?? 'without a name'),
      mediaType: contentType,
      sizeBytes: size,
    })),
    raw,
    sizeBytes: raw.length,
    receivedAt: platform.clock.now(),
  };
  const put = (into: string) =>
    inWorkspace(platform, { workspaceId: into, actor: system('mail catcher') }, async (ctx) => {
      if (await insertCaughtMail(ctx.db, ctx.workspace.id, mail))
        await notify(ctx, 'mail.caught', { id: mail.id });
    });
  try {
    await put(workspaceId);
  } catch (error) {
    if (!(error instanceof WorkspaceGone)) throw error;
    await put(SYSTEM_WORKSPACE_ID);
  }
}

function withoutPrivateLines(received: Buffer): {
  raw: Buffer;
  workspaceId: string;
  messageId: string | null;
} {
  const head = received.subarray(0, 300).toString('latin1');
  const match = PRIVATE_LINES.exec(head);
  if (!match) return { raw: received, workspaceId: SYSTEM_WORKSPACE_ID, messageId: null };
  const ids = match[0].split('\r\n').map((line) => line.slice(line.indexOf(':') + 2));
  const [workspaceId = '', messageId = ''] = ids;
  return {
    raw: received.subarray(match[0].length),
    workspaceId: isId(workspaceId) ? workspaceId : SYSTEM_WORKSPACE_ID,
    messageId: isId(messageId) ? messageId : null,
  };
}

const headerLines = ({ headerLines: lines }: ParsedMail): HeaderLine[] =>
  lines.map(({ line }) => {
    const unfolded = storable(line.replace(/\r?\n[ \t]+/g, ' '));
    const colon = unfolded.indexOf(':');
    return { name: unfolded.slice(0, colon), value: unfolded.slice(colon + 1).trim() };
  });

function addressText(from: AddressObject | undefined): string {
  return from?.text ?? '';
}

const previewOf = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, 160);

// PostgreSQL keeps no NUL, and a lone surrogate is no text.
const storable = (text: string) => text.replaceAll('\u0000', '').toWellFormed();
