import type { Context } from '#context';
import { newId } from '#kernel/database';
import { publish } from '#kernel/events';
import { readings } from '#modules/creation';
import { trails } from '#modules/distribution';
import { listPassedOf } from '../gates/queries.ts';
import { Questions } from '../gates/shapes.ts';
import { newestAnswers } from '../leads/facts.ts';
import * as leads from '../leads/queries.ts';
import * as segments from '../segments/service.ts';
import { likelihoodOf } from './likelihood.ts';
import * as queries from './queries.ts';
import { type Behaviour, engagementOf, fitOf, gradeOf, type Score } from './score.ts';

/** Works out what a person is worth a look for: scores with their reasons, likelihood, segments. Safe to repeat. */
export async function appraise(ctx: Context, leadId: string): Promise<void> {
  const lead = await leads.lockLead(ctx.db, ctx.workspace.id, leadId);
  if (!lead) return;
  const now = ctx.clock.now();
  const answers = newestAnswers(await leads.listAnswers(ctx.db, ctx.workspace.id, leadId));
  const questions = await queries.listQuestions(ctx.db, ctx.workspace.id, [
    ...new Set(answers.flatMap(({ gateRevisionId }) => gateRevisionId ?? [])),
  ]);
  const fit = fitOf(
    {
      answers: answers.map(({ questionId, answerValue, answerLabel, answeredAt, gateRevisionId }) => ({
        questionId,
        label: answerLabel ?? answerValue,
        points: pointsOf(questions.get(gateRevisionId ?? ''), questionId, answerValue),
        answeredAt,
      })),
      company: lead.company,
      companyDomain: lead.companyDomain,
      jobTitle: lead.jobTitle,
      isSuspect: lead.isSuspect,
      capturedAt: lead.capturedAt,
    },
    now,
  );
  const { behaviours, lastAt } = await behavioursOf(ctx, lead);
  const engagement = engagementOf(behaviours, now);
  const grade = gradeOf(fit.total, engagement.total);
  const likelihood = likelihoodOf({
    priority: lead.priority,
    company: lead.company ?? lead.companyDomain,
    activities: behaviours.length,
    source: lead.utmSource ?? lead.source,
  });
  await record(ctx, leadId, { fit, engagement });
  const isChanged =
    lead.fitScore !== fit.total || lead.engagementScore !== engagement.total || lead.grade !== grade;
  await leads.updateLead(ctx.db, ctx.workspace.id, leadId, {
    fitScore: fit.total,
    engagementScore: engagement.total,
    grade,
    scoredAt: now,
    conversionLikelihood: likelihood.value,
    likelihoodModel: likelihood.model,
    likelihoodReasons: likelihood.reasons,
    ...(lastAt && lastAt > (lead.lastActivityAt ?? lead.capturedAt) && { lastActivityAt: lastAt }),
  });
  if (isChanged) await publish(ctx, 'lead.scored', { leadId, fit: fit.total, engagement: engagement.total });
  await segments.place(ctx, leadId);
}

/** What a score consists of now. */
export async function reasonsOf(
  ctx: Context,
  leadId: string,
): Promise<{ fit: queries.Standing[]; engagement: queries.Standing[] }> {
  const standing = (await queries.listStandings(ctx.db, ctx.workspace.id, leadId)).filter(
    ({ points }) => points !== 0,
  );
  return {
    fit: standing.filter(({ score }) => score === 'fit'),
    engagement: standing.filter(({ score }) => score === 'engagement'),
  };
}

/** Ids of people whose scores should be worked out again: they were active lately, or time has passed over them. */
export async function dueOf(
  ctx: Context,
  { activeWithinMs, olderThanMs, limit }: { activeWithinMs: number; olderThanMs: number; limit: number },
): Promise<string[]> {
  const now = ctx.clock.now().getTime();
  const active = await readings.leadsActiveSince(ctx, new Date(now - activeWithinMs));
  const stale = await queries.listStale(ctx.db, ctx.workspace.id, new Date(now - olderThanMs), limit);
  return [...new Set([...active, ...stale])].slice(0, limit);
}

function pointsOf(questions: unknown[] | undefined, questionId: string, value: string): number {
  const read = Questions.safeParse(questions);
  const options = read.success ? read.data.find(({ id }) => id === questionId)?.options : undefined;
  return options?.find((option) => option.value === value)?.points ?? 0;
}

async function behavioursOf(
  ctx: Context,
  lead: leads.LeadRow,
): Promise<{ behaviours: Behaviour[]; lastAt: Date | null }> {
  const behaviours: Behaviour[] = [];
  for (const { id, submittedAt, stepPosition } of await listPassedOf(ctx.db, ctx.workspace.id, lead.id)) {
    if (submittedAt)
      behaviours.push({
        key: id,
        kind: 'gate',
        reason: `Passed the gate after step ${stepPosition}`,
        at: submittedAt,
      });
  }
  if (lead.confirmedAt)
    behaviours.push({
      key: 'confirmed',
      kind: 'confirmed',
      reason: 'Confirmed their e-mail',
      at: lead.confirmedAt,
    });
  const newsletter = (await leads.listConsents(ctx.db, ctx.workspace.id, lead.id)).find(
    ({ purpose }) => purpose === 'newsletter',
  );
  if (newsletter && newsletter.state !== 'withdrawn')
    behaviours.push({
      key: 'newsletter',
      kind: 'newsletter',
      reason: 'Asked for the newsletter',
      at: newsletter.occurredAt,
    });
  const { views, steps } = await trails.trailOf(ctx, lead.id);
  const people = steps.filter(({ isBot }) => !isBot);
  for (const kind of ['done', 'opened'] as const) {
    const newest = new Map(
      people
        .filter((event) => event.kind === kind)
        .map(({ playbookId, stepId, occurredAt }) => [`${playbookId} ${stepId}`, occurredAt]),
    );
    for (const [key, at] of newest)
      behaviours.push({ key: `${kind} ${key}`, kind: kind === 'done' ? 'step' : 'opened', reason: '', at });
  }
  const days = new Map(
    views
      .filter(({ isBot }) => !isBot)
      .map(({ occurredAt }) => [occurredAt.toISOString().slice(0, 10), occurredAt]),
  );
  // The first day is what brought them; the others are coming back.
  for (const [day, at] of [...days].slice(1)) behaviours.push({ key: day, kind: 'visit', reason: '', at });
  for (const { id, answers, lastReadAt } of await readings.listOf(ctx, lead.id)) {
    for (let n = 0; n < answers; n += 1)
      behaviours.push({ key: `${id} ${n}`, kind: 'answer', reason: '', at: lastReadAt });
  }
  const last = Math.max(
    0,
    ...behaviours.map(({ at }) => at.getTime()),
    ...[...days.values()].map((at) => at.getTime()),
  );
  return { behaviours, lastAt: last > 0 ? new Date(last) : null };
}

/** Writes down what changed since the last time, so that the changes of each reason add up to what it is now. */
async function record(
  ctx: Context,
  leadId: string,
  scores: { fit: Score; engagement: Score },
): Promise<void> {
  const before = await queries.listStandings(ctx.db, ctx.workspace.id, leadId);
  const now = ctx.clock.now();
  const changes: Parameters<typeof queries.insertChanges>[2] = [];
  for (const score of ['fit', 'engagement'] as const) {
    const { reasons } = scores[score];
    const former = before.filter((standing) => standing.score === score);
    let total = former.reduce((sum, { points }) => sum + points, 0);
    const wanted = new Map(reasons.map((reason) => [reason.key, reason]));
    for (const key of new Set([...wanted.keys(), ...former.map((standing) => standing.key)])) {
      const next = wanted.get(key);
      const was = former.find((standing) => standing.key === key);
      const delta = (next?.points ?? 0) - (was?.points ?? 0);
      if (delta === 0) continue;
      total += delta;
      const at = next?.at ?? now;
      changes.push({
        id: newId(),
        leadId,
        score,
        delta,
        total,
        ruleKey: key,
        reason: next?.reason ?? was?.reason ?? key,
        occurredAt: at,
        createdAt: now,
      });
    }
  }
  await queries.insertChanges(ctx.db, ctx.workspace.id, changes);
}
