import type { Context } from '#context';
import { listener } from '#kernel/events';
import { enqueue } from '#kernel/jobs';
import { leads } from '#modules/capture';
import { coursesOf } from '../signals/known.ts';
import { type Known, observationsOf } from '../signals/observations.ts';
import { STEP_RULE } from '../signals/rules.ts';
import * as signals from '../signals/service.ts';
import { assessLead } from './jobs.ts';

/** Several events of one person that arrive together are looked at together. */
const assessSoon = (ctx: Context, leadId: string): Promise<void> =>
  enqueue(ctx, assessLead, { workspaceId: ctx.workspace.id, leadId }, { key: `signals.assess:${leadId}` });

const NOTHING: Known = {
  timeZone: 'UTC',
  courses: new Map(),
  done: [],
  visits: [],
  trials: [],
  questions: [],
  answers: new Map(),
  confirmedAt: null,
};

/** Only the event knows when a step was done, so its signal is kept at once. */
export const whenReadingProgressed = listener({
  name: 'trial.observe-steps',
  event: 'reading.progressed',
  async handle(ctx, { payload: { leadId, playbookId, readingId, stepIds }, occurredAt }) {
    const lead = await leads.hold(ctx, leadId);
    if (!lead) return;
    const rules = (await signals.rulesOf(ctx)).filter(({ key, isActive }) => isActive && key === STEP_RULE);
    const done = stepIds.map((stepId) => ({ playbookId, stepId, at: occurredAt, evidence: { readingId } }));
    const courses = await coursesOf(ctx, [playbookId]);
    await signals.observe(ctx, leadId, observationsOf(rules, { ...NOTHING, courses, done }));
    await assessSoon(ctx, leadId);
  },
});

export const whenGatePassed = listener({
  name: 'trial.assess-after-gate',
  event: 'gate.passed',
  handle: (ctx, { payload }) => assessSoon(ctx, payload.leadId),
});

export const whenLeadConfirmed = listener({
  name: 'trial.assess-after-confirmation',
  event: 'lead.confirmed',
  handle: (ctx, { payload }) => assessSoon(ctx, payload.leadId),
});

export const whenTrialRequested = listener({
  name: 'trial.assess-after-request',
  event: 'trial.requested',
  handle: (ctx, { payload }) => assessSoon(ctx, payload.leadId),
});

export const whenCloneAnswered = listener({
  name: 'trial.assess-after-answer',
  event: 'clone.answered',
  async handle(ctx, { payload: { leadId } }) {
    if (leadId) await assessSoon(ctx, leadId);
  },
});

export const whenTrialSpent = listener({
  name: 'trial.assess-after-last-use',
  event: 'trial.spent',
  handle: (ctx, { payload }) => assessSoon(ctx, payload.leadId),
});

/** Whoever turned out to be a person, or now fits the rule's condition. */
export const whenLeadUpdated = listener({
  name: 'trial.assess-after-update',
  event: 'lead.updated',
  async handle(ctx, { payload: { leadId } }) {
    if (await signals.gaveAny(ctx, leadId)) await assessSoon(ctx, leadId);
  },
});
