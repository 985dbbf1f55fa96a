import { AsyncLocalStorage } from 'node:async_hooks';
import type { Logger } from 'pino';
import type { Clock } from '#context';
import { connect } from '#kernel/database';
import { joinToday } from '#kernel/jobs';
import { assemble, type House } from '../app.ts';
import type { Config } from '../config.ts';

/**
 * A clock that stands until it is set, and never goes back. Whoever is at another time for a while carries that time
 * along, through everything that follows from what they do.
 */
export class PastClock implements Clock {
  #now: number;
  readonly #apart = new AsyncLocalStorage<{ now: number }>();

  constructor(start: Date) {
    this.#now = start.getTime();
  }

  now(): Date {
    return new Date(this.#apart.getStore()?.now ?? this.#now);
  }

  /** Goes on to an instant; one that has passed changes nothing. */
  reach(instant: Date): void {
    this.#now = Math.max(this.#now, instant.getTime());
  }

  advance(ms: number): void {
    const apart = this.#apart.getStore();
    if (apart) apart.now += ms;
    else this.#now += ms;
  }

  /** Does something at a time of its own; others go on at theirs. */
  at<T>(instant: Date, task: () => Promise<T>): Promise<T> {
    return this.#apart.run({ now: instant.getTime() }, task);
  }
}

/** The same program over the same database, at another time. */
export interface Past {
  house: House;
  clock: PastClock;
  /** Does all jobs that are due by this clock. */
  settle(): Promise<void>;
  /** Gives what is planned for later to the worker of today. */
  joinToday(): Promise<void>;
  close(): Promise<void>;
}

/** The line that jobs of the past stand on, out of reach of today's worker. */
const LINE = 'history';

/** What a database address and a log are to the past. */
interface Ground {
  url: string;
  directUrl?: string | undefined;
  log: Logger;
}

/**
 * Opens the program a second time with a clock of its own, for making history: what it does, its mails and its jobs
 * happen at that clock's time, while the program beside it goes on living today. Whatever is configured, it reaches
 * nobody outside: its mail stays in the local catcher, its drafts come from the built-in composer, its money is the test
 * checkout's.
 */
export async function openPast(config: Config, { url, directUrl, log }: Ground, start: Date): Promise<Past> {
  const database = connect({ url, directUrl, jobLine: LINE }, log, 8);
  const clock = new PastClock(start);
  const house = await assemble(reachingNobody(config), {
    database,
    log: log.child({ process: 'history' }),
    clock,
    jobLine: LINE,
    callsPerMinute: Number.MAX_SAFE_INTEGER,
  }).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  await house.platform.mail.start();
  await house.worker.start();
  return {
    house,
    clock,
    settle: () => house.worker.settle(clock.now()),
    async joinToday() {
      await joinToday(database.ownerPool, LINE);
    },
    async close() {
      await house.close();
      await database.close();
    },
  };
}

const reachingNobody = (config: Config): Config => ({
  ...config,
  SMTP_URL: undefined,
  SMTP_URL_MARKETING: undefined,
  SMTP_URL_OUTREACH: undefined,
  OPENAI_API_KEY: undefined,
  OPENAI_BASE_URL: undefined,
  ANTHROPIC_API_KEY: undefined,
  ANTHROPIC_BASE_URL: undefined,
  STRIPE_SECRET_KEY: undefined,
  STRIPE_WEBHOOK_SECRET: [],
});
