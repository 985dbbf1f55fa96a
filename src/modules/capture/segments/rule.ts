import type { Condition, Rule } from './shapes.ts';

type Scalar = string | number | boolean;

/** What is known of a person, by field; answers stand under `answer.<question>`. Absent means unknown. */
export type PersonFacts = Record<string, Scalar | null | undefined>;

/** Words for values, by field: `{ 'answer.team': { '6-12': '6 to 12' } }`. */
export type ValueWords = Record<string, Record<string, string>>;

export interface Verdict {
  holds: boolean;
  /** The conditions that held, in words. */
  reasons: string[];
  /** The conditions that stood in the way, in words; empty when it holds. */
  against: string[];
}

/** Applies a rule to one person. The only evaluator of rules; pure. */
export function evaluate(rule: Rule, facts: PersonFacts, words: ValueWords = {}): Verdict {
  const said = (condition: Condition) => sayCondition(condition, words);
  const failing = rule.all.filter((condition) => !holds(condition, facts));
  const chosen = rule.any.filter((condition) => holds(condition, facts));
  const anyHolds = rule.any.length === 0 || chosen.length > 0;
  const isMatch = failing.length === 0 && anyHolds;
  return {
    holds: isMatch,
    reasons: isMatch ? [...rule.all, ...chosen].map(said) : [],
    against: isMatch
      ? []
      : [...failing, ...(anyHolds ? [] : rule.any)].map((condition) => sayOpposite(condition, facts, words)),
  };
}

function holds({ field, operator, value }: Condition, facts: PersonFacts): boolean {
  const known = facts[field];
  const isKnown = known !== null && known !== undefined && known !== '';
  switch (operator) {
    case 'is_set':
      return isKnown;
    case 'is_not_set':
      return !isKnown;
    case 'is':
      return isKnown && same(known, value as Scalar);
    case 'is_not':
      return !isKnown || !same(known, value as Scalar);
    case 'one_of':
      return isKnown && (value as string[]).some((one) => same(known, one));
    case 'none_of':
      return !isKnown || !(value as string[]).some((one) => same(known, one));
    case 'at_least':
      return typeof known === 'number' && known >= Number(value);
    case 'at_most':
      return typeof known === 'number' && known <= Number(value);
    case 'contains':
      return isKnown && normal(known).includes(normal(value as Scalar));
  }
}

const normal = (value: Scalar): string => String(value).trim().toLowerCase();
const same = (left: Scalar, right: Scalar): boolean => normal(left) === normal(right);

const NAMES: Record<string, string> = {
  'answer.revenue': 'revenue',
  'answer.team': 'team',
  'answer.pain': 'pain',
  stage: 'stage',
  status: 'status',
  priority: 'priority',
  grade: 'grade',
  fitScore: 'fit',
  engagementScore: 'engagement',
  companyDomain: 'company domain',
  jobTitle: 'job title',
  isConfirmed: 'e-mail confirmed',
  newsletter: 'newsletter allowed',
  quietDays: 'days of quiet',
  utmSource: 'came from',
  utmMedium: 'medium',
  utmCampaign: 'campaign',
  playbookId: 'playbook',
  trialEligible: 'may try the clone',
};

const nameOf = (field: string): string =>
  NAMES[field] ?? field.replace(/^answer\./, '').replace(/[_-]+/g, ' ');

/** Whether a rule may ask for this field. */
export const isKnownField = (field: string): boolean =>
  field.startsWith('answer.') ||
  field in NAMES ||
  ['email', 'company', 'country', 'source', 'language'].includes(field);

function sayValue(field: string, value: Scalar, words: ValueWords): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const label = words[field]?.[String(value)];
  if (label) return field.startsWith('answer.') ? `“${label}”` : label;
  return typeof value === 'number' ? String(value) : `“${value}”`;
}

function sayCondition({ field, operator, value }: Condition, words: ValueWords): string {
  const name = nameOf(field);
  const list = (Array.isArray(value) ? value : [value as Scalar]).map((one) =>
    sayValue(field, one as Scalar, words),
  );
  switch (operator) {
    case 'is_set':
      return `${name} is known`;
    case 'is_not_set':
      return `${name} is not known`;
    case 'is':
      return `${name} is ${list[0]}`;
    case 'is_not':
      return `${name} is not ${list[0]}`;
    case 'one_of':
      return `${name} is ${joined(list, 'or')}`;
    case 'none_of':
      return `${name} is neither ${joined(list, 'nor')}`;
    case 'at_least':
      return `${name} is at least ${value}`;
    case 'at_most':
      return `${name} is at most ${value}`;
    case 'contains':
      return `${name} contains ${list[0]}`;
  }
}

function sayOpposite(condition: Condition, facts: PersonFacts, words: ValueWords): string {
  const known = facts[condition.field];
  const name = nameOf(condition.field);
  if (known === null || known === undefined || known === '') return `${name} is not known`;
  return `${name} is ${sayValue(condition.field, known, words)}`;
}

function joined(parts: string[], word: 'and' | 'or' | 'nor'): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`;
}

/** A rule as an English sentence: "Revenue is “over €500k” and pain is “…” or “…”." */
export function sentenceOf({ all, any }: Rule, words: ValueWords = {}): string {
  const every = joined(
    all.map((condition) => sayCondition(condition, words)),
    'and',
  );
  const some = joined(
    any.map((condition) => sayCondition(condition, words)),
    'or',
  );
  const whole =
    every && some ? `${every}, and ${any.length > 1 ? 'also ' : ''}${some}` : every || some || 'everybody';
  return `${whole.charAt(0).toUpperCase()}${whole.slice(1)}.`;
}

/** Why nobody can ever match, or null. Finds conditions that exclude each other; being silent proves nothing. */
export function contradictionOf({ all, any }: Rule, words: ValueWords = {}): string | null {
  const say = (a: Condition, b: Condition) =>
    `Nobody can match: ${sayCondition(a, words)} and ${sayCondition(b, words)}.`;
  for (const [index, one] of all.entries()) {
    const other = all.slice(index + 1).find((candidate) => clash(one, candidate));
    if (other) return say(one, other);
  }
  const blocked = any.map((choice) => ({ choice, by: all.find((condition) => clash(condition, choice)) }));
  const first = blocked[0];
  return first?.by && blocked.every(({ by }) => by) ? say(first.by, first.choice) : null;
}

function clash(one: Condition, other: Condition): boolean {
  return one.field === other.field && (excludes(one, other) || excludes(other, one));
}

const valuesOf = ({ operator, value }: Condition): Scalar[] | null =>
  operator === 'is' ? [value as Scalar] : operator === 'one_of' ? (value as string[]) : null;
const refusedBy = ({ operator, value }: Condition): Scalar[] | null =>
  operator === 'is_not' ? [value as Scalar] : operator === 'none_of' ? (value as string[]) : null;
const NEEDS_A_VALUE = new Set(['is', 'one_of', 'at_least', 'at_most', 'contains', 'is_set']);

function excludes(one: Condition, other: Condition): boolean {
  if (one.operator === 'is_not_set') return NEEDS_A_VALUE.has(other.operator);
  if (one.operator === 'at_least' && other.operator === 'at_most')
    return Number(one.value) > Number(other.value);
  const wanted = valuesOf(one);
  if (!wanted) return false;
  const allowed = valuesOf(other);
  if (allowed) return !wanted.some((value) => allowed.some((candidate) => same(value, candidate)));
  const refused = refusedBy(other);
  if (refused) return wanted.every((value) => refused.some((candidate) => same(value, candidate)));
  if (other.operator === 'contains')
    return wanted.every((value) => !normal(value).includes(normal(other.value as Scalar)));
  // A text never satisfies a bound, so only numbers can be inside one.
  if (other.operator === 'at_least') return wanted.every((value) => !(Number(value) >= Number(other.value)));
  if (other.operator === 'at_most') return wanted.every((value) => !(Number(value) <= Number(other.value)));
  return false;
}
