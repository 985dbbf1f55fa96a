import { exactInterval } from './interval.ts';
import { type Rates, STAGES, type Stage } from './plan.ts';
import { REPORTED, type Reported, type Reports } from './reports.ts';

/** What really happened on one link. */
export interface LinkTruth {
  slug: string;
  title: string;
  people: number;
  machines: number;
  orders: number;
}

/** What the simulation did, and what it had planted. */
export interface Truth {
  planted: Rates;
  did: Record<Reported, number>;
  links: LinkTruth[];
  /** Price of one order, in minor units. */
  priceMinor: number;
}

export interface Verdict {
  lines: string[];
  /** Sentences; empty when all agrees. */
  disagreements: string[];
}

/**
 * How sure an interval is. The planted rates lie outside by chance in at most one of a thousand, so all four together
 * raise a false alarm in fewer than one run of two hundred.
 */
const LEVEL = 0.999;

const WORDS: Record<Stage, string> = {
  readerToEmail: 'reader to e-mail',
  emailToTrial: 'e-mail to trial',
  trialToVideo: 'trial to video',
  videoToPurchase: 'video to purchase',
};

/**
 * Holds what was done against what is reported. Counts are known, so they must be the same; rates were only planted, so
 * they must lie within what chance allows. What was reported before the simulation began is taken off.
 */
export function judge(truth: Truth, before: Reports, after: Reports): Verdict {
  const lines: string[] = [];
  const disagreements: string[] = [];
  const same = (what: string, did: number, reported: number) => {
    if (did !== reported) disagreements.push(`${what}: ${did} really, ${reported} reported.`);
    return did === reported ? '' : '  <- differs';
  };
  const gained = (key: Reported) => after.people[key] - before.people[key];

  lines.push(row('people', 'did', 'reported', 'before', ''));
  for (const key of REPORTED)
    lines.push(
      row(key, truth.did[key], gained(key), before.people[key], same(key, truth.did[key], gained(key))),
    );

  lines.push('', row('rate', 'planted', 'reported', `${100 * LEVEL} % interval`, ''));
  STAGES.forEach((stage, index) => {
    const [n, part] = [gained(REPORTED[index] as Reported), gained(REPORTED[index + 1] as Reported)];
    const { low, high } = exactInterval(Math.min(part, n), n, LEVEL);
    const planted = truth.planted[stage];
    const isWithin = planted >= low && planted <= high;
    if (!isWithin)
      disagreements.push(
        `${WORDS[stage]}: ${percent(planted)} was planted, ${part} of ${n} is outside what chance allows.`,
      );
    lines.push(
      row(
        WORDS[stage],
        percent(planted),
        n === 0 ? 'nobody' : `${percent(part / n)} of ${n}`,
        `${percent(low)} - ${percent(high)}`,
        isWithin ? '' : '  <- outside',
      ),
    );
  });

  lines.push('', row('link', 'clicks', 'machines', 'orders', 'earned'));
  for (const { slug, title, people, machines, orders } of truth.links) {
    const clicks = after.clicks.get(slug) ?? { people: 0, machines: 0, raw: 0 };
    const earned = after.earned.get(slug) ?? { orders: 0, amountMinor: 0 };
    const notes = [
      same(`Clicks of people on ${title}`, people, clicks.people),
      same(`Clicks of machines on ${title}`, machines, clicks.machines),
      same(`Orders by ${title}`, orders, earned.orders),
      same(`Money by ${title}, in minor units`, orders * truth.priceMinor, earned.amountMinor),
    ];
    lines.push(
      row(
        title,
        clicks.people,
        clicks.machines,
        earned.orders,
        money(earned.amountMinor, after.booked.currency) + (notes.find((note) => note) ?? ''),
      ),
    );
  }
  const booked = after.booked.minor - before.booked.minor;
  const unattributed = after.unattributedMinor - before.unattributedMinor;
  lines.push(
    '',
    `booked ${money(booked, after.booked.currency)}, unattributed ${money(unattributed, after.booked.currency)}, unexplained ${money(after.difference, after.booked.currency)}`,
  );
  same('Money that came by no link, in minor units', 0, unattributed);
  same('Money that no row explains, in minor units', 0, after.difference);
  return { lines, disagreements };
}

const percent = (rate: number): string => `${(100 * rate).toFixed(1)} %`;
const money = (minor: number, currency: string): string => `${(minor / 100).toFixed(2)} ${currency}`;

const row = (name: string, ...[one, two, three, last]: [...(string | number)[], string]): string =>
  `${name.padEnd(22)}${String(one).padStart(10)}${String(two).padStart(16)}${String(three).padStart(20)}  ${last}`.trimEnd();
