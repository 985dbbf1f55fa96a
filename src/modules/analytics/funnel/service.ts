import type { Context } from '#context';
import type { Days } from '../days.ts';
import { daysInWords, rowsQueryOf, sliceOf, sliceQuery } from '../period.ts';
import { proportion } from '../proportion.ts';
import { joinByHash } from './people.ts';
import * as queries from './queries.ts';
import type { Funnel, RATES } from './shapes.ts';
import { type Verdict, verdictOf } from './verdict.ts';

type Stage = Funnel['stages'][number];
type Rate = Funnel['rates'][number];
type RateKey = (typeof RATES)[number];

/** The targets of the method (DESIGN.md §6), where nobody set others. */
const METHOD_TARGETS: Record<RateKey, number> = {
  reader_to_email: 0.2,
  email_to_trial: 0.3,
  trial_to_video: 0.15,
  video_to_purchase: 0.4,
};

/** What people did instead of going on, to be read after their count. */
export const REASONS: Record<string, string> = {
  not_reached: 'never reached the gate',
  at_gate: 'stopped at the gate',
  in_gate: 'began the gate and did not finish',
  not_eligible: 'may not try the clone by the gate’s rule',
  saw_clone: 'saw the clone and did not ask',
  not_confirmed: 'did not confirm their address',
  stopped_before: 'stopped before the clone',
  no_hand: 'raised no hand',
  not_sent: 'raised a hand, the video is not sent',
  not_opened: 'got the video and did not open it',
  not_far_enough: 'opened the video and did not watch half of it',
  not_paid: 'opened the checkout and did not pay',
  no_checkout: 'did not open the checkout',
};

interface Asked {
  days: Days;
  playbookId?: string | undefined;
  reach: 'people' | 'raw';
}

/** The five stages with the people at each, four rates with their 95 % intervals and targets, and where people leave. */
export async function funnel(ctx: Context, { days, playbookId, reach }: Asked): Promise<Funnel> {
  const slice = sliceOf(ctx, days, playbookId);
  const workspaceId = ctx.workspace.id;
  await joinByHash(ctx.db);
  const readers = await queries.countReaders(ctx.db, workspaceId, slice);
  const counts = await queries.countStages(ctx.db, workspaceId, slice);
  const targets = { ...METHOD_TARGETS };
  // A `real` comes back with more digits than were kept.
  for (const { stage, rate } of await queries.listTargets(ctx.db, workspaceId, slice.playbookId))
    targets[stage as RateKey] = Math.round(rate * 10_000) / 10_000;
  const asked = sliceQuery(days, playbookId);
  const stageAsked = [asked, reach === 'raw' ? 'reach=raw' : ''];
  const reasonsOf = (stage: string, found: { reason: string; people: number }[]): Stage['reasons'] =>
    found
      .toSorted((a, b) => b.people - a.people || a.reason.localeCompare(b.reason))
      .map(({ reason, people }) => ({
        key: reason,
        people,
        words: REASONS[reason] ?? reason,
        rowsQuery: rowsQueryOf('left', `stage=${stage}`, `reason=${reason}`, asked),
      }));
  const of = (stage: string) => counts.reasons.filter((one) => one.stage === stage);
  const stage = (
    key: Stage['key'],
    label: string,
    [people, raw]: [number, number],
    href: string,
    reasons: Stage['reasons'],
    beside = 0,
  ): Stage => ({
    key,
    label,
    people,
    raw,
    rowsQuery: rowsQueryOf(key, ...stageAsked),
    asideQuery: key === 'readers' ? rowsQueryOf('set-aside', asked) : null,
    href,
    reasons,
    beside,
  });
  const readersRaw = readers.people + readers.machines + readers.suspect;
  const stages = [
    stage('readers', 'Readers', [readers.people, readersRaw], '/playbooks', []),
    stage(
      'emails',
      'E-mail left',
      [counts.emails, counts.emailsRaw],
      '/leads',
      reasonsOf('emails', readers.stopped),
    ),
    stage(
      'trials',
      'Trial started',
      [counts.trials, counts.trialsRaw],
      '/trials',
      reasonsOf('trials', of('trials')),
    ),
    stage(
      'videos',
      'Video watched',
      [counts.videos, counts.videosRaw],
      '/videos',
      reasonsOf('videos', of('videos')),
      counts.videosBeside,
    ),
    stage(
      'orders',
      'Ordered',
      [counts.orders, counts.ordersRaw],
      '/orders',
      reasonsOf('orders', of('orders')),
      counts.ordersBeside,
    ),
  ];
  const rates = ratesOf(stages, targets, reach);
  return {
    days,
    reach,
    finding: findingOf(rates),
    stages,
    rates,
    filters: [
      daysInWords(days),
      reach === 'people'
        ? 'machines and suspect addresses set aside'
        : 'machines and suspect addresses included',
      'a reader on two days counts twice until an address ties them',
    ],
    handsWaiting: counts.handsWaiting,
    countedAt: slice.until.toISOString(),
  };
}

function ratesOf(stages: Stage[], targets: Record<RateKey, number>, reach: Asked['reach']): Rate[] {
  const keys = Object.keys(METHOD_TARGETS) as RateKey[];
  return keys.flatMap((key, index) => {
    const [from, to] = [stages[index], stages[index + 1]];
    if (!from || !to) return [];
    const part = reach === 'raw' ? to.raw : to.people;
    const n = reach === 'raw' ? from.raw : from.people;
    const target = targets[key];
    // More came through than entered: they entered before the period, and the period is too short to say a rate.
    const found = part > n ? null : proportion(part, n);
    const verdict: Verdict = part > n ? 'too_early' : verdictOf(found, target);
    return [
      {
        key,
        from: from.key,
        to: to.key,
        n,
        part,
        value: found?.value ?? null,
        low: found?.low ?? null,
        high: found?.high ?? null,
        target,
        verdict,
      },
    ];
  });
}

const SUBJECTS: Record<RateKey, string> = {
  reader_to_email: 'of readers leave their address',
  email_to_trial: 'of e-mails start a trial',
  trial_to_video: 'of trials watch their video',
  video_to_purchase: 'of those who watched order',
};

/** The clearest leak, or that there is none, or that nobody can tell yet. */
function findingOf(rates: Rate[]): string {
  const percent = ({ value, n }: Rate) =>
    `${(100 * (value ?? 0)).toLocaleString('en', { maximumFractionDigits: n < 100 ? 0 : 1 })}%`;
  const leaks = rates
    .filter((rate) => rate.verdict === 'below')
    .toSorted((a, b) => (a.value ?? 0) / a.target - (b.value ?? 0) / b.target);
  const [worst] = leaks;
  if (worst) {
    const count = leaks.length === 1 ? 'One leak' : `${leaks.length} leaks, the widest`;
    return `${count}: ${percent(worst)} ${SUBJECTS[worst.key]}; the method aims at ${Math.round(100 * worst.target)}%`;
  }
  if (rates.every((rate) => rate.n === 0)) return 'Nobody has read anything in this time';
  const told = rates.filter((rate) => rate.verdict === 'on' || rate.verdict === 'above');
  if (told.length === rates.length) return 'No leak: every rate is on target or above';
  if (told.length > 0)
    return `No leak to see: ${told.length} of ${rates.length} rates on target or above, too early for the rest`;
  return 'Too early to say where people leave';
}
