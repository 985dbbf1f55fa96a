import type { PersonFacts } from '../segments/rule.ts';
import type { AnswerRow, LeadRow } from './queries.ts';

const DAY_MS = 86_400_000;

/** Whole days since a person last did something here. */
export const quietDaysOf = (lead: Pick<LeadRow, 'lastActivityAt' | 'capturedAt'>, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - (lead.lastActivityAt ?? lead.capturedAt).getTime()) / DAY_MS));

/** The newest answer to each question. */
export function newestAnswers<Row extends Pick<AnswerRow, 'questionId' | 'answeredAt'>>(
  answers: Row[],
): Row[] {
  const newest = new Map<string, Row>();
  for (const answer of answers) {
    const known = newest.get(answer.questionId);
    if (!known || known.answeredAt < answer.answeredAt) newest.set(answer.questionId, answer);
  }
  return [...newest.values()];
}

/** What rules may ask about one person. */
export function factsOf(
  lead: LeadRow,
  answers: Pick<AnswerRow, 'questionId' | 'answerValue' | 'answeredAt'>[],
  newsletter: boolean,
  now: Date,
): PersonFacts {
  return {
    email: lead.email,
    company: lead.company,
    companyDomain: lead.companyDomain,
    jobTitle: lead.jobTitle,
    country: lead.country,
    language: lead.language,
    stage: lead.stage,
    status: lead.status,
    priority: lead.priority,
    source: lead.source,
    utmSource: lead.utmSource,
    utmMedium: lead.utmMedium,
    utmCampaign: lead.utmCampaign,
    playbookId: lead.playbookId,
    grade: lead.grade,
    fitScore: lead.fitScore,
    engagementScore: lead.engagementScore,
    isConfirmed: lead.confirmedAt !== null,
    newsletter,
    trialEligible: lead.trialEligible,
    quietDays: quietDaysOf(lead, now),
    ...Object.fromEntries(
      newestAnswers(answers).map(({ questionId, answerValue }) => [`answer.${questionId}`, answerValue]),
    ),
  };
}
