import type { Context } from '#context';
import type { Permission } from '#kernel/identity';
import { questions } from '#modules/analytics';
import { listOf, sentenceOf, tableOf } from './compose.ts';
import type { KeptAnswer } from './kept.ts';
import { plainly, type Reading, type Understood } from './parse.ts';

type May = ReadonlySet<Permission>;
type Part = KeptAnswer['sentence'][number];
type Question = ReturnType<typeof questions.Question.parse>;

/** An answer before it is kept. */
export interface Drafted {
  kept: KeptAnswer;
  rowCount: number | null;
  refusal: string | null;
}

const ROWS_IN_ANSWER = 10;
const TIMES = new Set<string>(questions.TIME_SPLITS);
const say = (text: string): Part => ({ text, rowsQuery: null });

/** An answer that counts nothing. */
export function plainAnswer(
  ctx: Context,
  text: string,
  rest: Partial<Pick<KeptAnswer, 'actionId' | 'taskId' | 'needs'>> & { refusal?: string } = {},
): Drafted {
  return {
    kept: {
      sentence: [say(text)],
      table: null,
      query: null,
      took: null,
      leftOut: [],
      composerReason: null,
      actionId: rest.actionId ?? null,
      taskId: rest.taskId ?? null,
      currency: ctx.workspace.currency,
      needs: rest.needs ?? [],
    },
    rowCount: null,
    refusal: rest.refusal ?? null,
  };
}

/** Counts what was understood, or says what cannot be counted and counts what comes closest. */
export async function answer(ctx: Context, understood: Understood, may: May): Promise<Drafted> {
  if (understood.kind === 'unknown') {
    const closest = (['leads', 'orders', 'hands_unanswered', 'open_tasks'] as const)
      .filter((key) => questions.missing(questions.MEASURES[key], may).length === 0)
      .map((key) => questions.MEASURES[key].many);
    const text = `I cannot count that: I find nothing in it that the data holds.${closest.length > 0 ? ` Closest that I can count: ${closest.join(', ')}.` : ''}`;
    return plainAnswer(ctx, text, { refusal: text });
  }
  if (understood.kind === 'not-held') {
    const why = `I cannot count that: ${understood.what}.`;
    return refuse(ctx, why, understood.closest, may);
  }
  const { reading } = understood;
  const measure = questions.MEASURES[reading.measure];
  const [lacks] = questions.missing(measure, may);
  if (lacks) {
    const text = `I may not show you ${measure.many}: your role lacks ${lacks}. Whoever manages members can change that.`;
    return plainAnswer(ctx, text, { refusal: text });
  }
  if (!reading.phrase) return count(ctx, reading, may, reading.filter?.value.replaceAll('_', ' ') ?? null);
  const found = await narrow(ctx, reading, may);
  if (found)
    return count(ctx, { ...reading, filter: { column: found.column, value: found.value } }, may, found.label);
  const why = `I cannot narrow ${measure.many} down to “${reading.phrase}”: nothing they are recorded by is called that.`;
  return refuse(ctx, why, { ...reading, phrase: null }, may);
}

async function refuse(ctx: Context, why: string, closest: Reading, may: May): Promise<Drafted> {
  const measure = questions.MEASURES[closest.measure];
  if (questions.missing(measure, may).length > 0) return plainAnswer(ctx, why, { refusal: why });
  const drafted = await count(ctx, { ...closest, phrase: null, filter: null }, may, null);
  return {
    ...drafted,
    kept: { ...drafted.kept, sentence: [say(`${why} Closest: `), ...drafted.kept.sentence] },
    refusal: why,
  };
}

/** The value of the data that a phrase names: exactly, or as the only one that holds its words. */
async function narrow(
  ctx: Context,
  reading: Reading,
  may: May,
): Promise<{ column: string; value: string; label: string } | undefined> {
  const phrase = plainly(reading.phrase ?? '');
  const values = await questions.valuesOf(ctx, questionOf(reading), may);
  const named = values.map((value) => ({
    ...value,
    words: plainly(value.label),
    raw: plainly(value.value.replaceAll('_', ' ')),
  }));
  const exact = named.find(({ words, raw }) => words === phrase || raw === phrase || raw === `/l/${phrase}`);
  if (exact) return exact;
  const holding = named.filter(({ words }) => ` ${words} `.includes(` ${phrase} `));
  return new Set(holding.map(({ value }) => value)).size === 1 ? holding[0] : undefined;
}

function questionOf({ measure, split, period, filter, isRaw, quietDays, stages }: Reading): Question {
  const fallback =
    split === 'week'
      ? ({ kind: 'last', n: 12, unit: 'weeks' } as const)
      : split === 'month'
        ? ({ kind: 'last', n: 12, unit: 'months' } as const)
        : measure === 'actions_done'
          ? ({ kind: 'named', name: 'today' } as const)
          : ({ kind: 'last', n: 28, unit: 'days' } as const);
  const known = questions.MEASURES[measure].splits;
  return {
    ...{ measure, filter, isRaw, quietDays, stages },
    split: split && (TIMES.has(split) || split in known) ? split : null,
    period: period ?? fallback,
  };
}

async function count(ctx: Context, reading: Reading, may: May, filterLabel: string | null): Promise<Drafted> {
  const at = ctx.clock.now();
  const question = questionOf(reading);
  const measure = questions.MEASURES[question.measure];
  const counted = await questions.count(ctx, question, may, at);
  const first = await questions.rows(ctx, question, may, { at, part: 'now', limit: ROWS_IN_ANSWER });
  const wantsList = reading.wantsList || measure.when === 'now';
  const table = tableOf(question, counted) ?? (wantsList && !question.split ? listOf(first) : null);
  const took = [
    ...reading.took,
    ...(reading.period || !counted.period
      ? []
      : [`No time was named; I took ${counted.period.words.replace(/^in /, '')}.`]),
  ];
  const hidden =
    first.leftOut.length > 0 ? ` Left out, because you may not see it: ${first.leftOut.join(', ')}.` : '';
  const sentence = sentenceOf(question, counted, { currency: ctx.workspace.currency, filterLabel });
  const { period } = counted;
  return {
    kept: {
      sentence: hidden ? [...sentence, say(hidden)] : sentence,
      table,
      query: {
        name: question.measure,
        words: [
          `${measure.many}${period ? ` ${period.words}` : ''}`,
          ...measure.words,
          ...(question.measure === 'quiet' ? [`quiet for ${question.quietDays} days or longer`] : []),
          ...(question.split
            ? [
                `split by ${TIMES.has(question.split) ? question.split : questions.splitLabel(measure, question.split).toLowerCase()}`,
              ]
            : []),
          ...(filterLabel ? [`only ${filterLabel}`] : []),
          `zone ${ctx.workspace.timeZone}`,
        ],
        parameters: question,
        from: period?.from?.toISOString() ?? null,
        to: period?.to.toISOString() ?? null,
        zone: ctx.workspace.timeZone,
        reach: measure.hasRaw ? (question.isRaw ? 'raw' : 'people') : 'all',
        countedAt: at.toISOString(),
      },
      took: took.length > 0 ? took.join(' ') : null,
      leftOut: first.leftOut,
      composerReason: null,
      actionId: null,
      taskId: null,
      currency: ctx.workspace.currency,
      needs: [
        ...measure.needs,
        ...measure.columns.flatMap(({ needs }) => (needs && may.has(needs) ? [needs] : [])),
      ],
    },
    rowCount: counted.now.rows,
    refusal: null,
  };
}
