import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { findEmbedded } from '#kernel/database';
import { load, type Measured, startChild, stopChild } from './load.ts';

/**
 * `npm run bench`: redirects and the public page as ratios to a bare `node:http` server of the same run, and how long the
 * first and second start take. The bare server runs first and last; a run in which the two differ by more than a tenth
 * is thrown away, because something else was using the machine.
 */

const SECONDS = Number(process.env.BENCH_SECONDS ?? 5);
const NOISE = 0.1;
const MOST_TRIES = 4;
const ROOT = join(import.meta.dirname, '..');
const ENTRY = join(ROOT, 'dist/main.js');
const PORT = 20_000 + Math.floor(Math.random() * 20_000);

interface Row {
  what: string;
  connections: number;
  ours: Measured;
  bare: number;
}

const dataDir = await mkdtemp(join(tmpdir(), 'playbookos-bench-'));
const env = {
  ...process.env,
  NODE_ENV: 'production',
  PORT: String(PORT),
  DATA_DIR: dataDir,
  LOG_LEVEL: 'warn',
};
const start = () => startChild(process.execPath, [ENTRY], env, /ready at (\S+)/);

const first = await start();
await waitForSample();
await stopChild(first.child);
const second = await start();
const base = `http://127.0.0.1:${PORT}`;
try {
  const link = `${base}/l/three-jobs`;
  const page = `${base}/p/sample/fixed-price-quote`;
  const bytes = Buffer.from(await (await fetch(page)).arrayBuffer()).length;
  const before = await countClicks();
  const rows: Row[] = [];
  for (const connections of [50, 200]) {
    rows.push(
      await compare('redirect', link, connections, ['302', 'location:/p/sample/fixed-price-quote', '0']),
    );
  }
  const answered = globalThis.answeredRedirects;
  const kept = (await countClicks()) - before;
  rows.push(await compare('public page', page, 50, ['200', 'content-type:text/html', String(bytes)]));
  console.log('');
  console.log('what         connections   ours/s   bare/s   ratio   p99 ms   failed');
  for (const { what, connections, ours, bare } of rows) {
    console.log(
      [
        what.padEnd(12),
        String(connections).padStart(11),
        ours.perSecond.toFixed(0).padStart(8),
        bare.toFixed(0).padStart(8),
        (ours.perSecond / bare).toFixed(2).padStart(7),
        ours.p99Ms.toFixed(0).padStart(8),
        String(ours.failed).padStart(8),
      ].join(' '),
    );
  }
  console.log(
    `clicks answered ${answered}, in the table ${kept} (those under way when the load stopped are in the table, too)`,
  );
  console.log(`start: first ${(first.ms / 1000).toFixed(1)} s, second ${(second.ms / 1000).toFixed(2)} s`);
  if (kept < answered) process.exitCode = 1;
} finally {
  await stopChild(second.child);
  await rm(dataDir, { recursive: true, force: true });
}

declare global {
  var answeredRedirects: number;
}

async function compare(what: string, url: string, connections: number, bareWords: string[]): Promise<Row> {
  for (let tries = 1; ; tries += 1) {
    const bareBefore = await bare(bareWords, connections);
    const ours = await load(url, connections, SECONDS);
    if (what === 'redirect')
      globalThis.answeredRedirects = (globalThis.answeredRedirects ?? 0) + ours.answered;
    const bareAfter = await bare(bareWords, connections);
    const noise = Math.abs(bareBefore - bareAfter) / Math.max(bareBefore, bareAfter);
    if (noise <= NOISE || tries === MOST_TRIES) {
      if (noise > NOISE)
        console.log(
          `${what} at ${connections}: the bare server differed by ${(noise * 100).toFixed(0)} % in every try; read the ratio with care`,
        );
      return { what, connections, ours, bare: (bareBefore + bareAfter) / 2 };
    }
    console.log(
      `${what} at ${connections}: thrown away, the bare server differed by ${(noise * 100).toFixed(0)} %`,
    );
  }
}

async function bare(words: string[], connections: number): Promise<number> {
  const { child, match } = await startChild(
    process.execPath,
    [join(ROOT, 'bench/bare.ts'), ...words],
    process.env,
    /listening (\d+)/,
  );
  try {
    return (await load(`http://127.0.0.1:${match[1]}/`, connections, SECONDS)).perSecond;
  } finally {
    await stopChild(child);
  }
}

async function countClicks(): Promise<number> {
  const found = await findEmbedded(dataDir);
  if (!found) throw new Error('The database is not up.');
  const client = new pg.Client({ connectionString: found.connectionString('playbookos', 'postgres') });
  await client.connect();
  const { rows } = await client.query<{ clicks: number }>('select count(*)::int as clicks from app.clicks');
  await client.end();
  return rows[0]?.clicks ?? 0;
}

async function waitForSample(): Promise<void> {
  for (
    const until = Date.now() + 90_000;
    Date.now() < until;
    await new Promise((resolve) => setTimeout(resolve, 250))
  ) {
    const answer = await fetch(`http://127.0.0.1:${PORT}/p/sample/fixed-price-quote`).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Error('The sample playbook was not published in 90 s.');
}
