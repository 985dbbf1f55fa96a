import { crawl, drawMachine } from './machines.ts';
import { openMailbox } from './mailbox.ts';
import { type Link, type Office, openOffice, playbookOf, untilQuiet } from './office.ts';
import { openPlaces } from './places.ts';
import { CHANNELS, type Channel, channelRates, draw, type Person, type Rates } from './plan.ts';
import { random } from './random.ts';
import { REPORTED, type Reported, type Reports, readReports } from './reports.ts';
import { judge, type LinkTruth, type Verdict } from './verdict.ts';
import { type Deeds, walk } from './walk.ts';
import { overHttp, type Web } from './web.ts';

export type { Rates } from './plan.ts';

export interface Wish {
  baseUrl: string;
  key: string;
  visitors: number;
  seed: string;
  rates: Rates;
  /** Slug; the oldest published one when absent. */
  playbook: string | undefined;
  /** Progress, for people. */
  say: (line: string) => void;
}

/** Machines that come, to a hundred people. */
const MACHINES_PER_HUNDRED = 12;
/** People who are under way at the same time. */
const AT_ONCE = 24;
const TELL_EVERY_MS = 2_000;

/**
 * Sends people and machines through the program over HTTP, from link to order, and holds what it reports against what
 * they did. Who comes and what they do follows from the seed alone; addresses are new in each run, because the program
 * rightly takes the same visitor on the same day for the same person.
 */
export async function simulate(wish: Wish): Promise<Verdict> {
  const { baseUrl, key, visitors, seed, rates: planted, say } = wish;
  const web = overHttp(baseUrl, AT_ONCE * 2);
  const office = openOffice(web, key);
  try {
    const playbook = await playbookOf(office, wish.playbook);
    await untilQuiet(office, say);
    await assertPrompt(office);
    const priceMinor = await priceOf(office, playbook.id);
    const mark = Date.now().toString(36).slice(-6);
    const links = await makeLinks(office, playbook.id, seed, mark);
    const before = await readReports(office, playbook.id, [...links.values()]);
    say(`${visitors} people and ${machinesFor(visitors)} machines on their way to “${playbook.title}”`);
    const rates = channelRates(planted, CHANNELS);
    const people = Array.from({ length: visitors }, (_, index) => draw(seed, index, rates, mark));
    const did = await send(web, office, people, links, { seed, mark, say });
    say('everybody is done; waiting until everything is counted');
    const truth = { ...did, planted, priceMinor };
    const after = await settled(() => readReports(office, playbook.id, [...links.values()]), before, did.did);
    return judge(truth, before, after);
  } finally {
    await web.close();
  }
}

const machinesFor = (visitors: number): number => Math.ceil((visitors * MACHINES_PER_HUNDRED) / 100);

async function makeLinks(
  office: Office,
  playbookId: string,
  seed: string,
  mark: string,
): Promise<Map<string, Link>> {
  const links = new Map<string, Link>();
  for (const { key, title, utm } of CHANNELS) {
    const made = { slug: `sim-${mark}-${key}`, title: `Simulation ${seed}: ${title}`, playbookId, utm };
    links.set(key, await office.post<Link>('/links', made));
  }
  return links;
}

/** A video that leaves hours after a hand went up would keep everybody waiting. @throws Error */
async function assertPrompt(office: Office): Promise<void> {
  const { data } = await office.get<{ data: { videoDelayMinutes: number; isActive: boolean }[] }>(
    '/hand-raise-rules',
  );
  const slow = data.find(({ videoDelayMinutes, isActive }) => isActive && videoDelayMinutes > 0);
  if (slow)
    throw new Error(
      `Videos leave ${slow.videoDelayMinutes} minutes after a hand was raised. Set that delay to 0 for the time of the simulation.`,
    );
}

interface Offer {
  state: string;
  playbook: { id: string } | null;
  price: { amountMinor: number } | null;
}

/** What the one offer of the playbook costs. @throws Error when there is none, or several that nobody could tell apart */
async function priceOf(office: Office, playbookId: string): Promise<number> {
  const { data } = await office.get<{ data: Offer[] }>('/offers?limit=200');
  const offers = data.filter(({ state, playbook }) => state === 'active' && playbook?.id === playbookId);
  const [offer] = offers;
  if (offer?.price && offers.length === 1) return offer.price.amountMinor;
  throw new Error(
    offers.length > 1
      ? 'Several offers of this playbook are published; the simulation would not know which was bought.'
      : 'No offer of this playbook is published, so nobody could buy anything. Publish one first.',
  );
}

interface Sent {
  did: Record<Reported, number>;
  links: LinkTruth[];
}

async function send(
  web: Web,
  office: Office,
  people: Person[],
  links: Map<string, Link>,
  { seed, mark, say }: { seed: string; mark: string; say: Wish['say'] },
): Promise<Sent> {
  const mailbox = openMailbox(office);
  const slugOf = (channel: Channel) => (links.get(channel.key) as Link).slug;
  const done: Deeds[] = [];
  const truths = new Map(
    CHANNELS.map((channel) => [
      channel.key,
      { slug: slugOf(channel), title: channel.title, people: 0, machines: 0, orders: 0 },
    ]),
  );
  const telling = setInterval(() => say(progressOf(done, people.length)), TELL_EVERY_MS);
  const places = openPlaces(AT_ONCE);
  // Who has the longest way begins first.
  const rank = (person: Person) => Number(person.raisesHand) * 2 + Number(person.confirms);
  const acts = [
    ...people
      .toSorted((one, other) => rank(other) - rank(one))
      .map((person) => async () => {
        const from = addressOf(mark, person.index);
        const way = { web, mailbox, slug: slugOf(person.channel), from, rest: places.rest };
        done.push(await walk(person, way));
      }),
    ...Array.from({ length: machinesFor(people.length) }, (_, index) => async () => {
      const channel = random(seed, `machine's way ${index}`).pickBy(CHANNELS, ({ share }) => share);
      const clicked = await crawl(
        web,
        drawMachine(seed, index, addressOf(mark, 900_000 + index)),
        slugOf(channel),
      );
      const truth = truths.get(channel.key) as LinkTruth;
      truth.machines += clicked.machine;
      truth.people += clicked.unnoticed;
    }),
  ];
  try {
    await Promise.all(acts.map((act) => places.take(act)));
  } finally {
    clearInterval(telling);
    mailbox.stop();
  }
  for (const { channel, bought } of done) {
    const truth = truths.get(channel) as LinkTruth;
    truth.people += 1;
    if (bought) truth.orders += 1;
  }
  return { did: countsOf(done), links: [...truths.values()] };
}

/** Each simulated browser has an address of its own, in the range that documents use. */
const addressOf = (mark: string, index: number): string => {
  const run = Number.parseInt(mark, 36) % 2 ** 32;
  const part = (value: number) => (value & 0xffff).toString(16);
  return `2001:db8:${part(run >>> 16)}:${part(run)}::${part(index >>> 16)}:${part(index)}`;
};

const countsOf = (done: Deeds[]): Record<Reported, number> => ({
  readers: done.filter(({ read }) => read).length,
  emails: done.filter(({ leftEmail }) => leftEmail).length,
  trials: done.filter(({ tried }) => tried).length,
  videos: done.filter(({ watched }) => watched).length,
  orders: done.filter(({ bought }) => bought).length,
});

function progressOf(done: Deeds[], people: number): string {
  const counts = countsOf(done);
  return `${done.length} of ${people}: ${REPORTED.map((key) => `${counts[key]} ${key}`).join(', ')}`;
}

const PATIENCE_MS = 20_000;
const STEP_MS = 500;

/** Orders are booked by news that comes a moment after the payment: waits until they are there, or patience ends. */
async function settled(read: () => Promise<Reports>, before: Reports, did: Sent['did']): Promise<Reports> {
  for (const from = performance.now(); ; await new Promise((resolve) => setTimeout(resolve, STEP_MS))) {
    const now = await read();
    const isThere = REPORTED.every((key) => now.people[key] - before.people[key] >= did[key]);
    const earned = [...now.earned.values()].reduce((sum, { orders }) => sum + orders, 0);
    const had = [...before.earned.values()].reduce((sum, { orders }) => sum + orders, 0);
    if ((isThere && earned - had >= did.orders) || performance.now() - from > PATIENCE_MS) return now;
  }
}
