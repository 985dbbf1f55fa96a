import { SAMPLE_OWNER } from '#kernel/identity';
import { orders } from '#modules/conversion';
import { buy, watch } from '../simulation/buying.ts';
import { crawl } from '../simulation/machines.ts';
import {
  arrive,
  askClone,
  comeBack,
  confirm,
  keepProgress,
  passGate,
  type Reading,
  read,
  seeGate,
} from '../simulation/reading.ts';
import { type Visitor, visitor } from '../simulation/visitor.ts';
import type { Reader } from './people.ts';
import type { SampleHouse } from './sample.ts';
import type { Act } from './timetable.ts';
import { overApp } from './web.ts';

interface Browsing {
  who: Visitor;
  page: Reading;
}

/** What a person was about to do and could not, because the program was stopped in between: they stay where they were. */
class LeftOff extends Error {}

/** How many acts are noted as begun at a time. What a crash leaves half done is not done again. */
const PIECE = 16;

/**
 * Does what stands in the timetable, at its time. Acts from which nothing follows (somebody reads a little and leaves, a
 * machine comes by) are done beside each other, all others one after the other, each with its mails and jobs.
 * @param from how many acts were begun before, by a start that was interrupted
 * @param note keeps how many have been begun, before they are
 */
export async function liveThrough(
  house: SampleHouse,
  acts: Act[],
  from: number,
  note: (begun: number) => Promise<void>,
): Promise<void> {
  const { past } = house;
  const { clock } = past;
  const web = overApp(past.house.app, () => clock.advance(REQUEST_MS));
  const machines = overApp(past.house.app, () => clock.advance(MACHINE_REQUEST_MS));
  const open = new Map<string, Browsing>();
  const lost = new Set(acts.slice(0, from).flatMap((act) => ('reader' in act ? [act.reader.email] : [])));

  let begun = from;
  for (const piece of piecesOf(acts.slice(from))) {
    house.signal.throwIfAborted();
    begun += piece.length;
    await note(begun);
    const light = piece.filter(isLight).map((act) => clock.at(act.at, () => perform(act)));
    // Whatever happens to the others, nobody is left doing something when this has ended.
    const heavy = (async () => {
      for (const act of piece.filter((one) => !isLight(one))) {
        clock.reach(act.at);
        await perform(act);
        await past.settle();
      }
    })();
    await Promise.allSettled([...light, heavy]);
    await Promise.all([...light, heavy]);
  }

  async function perform(act: Act): Promise<void> {
    if (act.kind === 'crawl') {
      await crawl(machines, act.machine, act.link);
    } else if (act.kind === 'refund' || !lost.has(act.reader.email)) {
      await live(act.kind, act.reader).catch((error: unknown) => {
        if (!(error instanceof LeftOff)) throw error;
        lost.add(act.reader.email);
      });
    }
  }

  async function live(kind: Exclude<Act['kind'], 'crawl'>, reader: Reader): Promise<void> {
    if (kind === 'visit') return visit(reader);
    // That is the owner's to do, whatever became of the buyer's browser.
    if (kind === 'refund') return refund(reader);
    const browsing = open.get(reader.email);
    if (!browsing) throw new LeftOff();
    const { who } = browsing;
    switch (kind) {
      case 'confirm':
        await confirm(who, await mailed(reader, /\/confirm\/[A-Za-z0-9_-]+/));
        break;
      case 'return':
        browsing.page = await comeBack(who, browsing.page);
        await read(who, browsing.page, reader.steps + 1, reader.readsOnTo);
        await keepProgress(who, browsing.page, reader.readsOnTo);
        break;
      case 'ask':
        for (const question of reader.questions) await askClone(who, browsing.page, question);
        break;
      case 'watch': {
        const address = await mailed(reader, /\/v\/[A-Za-z0-9_-]+/);
        await watch(who, address, reader.watchedShare);
        if (reader.buys) await buy(who, address, reader);
      }
    }
  }

  async function visit(reader: Reader): Promise<void> {
    const from = `2001:db8:5a::${(reader.index + 1).toString(16)}`;
    const who = visitor(web, { from, userAgent: reader.device });
    const page = await arrive(who, reader.link, reader.channel.referrer);
    await read(who, page, 1, reader.steps);
    if (reader.seesGate) await seeGate(who, page);
    if (!reader.leavesEmail) return;
    const { email, answers, newsletter, elapsedMs } = reader;
    open.set(email, { who, page: await passGate(who, page, { email, answers, newsletter, elapsedMs }) });
  }

  async function refund({ email }: Reader): Promise<void> {
    const { data } = await house.inside((ctx) => orders.list(ctx, { q: email, limit: 1 }));
    const [order] = data;
    if (!order) throw new LeftOff();
    await house.inside((ctx) =>
      orders.refund(ctx, order.id, {
        amountMinor: order.totalMinor,
        reason: 'Bought it twice by mistake',
        revokesAccess: true,
      }),
    );
  }

  /** What a mail to somebody holds that fits. @throws LeftOff when there is no such mail */
  async function mailed({ email }: Reader, pattern: RegExp): Promise<string> {
    for (const text of await mailsTo(house, email)) {
      const found = pattern.exec(text)?.[0];
      if (found) return found;
    }
    throw new LeftOff(`No mail with ${pattern.source} came to ${email}.`);
  }
}

/** A request takes a person some seconds, and a machine next to nothing. */
const REQUEST_MS = 7_000;
const MACHINE_REQUEST_MS = 60;

/** Consecutive acts of one day: on another day a visitor is somebody else, so no two days may be beside each other. */
function* piecesOf(acts: Act[]): Generator<Act[]> {
  let piece: Act[] = [];
  for (const act of acts) {
    const [first] = piece;
    if (first && (piece.length === PIECE || dayOf(first.at) !== dayOf(act.at))) {
      yield piece;
      piece = [];
    }
    piece.push(act);
  }
  if (piece.length > 0) yield piece;
}

const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10);

/** Whether nothing follows from an act, no mail and no job. */
const isLight = (act: Act): boolean =>
  act.kind === 'crawl' || (act.kind === 'visit' && !act.reader.leavesEmail);

const sessions = new WeakMap<SampleHouse, Promise<Record<string, string>>>();

/** Texts of the mails that the catcher holds for somebody, newest first, as their owner reads them. */
async function mailsTo(house: SampleHouse, email: string): Promise<string[]> {
  const { app } = house.past.house;
  const session = sessions.get(house) ?? ownerSession(house);
  sessions.set(house, session);
  const headers = await session;
  const list = await app.inject({
    url: `/api/v1/stand-ins/mail?search=${encodeURIComponent(email)}`,
    headers,
  });
  const mails = (list.json() as { data?: { id: string }[] }).data ?? [];
  return Promise.all(
    mails.map(async ({ id }) => {
      const opened = await app.inject({ url: `/api/v1/stand-ins/mail/${id}`, headers });
      return (opened.json() as { text: string }).text;
    }),
  );
}

async function ownerSession({ platform, workspace }: SampleHouse): Promise<Record<string, string>> {
  const owner = await platform.identity.findAccountByEmail(SAMPLE_OWNER.email);
  if (!owner) throw new Error('The sample has no owner.');
  const { cookies } = await platform.identity.openSession(owner.userId);
  return { cookie: cookies.map((line) => line.split(';')[0]).join('; '), 'x-workspace': workspace.slug };
}
