import { createPublicKey } from 'node:crypto';
import { Resolver } from 'node:dns/promises';
import nodemailer from 'nodemailer';
import type { Config } from '../config.ts';
import { type Finding, note, ok, reason, wrong } from './finding.ts';

const PATIENCE_MS = 8_000;

/** Whether mail leaves the house, and whether it will be believed. */
export async function examineMail(config: Config): Promise<Finding[]> {
  const streams = {
    SMTP_URL: config.SMTP_URL,
    SMTP_URL_MARKETING: config.SMTP_URL_MARKETING,
    SMTP_URL_OUTREACH: config.SMTP_URL_OUTREACH,
  };
  const given = Object.entries(streams).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const servers = await Promise.all(given.map(([name, url]) => examineServer(name, url)));
  if (!config.SMTP_URL) {
    servers.unshift(
      note(
        'mail',
        'No SMTP_URL: the local mail catcher keeps every mail.',
        'Set SMTP_URL to send real mail.',
      ),
    );
  }
  return given.length > 0 ? [...servers, await examineSignature(config)] : servers;
}

async function examineServer(name: string, url: string): Promise<Finding> {
  const { host } = new URL(url);
  const transport = nodemailer.createTransport({
    url,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    dnsTimeout: PATIENCE_MS,
  });
  try {
    await transport.verify();
    return ok('mail', `${name}: ${host} answers and lets us in.`);
  } catch (error) {
    return wrong(
      'mail',
      `${name}: ${host} says no: ${reason(error)}.`,
      `Check host, port, user and password in ${name}.`,
    );
  } finally {
    transport.close();
  }
}

async function examineSignature({
  DKIM_DOMAIN: domain,
  DKIM_SELECTOR: selector,
  DKIM_PRIVATE_KEY: key,
}: Config): Promise<Finding> {
  if (!domain || !selector || !key) {
    return note(
      'mail',
      'Outgoing mail is not signed.',
      'Set DKIM_DOMAIN, DKIM_SELECTOR and DKIM_PRIVATE_KEY.',
    );
  }
  const record = `${selector}._domainkey.${domain}`;
  let published: string;
  let own: string;
  try {
    own = createPublicKey(key.replaceAll('\\n', '\n'))
      .export({ type: 'spki', format: 'der' })
      .toString('base64');
  } catch (error) {
    return wrong(
      'mail',
      `DKIM_PRIVATE_KEY is no private key: ${reason(error)}.`,
      'Give it as PEM, line ends written as \\n.',
    );
  }
  try {
    const resolver = new Resolver({ timeout: PATIENCE_MS / 2, tries: 2 });
    published = (await resolver.resolveTxt(record)).map((parts) => parts.join('')).join(';');
  } catch (error) {
    return wrong(
      'mail',
      `${record} cannot be read: ${reason(error)}.`,
      `Publish a TXT record there: v=DKIM1; k=rsa; p=${own}`,
    );
  }
  return published.replaceAll(/\s/g, '').includes(`p=${own}`)
    ? ok('mail', `${record} publishes the key that signs.`)
    : wrong(
        'mail',
        `${record} publishes another key than the one that signs.`,
        `Its record must say p=${own}`,
      );
}
