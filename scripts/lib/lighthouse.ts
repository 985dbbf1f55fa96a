import { createServer } from 'node:net';
import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';
import { ensureChromium } from './chromium.mjs';

/** What Lighthouse says of one page: a score from 0 to 100 for each category, and what costs points. */
export interface WebScores {
  scores: Record<string, number>;
  findings: string[];
}

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

/** Looks at one page as Lighthouse does by default: a slow phone on a slow network. */
export async function scorePage(url: string): Promise<WebScores> {
  const executablePath = ensureChromium({ say: (line: string) => process.stderr.write(`${line}\n`) });
  if (!executablePath) throw new Error('There is no Chromium. CHROMIUM names one by hand.');
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-dev-shm-usage', `--remote-debugging-port=${port}`],
  });
  try {
    const run = await lighthouse(url, {
      port,
      output: 'json',
      logLevel: 'error',
      onlyCategories: CATEGORIES,
    });
    if (!run) throw new Error(`Lighthouse said nothing of ${url}.`);
    const { categories, audits, runtimeError } = run.lhr;
    if (runtimeError) throw new Error(`Lighthouse: ${runtimeError.message}`);
    return {
      scores: Object.fromEntries(
        CATEGORIES.map((name) => [name, Math.round((categories[name]?.score ?? 0) * 100)]),
      ),
      findings: Object.values(audits)
        .filter(
          ({ score, scoreDisplayMode }) =>
            score !== null && score < 0.9 && scoreDisplayMode !== 'informative',
        )
        .map(({ title, displayValue }) => (displayValue ? `${title} (${displayValue})` : title)),
    };
  } finally {
    await browser.close();
  }
}

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((ready) => probe.listen(0, '127.0.0.1', ready));
  const { port } = probe.address() as { port: number };
  await new Promise((closed) => probe.close(closed));
  return port;
}
