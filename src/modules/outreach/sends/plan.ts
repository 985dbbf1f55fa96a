import { addDays, instantAt, nextInWindow, type SendWindow, wallClock } from './zone.ts';

/** A mailbox as far as planning goes. */
export interface PlanMailbox {
  id: string;
  timeZone: string;
  dailyCap: number;
  rampPerDay: number;
  /** The day on which its ramp began; null when it sends in full. */
  rampFrom: string | null;
  gapSeconds: number;
  /** What other campaigns have planned already: sends by day of its zone. */
  taken: Map<string, number>;
}

export interface PlanPerson {
  id: string;
  timeZone: string;
  /** One per mail of the person's variant: days after the mail before. */
  delays: number[];
  mailIds: string[];
}

export interface PlannedSlot {
  personId: string;
  mailboxId: string;
  mailId: string;
  position: number;
  earliestAt: Date;
  plannedAt: Date;
}

const RAMP_START = 5;

/** Mails a mailbox may send on a day of its zone: the cap, or on its way there. */
export function capOn(
  mailbox: Pick<PlanMailbox, 'dailyCap' | 'rampPerDay' | 'rampFrom'>,
  day: string,
): number {
  if (!mailbox.rampFrom || mailbox.rampPerDay === 0) return mailbox.dailyCap;
  const days = Math.max(0, Math.round((Date.parse(day) - Date.parse(mailbox.rampFrom)) / 86_400_000));
  return Math.min(mailbox.dailyCap, RAMP_START + days * mailbox.rampPerDay);
}

/**
 * Gives every mail of a campaign its mailbox and time: in the window of the prospect's own zone, within what the mailbox
 * may send a day, with the gap between two mails. Everybody's first mail is placed before anybody's second. People keep one
 * mailbox. The time grows with the number of mails, not with the days they fill.
 */
export function planSends(
  people: PlanPerson[],
  mailboxes: PlanMailbox[],
  start: Date,
  window: SendWindow,
): PlannedSlot[] {
  if (mailboxes.length === 0) return [];
  const books = mailboxes.map((mailbox) => new Book(mailbox, window));
  const slots: PlannedSlot[] = [];
  let waiting = people.map((person, index) => ({
    person,
    book: books[index % books.length] as Book,
    earliest: start,
    next: 0,
  }));
  while (waiting.length > 0) {
    for (const entry of waiting) {
      const { person, book, next } = entry;
      const earliestAt = nextInWindow(entry.earliest, person.timeZone, window);
      const plannedAt = book.take(earliestAt, person.timeZone);
      slots.push({
        personId: person.id,
        mailboxId: book.mailbox.id,
        mailId: person.mailIds[next] ?? '',
        position: next + 1,
        earliestAt,
        plannedAt,
      });
      entry.next += 1;
      entry.earliest = daysLater(plannedAt, person.delays[entry.next] ?? 0, person.timeZone);
    }
    waiting = waiting.filter(({ person, next }) => next < person.mailIds.length);
  }
  return slots;
}

/** The same time of the wall clock some days later. */
export function daysLater(instant: Date, days: number, zone: string): Date {
  const { day, minutes } = wallClock(instant, zone);
  return instantAt(addDays(day, days), minutes, zone);
}

/** What one mailbox has on each day. */
class Book {
  readonly mailbox: PlanMailbox;
  #window: SendWindow;
  #taken: Map<string, number>;
  #last = new Map<string, number>();
  /** Days before it are full. */
  #firstOpen = '';

  constructor(mailbox: PlanMailbox, window: SendWindow) {
    this.mailbox = mailbox;
    this.#window = window;
    this.#taken = new Map(mailbox.taken);
  }

  take(earliest: Date, zone: string): Date {
    const own = this.mailbox.timeZone;
    let at = earliest;
    // Whether every day so far was full, so that nobody need look at them again.
    let isRun = this.#firstOpen === '' || wallClock(at, own).day <= this.#firstOpen;
    if (this.#firstOpen > wallClock(at, own).day)
      at = nextInWindow(instantAt(this.#firstOpen, 0, own), zone, this.#window);
    // More days than any cap above zero needs; a mailbox that may send nothing leaves it as early as it can be.
    for (let tries = 0; tries < 400; tries += 1) {
      const day = wallClock(at, own).day;
      const taken = this.#taken.get(day) ?? 0;
      if (taken < capOn(this.mailbox, day)) {
        const free = (this.#last.get(day) ?? Number.NEGATIVE_INFINITY) + this.mailbox.gapSeconds * 1000;
        const fitting = nextInWindow(new Date(Math.max(at.getTime(), free)), zone, this.#window);
        if (wallClock(fitting, own).day === day) {
          this.#taken.set(day, taken + 1);
          this.#last.set(day, Math.max(fitting.getTime(), this.#last.get(day) ?? 0));
          return fitting;
        }
        isRun = false;
        at = fitting;
        continue;
      }
      if (isRun) this.#firstOpen = addDays(day, 1);
      at = nextInWindow(instantAt(addDays(day, 1), 0, own), zone, this.#window);
    }
    return at;
  }
}
