import type { Context } from '#context';
import { newId } from '#kernel/database';
import { publish } from '#kernel/events';
import { Invalid } from '#kernel/http';
import type { KnownReader } from '#kernel/pages';
import { readings } from '#modules/creation';
import { trails } from '#modules/distribution';
import { capture } from '../leads/capture.ts';
import { askToConfirm } from '../leads/confirmations.ts';
import { record as recordConsent } from '../leads/consents.ts';
import { insertAnswers, type LeadRow, updateLead } from '../leads/queries.ts';
import { evaluate } from '../segments/rule.ts';
import { Rule } from '../segments/shapes.ts';
import { judgeAddress } from './address.ts';
import type { Approach } from './approach.ts';
import * as queries from './queries.ts';
import { wordsOf } from './service.ts';
import { Carried, type Question } from './shapes.ts';
import {
  begin,
  besideAnswers,
  type Entry,
  FASTEST_MS,
  getOpen,
  type Open,
  onlyAnswers,
  problemOf,
  type Visitor,
} from './submissions.ts';

export interface Passed {
  leadId: string;
  readingId: string;
  email: string;
}

const DAY_MS = 86_400_000;
/** How far back a click or a visit is tied to the person it turned out to be. */
const RECOGNISED_DAYS = 30;

/** The whole gate in one go. @throws Invalid, TooMany */
export async function pass(
  ctx: Context,
  at: Approach,
  entry: Entry & { answers: Record<string, string> },
  visitor: Visitor,
  device: KnownReader | null = null,
): Promise<Passed> {
  const id = await begin(ctx, at, entry, visitor);
  const open = await getOpen(ctx, at, id, { lock: true });
  const known = new Set(open.questions.map((question) => question.id));
  const strange = Object.keys(entry.answers).filter((name) => !known.has(name));
  if (strange.length > 0)
    throw new Invalid(
      strange.map((name) => ({ pointer: `/answers/${name}`, detail: 'This gate does not ask that.' })),
    );
  const answers = { ...open.submission.answers, ...entry.answers };
  return complete(ctx, at, { ...open, submission: { ...open.submission, answers } }, device);
}

/**
 * Lets somebody through: a lead with answers, consents, score to come and a reading of their own, and a mail that asks
 * whether the address is theirs. Says nothing about whether the address was known. Safe to repeat.
 * @throws Invalid when a required answer is missing
 */
export async function complete(
  ctx: Context,
  at: Approach,
  open: Open,
  device: KnownReader | null,
): Promise<Passed> {
  const { submission, questions } = open;
  const { email } = submission;
  if (!email) throw new Invalid([{ pointer: '/email', detail: 'Write an e-mail address.' }]);
  if (submission.state === 'completed' && submission.leadId && submission.readingId) {
    return { leadId: submission.leadId, readingId: submission.readingId, email };
  }
  const problems = questions.flatMap((question) => {
    const problem = problemOf(question, submission.answers[question.id] ?? '');
    return problem ? [{ pointer: `/answers/${question.id}`, detail: problem }] : [];
  });
  if (problems.length > 0) throw new Invalid(problems);

  const suspectReason = suspicionOf(submission, ctx.clock.now());
  const { lead, isNew } = await captureFrom(ctx, at, submission, email, suspectReason);
  const given = await keepAnswers(ctx, lead, open);
  const readingId = await beginReading(ctx, at, submission, lead, device);
  await queries.updateSubmission(ctx.db, ctx.workspace.id, submission.id, {
    state: 'completed',
    leadId: lead.id,
    readingId,
    answers: onlyAnswers(submission.answers),
    isSuspect: suspectReason !== null,
    suspectReason,
    submittedAt: ctx.clock.now(),
  });
  await updateLead(ctx.db, ctx.workspace.id, lead.id, {
    ...eligibilityOf(open),
    personalisation: {
      ...lead.personalisation,
      ...Object.fromEntries(given.map(({ question, label }) => [question.id, label])),
    },
    ...(!lead.readingId && { readingId }),
  });
  const newsletter = await recordConsents(ctx, at, open, lead.id);
  const { id: submissionId, clickId } = submission;
  const playbookId = at.playbook.id;
  if (isNew) await publish(ctx, 'lead.captured', { leadId: lead.id, submissionId, playbookId, clickId });
  else await publish(ctx, 'lead.updated', { leadId: lead.id });
  await publish(ctx, 'gate.passed', { submissionId, leadId: lead.id, playbookId, clickId });
  await askToConfirm(ctx, lead, {
    title: at.playbook.title,
    expertName: at.playbook.expertName,
    opens: at.opens,
    newsletter,
  });
  return { leadId: lead.id, readingId, email };
}

const captureFrom = (
  ctx: Context,
  at: Approach,
  submission: queries.SubmissionRow,
  email: string,
  suspectReason: string | null,
) =>
  capture(ctx, {
    email,
    emailTyped: String(besideAnswers(submission.answers).typed ?? email),
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

/** Keeps the answers as rows, with the question's words at the time. */
async function keepAnswers(ctx: Context, lead: LeadRow, { submission, questions }: Open) {
  const now = ctx.clock.now();
  const given = questions.flatMap((question) => {
    const value = submission.answers[question.id];
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
  return given;
}

/** Begins the reading with what was filled in before the gate, and ties what was seen before to the person. */
async function beginReading(
  ctx: Context,
  at: Approach,
  submission: queries.SubmissionRow,
  lead: LeadRow,
  device: KnownReader | null,
): Promise<string> {
  const carried = Carried.catch({ answers: {}, done: [] }).parse(
    besideAnswers(submission.answers).carried ?? {},
  );
  const { clickId, visitorHash } = submission;
  const readingId = await readings.begin(ctx, {
    playbookId: at.playbook.id,
    versionId: at.versionId,
    leadId: lead.id,
    clickId,
    visitorHash,
    answers: carried.answers,
    stepsDone: carried.done,
    device,
  });
  const since = new Date(ctx.clock.now().getTime() - RECOGNISED_DAYS * DAY_MS);
  await trails.recognise(
    ctx,
    { playbookId: at.playbook.id, clickId, visitorHash, since },
    { leadId: lead.id, readingId },
  );
  return readingId;
}

/** @returns whether the newsletter was asked for */
async function recordConsents(
  ctx: Context,
  at: Approach,
  { submission, revision, newsletter }: Open,
  leadId: string,
): Promise<boolean> {
  const shown = { leadId, submission, language: at.playbook.language };
  await recordConsent(ctx, {
    ...shown,
    purpose: 'gate',
    text: revision.consentText,
    version: revision.consentVersion,
  });
  if (!newsletter || revision.newsletterText === null) return false;
  await recordConsent(ctx, {
    ...shown,
    purpose: 'newsletter',
    text: revision.newsletterText,
    version: revision.newsletterVersion,
  });
  return true;
}

/** Why a machine may have filled it in; null when nothing speaks for it. */
function suspicionOf({ suspectReason, answers, startedAt }: queries.SubmissionRow, now: Date): string | null {
  const { shownAt } = besideAnswers(answers);
  if (suspectReason || typeof shownAt !== 'number') return suspectReason;
  const elapsedMs = now.getTime() - Math.min(shownAt, startedAt.getTime());
  return elapsedMs < FASTEST_MS ? `Filled in within ${(elapsedMs / 1000).toFixed(1)} s` : null;
}

const labelOf = ({ options }: Question, value: string): string =>
  options.find((option) => option.value === value)?.label ?? value;

/** Whether they may try the clone, by the gate's rule on the answers, with the reason in words. */
function eligibilityOf({
  submission,
  questions,
  revision,
}: Open): Pick<LeadRow, 'trialEligible' | 'trialEligibilityReason'> {
  const facts = Object.fromEntries(
    Object.entries(onlyAnswers(submission.answers)).map(([name, value]) => [`answer.${name}`, String(value)]),
  );
  const { holds, reasons, against } = evaluate(
    Rule.parse(revision.eligibilityRule),
    facts,
    wordsOf(questions),
  );
  const because = (holds ? reasons : against).join(', ');
  const verdict = holds ? 'May try the clone' : 'May not try the clone yet';
  return { trialEligible: holds, trialEligibilityReason: `${verdict}${because ? `: ${because}` : ''}.` };
}
