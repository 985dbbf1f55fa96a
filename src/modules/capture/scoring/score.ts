/** One reason of a score. The points of all reasons add up to the score exactly. */
export interface Reason {
  /** Stable name, unique within one score. */
  key: string;
  points: number;
  reason: string;
  at: Date;
}

export interface Score {
  total: number;
  reasons: Reason[];
}

const MOST = 100;

/** Brings a sum into 0 to 100; what is cut off is itself a reason, so that the sum still closes. */
export function closed(found: Reason[], now: Date): Score {
  const reasons = found.filter(({ points }) => points !== 0);
  const sum = reasons.reduce((total, { points }) => total + points, 0);
  const total = Math.min(MOST, Math.max(0, sum));
  if (total === sum) return { total, reasons };
  const reason = sum > MOST ? 'More than 100 counts as 100' : 'Less than 0 counts as 0';
  return { total, reasons: [...reasons, { key: 'bounds', points: total - sum, reason, at: now }] };
}

export interface FitFacts {
  answers: { questionId: string; label: string; points: number; answeredAt: Date }[];
  company: string | null;
  companyDomain: string | null;
  jobTitle: string | null;
  isSuspect: boolean;
  capturedAt: Date;
}

const SENIOR = /\b(owner|founder|ceo|director|partner|principal|managing|head)\b/i;

/** How well a person fits what is offered: answers first, then what is known of the company. */
export function fitOf(facts: FitFacts, now: Date): Score {
  const reasons: Reason[] = facts.answers.map(({ questionId, label, points, answeredAt }) => ({
    key: `answer.${questionId}`,
    points: Math.round(points),
    reason: label,
    at: answeredAt,
  }));
  const at = facts.capturedAt;
  if (facts.companyDomain)
    reasons.push({ key: 'work-address', points: 6, reason: `Writes from ${facts.companyDomain}`, at });
  if (facts.company) reasons.push({ key: 'company', points: 4, reason: `Works at ${facts.company}`, at });
  if (facts.jobTitle && SENIOR.test(facts.jobTitle))
    reasons.push({ key: 'job-title', points: 4, reason: `Decides: ${facts.jobTitle}`, at });
  if (facts.isSuspect) reasons.push({ key: 'suspect', points: -40, reason: 'May not be a person', at });
  return closed(reasons, now);
}

/** Something a person did. */
export interface Behaviour {
  key: string;
  kind: 'gate' | 'confirmed' | 'step' | 'visit' | 'answer' | 'newsletter' | 'opened';
  reason: string;
  at: Date;
}

const POINTS: Record<Behaviour['kind'], number> = {
  gate: 20,
  confirmed: 15,
  step: 5,
  visit: 3,
  answer: 2,
  newsletter: 6,
  opened: 1,
};
/** What one kind can add at most, so that much of the same is not much. */
const CEILING: Partial<Record<Behaviour['kind'], number>> = { step: 40, visit: 12, answer: 16, opened: 10 };
export const HALF_LIFE_DAYS = 14;
const DAY_MS = 86_400_000;

const WORDS: Partial<Record<Behaviour['kind'], (count: number) => string>> = {
  step: (count) => `${count} ${count === 1 ? 'step' : 'steps'} done`,
  visit: (count) => `Came back on ${count} ${count === 1 ? 'day' : 'days'}`,
  answer: (count) => `Filled in ${count} ${count === 1 ? 'field' : 'fields'}`,
  opened: (count) => `Opened ${count} ${count === 1 ? 'step' : 'steps'}`,
};

/**
 * How much a person did lately. Each thing counts in full on its day and half as much after every 14 days; the loss is
 * one reason of its own.
 */
export function engagementOf(behaviours: Behaviour[], now: Date): Score {
  const kinds = Map.groupBy(behaviours, ({ kind }) => kind);
  const reasons: Reason[] = [];
  let faded = 0;
  for (const [kind, group] of kinds) {
    const worth = POINTS[kind];
    const sorted = [...group].sort((a, b) => b.at.getTime() - a.at.getTime());
    const counted = sorted.slice(0, Math.floor((CEILING[kind] ?? Number.POSITIVE_INFINITY) / worth));
    const latest = counted[0];
    if (!latest) continue;
    const say = WORDS[kind];
    reasons.push({
      key: kind,
      points: worth * counted.length,
      reason: say ? say(counted.length) : latest.reason,
      at: latest.at,
    });
    for (const { at } of counted) faded += worth * (1 - remaining(at, now));
  }
  const loss = Math.round(faded);
  if (loss > 0) reasons.push({ key: 'faded', points: -loss, reason: quietWords(behaviours, now), at: now });
  return closed(reasons, now);
}

function remaining(at: Date, now: Date): number {
  const days = Math.max(0, now.getTime() - at.getTime()) / DAY_MS;
  return 0.5 ** (days / HALF_LIFE_DAYS);
}

function quietWords(behaviours: Behaviour[], now: Date): string {
  const last = Math.max(...behaviours.map(({ at }) => at.getTime()));
  const days = Math.floor((now.getTime() - last) / DAY_MS);
  return days < 1 ? 'Older things count less' : `Quiet for ${days} ${days === 1 ? 'day' : 'days'}`;
}

/** Letter for fit, digit for engagement: A1 is both. */
export function gradeOf(fit: number, engagement: number): string {
  const letter = fit >= 75 ? 'A' : fit >= 50 ? 'B' : fit >= 25 ? 'C' : 'D';
  const digit = engagement >= 60 ? '1' : engagement >= 30 ? '2' : engagement >= 10 ? '3' : '4';
  return `${letter}${digit}`;
}
