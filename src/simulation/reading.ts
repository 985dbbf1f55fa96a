import type { Visitor } from './visitor.ts';
import { Unexpected } from './web.ts';

/** A playbook's page, open before somebody who came by a link. */
export interface Reading {
  /** Path of the page, without its query. */
  path: string;
  clickId: string | null;
  utm: Record<string, string>;
  versionId: string;
  /** Steps that this page shows, in order. */
  steps: { stepId: string; position: number }[];
}

/** Follows a link and opens what it leads to, as a browser with scripts does. @throws Unexpected */
export async function arrive(who: Visitor, slug: string, referrer?: string): Promise<Reading> {
  const asked = { method: 'GET' as const, path: `/l/${slug}` };
  const hop = await who.get(asked.path, referrer ? { referer: referrer } : {});
  if (hop.status !== 302 || !hop.location) throw new Unexpected(asked, hop);
  const target = new URL(hop.location, 'http://localhost');
  const utm = Object.fromEntries([...target.searchParams].filter(([name]) => name.startsWith('utm_')));
  const reading = await openPage(who, target.pathname + target.search, target.searchParams.get('c'), utm);
  await say(who, reading, { kind: 'view', referrer: referrer ?? null });
  return reading;
}

/** Opens the page again, on another day or after the gate, and is seen there. */
export async function comeBack(who: Visitor, before: Reading): Promise<Reading> {
  const reading = await openPage(who, before.path, before.clickId, before.utm);
  await say(who, reading, { kind: 'view' });
  return reading;
}

async function openPage(
  who: Visitor,
  path: string,
  clickId: string | null,
  utm: Record<string, string>,
): Promise<Reading> {
  const page = await who.get(path);
  const versionId = /data-version="([^"]+)"/.exec(page.text)?.[1];
  if (page.status !== 200 || !versionId) throw new Unexpected({ method: 'GET', path }, page);
  const steps = [...page.text.matchAll(/data-step="([^"]+)" data-position="(\d+)"/g)].map(
    ([, stepId = '', position]) => ({ stepId, position: Number(position) }),
  );
  return { path: path.replace(/\?.*/, ''), clickId, utm, versionId, steps };
}

const say = (who: Visitor, { path, versionId, clickId, utm }: Reading, fact: object) =>
  who.tell(`${path}/facts`, { versionId, clickId, referrer: null, utm, ...fact });

/** Reads steps from one position to another and ticks them off. */
export async function read(who: Visitor, reading: Reading, from: number, to: number): Promise<void> {
  for (const step of reading.steps.filter(({ position }) => position >= from && position <= to)) {
    await Promise.all([
      say(who, reading, { kind: 'opened', ...step }),
      say(who, reading, { kind: 'done', ...step }),
    ]);
  }
}

/** Stands before the gate. */
export async function seeGate(who: Visitor, reading: Reading): Promise<void> {
  await say(who, reading, { kind: 'gate_seen' });
}

/** What somebody writes at the gate. */
export interface Entry {
  email: string;
  answers: Record<string, string>;
  newsletter: boolean;
  /** How long they took. */
  elapsedMs: number;
}

/** Passes the gate; the page behind it is what comes back. @throws Unexpected */
export async function passGate(
  who: Visitor,
  reading: Reading,
  { email, answers, newsletter, elapsedMs }: Entry,
): Promise<Reading> {
  const done = reading.steps.map(({ stepId }) => stepId);
  await who.tell(`${reading.path}/gate`, {
    email,
    answers,
    newsletter,
    c: reading.clickId,
    elapsedMs,
    carried: { answers: {}, done },
  });
  return openPage(who, reading.path, reading.clickId, reading.utm);
}

/** Keeps what was ticked off behind the gate. */
export async function keepProgress(who: Visitor, { path, steps }: Reading, upTo: number): Promise<void> {
  const done = steps.filter(({ position }) => position <= upTo);
  await who.tell(`${path}/progress`, {
    answers: {},
    stepsDone: done.map(({ stepId }) => stepId),
    position: Math.max(1, upTo),
  });
}

/** Asks the expert's clone. @throws Unexpected when they may not, or there is none */
export async function askClone(who: Visitor, { path }: Reading, question: string): Promise<void> {
  await who.tell(`${path}/clone/questions`, { question });
}

/** Presses the button behind the link of a mail that asks whether the address is theirs. */
export async function confirm(who: Visitor, path: string): Promise<void> {
  const page = await who.get(path);
  if (page.status !== 200) throw new Unexpected({ method: 'GET', path }, page);
  await who.submit(path, {});
}
