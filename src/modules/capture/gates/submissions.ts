import type { Context } from '#context';
import { newId } from '#kernel/database';
import { NotFound, TooMany } from '#kernel/http';
import { judgeAddress } from './address.ts';
import type { Approach } from './approach.ts';
import * as queries from './queries.ts';
import { type Carried, type Question, Questions } from './shapes.ts';

/** What a request shows of whoever fills in the gate; nothing of it names them. */
export interface Visitor {
  ipHash: string | null;
  visitorHash: string | null;
  userAgent: string | null;
  pageUrl: string;
  referrer: string | null;
  clickId: string | null;
  /** Why a machine may sit there; null when nothing speaks for it. */
  suspectReason: string | null;
}

export interface Entry {
  /** Normalised. */
  email: string;
  typed: string;
  newsletter: boolean;
  carried: Carried;
  /** When the form was shown, in milliseconds; unknown where a script filled it in. */
  shownAt?: number | undefined;
}

// An office behind one address fills in a few; a script fills in hundreds.
const MOST_STARTS = 30;
const WINDOW_MS = 10 * 60_000;
/** People need longer than this to read and answer a gate. */
export const FASTEST_MS = 2_000;
/** Beside the answers until the gate is passed, under names no question can have. */
const NEWSLETTER = '$newsletter';
const CARRIED = '$carried';
const TYPED = '$typed';
const SHOWN_AT = '$shownAt';

/** What travels beside the answers while the form is open. */
export function besideAnswers(answers: Record<string, unknown>): {
  newsletter: boolean;
  carried: unknown;
  typed: unknown;
  shownAt: unknown;
} {
  return {
    newsletter: answers[NEWSLETTER] === true,
    carried: answers[CARRIED],
    typed: answers[TYPED],
    shownAt: answers[SHOWN_AT],
  };
}

/** The answers alone, as they are kept for good. */
export const onlyAnswers = (answers: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => !name.startsWith('$')));

/** Takes the address and begins a submission; the questions follow. @throws TooMany */
export async function begin(ctx: Context, at: Approach, entry: Entry, visitor: Visitor): Promise<string> {
  const now = ctx.clock.now();
  if (visitor.ipHash) {
    const recent = await queries.countRecent(
      ctx.db,
      ctx.workspace.id,
      at.playbook.id,
      visitor.ipHash,
      new Date(now.getTime() - WINDOW_MS),
    );
    if (recent >= MOST_STARTS)
      throw new TooMany(
        'This gate was filled in from here very often just now. Try again in ten minutes.',
        WINDOW_MS / 1000,
      );
  }
  const id = newId();
  const { suspectReason, pageUrl, ...seen } = visitor;
  const reason = suspectReason ?? judgeAddress(entry.email).doubt;
  await queries.insertSubmission(ctx.db, ctx.workspace.id, {
    id,
    gateId: at.gateId,
    gateRevisionId: at.revision.id,
    playbookId: at.playbook.id,
    versionId: at.versionId,
    stepPosition: at.position,
    email: entry.email,
    answers: keptEntry(entry),
    ...seen,
    pageUrl,
    isSuspect: reason !== null,
    suspectReason: reason,
    startedAt: now,
    createdAt: now,
  });
  return id;
}

const keptEntry = ({ newsletter, carried, typed, shownAt }: Entry) => ({
  [NEWSLETTER]: newsletter,
  [CARRIED]: storable(carried),
  [TYPED]: typed,
  ...(shownAt !== undefined && { [SHOWN_AT]: shownAt }),
});

/** PostgreSQL keeps neither NUL nor half a character, and a stray one must not cost anybody their way through. */
function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\u0000', '').toWellFormed();
  if (Array.isArray(value)) return value.map(storable);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [storable(name), storable(inner)]));
}

/** Somebody who is half way through a gate. */
export interface Open {
  submission: queries.SubmissionRow;
  questions: Question[];
  /** From 1; one more than there are questions when all are answered. */
  next: number;
  newsletter: boolean;
  /** The words they were shown, whatever was published meanwhile. */
  revision: queries.RevisionRow;
}

/** Whether the form was completed so long ago that nobody is still sending it a second time. */
export const isLongDone = ({ submission: { state, submittedAt } }: Open, now: Date): boolean =>
  state === 'completed' && submittedAt !== null && now.getTime() - submittedAt.getTime() > WINDOW_MS;

/** @throws NotFound when there is no such submission at this gate */
export async function getOpen(
  ctx: Context,
  at: Approach,
  id: string,
  options: { lock?: boolean } = {},
): Promise<Open> {
  const submission = await queries.findSubmission(ctx.db, ctx.workspace.id, id, options);
  if (!submission || submission.gateId !== at.gateId)
    throw new NotFound('This form is not known any more. Begin again at the gate.');
  const revision =
    (await queries.findRevision(ctx.db, ctx.workspace.id, submission.gateRevisionId)) ?? at.revision;
  const questions = Questions.parse(revision.questions);
  const open = questions.findIndex((question) => !isAnswered(question, submission.answers));
  return {
    submission,
    questions,
    next: (open < 0 ? questions.length : open) + 1,
    newsletter: besideAnswers(submission.answers).newsletter,
    revision,
  };
}

const isAnswered = (question: Question, answers: Record<string, unknown>): boolean =>
  typeof answers[question.id] === 'string' && (answers[question.id] !== '' || !question.isRequired);

/** Corrects the address of a form that is still open. */
export async function correct(
  ctx: Context,
  { submission }: Open,
  { email, typed, newsletter }: Omit<Entry, 'carried'>,
): Promise<void> {
  if (submission.state === 'completed') return;
  const doubt = judgeAddress(email).doubt;
  await queries.updateSubmission(ctx.db, ctx.workspace.id, submission.id, {
    email,
    answers: { ...submission.answers, [NEWSLETTER]: newsletter, [TYPED]: typed },
    ...(doubt && { isSuspect: true, suspectReason: doubt }),
  });
}

/** Keeps one answer. @returns what is wrong with it, in words for the person; null when it is kept */
export async function answer(
  ctx: Context,
  { submission, questions }: Open,
  questionId: string,
  value: string,
): Promise<string | null> {
  if (submission.state === 'completed') return null;
  const question = questions.find(({ id }) => id === questionId);
  const problem = question ? problemOf(question, value) : 'This gate does not ask that.';
  if (problem) return problem;
  await queries.updateSubmission(ctx.db, ctx.workspace.id, submission.id, {
    answers: { ...submission.answers, [questionId]: value.trim().toWellFormed() },
  });
  return null;
}

/** What is wrong with an answer, in words for the person; null when nothing is. */
export function problemOf(question: Question, value: unknown): string | null {
  if (typeof value !== 'string' || value.trim() === '')
    return question.isRequired ? (question.kind === 'choice' ? 'Choose one.' : 'Write a word or two.') : null;
  if (question.kind === 'choice')
    return question.options.some((option) => option.value === value)
      ? null
      : 'Choose one of the answers that are offered.';
  if (value.includes('\u0000')) return 'Remove the NUL character.';
  return value.length > 2_000 ? 'Keep it within 2000 characters.' : null;
}
