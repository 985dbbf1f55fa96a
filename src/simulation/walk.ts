import { buy, watch } from './buying.ts';
import type { Mailbox } from './mailbox.ts';
import type { Person } from './plan.ts';
import { arrive, askClone, confirm, keepProgress, passGate, read, seeGate } from './reading.ts';
import { visitor } from './visitor.ts';
import type { Web } from './web.ts';

/** What somebody really did. The truth that the reports are held against. */
export interface Deeds {
  channel: string;
  clicked: boolean;
  read: boolean;
  leftEmail: boolean;
  confirmed: boolean;
  tried: boolean;
  watched: boolean;
  bought: boolean;
}

interface Way {
  web: Web;
  mailbox: Mailbox;
  slug: string;
  from: string;
  /** Waits without being in anybody's way. */
  rest: <T>(waiting: Promise<T>) => Promise<T>;
}

/** Goes the way that was drawn for this person, to its end. @throws Unexpected when the program does not let them */
export async function walk(person: Person, { web, mailbox, slug, from, rest }: Way): Promise<Deeds> {
  const deeds: Deeds = {
    channel: person.channel.key,
    clicked: false,
    read: false,
    leftEmail: false,
    confirmed: false,
    tried: false,
    watched: false,
    bought: false,
  };
  const who = visitor(web, { from, userAgent: person.device });
  const page = await arrive(who, slug, person.channel.referrer);
  deeds.clicked = true;
  deeds.read = true;
  await read(who, page, 1, person.steps);
  if (person.seesGate) await seeGate(who, page);
  if (!person.leavesEmail) return deeds;
  const { email, answers, newsletter, elapsedMs } = person;
  const open = await passGate(who, page, { email, answers, newsletter, elapsedMs });
  deeds.leftEmail = true;
  await read(who, open, person.steps + 1, person.readsOnTo);
  if (person.readsOnTo > person.steps) await keepProgress(who, open, person.readsOnTo);
  if (person.confirms) {
    await confirm(who, await rest(mailbox.find(email, /\/confirm\/[A-Za-z0-9_-]+/)));
    deeds.confirmed = true;
  }
  for (const question of person.questions) {
    await askClone(who, open, question);
    deeds.tried = true;
  }
  if (!person.raisesHand) return deeds;
  const address = await rest(mailbox.find(email, /\/v\/[A-Za-z0-9_-]+/));
  if (person.watchedShare > 0) await watch(who, address, person.watchedShare);
  deeds.watched = person.watches;
  if (person.buys) {
    await buy(who, address, person);
    deeds.bought = true;
  }
  return deeds;
}
