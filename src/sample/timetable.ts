import { drawMachine, type Machine } from '../simulation/machines.ts';
import { type Random, random } from '../simulation/random.ts';
import type { SampleExpert } from './experts.ts';
import { type Reader, SEED } from './people.ts';

/** Something that somebody does at its time. Acts of one person follow each other. */
export type Act = { at: Date } & (
  | { kind: 'visit' | 'confirm' | 'return' | 'ask' | 'watch' | 'refund'; reader: Reader }
  | { kind: 'crawl'; machine: Machine; link: string }
);

const WEEKS = 12;
export const HISTORY_DAYS = WEEKS * 7;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Monday first: business people read on working days. */
const WEEKDAYS = [1.1, 1.3, 1.2, 1.15, 0.9, 0.35, 0.4];
// Nobody comes in the last hour: what they do then would be somebody else's, on the next day.
const HOURS = [
  0, 0, 0, 0, 0, 0.3, 0.8, 1.6, 2.2, 2, 1.8, 1.4, 1.6, 1.5, 1.4, 1.3, 1.2, 1.1, 1.3, 1.8, 2, 1.5, 0.8, 0,
];
/** Of those who left an address, how many come back to read on. */
const RETURNS = 0.35;

/** When the history begins, for it to end today. */
export const beginningOf = (end: Date): Date => new Date(midnight(end) - HISTORY_DAYS * DAY_MS);

/**
 * What everybody does, in the order of time. Which week, weekday and hour somebody comes follows from who they are, so the
 * history has the same people and the same counts whenever it is made; only its dates move along.
 * @param end nothing happens after it
 */
export function timetable(readers: Reader[], experts: SampleExpert[], end: Date): Act[] {
  const acts = [
    ...readers.flatMap((reader) => actsOf(reader, end)),
    ...crawls(readers.length, experts, end),
  ].filter(({ at }) => at < end);
  return acts
    .map((act, place) => ({ act, place }))
    .sort((one, other) => one.act.at.getTime() - other.act.at.getTime() || one.place - other.place)
    .map(({ act }) => act);
}

function actsOf(reader: Reader, end: Date): Act[] {
  const chance = random(SEED, `time of ${reader.email}`);
  const acts: Act[] = [];
  let at = arrival(chance, end, reader.isRefunded ? 3 : reader.buys || reader.raisesHand ? 1 : 0);
  const add = (kind: 'visit' | 'confirm' | 'return' | 'ask' | 'watch' | 'refund', afterMs: number) => {
    at = new Date(at.getTime() + afterMs);
    acts.push({ at, kind, reader });
  };
  add('visit', 0);
  if (reader.confirms)
    add('confirm', chance.chance(0.7) ? chance.wait(25 * MINUTE_MS) + MINUTE_MS * 4 : chance.wait(DAY_MS));
  if (reader.tries || (reader.leavesEmail && chance.chance(RETURNS)))
    add('return', DAY_MS * (1 + chance.wait(2)));
  if (reader.tries) add('ask', 12 * MINUTE_MS + chance.wait(20 * MINUTE_MS));
  if (reader.raisesHand && reader.watchedShare > 0) add('watch', 2 * HOUR_MS + chance.wait(DAY_MS));
  if (reader.isRefunded) add('refund', DAY_MS * 9);
  return acts;
}

/** @param weeksBefore the end, at least: leaves time for all that follows */
function arrival(chance: Random, end: Date, weeksBefore: number): Date {
  const last = midnight(end) - DAY_MS;
  const weeks = Array.from({ length: WEEKS }, (_, ago) => ago).filter((ago) => ago >= weeksBefore);
  // More come each week, as more is known of the playbooks.
  const ago = chance.pickBy(weeks, (week) => 1.6 - week / WEEKS);
  const weekday = chance.pickBy([0, 1, 2, 3, 4, 5, 6], (day) => WEEKDAYS[day] ?? 1);
  const back = (new Date(last).getUTCDay() + 6 - weekday) % 7;
  const hour = chance.pickBy(
    HOURS.map((_, index) => index),
    (index) => HOURS[index] ?? 0,
  );
  return new Date(last - (ago * 7 + back) * DAY_MS + hour * HOUR_MS + chance.next() * HOUR_MS);
}

/** Machines for a hundred people. */
const MACHINES = 14;

function crawls(readers: number, experts: SampleExpert[], end: Date): Act[] {
  const links = experts.flatMap((expert) => expert.links.map(({ slug }) => slug));
  return Array.from({ length: Math.ceil((readers * MACHINES) / 100) }, (_, index) => {
    const chance = random('sample', `machine ${index}`);
    return {
      kind: 'crawl' as const,
      at: arrival(chance, end, 0),
      machine: drawMachine('sample', index, `2001:db8:b07::${(index + 1).toString(16)}`),
      link: chance.pick(links),
    };
  });
}

const midnight = (instant: Date): number => Math.floor(instant.getTime() / DAY_MS) * DAY_MS;
