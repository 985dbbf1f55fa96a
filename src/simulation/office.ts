import { setTimeout as pause } from 'node:timers/promises';
import { Unexpected, type Web } from './web.ts';

/** What the simulation asks of the API, with a key, as its owner would. */
export interface Office {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: object): Promise<T>;
}

const MOST_TRIES = 8;

/** @param key an API key of the workspace */
export function openOffice(web: Web, key: string): Office {
  async function call<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      const answer = await web.ask({
        method,
        path: `/api/v1${path}`,
        headers: {
          authorization: `Bearer ${key}`,
          accept: 'application/json',
          ...(body && { 'content-type': 'application/json' }),
        },
        from: '127.0.0.1',
        ...(body && { body: JSON.stringify(body) }),
      });
      if (answer.status < 300) return JSON.parse(answer.text) as T;
      // A limit of calls, or a database that is away for a moment.
      if (![429, 503].includes(answer.status) || tries === MOST_TRIES)
        throw new Unexpected({ method, path: `/api/v1${path}` }, answer);
      await pause(1_000 * tries);
    }
  }
  return { get: (path) => call('GET', path), post: (path, body) => call('POST', path, body) };
}

export interface ListOf<T> {
  data: T[];
  nextCursor: string | null;
}

export interface Playbook {
  id: string;
  slug: string;
  title: string;
  currentVersion: object | null;
}

export interface Link {
  id: string;
  slug: string;
  clicks: { people: number; machines: number; raw: number };
}

/** The playbook with this slug, or the oldest that is published. @throws Error when there is none */
export async function playbookOf(office: Office, slug: string | undefined): Promise<Playbook> {
  const { data } = await office.get<ListOf<Playbook>>('/playbooks?limit=200');
  const published = data.filter(({ currentVersion }) => currentVersion !== null);
  const found = slug ? published.find((one) => one.slug === slug) : published.at(-1);
  if (found) return found;
  const others = published.map((one) => one.slug).join(', ');
  throw new Error(
    slug
      ? `No playbook "${slug}" is published. ${others ? `There are: ${others}.` : 'None is.'}`
      : 'No playbook is published yet.',
  );
}

const STILL_MS = 120_000;

/** Waits until nothing longer is under way, such as the sample's own history: it would be counted, too. */
export async function untilQuiet(office: Office, say: (line: string) => void): Promise<void> {
  for (const from = performance.now(); ; await pause(1_000)) {
    const { data } = await office.get<{ data: { kind: string; title: string }[] }>('/running');
    const sample = data.find(({ kind }) => kind === 'sample');
    if (!sample) return;
    if (performance.now() - from > STILL_MS) throw new Error(`“${sample.title}” takes too long.`);
    say(`waiting for “${sample.title}”`);
  }
}
