// `npm run check:web`: Lighthouse over the sample playbook, as a reader on a slow phone meets it. All four categories must say 100.
import { setTimeout as pause } from 'node:timers/promises';
import { Installation } from './lib/installation.ts';
import { scorePage } from './lib/lighthouse.ts';

const LONGEST_FILLING_MS = 120_000;

const installation = await Installation.start();
try {
  const key =
    installation
      .command('api-key', 'create', '--workspace', 'sample', '--name', 'check:web')
      .split('\n')
      .at(-1) ?? '';
  const page = new URL(await publishedPage(key), installation.url).href;
  const { scores, findings } = await scorePage(page);
  process.stdout.write(`${page}\n`);
  for (const [category, score] of Object.entries(scores))
    process.stdout.write(`  ${String(score).padStart(3)}  ${category}\n`);
  for (const finding of findings) process.stdout.write(`       - ${finding}\n`);
  process.exitCode = Object.values(scores).every((score) => score === 100) ? 0 : 1;
} finally {
  await installation.stop();
}

/** The address of the first published playbook, once the sample has one. */
async function publishedPage(key: string): Promise<string> {
  for (const until = Date.now() + LONGEST_FILLING_MS; Date.now() < until; await pause(500)) {
    const answer = await fetch(`${installation.url}/api/v1/playbooks`, {
      headers: { authorization: `Bearer ${key}` },
    });
    const { data } = (await answer.json()) as {
      data: { slug: string; publishedNumber?: number | null; status?: string }[];
    };
    for (const { slug } of data) {
      const path = `/p/sample/${slug}`;
      if ((await fetch(installation.url + path)).ok) return path;
    }
  }
  throw new Error('The sample has published no playbook.');
}
