import type { Context } from '#context';
import { newId } from '#kernel/database';
import { publish } from '#kernel/events';
import { Invalid, NotFound, TooMany } from '#kernel/http';
import { readings } from '#modules/creation';
import { trails } from '#modules/distribution';
import { capture } from '../leads/capture.ts';
import { askToConfirm } from '../leads/confirmations.ts';
import { record as recordConsent } from '../leads/consents.ts';
import { insertAnswers, updateLead } from '../leads/queries.ts';
import { evaluate } from '../segments/rule.ts';
import { Rule } from '../segments/shapes.ts';
import { judgeAddress } from './address.ts';
import type { Approach } from './approach.ts';
import * as queries from './queries.ts';
import { wordsOf } from './service.ts';
import { Carried, type Question, Questions } from './shapes.ts';

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

interface Entry {
  /** Normalised. */
  email: string;
  typed: string;
  newsletter: boolean;
  carried: Carried;
  /** When the form was shown, in milliseconds; unknown where a script filled it in. */
  shownAt?: number | undefined;
}

/** Whom the signed cookie of this device names. */
export interface Device {
  leadId: string;
  readingId: string | null;
}

export interface Passed {
  leadId: string;
  readingId: string;
  email: string;
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
  [CARRIED]: carried,
  [TYPED]: typed,
  ...(shownAt !== undefined && { [SHOWN_AT]: shownAt }),
});

/** Somebody who is half way through a gate. */
export interface Open {
  submission: queries.SubmissionRow;
  questions: Question[];
  /** From 1; one more than there are questions when all are answered. */
  next: number;
  newsletter: boolean;
  consentText: string;
  newsletterText: string | null;
}

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
  // They answer what they were shown, whatever was published meanwhile.
  const revision = await queries.findRevision(ctx.db, ctx.workspace.id, submission.gateRevisionId);
  const { questions, consentText, newsletterText } = revision ?? at.revision;
  const asked = Questions.parse(questions);
  const open = asked.findIndex((question) => !isAnswered(question, submission.answers));
  return {
    submission,
    questions: asked,
    next: (open < 0 ? asked.length : open) + 1,
    newsletter: submission.answers[NEWSLETTER] === true,
    consentText,
    newsletterText,
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
    answers: { ...submission.answers, [questionId]: value.trim() },
  });
  return null;
}

/** What is wrong with an answer, in words for the person; null when nothing is. */
function problemOf(question: Question, value: unknown): string | null {
  if (typeof value !== 'string' || value.trim() === '')
    return question.isRequired ? (question.kind === 'choice' ? 'Choose one.' : 'Write a word or two.') : null;
  if (question.kind === 'choice')
    return question.options.some((option) => option.value === value)
      ? null
      : 'Choose one of the answers that are offered.';
  if (value.includes('\u0000')) return 'Remove the NUL character.';
  return value.length > 2_000 ? 'Keep it within 2000 characters.' : null;
}

/**
 * Lets somebody through: a lead with answers, consents, score to come and a reading of their own, and a mail that asks
 * whether the address is theirs. Says nothing about whether the address was known. Safe to repeat.
 * @throws Invalid when a required answer is missing
 */
export async function complete(
  ctx: Context,
  at: Approach,
  { submission, questions, consentText, newsletterText }: Open,
  device: Device | null,
): Promise<Passed> {
  const { email, answers } = submission;
  if (!email) throw new Invalid([{ pointer: '/email', detail: 'Write an e-mail address.' }]);
  if (submission.state === 'completed' && submission.leadId && submission.readingId) {
    return { leadId: submission.leadId, readingId: submission.readingId, email };
  }
  const problems = questions.flatMap((question) => {
    const problem = problemOf(question, answers[question.id] ?? '');
    return problem ? [{ pointer: `/answers/${question.id}`, detail: problem }] : [];
  });
  if (problems.length > 0) throw new Invalid(problems);
  const now = ctx.clock.now();
  const suspectReason = suspicionOf(submission, now);
  const { lead, isNew } = await capture(ctx, {
    email,
    emailTyped: String(answers[TYPED] ?? email),
    companyDomain: judgeAddress(email).companyDomain,
    source: 'gate',
    clickId: submission.clickId,
    referrer: submission.referrer,
    playbookId: at.playbook.id,
    versionId: submission.versionId,
    gateId: at.gateId,
    stepPosition: submission.stepPosition,
    purpose: at.playbook.purpose,
    language: at.playbook.language,
    suspectReason,
  });
  const given = questions.flatMap((question) => {
    const value = answers[question.id];
    return typeof value === 'string' && value !== ''
      ? [{ question, value, label: labelOf(question, value) }]
      : [];
  });
  await insertAnswers(
    ctx.db,
    ctx.workspace.id,
    given.map(({ question, value, label }) => ({
      id: newId(),
      leadId: lead.id,
      submissionId: submission.id,
      gateRevisionId: submission.gateRevisionId,
      questionId: question.id,
      questionVersion: question.version,
      questionText: question.text,
      answerValue: value,
      answerLabel: label,
      answeredAt: now,
      createdAt: now,
    })),
  );
  const carried = Carried.catch({ answers: {}, done: [] }).parse(answers[CARRIED] ?? {});
  const readingId = await readings.begin(ctx, {
    playbookId: at.playbook.id,
    versionId: at.versionId,
    leadId: lead.id,
    clickId: submission.clickId,
    visitorHash: submission.visitorHash,
    answers: carried.answers,
    stepsDone: carried.done,
    continuing: device?.leadId === lead.id ? device.readingId : null,
  });
  const kept = Object.fromEntries(Object.entries(answers).filter(([name]) => !name.startsWith('$')));
  await queries.updateSubmission(ctx.db, ctx.workspace.id, submission.id, {
    state: 'completed',
    leadId: lead.id,
    readingId,
    answers: kept,
    isSuspect: suspectReason !== null,
    suspectReason,
    submittedAt: now,
  });
  await trails.recognise(
    ctx,
    {
      playbookId: at.playbook.id,
      clickId: submission.clickId,
      visitorHash: submission.visitorHash,
      since: new Date(now.getTime() - 30 * 86_400_000),
    },
    { leadId: lead.id, readingId },
  );
  const eligibility = eligibilityOf(at, questions, kept);
  await updateLead(ctx.db, ctx.workspace.id, lead.id, {
    trialEligible: eligibility.holds,
    trialEligibilityReason: eligibility.sentence,
    personalisation: {
      ...lead.personalisation,
      ...Object.fromEntries(given.map(({ question, label }) => [question.id, label])),
    },
    ...(!lead.readingId && { readingId }),
  });
  const wantsNewsletter = answers[NEWSLETTER] === true && newsletterText !== null;
  const shown = { leadId: lead.id, submission, language: at.playbook.language };
  await recordConsent(ctx, {
    ...shown,
    purpose: 'gate',
    text: consentText,
    version: at.revision.consentVersion,
  });
  if (wantsNewsletter)
    await recordConsent(ctx, {
      ...shown,
      purpose: 'newsletter',
      text: newsletterText,
      version: at.revision.newsletterVersion,
    });
  if (isNew)
    await publish(ctx, 'lead.captured', {
      leadId: lead.id,
      submissionId: submission.id,
      playbookId: at.playbook.id,
      clickId: submission.clickId,
    });
  else await publish(ctx, 'lead.updated', { leadId: lead.id });
  await publish(ctx, 'gate.passed', {
    submissionId: submission.id,
    leadId: lead.id,
    playbookId: at.playbook.id,
    clickId: submission.clickId,
  });
  await askToConfirm(ctx, lead, {
    title: at.playbook.title,
    expertName: at.playbook.expertName,
    opens: at.opens,
    newsletter: wantsNewsletter,
  });
  return { leadId: lead.id, readingId, email };
}

/** The whole gate in one go. @throws Invalid, TooMany */
export async function pass(
  ctx: Context,
  at: Approach,
  entry: Entry & { answers: Record<string, string> },
  visitor: Visitor,
  device: Device | null = null,
): Promise<Passed> {
  const id = await begin(ctx, at, entry, visitor);
  const open = await getOpen(ctx, at, id, { lock: true });
  const known = new Set(open.questions.map(({ id }) => id));
  const strange = Object.keys(entry.answers).filter((name) => !known.has(name));
  if (strange.length > 0)
    throw new Invalid(
      strange.map((name) => ({ pointer: `/answers/${name}`, detail: 'This gate does not ask that.' })),
    );
  const answers = { ...open.submission.answers, ...entry.answers };
  await queries.updateSubmission(ctx.db, ctx.workspace.id, id, { answers });
  return complete(ctx, at, { ...open, submission: { ...open.submission, answers } }, device);
}

/** Why a machine may have filled it in; null when nothing speaks for it. */
function suspicionOf({ suspectReason, answers, startedAt }: queries.SubmissionRow, now: Date): string | null {
  const shownAt = answers[SHOWN_AT];
  if (suspectReason || typeof shownAt !== 'number') return suspectReason;
  const elapsedMs = now.getTime() - Math.min(shownAt, startedAt.getTime());
  return elapsedMs < FASTEST_MS ? `Filled in within ${(elapsedMs / 1000).toFixed(1)} s` : null;
}

const labelOf = ({ options }: Question, value: string): string =>
  options.find((option) => option.value === value)?.label ?? value;

function eligibilityOf(
  at: Approach,
  questions: Question[],
  answers: Record<string, unknown>,
): { holds: boolean; sentence: string } {
  const rule = Rule.parse(at.revision.eligibilityRule);
  const facts = Object.fromEntries(
    Object.entries(answers).map(([name, value]) => [`answer.${name}`, String(value)]),
  );
  const { holds, reasons, against } = evaluate(rule, facts, wordsOf(questions));
  const because = (holds ? reasons : against).join(', ');
  return {
    holds,
    sentence: `${holds ? 'May try the clone' : 'May not try the clone yet'}${because ? `: ${because}` : ''}.`,
  };
}
