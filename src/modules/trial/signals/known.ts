import type { Context } from '#context';
import { type leads, segments } from '#modules/capture';
import { versions } from '#modules/creation';
import { trails } from '#modules/distribution';
import type { Course, Known, StepDone } from './observations.ts';
import * as queries from './queries.ts';
import { STEP_RULE } from './rules.ts';
import type { CountingSignal, KeptRule } from './service.ts';

type Lead = NonNullable<Awaited<ReturnType<typeof leads.hold>>>;

/** Gathers what is known of a person, wherever it is kept. */
export async function knownOf(
  ctx: Context,
  lead: Lead,
  rules: KeptRule[],
  counted: CountingSignal[],
): Promise<Known> {
  const { views, steps } = await trails.trailOf(ctx, lead.id);
  const people = steps.filter(({ isBot }) => !isBot);
  const done = [
    ...people.flatMap(({ id, kind, stepId, playbookId, occurredAt }): StepDone[] =>
      kind === 'done' && stepId ? [{ playbookId, stepId, at: occurredAt, evidence: { factId: id } }] : [],
    ),
    ...counted.flatMap(toldSteps),
  ];
  return {
    timeZone: ctx.workspace.timeZone,
    courses: await coursesOf(
      ctx,
      done.map(({ playbookId }) => playbookId),
    ),
    done,
    visits: [...views.filter(({ isBot }) => !isBot), ...people].map(({ id, playbookId, occurredAt }) => ({
      id,
      playbookId,
      at: occurredAt,
    })),
    trials: await queries.listTrials(ctx.db, ctx.workspace.id, lead.id),
    questions: await queries.listQuestions(ctx.db, ctx.workspace.id, lead.id),
    answers: await answersOf(ctx, lead.id, rules),
    confirmedAt: lead.confirmedAt,
  };
}

/** Steps that a reading told of; nothing but the signal kept when that was. */
function toldSteps({ ruleKey, playbookId, dedupeKey, occurredAt }: CountingSignal): StepDone[] {
  if (ruleKey !== STEP_RULE || !playbookId) return [];
  return [{ playbookId, stepId: dedupeKey.slice(playbookId.length + 1), at: occurredAt, evidence: {} }];
}

/** The steps of playbooks as readers see them now. */
export async function coursesOf(ctx: Context, playbookIds: string[]): Promise<Map<string, Course>> {
  const courses = new Map<string, Course>();
  for (const step of await versions.currentStepsOf(ctx, [...new Set(playbookIds)])) {
    const course = courses.get(step.playbookId) ?? { trialPosition: step.trialPosition, steps: [] };
    course.steps.push({ id: step.stepId, position: step.position, title: step.title });
    courses.set(step.playbookId, course);
  }
  return courses;
}

async function answersOf(ctx: Context, leadId: string, rules: KeptRule[]): Promise<Known['answers']> {
  const asking = rules.flatMap(({ key, condition, isActive }) =>
    isActive && condition.on === 'answers' ? [{ key, rule: condition.rule }] : [],
  );
  const verdicts = await segments.judge(
    ctx,
    leadId,
    asking.map(({ rule }) => rule),
  );
  return new Map(
    asking.flatMap(({ key }, index) => {
      const verdict = verdicts[index];
      return verdict ? [[key, verdict] as const] : [];
    }),
  );
}
