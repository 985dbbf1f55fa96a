import { z } from 'zod';

// RFC 5321 4.5.3.1: 64 octets before the @; a path is 256 with its angle brackets.
const LOCAL_OCTETS = 64;
const DOMAIN_OCTETS = 253;
const ADDRESS_OCTETS = 254;

const ATOM = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~\u00a1-\u{10ffff}-]+$/u;
const QUOTED = /^"(?:[ !#-[\]-~]|\\[ -~])*"$/;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
// Characters a URL parser would take for something else than a name, or that only look like one.
const IDN_LABEL = /^[\p{L}\p{M}\p{N}-]+$/u;
// Invisible, directional, private and unassigned characters: nobody has them in an address on purpose.
const DECEPTIVE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Z}]/u;

const octets = (value: string) => new TextEncoder().encode(value).length;

/** Why a text is no address to send to, as a sentence for the person who typed it. */
export type EmailProblem = string;

type Read = { ok: true; email: string } | { ok: false; problem: EmailProblem };
const no = (problem: EmailProblem): Read => ({ ok: false, problem });

/**
 * Reads what a person typed as an address and gives its one normal form: trimmed, lower case, the domain in ASCII.
 * Follows RFC 5321 with RFC 6531 (letters of any script before the @). Comments, obsolete forms and domains without a
 * dot, which no public mail system has, are refused.
 */
export function readEmail(typed: string): Read {
  // Not line ends: an address that brings its own line is no slip of the hand.
  const given = typed.replace(/^[ \t\u00a0]+|[ \t\u00a0]+$/g, '').normalize('NFC');
  if (given === '') return no('Write an e-mail address.');
  const at = given.lastIndexOf('@');
  if (at < 0) return no('An e-mail address needs an @, as in name@example.com.');
  const local = readLocal(given.slice(0, at));
  if (!local) return no('The part before the @ has something that no address has there.');
  if (octets(local) > LOCAL_OCTETS)
    return no(`The part before the @ is longer than ${LOCAL_OCTETS} characters.`);
  const domain = readDomain(given.slice(at + 1));
  if (!domain.ok) return domain;
  const email = `${local}@${domain.email}`;
  if (octets(email) > ADDRESS_OCTETS) return no(`The address is longer than ${ADDRESS_OCTETS} characters.`);
  return { ok: true, email };
}

function readLocal(text: string): string | null {
  if (text.startsWith('"')) {
    if (!QUOTED.test(text)) return null;
    const inside = text.slice(1, -1).replace(/\\(.)/g, '$1').toLowerCase();
    // Quotes that are not needed do not make another mailbox.
    return isDotAtom(inside) ? inside : `"${inside.replace(/["\\]/g, '\\$&')}"`;
  }
  return isDotAtom(text) ? text.toLowerCase() : null;
}

const isDotAtom = (text: string) => text.split('.').every((atom) => ATOM.test(atom) && !DECEPTIVE.test(atom));

function readDomain(text: string): Read {
  if (text === '') return no('Write what comes after the @, as in name@example.com.');
  if (text.startsWith('[')) return readLiteral(text);
  const ascii = toAscii(text);
  if (!ascii?.split('.').every((label) => LABEL.test(label)) || ascii.length > DOMAIN_OCTETS) {
    return no('The part after the @ is not the name of a domain.');
  }
  if (!ascii.includes('.')) return no(`"${text.slice(0, 60)}" lacks its ending, as in example.com.`);
  return { ok: true, email: ascii };
}

function toAscii(text: string): string | null {
  const dotted = text.replace(/[\u3002\uff0e\uff61]/g, '.');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range means "ASCII"
  if (/^[\u0000-\u007f]*$/.test(dotted)) return dotted.toLowerCase();
  if (!dotted.split('.').every((label) => IDN_LABEL.test(label))) return null;
  const url = `http://${dotted}`;
  return URL.canParse(url) ? new URL(url).hostname : null;
}

// [192.0.2.1] and [IPv6:2001:db8::1], as RFC 5321 4.1.3 writes them: "::" stands for two groups at least.
function readLiteral(text: string): Read {
  const wrong = no('The address in brackets is not an IP address.');
  const inside = /^\[([^[\]]+)\]$/.exec(text)?.[1]?.toLowerCase();
  if (!inside) return wrong;
  if (!inside.startsWith('ipv6:'))
    return z.ipv4().safeParse(inside).success ? { ok: true, email: `[${inside}]` } : wrong;
  const address = inside.slice(5);
  if (!z.ipv6().safeParse(address).success) return wrong;
  const groups = address
    .split(':')
    .reduce((sum, group) => sum + (group === '' ? 0 : group.includes('.') ? 2 : 1), 0);
  return address.includes('::') && groups > 6 ? wrong : { ok: true, email: `[IPv6:${address}]` };
}

/** @returns the one form in which an address is kept and compared, or null when it is none */
export function normaliseEmail(typed: string): string | null {
  const read = readEmail(typed);
  return read.ok ? read.email : null;
}

/** An e-mail address as somebody typed it; comes out in its normal form. */
export const EmailAddress = z
  .string()
  .max(1000, 'That is too long for an e-mail address.')
  .superRefine((typed, check) => {
    const read = readEmail(typed);
    if (!read.ok) check.addIssue({ code: 'custom', message: read.problem });
  })
  .overwrite((typed) => normaliseEmail(typed) ?? typed)
  .describe('e-mail address; kept in lower case, its domain in ASCII');
