import type { Context } from '#context';
import { funnel } from '../funnel/service.ts';
import type { Funnel } from '../funnel/shapes.ts';
import type { Home, KeyNumber } from '../shapes.ts';
import { briefOf } from './brief.ts';
import { sentenceOf } from './changes.ts';
import * as queries from './queries.ts';
import { plural } from './words.ts';

const DAYS = 28;
const DAY_MS = 86_400_000;
const WEEKS_OF_MONEY = 12;

/** What whoever looks may see beside counts: names and addresses of people, money. */
interface Reach {
  leads: boolean;
  money: boolean;
}

/** What changed and what waits, in one read. The brief is written by rules from the same numbers. */
export async function show(ctx: Context, reach: Reach): Promise<Home> {
  const { db, workspace } = ctx;
  const now = ctx.clock.now();
  const since = new Date(now.getTime() - DAYS * DAY_MS);
  const before = new Date(since.getTime() - DAYS * DAY_MS);
  const counts = await queries.countSince(db, workspace.id, since, before);
  const changes = await queries.listChanges(db, workspace.id, since, 12);
  const firstWeek = new Date(now.getTime() - WEEKS_OF_MONEY * 7 * DAY_MS);
  const money = reach.money ? await queries.listMoneyPerWeek(db, workspace.id, workspace, firstWeek) : [];
  const sold = await queries.countSold(db, workspace.id, workspace.currency, since, before);
  const told = await funnel(ctx, { days: `${DAYS}`, reach: 'people' });
  const parts = briefOf(counts, told, reach.money ? { ...sold, currency: workspace.currency } : null);
  return {
    firstRun: counts.sources === 0,
    brief: {
      sentence: parts.map(({ text }) => text).join(''),
      parts,
      madeAt: now.toISOString(),
      maker: 'built-in composer',
    },
    numbers: numbersOf(counts, told, reach.money ? sold : null),
    changes: changes.map((row) => ({
      at: new Date(row.occurredAt).toISOString(),
      ...sentenceOf(reach.leads ? row : { ...row, who: null }),
    })),
    money: money.map(({ week, amountMinor }) => ({ week, amountMinor: Number(amountMinor) })),
    currency: workspace.currency,
    today: waiting(counts, told, sold),
    days: DAYS,
  };
}

const LABELS: Record<string, string> = {
  readers: 'Readers',
  emails: 'E-mails',
  trials: 'Trials',
  videos: 'Videos watched',
  orders: 'Ordered',
};

/** Each stage of the funnel, followed by the rate that leads to it; then money and clicks. */
function numbersOf(
  counts: queries.Counts,
  { stages, rates }: Funnel,
  sold: queries.Sold | null,
): KeyNumber[] {
  const bare = { low: null, high: null, n: null, target: null };
  const list: KeyNumber[] = stages.flatMap((stage) => {
    const rate = rates.find(({ to }) => to === stage.key);
    const label = LABELS[stage.key] ?? stage.label;
    return [
      {
        key: stage.key,
        label,
        format: 'count' as const,
        value: stage.people,
        ...bare,
        rowsQuery: stage.rowsQuery,
      },
      ...(rate
        ? [
            {
              key: rate.key,
              label,
              format: 'share' as const,
              value: rate.value,
              low: rate.low,
              high: rate.high,
              n: rate.n,
              target: rate.target,
              rowsQuery: stage.rowsQuery,
            },
          ]
        : []),
    ];
  });
  if (sold) {
    const amount = (key: string, label: string, value: number): KeyNumber => ({
      key,
      label,
      format: 'money',
      value,
      ...bare,
      rowsQuery: key,
    });
    list.push(amount('booked', 'Booked', sold.bookedMinor));
    list.push(amount('unattributed', 'Unattributed', sold.unattributedMinor));
  }
  const [readers] = stages;
  if (readers)
    list.push({
      key: 'readersRaw',
      label: 'Readers with machines',
      format: 'count',
      value: readers.raw,
      ...bare,
      rowsQuery: 'readers?reach=raw',
    });
  list.push({
    key: 'clicks',
    label: 'Clicks by people',
    format: 'count',
    value: counts.clicks,
    ...bare,
    rowsQuery: 'clicks',
  });
  return list;
}

function waiting(counts: queries.Counts, { handsWaiting }: Funnel, sold: queries.Sold): Home['today'] {
  const list: Home['today'] = [];
  if (handsWaiting > 0)
    list.push({
      sentence: `${plural(handsWaiting, 'raised hand waits', 'raised hands wait')}`,
      href: '/hand-raises',
    });
  if (sold.failedDeliveries > 0)
    list.push({
      sentence: `${plural(sold.failedDeliveries, 'video')} could not be delivered`,
      href: '/videos',
    });
  if (sold.openCheckouts > 0)
    list.push({
      sentence: `${plural(sold.openCheckouts, 'payment')} we are asking the bank about`,
      href: '/orders',
    });
  if (counts.failedSources > 0)
    list.push({ sentence: `${plural(counts.failedSources, 'source')} could not be read`, href: '/sources' });
  if (counts.unpublished > 0)
    list.push({ sentence: `${plural(counts.unpublished, 'draft')} not published yet`, href: '/playbooks' });
  if (counts.unconfirmed > 0)
    list.push({
      sentence: `${plural(counts.unconfirmed, 'address', 'addresses')} not confirmed`,
      href: '/leads?confirmed=no',
    });
  return list;
}
