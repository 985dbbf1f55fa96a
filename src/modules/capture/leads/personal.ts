import type { Context } from '#context';
import { newestAnswers } from './facts.ts';
import * as queries from './queries.ts';

/** One thing somebody said at a gate, in their words. */
export interface PersonalAnswer {
  id: string;
  questionId: string;
  question: string;
  /** What they chose or typed, as they saw it. */
  answer: string;
  value: string;
  answeredAt: Date;
}

/** The newest answer of a person to each question. */
export async function answersOf(ctx: Context, leadId: string): Promise<PersonalAnswer[]> {
  const rows = newestAnswers(await queries.listAnswers(ctx.db, ctx.workspace.id, leadId));
  return rows.map(({ id, questionId, questionText, answerValue, answerLabel, answeredAt }) => ({
    id,
    questionId,
    question: questionText,
    answer: answerLabel ?? answerValue,
    value: answerValue,
    answeredAt,
  }));
}

/**
 * Whether a person may be sent something made from what they told us. The first of the purposes that they ever said
 * anything about decides: a yes that was not taken back, from an address that they showed to be theirs.
 * @param purposes the most specific first
 */
export async function permissionOf(
  ctx: Context,
  leadId: string,
  purposes: queries.ConsentRow['purpose'][],
): Promise<'given' | 'unconfirmed' | 'withdrawn' | 'none'> {
  const lead = await queries.findLead(ctx.db, ctx.workspace.id, leadId);
  // Newest first, so the first of a purpose holds.
  const rows = await queries.listConsents(ctx.db, ctx.workspace.id, leadId);
  const holding = purposes.flatMap((purpose) => rows.find((row) => row.purpose === purpose) ?? [])[0];
  if (!lead || !holding) return 'none';
  if (holding.state === 'withdrawn') return 'withdrawn';
  return lead.confirmedAt ? 'given' : 'unconfirmed';
}
