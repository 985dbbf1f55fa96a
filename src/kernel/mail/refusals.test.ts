import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRefusal, type Stage } from './refusals.ts';

const MAILS = join(import.meta.dirname, '../../../../shared/data/bounce-mail');
const read = (code: number, response: string, stage: Stage = 'recipient') =>
  readRefusal({ code, response, stage });

describe('a refusal', () => {
  it.each([
    [550, '5.1.1 The email account that you tried to reach does not exist'],
    [550, 'Requested action not taken: mailbox unavailable'],
    [550, 'No such user here'],
    [550, 'sorry'],
    [554, "delivery error: dd This user doesn't have a yahoo.example account"],
    [550, '5.4.4 Invalid domain'],
  ])('%i %s: nobody is there', (code, text) => {
    expect(read(code, text)).toMatchObject({ addressDead: true, permanent: true, code: 'address-unknown' });
  });

  it.each([
    [552, '5.2.2 over quota', 'mailbox-full'],
    [550, '5.2.1 The account is inactive', 'mailbox-closed'],
    [552, '5.3.4 message too large', 'too-large'],
    [554, '5.7.1 Message blocked as spam', 'policy'],
    [550, '5.1.1 <a@b.example> - 203.0.113.222 has sent to too many recipients this hour', 'policy'],
    [550, '5.7.26 unauthenticated mail is prohibited', 'policy'],
    [550, '5.4.1 Access denied', 'route'],
    [554, 'Transaction failed', 'policy'],
  ])('%i %s: the person may well be there', (code, text, cause) => {
    expect(read(code, text)).toMatchObject({ addressDead: false, permanent: true, code: cause });
  });

  it('of class 4 is a request to try later, whatever it says', () => {
    expect(read(450, '4.1.1 User unknown')).toMatchObject({
      addressDead: false,
      permanent: false,
      code: 'try-later',
    });
    expect(read(503, 'bad sequence')).toMatchObject({ permanent: false });
  });

  it('of the sign-in or the connection says nothing about the mail', () => {
    expect(read(535, '5.7.8 bad credentials', 'sign-in')).toMatchObject({
      permanent: false,
      code: 'sign-in-refused',
    });
    expect(read(554, 'no SMTP service here', 'connection')).toMatchObject({
      permanent: false,
      code: 'route',
    });
    expect(read(550, '5.4.5 Daily user sending limit exceeded')).toMatchObject({
      permanent: false,
      addressDead: false,
    });
  });

  it('of the sender does not condemn the reader', () => {
    expect(read(550, 'sender domain has no mailbox here', 'sender')).toMatchObject({ addressDead: false });
  });

  it('gives advice where the big providers are known to mean something', () => {
    expect(read(550, '5.7.26 x').reason).toContain('SPF and DKIM');
    expect(read(550, '5.7.515 x').reason).toContain('DMARC');
  });

  it.skipIf(!existsSync(MAILS))('agrees with the bounce mails that lie outside the project', () => {
    const expected = JSON.parse(readFileSync(`${MAILS}/expected.json`, 'utf8')) as Record<
      string,
      { class: string }[]
    >;
    let right = 0;
    let total = 0;
    const lost: string[] = [];
    for (const [file, [entry]] of Object.entries(expected)) {
      const path = `${MAILS}/eml/${file}`;
      if (!entry || !['hard', 'soft'].includes(entry.class) || !existsSync(path)) continue;
      const field = /^Diagnostic-Code:\s*([^\n]*(?:\r?\n[ \t]+[^\n]*)*)/im.exec(
        readFileSync(path, 'latin1'),
      )?.[1];
      const text = field?.replace(/\s+/g, ' ').replace(/^(?:smtp|x-[a-z0-9-]+)\s*;\s*/i, '');
      const code = /\b([45]\d\d)[ -]/.exec(text ?? '')?.[1];
      if (!text || !code) continue;
      const { addressDead } = read(Number(code), text);
      total += 1;
      if (addressDead === (entry.class === 'hard')) right += 1;
      // A soft one may be taken for hard only where the server itself says that nobody is there.
      else if (addressDead && !/unknown|no such user|not exist|not a registered|5\.2\.=/i.test(text))
        lost.push(`${file}: ${text}`);
    }
    expect(total).toBeGreaterThan(140);
    expect(right / total).toBeGreaterThan(0.8);
    expect(lost).toEqual([]);
  });
});
