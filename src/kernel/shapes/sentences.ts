import { z } from 'zod';

type Issue = z.core.$ZodRawIssue;

/**
 * From now on a shape that refuses a value says what to do about it, in a sentence for people, wherever the shape itself
 * has no sentence of its own. Called once, when the server is built.
 */
export function speakPlainly(): void {
  z.config({ customError: sentenceOf });
}

const KINDS: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  bigint: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  set: 'a list',
  object: 'an object',
  record: 'an object',
  map: 'an object',
  date: 'a date',
  file: 'a file',
  null: 'null',
};

const FORMATS: Record<string, string> = {
  email: 'Write an e-mail address, as in name@example.com.',
  url: 'Write a whole web address, as in https://example.com/page.',
  uuid: 'This is not an id. Send it as you got it, as in 0197b3c0-0000-7000-8000-000000000000.',
  datetime: 'Write a moment with its zone, as in 2026-10-28T08:00:00Z.',
  date: 'Write a date, as in 2026-10-28.',
  time: 'Write a time, as in 08:30.',
  duration: 'Write a duration, as in P7D for seven days.',
  ipv4: 'Write an IP address, as in 192.0.2.1.',
  ipv6: 'Write an IP address, as in 2001:db8::1.',
  base64: 'Send it encoded as base64.',
  base64url: 'Send it encoded as base64url.',
  json_string: 'Send it as JSON.',
};

/** The sentence for what a shape has against a value. It names the fix, never the inside of the program. */
function sentenceOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return aboutType(issue.expected, issue.input);
    case 'invalid_value':
      return choose(issue.values);
    case 'too_small':
      return aboutSize(issue.origin, Number(issue.minimum), issue, 'least');
    case 'too_big':
      return aboutSize(issue.origin, Number(issue.maximum), issue, 'most');
    case 'invalid_format':
      return aboutFormat(issue);
    case 'not_multiple_of':
      return issue.divisor === 1 ? 'Use a whole number.' : `Use a multiple of ${issue.divisor}.`;
    case 'unrecognized_keys':
      return `Remove ${list(issue.keys, 'and')}: nothing is known by that name here.`;
    case 'invalid_union':
      return aboutUnion(issue);
    case 'invalid_key':
      return `A name in this ${issue.origin === 'map' ? 'map' : 'object'} cannot be used. ${spoken(issue.issues)}`.trim();
    case 'invalid_element':
      return `Something in this list cannot be used. ${spoken(issue.issues)}`.trim();
    default:
      return 'This cannot be used here. Look at it again.';
  }
}

function aboutType(expected: string, input: unknown): string {
  if (expected === 'never') return 'Leave this out.';
  const wanted = KINDS[expected] ?? 'another kind of value';
  if (input === undefined) return `This is missing. Send ${wanted}.`;
  const given = kindOf(input);
  const saysNothing =
    given === undefined || given === wanted || (expected === 'int' && given === KINDS.number);
  return saysNothing ? `Send ${wanted}.` : `Send ${wanted}, not ${given}.`;
}

// Of what came from an address NaN and the like only say that it was no number.
function kindOf(input: unknown): string | undefined {
  if (input === null) return 'null';
  if (Array.isArray(input)) return KINDS.array;
  if (input instanceof Date || (typeof input === 'number' && !Number.isFinite(input))) return undefined;
  return KINDS[typeof input];
}

function choose(values: readonly unknown[]): string {
  const [only] = values;
  if (values.length === 1) return `This can only be ${quoted(only)}.`;
  return `Choose ${list(values, 'or')}.`;
}

interface Bound {
  inclusive?: boolean | undefined;
  exact?: boolean | undefined;
}

function aboutSize(
  origin: string,
  bound: number,
  { inclusive, exact }: Bound,
  side: 'least' | 'most',
): string {
  const atLeast = side === 'least';
  if (origin === 'string') {
    if (exact) return `Write exactly ${count(bound, 'character')}.`;
    if (atLeast) return bound <= 1 ? 'Write something here.' : `Write at least ${count(bound, 'character')}.`;
    return `Keep it within ${count(bound, 'character')}.`;
  }
  if (origin === 'array' || origin === 'set' || origin === 'map') {
    if (exact) return `Send exactly ${bound}.`;
    return atLeast ? `Send at least ${bound === 1 ? 'one' : bound}.` : `Send ${bound} at most.`;
  }
  if (origin === 'file') return `Send a file of ${count(bound, 'byte')} ${atLeast ? 'or more' : 'at most'}.`;
  if (origin === 'date') {
    const day = new Date(bound).toISOString();
    return atLeast ? `Use a moment from ${day} on.` : `Use a moment until ${day}.`;
  }
  if (exact) return `Use ${bound}.`;
  if (atLeast) return inclusive ? `Use ${bound} or more.` : `Use more than ${bound}.`;
  return inclusive ? `Use ${bound} or less.` : `Use less than ${bound}.`;
}

function aboutFormat(issue: Extract<Issue, { code: 'invalid_format' }>): string {
  const { prefix, suffix, includes } = issue as { prefix?: string; suffix?: string; includes?: string };
  if (issue.format === 'starts_with') return `Begin it with ${quoted(prefix)}.`;
  if (issue.format === 'ends_with') return `End it with ${quoted(suffix)}.`;
  if (issue.format === 'includes') return `It has to hold ${quoted(includes)}.`;
  return FORMATS[issue.format] ?? 'This is not written in the form that is expected here.';
}

function aboutUnion(issue: Extract<Issue, { code: 'invalid_union' }>): string {
  const { options } = issue as { options?: readonly unknown[] };
  if (options && options.length > 0) return choose(options);
  const sentences = new Set(issue.errors?.map((branch) => spoken(branch)).filter(Boolean));
  if (sentences.size > 0 && sentences.size <= 3) return [...sentences].join(' Or: ');
  return 'This has none of the forms that are accepted here.';
}

const spoken = (issues: readonly { message?: string | undefined }[] = []): string =>
  issues
    .map(({ message }) => message ?? '')
    .join(' ')
    .trim();

const count = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`;

const quoted = (value: unknown) => (typeof value === 'string' ? `“${value}”` : String(value));

function list(values: readonly unknown[], word: 'and' | 'or'): string {
  const said = values.map(quoted);
  const last = said.pop() ?? '';
  return said.length > 0 ? `${said.join(', ')} ${word} ${last}` : last;
}
