import { createPrivateKey } from 'node:crypto';
import { createTransport } from 'nodemailer';

export interface MailAddress {
  email: string;
  name?: string;
}

/** The key that signs outgoing mail. */
export interface Dkim {
  domain: string;
  selector: string;
  /** PEM */
  privateKey: string;
}

/** One mail, complete but for its transport. */
export interface OutgoingMail {
  from: MailAddress;
  to: MailAddress;
  replyTo?: string;
  subject: string;
  html?: string;
  text: string;
  /** With its angle brackets. */
  rfcMessageId: string;
  inReplyTo?: string;
  date: Date;
  headers: Record<string, string>;
}

// nodemailer signs List-Unsubscribe by default and not List-Unsubscribe-Post; RFC 8058 wants both covered.
const SIGNED_FIELDS = [
  'from',
  'sender',
  'reply-to',
  'to',
  'cc',
  'subject',
  'date',
  'message-id',
  'in-reply-to',
  'references',
  'mime-version',
  'content-type',
  'content-transfer-encoding',
  'list-unsubscribe',
  'list-unsubscribe-post',
].join(':');

/**
 * Reads the settings of DKIM and checks the key.
 * @throws Error with a sentence that names the variable
 */
export function readDkim(dkim: Dkim): Dkim {
  const privateKey = dkim.privateKey.replaceAll('\\n', '\n').trim();
  try {
    const { asymmetricKeyType } = createPrivateKey(privateKey);
    if (asymmetricKeyType === 'rsa' || asymmetricKeyType === 'ed25519') return { ...dkim, privateKey };
  } catch {
    // Said below.
  }
  throw new Error('DKIM_PRIVATE_KEY is not an RSA or Ed25519 private key in PEM form.');
}

/** Writes the mail as it goes over the wire, signed when a key is given. */
export async function composeMail(mail: OutgoingMail, dkim?: Dkim): Promise<Buffer> {
  const composer = createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const { from, to, replyTo, inReplyTo, html } = mail;
  const { message } = await composer.sendMail({
    from: addressOf(from),
    to: addressOf(to),
    ...(replyTo && { replyTo }),
    subject: mail.subject,
    text: mail.text,
    ...(html && { html }),
    messageId: mail.rfcMessageId,
    ...(inReplyTo && { inReplyTo, references: inReplyTo }),
    date: mail.date,
    // Prepared: our own values are ASCII and must not be folded inside an address.
    headers: Object.fromEntries(
      Object.entries(mail.headers).map(([name, value]) => [name, { prepared: true, value }]),
    ),
    xMailer: false,
    ...(dkim && {
      dkim: {
        domainName: dkim.domain,
        keySelector: dkim.selector,
        privateKey: dkim.privateKey,
        headerFieldNames: SIGNED_FIELDS,
      },
    }),
  });
  return message as Buffer;
}

const addressOf = ({ email, name }: MailAddress) => ({ address: email, name: name ?? '' });

const RESERVED = new Set([
  'bcc',
  'cc',
  'content-transfer-encoding',
  'content-type',
  'date',
  'dkim-signature',
  'from',
  'in-reply-to',
  'list-unsubscribe',
  'list-unsubscribe-post',
  'message-id',
  'mime-version',
  'received',
  'reply-to',
  'return-path',
  'sender',
  'subject',
  'to',
]);

/**
 * Checks extra headers of a message.
 * @throws TypeError for a name that we set ourselves, and for anything that could begin another line
 */
export function checkHeaders(headers: Record<string, string>): Record<string, string> {
  for (const [name, value] of Object.entries(headers)) {
    if (
      !/^[A-Za-z][A-Za-z0-9-]{0,70}$/.test(name) ||
      RESERVED.has(name.toLowerCase()) ||
      /^x-playbookos-/i.test(name)
    ) {
      throw new TypeError(`A message cannot set the header "${name.slice(0, 80)}".`);
    }
    if (!/^[\x20-\x7e]{0,900}$/.test(value)) {
      throw new TypeError(`The header ${name} holds something other than one line of visible ASCII.`);
    }
  }
  return headers;
}

/** One line of text for a header: line ends and control characters become spaces, so that no second header can begin. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
