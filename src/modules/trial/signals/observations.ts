import type { SignalCondition } from './rules.ts';
import { topicsOf } from './topics.ts';

/** A rule as the observer needs it. */
export interface ObservingRule {
  key: string;
  condition: SignalCondition;
  weight: number;
}

/** One observation of one person; `ruleKey` and `dedupeKey` make it the same when it is told twice. */
export interface Observation {
  ruleKey: string;
  playbookId: string | null;
  weight: number;
  reason: string;
  evidence: Record<string, unknown>;
  dedupeKey: string;
  occurredAt: Date;
}

export interface StepDone {
  playbookId: string;
  stepId: string;
  at: Date;
  evidence: Record<string, unknown>;
}

/** The steps of a playbook as readers see it now. */
export interface Course {
  trialPosition: number | null;
  steps: { id: string; position: number; title: string }[];
}

/** What is known of one person, each part with its own instant, so that it does not matter when it is looked at. */
export interface Known {
  timeZone: string;
  courses: Map<string, Course>;
  done: StepDone[];
  /** Page views and step events that no machine made. */
  visits: { id: string; playbookId: string; at: Date }[];
  trials: { id: string; playbookId: string; requestedAt: Date; spentAt: Date | null; quota: number }[];
  questions: { turnId: string; trialId: string; playbookId: string; text: string; at: Date }[];
  /** By rule key: whether their answers satisfy it, the answers given, and since when. */
  answers: Map<string, { holds: boolean; given: string[]; since: Date }>;
  confirmedAt: Date | null;
}

/** What a person's facts amount to under the rules. Pure: the same facts in any order give the same observations. */
export function observationsOf(rules: ObservingRule[], known: Known): Observation[] {
  return rules.flatMap((rule) =>
    seen(rule, known).map((observation) => ({ ...observation, ruleKey: rule.key, weight: rule.weight })),
  );
}

type Seen = Omit<Observation, 'ruleKey' | 'weight'>;

function seen({ key, condition }: ObservingRule, known: Known): Seen[] {
  switch (condition.on) {
    case 'step':
      return stepsDone(known);
    case 'steps_before_trial':
      return coursesDone(known);
    case 'return':
      return returns(known);
    case 'trial':
      return known.trials.map(({ id, playbookId, requestedAt }) => ({
        playbookId,
        reason: 'Asked the clone a first question',
        evidence: { trialId: id },
        dedupeKey: id,
        occurredAt: requestedAt,
      }));
    case 'trial_spent':
      return known.trials.flatMap(({ id, playbookId, spentAt, quota }) =>
        spentAt
          ? [
              {
                playbookId,
                reason: `Used all ${quota} free questions`,
                evidence: { trialId: id },
                dedupeKey: id,
                occurredAt: spentAt,
              },
            ]
          : [],
      );
    case 'question':
      return questionsAbout(condition.about, known);
    case 'answers': {
      const verdict = known.answers.get(key);
      if (!verdict?.holds) return [];
      return [
        {
          playbookId: null,
          reason: `Answered ${verdict.given.map((label) => `“${label}”`).join(' and ')}`,
          evidence: {},
          dedupeKey: 'answers',
          occurredAt: verdict.since,
        },
      ];
    }
    case 'mail':
      return known.confirmedAt
        ? [
            {
              playbookId: null,
              reason: 'Opened the link in our mail and confirmed the address',
              evidence: {},
              dedupeKey: 'confirmation',
              occurredAt: known.confirmedAt,
            },
          ]
        : [];
  }
}

/** Steps that stand in the playbook, each once, at the earliest instant. What a page makes up counts for nothing. */
function earliestSteps({ done, courses }: Known): (StepDone & { position: number; title: string })[] {
  const first = new Map<string, StepDone & { position: number; title: string }>();
  for (const one of done) {
    const step = courses.get(one.playbookId)?.steps.find(({ id }) => id === one.stepId);
    if (!step) continue;
    const key = `${one.playbookId}:${one.stepId}`;
    const before = first.get(key);
    if (!before || one.at < before.at) first.set(key, { ...one, position: step.position, title: step.title });
  }
  return [...first.values()];
}

const stepsDone = (known: Known): Seen[] =>
  earliestSteps(known).map(({ playbookId, stepId, position, title, at, evidence }) => ({
    playbookId,
    reason: `Did step ${position}: ${title}`,
    evidence: { ...evidence, stepId },
    dedupeKey: `${playbookId}:${stepId}`,
    occurredAt: at,
  }));

function coursesDone(known: Known): Seen[] {
  const done = earliestSteps(known);
  return [...known.courses].flatMap(([playbookId, { trialPosition, steps }]) => {
    const last = trialPosition ?? Number.POSITIVE_INFINITY;
    const wanted = steps.filter(({ position }) => position <= last);
    const theirs = wanted.map(({ id }) =>
      done.find((one) => one.playbookId === playbookId && one.stepId === id),
    );
    if (wanted.length === 0 || theirs.some((one) => one === undefined)) return [];
    const at = Math.max(...theirs.map((one) => one?.at.getTime() ?? 0));
    return [
      {
        playbookId,
        reason: `Did all ${wanted.length} steps before the trial`,
        evidence: { stepIds: wanted.map(({ id }) => id) },
        dedupeKey: playbookId,
        occurredAt: new Date(at),
      },
    ];
  });
}

function returns({ visits, timeZone }: Known): Seen[] {
  const days = new Map<string, Known['visits'][number]>();
  for (const visit of visits) {
    const day = dayOf(visit.at, timeZone);
    const before = days.get(day);
    if (!before || visit.at < before.at) days.set(day, visit);
  }
  // The first day is what brought them; the others are coming back.
  return [...days]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .slice(1)
    .map(([day, { id, playbookId, at }]) => ({
      playbookId,
      reason: `Came back on ${day}`,
      evidence: { factId: id },
      dedupeKey: day,
      occurredAt: at,
    }));
}

function questionsAbout(about: 'price' | 'fit', { questions }: Known): Seen[] {
  const first = new Map<string, Known['questions'][number]>();
  for (const question of questions) {
    if (!topicsOf(question.text).has(about)) continue;
    const before = first.get(question.trialId);
    if (!before || question.at < before.at) first.set(question.trialId, question);
  }
  return [...first.values()].map(({ turnId, trialId, playbookId, text, at }) => ({
    playbookId,
    reason: `Asked ${about === 'price' ? 'about the price' : 'whether it fits'}: “${shortened(text)}”`,
    evidence: { turnId, trialId },
    dedupeKey: trialId,
    occurredAt: at,
  }));
}

const LONGEST_QUOTE = 120;

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST_QUOTE ? line : `${line.slice(0, LONGEST_QUOTE - 1).trimEnd()}…`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Day of an instant in a zone, as ISO date. */
function dayOf(at: Date, timeZone: string): string {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format.format(at);
}
