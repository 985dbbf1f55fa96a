import { readEmail } from '#kernel/shapes';
import { isZone } from '../sends/zone.ts';
import type { RawProspect } from './read-rows.ts';

export type Verdict = 'ready' | 'held' | 'refused';

/** One row, judged by itself. */
export interface Judged {
  row: number;
  verdict: Verdict;
  code: string | null;
  reason: string | null;
  email: string;
  raw: RawProspect;
  companyDomain: string | null;
  timeZone: string | null;
  checks: Record<string, string>;
}

/** Nobody in particular reads these. */
const ROLES = new Set(
  'abuse accounting accounts admin administrator billing careers contact customerservice enquiries enquiry feedback finance hello help helpdesk hostmaster hr info inquiries invoices jobs kontakt legal mail marketing media moderator newsletter noc no-reply noreply donotreply do-not-reply office operations orders postmaster press privacy recruiting reception sales security service services spam subscribe support sysadmin team unsubscribe webmaster'.split(
    ' ',
  ),
);

/** Well-known services of addresses that are thrown away. */
const DISPOSABLE = new Set(
  '0-mail.com 10minutemail.com 10minutemail.net 20minutemail.com 33mail.com anonbox.net burnermail.io cock.li deadaddress.com discard.email discardmail.com dispostable.com emailondeck.com fakeinbox.com fakemail.net getairmail.com getnada.com grr.la guerrillamail.biz guerrillamail.com guerrillamail.de guerrillamail.info guerrillamail.net guerrillamail.org guerrillamailblock.com inboxbear.com inboxkitten.com incognitomail.org jetable.org mail-temp.com mail.tm mailcatch.com maildrop.cc mailinator.com mailinator.net mailnesia.com mailnull.com mailpoof.com mintemail.com moakt.com mohmal.com mytemp.email nada.email sharklasers.com spam4.me spamex.com spamgourmet.com spambox.us temp-mail.io temp-mail.org tempail.com tempinbox.com tempmail.com tempmail.net tempmailo.com tempr.email throwaway.email throwawaymail.com trash-mail.com trashmail.com trashmail.de trashmail.net wegwerfmail.de wegwerfmail.net yopmail.com yopmail.fr yopmail.net'.split(
    ' ',
  ),
);

/** Addresses of people, not of companies. */
const FREE_MAIL = new Set(
  'aol.com bluewin.ch free.fr fastmail.com gmail.com gmx.at gmx.ch gmx.de gmx.net googlemail.com hey.com hotmail.com hotmail.co.uk hotmail.fr icloud.com laposte.net libero.it live.com mac.com mail.com mail.ru me.com msn.com orange.fr outlook.com outlook.de pm.me proton.me protonmail.com qq.com t-online.de tuta.io tutanota.com virgilio.it wanadoo.fr web.de yahoo.com yahoo.co.uk yahoo.de yahoo.fr yandex.ru ymail.com zoho.com'.split(
    ' ',
  ),
);

/** Countries with one zone, by code, name and ending of addresses. */
const ZONES: [zone: string, names: string][] = [
  ['Europe/Vienna', 'at austria österreich'],
  ['Europe/Berlin', 'de germany deutschland'],
  ['Europe/Zurich', 'ch switzerland schweiz suisse'],
  ['Europe/Paris', 'fr france'],
  ['Europe/London', 'uk gb england britain unitedkingdom'],
  ['Europe/Dublin', 'ie ireland'],
  ['Europe/Madrid', 'es spain españa'],
  ['Europe/Rome', 'it italy italia'],
  ['Europe/Amsterdam', 'nl netherlands'],
  ['Europe/Brussels', 'be belgium'],
  ['Europe/Copenhagen', 'dk denmark'],
  ['Europe/Stockholm', 'se sweden'],
  ['Europe/Oslo', 'no norway'],
  ['Europe/Helsinki', 'fi finland'],
  ['Europe/Warsaw', 'pl poland'],
  ['Europe/Prague', 'cz czechia'],
  ['Europe/Lisbon', 'pt portugal'],
  ['Europe/Athens', 'gr greece'],
  ['Asia/Tokyo', 'jp japan'],
  ['Asia/Kolkata', 'in india'],
  ['Asia/Singapore', 'sg singapore'],
  ['Asia/Hong_Kong', 'hk hongkong'],
  ['Pacific/Auckland', 'nz newzealand'],
  ['Africa/Johannesburg', 'za southafrica'],
];
const ZONE_OF = new Map(
  ZONES.flatMap(([zone, names]) => names.split(' ').map((name) => [name, zone] as const)),
);

/** Judges rows one after another: address, repetition, role, throw-away. Says nothing about what only the database knows. */
export function judgeRows(rows: RawProspect[]): Judged[] {
  const seen = new Map<string, number>();
  return rows.map((raw, index) => {
    const row = index + 1;
    const read = readEmail(raw.email);
    const base = { row, raw, companyDomain: null, timeZone: null, checks: {} };
    if (!read.ok)
      return {
        ...base,
        verdict: 'refused',
        email: raw.email.slice(0, 300),
        code: raw.email === '' ? 'no-email' : 'bad-email',
        reason: raw.email === '' ? 'It has no e-mail.' : read.problem,
      };
    const { email } = read;
    const former = seen.get(email);
    if (former !== undefined)
      return { ...base, verdict: 'refused', email, code: 'duplicate', reason: `It repeats row ${former}.` };
    seen.set(email, row);
    const at = email.lastIndexOf('@');
    const local = email.slice(0, at).split('+')[0] ?? '';
    const domain = email.slice(at + 1);
    const isFree = FREE_MAIL.has(domain);
    const judged = {
      ...base,
      email,
      companyDomain: isFree ? null : domain,
      timeZone: zoneOf(raw, domain),
      checks: { syntax: 'good', kind: isFree ? 'personal' : 'company' },
    };
    if (domain.startsWith('['))
      return {
        ...judged,
        verdict: 'held',
        code: 'ip-address',
        reason: 'It names a machine instead of a domain.',
      };
    if (DISPOSABLE.has(domain))
      return {
        ...judged,
        verdict: 'held',
        code: 'disposable',
        reason: `${domain} hands out addresses that are thrown away.`,
      };
    if (ROLES.has(local.replace(/[._]/g, '')) || ROLES.has(local))
      return {
        ...judged,
        verdict: 'held',
        code: 'role',
        reason: `“${local}@” is read by nobody in particular.`,
      };
    return { ...judged, verdict: 'ready', code: null, reason: null };
  });
}

function zoneOf({ timeZone, country }: RawProspect, domain: string): string | null {
  if (timeZone && isZone(timeZone)) return timeZone;
  const named = country?.toLowerCase().replace(/[^\p{L}]/gu, '');
  return (named && ZONE_OF.get(named)) || (ZONE_OF.get(domain.slice(domain.lastIndexOf('.') + 1)) ?? null);
}

/** A list in one letter, with what speaks against it. */
export function gradeOf(judged: Pick<Judged, 'verdict' | 'code' | 'raw' | 'companyDomain'>[]): {
  grade: string;
  reasons: string[];
} {
  if (judged.length === 0) return { grade: 'F', reasons: ['Nobody is on it.'] };
  const share = (fits: (entry: (typeof judged)[number]) => boolean) =>
    judged.filter(fits).length / judged.length;
  const wrong = share(({ code }) => code === 'bad-email' || code === 'no-email' || code === 'disposable');
  const stopped = share(({ code }) => code === 'suppressed');
  const roles = share(({ code }) => code === 'role');
  const nameless = share(({ raw }) => !raw.firstName);
  const personal = share(({ companyDomain }) => companyDomain === null);
  const percent = (value: number) => `${Math.round(value * 100)} %`;
  const points = wrong * 6 + stopped * 4 + roles * 2 + nameless * 1 + personal * 1;
  const reasons = [
    wrong > 0 && `${percent(wrong)} have no usable address.`,
    stopped > 0 && `${percent(stopped)} asked not to be written to.`,
    roles > 0 && `${percent(roles)} are addresses of a role.`,
    nameless > 0.2 && `${percent(nameless)} have no first name.`,
    personal > 0.2 && `${percent(personal)} are private addresses.`,
  ].filter((reason) => reason !== false);
  const grade = points < 0.25 ? 'A' : points < 0.6 ? 'B' : points < 1.2 ? 'C' : points < 2.5 ? 'D' : 'E';
  return { grade, reasons: reasons.length > 0 ? reasons : ['Names, companies and addresses are complete.'] };
}
