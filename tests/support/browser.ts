import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium, orRefuse } from '../../scripts/lib/chromium.mjs';
import { openHouse, type TestHouse } from './harness.ts';

/** The browser that this run has; none skips the journeys by name, except in CI, where it is an error. */
export const chromiumPath: string | undefined = orRefuse(findChromium(), process.env);

/** A house that listens under the address it believes to have, with a browser before it. */
export interface VisitedHouse {
  house: TestHouse;
  browser: Browser;
  /** `http://localhost:<port>` */
  url: string;
  /** A visitor of their own: no cookie, nothing kept. */
  visitor(options?: Parameters<Browser['newContext']>[0]): Promise<BrowserContext>;
  close(): Promise<void>;
}

/** Opens a house to visitors. Close it in `afterAll`. */
export async function openVisitedHouse(env: Record<string, string> = {}): Promise<VisitedHouse> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const house = await openHouse({ env: { ...env, PUBLIC_URL: url } });
  await house.app.listen({ port, host: 'localhost' });
  const browser = await chromium.launch({
    ...(chromiumPath && { executablePath: chromiumPath }),
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  return {
    house,
    browser,
    url,
    visitor: (options) => browser.newContext({ baseURL: url, reducedMotion: 'reduce', ...options }),
    async close() {
      await browser.close();
      await house.close();
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((ready) => probe.listen(0, 'localhost', ready));
  const { port } = probe.address() as AddressInfo;
  await new Promise((closed) => probe.close(closed));
  return port;
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ALL = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The other theme changes colours and nothing else. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds at an address in both themes, wide and on a phone, as sentences. The page is loaded afresh in each theme.
 * @param isReady waits until everything is shown
 */
export async function barriers(
  page: Page,
  address: string,
  isReady: (page: Page) => Promise<void> = async () => {},
): Promise<string[]> {
  const found = new Set<string>();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(address);
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
      await isReady(page);
      await page.evaluate(standStill);
      await page.evaluate(AXE);
      const said = await page.evaluate(lookWithAxe, colorScheme === 'light' ? ALL : COLOURS);
      for (const sentence of said) found.add(`${colorScheme} ${width}: ${sentence}`);
    }
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  return [...found];
}

/** Runs in the page: waits until the new theme is painted and whatever moves has come to its end. */
async function standStill(): Promise<void> {
  const frame = () => new Promise((painted) => requestAnimationFrame(painted));
  await frame();
  await frame();
  const ending = document
    .getAnimations()
    .filter((animation) => Number(animation.effect?.getComputedTiming().endTime) < 60_000);
  await Promise.allSettled(ending.map((animation) => animation.finished));
}

/** Runs in the page. */
async function lookWithAxe(runOnly: string[]): Promise<string[]> {
  interface Result {
    violations: { id: string; nodes: { target: string[]; failureSummary?: string }[] }[];
  }
  const { axe } = window as unknown as { axe: { run(on: Document, options: object): Promise<Result> } };
  const { violations } = await axe.run(document, { runOnly, resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 3)
      .map(
        ({ target, failureSummary }) =>
          `${id} at ${target.join(' ')}: ${failureSummary?.replace(/\s+/g, ' ')}`,
      ),
  );
}
