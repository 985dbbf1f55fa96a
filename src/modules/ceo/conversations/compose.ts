import { questions } from '#modules/analytics';
import type { KeptAnswer } from './kept.ts';
import { STAGE_NAMES } from './parse.ts';

type Question = ReturnType<typeof questions.Question.parse>;
type Measure = (typeof questions.MEASURES)[questions.MeasureKey];
type Part = KeptAnswer['sentence'][number];
type Figure = questions.Figure;

const Z_95 = 1.959963984540054;
/** Below that many together, chance swallows every difference. */
const FEWEST_TO_COMPARE = 10;
const TIMES = new Set<string>(questions.TIME_SPLITS);

const say = (text: string): Part => ({ text, rowsQuery: null });
const number = (n: number): string => n.toLocaleString('en');
const percent = (share: number): string =>
  `${(share * 100).toLocaleString('en', { maximumFractionDigits: 1 })}%`;
const money = (minor: number, currency: string): string =>
  (minor / 100).toLocaleString('en', { style: 'currency', currency });
const noun = (n: number, { one, many }: Measure): string => `${number(n)} ${n === 1 ? one : many}`;

function valueWords(figure: Figure, measure: Measure, currency: string): string {
  if (figure.value === null) return 'nothing';
  if (measure.value === 'money' || measure.value === 'average')
    return money(Math.round(figure.value), currency);
  if (measure.value === 'share') return percent(figure.value);
  if (measure.value === 'days') return `${number(Math.round(figure.value * 10) / 10)} days`;
  return number(figure.value);
}

/** What was counted, in sentences whose numbers open. Every figure comes from the data. */
export function sentenceOf(
  question: Question,
  counted: questions.Counted,
  { currency, filterLabel }: { currency: string; filterLabel: string | null },
): Part[] {
  const measure = questions.MEASURES[question.measure];
  const { now, before, period } = counted;
  const when = period
    ? ` ${period.words}`
    : question.measure === 'quiet'
      ? ` for ${question.quietDays} days or longer`
      : '';
  const of = filterLabel ? ` of ${filterLabel}` : '';
  const opened = (text: string, part: 'now' | 'before' = 'now'): Part => ({
    text,
    rowsQuery: `part=${part}`,
  });
  const parts: Part[] = [];
  if (now.rows === 0) parts.push(say(`No ${measure.many}${of}${when}`));
  else if (measure.value === 'count') parts.push(opened(noun(now.rows, measure)), say(`${of}${when}`));
  else if (measure.value === 'money')
    parts.push(opened(valueWords(now, measure, currency)), say(` in ${noun(now.rows, measure)}${of}${when}`));
  else if (measure.value === 'share') {
    const { from, to } = question.stages;
    const way =
      question.measure === 'reader_rate'
        ? 'left an address'
        : `got from ${STAGE_NAMES[from]} to ${STAGE_NAMES[to]}`;
    parts.push(
      opened(`${number(now.part)} of ${noun(now.rows, measure)}`),
      say(
        `${of} ${way}: ${percent(now.value ?? 0)}, between ${percent(now.low ?? 0)} and ${percent(now.high ?? 0)} with 95 % certainty`,
      ),
      say(
        question.measure === 'reader_rate'
          ? `. Counted ${when.trim()}`
          : `. They reached the first stage${when}`,
      ),
    );
  } else
    parts.push(
      opened(valueWords(now, measure, currency)),
      say(` on average over ${noun(now.rows, measure)}${of}${when}`),
    );
  if (period && before) parts.push(...against(measure, period.beforeWords, now, before, currency));
  parts.push(say('.'));
  if (measure.value === 'count' && before) parts.push(...swingOf(now.rows, before.rows));
  return [...parts, ...leaderOf(question, measure, counted, currency)];
}

function against(measure: Measure, words: string, now: Figure, before: Figure, currency: string): Part[] {
  if (before.rows === 0) return [say(now.rows === 0 ? `, and none ${words}` : `, against none ${words}`)];
  return [
    say(', against '),
    { text: valueWords(before, measure, currency), rowsQuery: 'part=before' },
    say(` ${words}`),
  ];
}

/**
 * Whether two counts differ by more than chance makes them: the difference of two Poisson counts has their sum as its
 * variance, so 95 % of it lies within 1.96 roots of the sum.
 * Source: J. Przyborowski and H. Wilenski, "Homogeneity of results in testing samples from Poisson series",
 * Biometrika 31 (1940), in its normal approximation.
 */
function swingOf(now: number, before: number): Part[] {
  if (now + before < FEWEST_TO_COMPARE || before === 0) return [];
  const swing = Math.round(Z_95 * Math.sqrt(now + before));
  return [
    say(
      Math.abs(now - before) <= swing
        ? ` That is inside the usual swing of ±${number(swing)}.`
        : ` That is more than the usual swing of ±${number(swing)}.`,
    ),
  ];
}

function leaderOf(
  question: Question,
  measure: Measure,
  { groups, now }: questions.Counted,
  currency: string,
): Part[] {
  if (!question.split || TIMES.has(question.split)) return [];
  const [first, second] = groups.filter(({ key }) => key !== null);
  if (
    !first ||
    !second ||
    measure.value === 'share' ||
    measure.value === 'average' ||
    measure.value === 'days'
  )
    return [];
  if (!first.now.value) return [];
  if (first.now.value === second.now.value)
    return [say(` ${first.label} and ${second.label} are level in front.`)];
  const share = now.value ? ` (${percent(first.now.value / now.value)})` : '';
  return [
    say(` Most: ${first.label} with `),
    { text: valueWords(first.now, measure, currency), rowsQuery: groupQuery('now', first.key) },
    say(`${share}.`),
  ];
}

const groupQuery = (part: 'now' | 'before', key: string | null): string =>
  `part=${part}&group=${encodeURIComponent(key ?? '')}`;

/** The numbers of each part, beside those of the time before. */
export function tableOf(question: Question, counted: questions.Counted): KeptAnswer['table'] {
  const measure = questions.MEASURES[question.measure];
  const { split } = question;
  if (!split || counted.groups.length === 0) return null;
  const format = (
    { count: 'count', money: 'money', average: 'money', share: 'share', days: 'days' } as const
  )[measure.value];
  const hasBefore = counted.groups.some(({ before }) => before !== null);
  const canChange = hasBefore && (measure.value === 'count' || measure.value === 'money');
  return {
    columns: [
      { key: 'label', label: questions.splitLabel(measure, split), format: 'text' },
      { key: 'now', label: hasBefore ? 'Now' : measure.value === 'count' ? 'Count' : 'Value', format },
      ...(measure.value === 'share' ? [{ key: 'rows', label: 'Of', format: 'count' as const }] : []),
      ...(hasBefore ? [{ key: 'before', label: 'Before', format }] : []),
      ...(canChange ? [{ key: 'change', label: 'Change', format: 'change' as const }] : []),
    ],
    rows: counted.groups.map(({ key, label, now, before }) => ({
      cells: {
        label,
        now: now.value,
        ...(measure.value === 'share' && { rows: now.rows }),
        ...(hasBefore && { before: before?.value ?? 0 }),
        ...(canChange && { change: (now.value ?? 0) - (before?.value ?? 0) }),
      },
      rowsQuery: now.rows > 0 ? groupQuery('now', key) : null,
      leadId: null,
    })),
    hasMore: counted.hasMoreGroups,
  };
}

/** The first rows themselves, for who asks for people and things rather than for a number. */
export function listOf({
  columns,
  data,
  rows,
}: ReturnType<typeof questions.AnswerRows.parse>): KeptAnswer['table'] {
  if (data.length === 0) return null;
  return {
    columns,
    rows: data.map(({ leadId, ...cells }) => ({
      cells,
      rowsQuery: null,
      leadId: typeof leadId === 'string' ? leadId : null,
    })),
    hasMore: rows > data.length,
  };
}
