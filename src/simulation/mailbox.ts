import { setTimeout as pause } from 'node:timers/promises';
import type { ListOf, Office } from './office.ts';

/** Where the simulated people read their mail: the local catcher, through the API. */
export interface Mailbox {
  /** What a mail to this address holds that fits the pattern. @throws Error when none comes in time */
  find(email: string, pattern: RegExp): Promise<string>;
  stop(): void;
}

const POLL_MS = 400;
const PAGE = 50;
const PATIENCE_MS = 180_000;

interface Waiting {
  pattern: RegExp;
  found: (text: string) => void;
}

/** Looks for everybody at once: a question for each mail would be more calls than one caller may make. */
export function openMailbox(office: Office): Mailbox {
  const waiting = new Map<string, Waiting[]>();
  // Ids of mails that came before anybody looked for them.
  const kept = new Map<string, string[]>();
  const seen = new Set<string>();
  let isOpen = true;

  async function look(): Promise<void> {
    let cursor = '';
    for (;;) {
      const { data, nextCursor } = await office.get<ListOf<{ id: string; to: string[] }>>(
        `/stand-ins/mail?limit=${PAGE}${cursor}`,
      );
      const fresh = data.filter(({ id }) => !seen.has(id));
      for (const { id, to } of fresh) {
        seen.add(id);
        for (const email of to) kept.set(email, [...(kept.get(email) ?? []), id]);
      }
      // The catcher's list is of all times; what was there before the first look concerns nobody here.
      if (fresh.length < data.length || !nextCursor || seen.size === fresh.length) return;
      cursor = `&cursor=${encodeURIComponent(nextCursor)}`;
    }
  }

  async function read(email: string): Promise<void> {
    const ids = kept.get(email) ?? [];
    kept.delete(email);
    for (const id of ids) {
      const { text } = await office.get<{ text: string }>(`/stand-ins/mail/${id}`);
      const left = (waiting.get(email) ?? []).filter(({ pattern, found }) => {
        const fits = pattern.exec(text)?.[0];
        if (fits) found(fits);
        return !fits;
      });
      if (left.length > 0) waiting.set(email, left);
      else waiting.delete(email);
    }
  }

  let broken: unknown;
  const loop = async () => {
    await look();
    for (; isOpen; await pause(POLL_MS)) {
      if (waiting.size === 0) continue;
      await look();
      for (const email of [...waiting.keys()]) await read(email);
    }
  };
  loop().catch((error: unknown) => {
    broken = error;
  });

  return {
    async find(email, pattern) {
      let answer: string | undefined;
      const found = (text: string) => {
        answer = text;
      };
      waiting.set(email, [...(waiting.get(email) ?? []), { pattern, found }]);
      for (const from = performance.now(); answer === undefined; await pause(POLL_MS / 2)) {
        if (broken) throw broken;
        if (performance.now() - from > PATIENCE_MS)
          throw new Error(
            `No mail with ${pattern.source} came to ${email} in ${PATIENCE_MS / 1000} s. Is a mail server set? The simulation reads the local catcher.`,
          );
      }
      return answer;
    },
    stop() {
      isOpen = false;
    },
  };
}
