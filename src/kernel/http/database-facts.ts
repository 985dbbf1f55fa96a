import { BadRequest, Fact, NotFound, Unavailable } from './facts.ts';

/** Why PostgreSQL cannot be used just now: connection failures and shutdowns. */
const AWAY = new Set([
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08001',
  '08003',
  '08006',
  '53300',
  'ECONNREFUSED',
  'ENOENT',
  'ECONNRESET',
  'EPIPE',
]);
/** Values PostgreSQL refuses to read: bad input that slipped past the shapes. */
const UNREADABLE = new Set(['22P02', '22021', '22P05', '22003', '22007', '22008', '22001']);
/** A deadlock, a serialization failure, a lock that was not given: the same work succeeds a moment later. */
const COLLIDED = new Set(['40P01', '40001', '55P03']);
const TOO_LONG_A_CAUSE = 4;

class AlreadyThere extends Fact {
  override readonly status = 409;
  override readonly title = 'That exists already';
}

class StillInUse extends Fact {
  override readonly status = 409;
  override readonly title = 'Something else still needs it';
}

class OutOfRange extends Fact {
  override readonly status = 422;
  override readonly title = 'Some fields need another look';
}

class Collided extends Fact {
  override readonly status = 503;
  override readonly title = 'Somebody else was quicker';
  override readonly headers = { 'retry-after': '1' };
}

/** What PostgreSQL said, as a fact with its status; null when that was neither about the input nor about its state. */
export function databaseFact(error: unknown): Fact | null {
  const code = codeOf(error);
  if (!code) return null;
  if (isAway(error, code))
    return new Unavailable(
      'We cannot reach our own database. Nothing you sent was half saved. Try again in a few seconds.',
    );
  if (COLLIDED.has(code))
    return new Collided(
      'Two requests changed the same thing at the same moment, and this one gave way. Nothing was saved; send it again.',
    );
  if (UNREADABLE.has(code))
    return new BadRequest(
      'A value in the request cannot be stored. Remove unusual characters and try again.',
    );
  if (code === '23505' || code === '23P01')
    return new AlreadyThere('Something with the same unique value exists already.');
  if (isStillReferenced(error, code))
    return new StillInUse('Something else still refers to it. Remove that first, or archive it instead.');
  if (code === '23503') return new NotFound('Something that the request refers to does not exist.');
  if (code === '23514' || code === '23502')
    return new OutOfRange(
      'A value lies outside what is allowed here. Look at the numbers, dates and choices you sent.',
    );
  return null;
}

/** Whether the same work would succeed when done again: its transaction lost against another. */
export function hasCollided(error: unknown): boolean {
  return COLLIDED.has(codeOf(error) ?? '');
}

/** Errors that the shapes should have kept from the database: whoever looks after the program wants to know. */
export function slippedPast(error: unknown): boolean {
  return /^(22|23)/.test(codeOf(error) ?? '');
}

// PostgreSQL 18 says 23001 where 17 says 23503; the audit log's own refusal has the code and no constraint.
function isStillReferenced(error: unknown, code: string): boolean {
  return causesOf(error).some(({ detail, constraint }) =>
    code === '23001'
      ? constraint !== undefined
      : code === '23503' && String(detail).includes('still referenced'),
  );
}

interface Said extends Error {
  code?: unknown;
  syscall?: unknown;
  detail?: unknown;
  constraint?: unknown;
}

// Drizzle wraps what PostgreSQL said, so it may stand on the cause.
function causesOf(error: unknown): Said[] {
  const causes: Said[] = [];
  let current = error;
  while (current instanceof Error && causes.length < TOO_LONG_A_CAUSE) {
    causes.push(current);
    current = current.cause;
  }
  return causes;
}

function codeOf(error: unknown): string | undefined {
  for (const { code, message } of causesOf(error)) {
    if (typeof code === 'string' && !code.startsWith('FST_')) return code;
    if (
      /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Connection ended/i.test(
        message,
      )
    )
      return '08006';
  }
  return undefined;
}

// A missing file is also ENOENT: only a failed connect means that the database is away.
function isAway(error: unknown, code: string): boolean {
  if (!AWAY.has(code)) return false;
  return (
    code !== 'ENOENT' ||
    JSON.stringify(error, ['syscall', 'cause', 'code']).includes('connect') ||
    causesOf(error).some(({ syscall }) => syscall === 'connect')
  );
}
