import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { barriers, chromiumPath, openVisitedHouse, type VisitedHouse } from '../support/browser.ts';
import { BROWSER, lowerTheLine, pathOf, type Raised, raise, sell, videoOf } from '../support/film.ts';
import { publishPlaybook } from '../support/playbook.ts';

describe.skipIf(!chromiumPath)('the page of a video', () => {
  let visited: VisitedHouse;
  let noor: Raised;
  let path: string;

  beforeAll(async () => {
    visited = await openVisitedHouse();
    const playbook = await publishPlaybook(visited.house);
    await lowerTheLine(visited.house);
    await sell(visited.house, playbook.id);
    noor = await raise(visited.house, playbook, { email: 'noor@halvorn.example' });
    await visited.house.settle();
    path = await pathOf(visited.house, noor.email);
  }, 60_000);
  afterAll(() => visited?.close());
  // The house's clock stands still, and many reports in one instant would be a machine's.
  beforeEach(() => visited.house.clock.advance({ minutes: 1 }));

  /** The page with a clock that the test moves. */
  async function watch(): Promise<Page> {
    // A headless browser says so, and would be a machine.
    const page = await (await visited.visitor({ userAgent: BROWSER })).newPage();
    await page.clock.install();
    await page.goto(path);
    return page;
  }
  const time = (page: Page) => page.locator('#time').innerText();
  const shown = (page: Page) => page.locator('.scene[data-now] h2').innerText();

  it('has no barrier, in both themes, wide and on a phone', async () => {
    const page = await (await visited.visitor()).newPage();
    expect(await barriers(page, path)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.context().close();
  });

  it('starts nothing by itself, plays with captions, and tells exactly what was played', async () => {
    const page = await watch();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.clock.runFor(5_000);
    expect(await time(page)).toBe('0:00 / 3:55');
    await page.getByRole('button', { name: 'Play' }).click();
    await page.clock.runFor(20_000);
    expect(await time(page)).toMatch(/^0:(19|20) /);
    expect(await page.locator('#caption').isVisible()).toBe(true);
    const said = await page.locator('#transcript [data-now]').innerText();
    expect(said.trim()).toBe(await page.locator('#caption').innerText());
    await page.getByRole('button', { name: 'Pause' }).click();
    await expect
      .poll(async () => (await videoOf(visited.house, noor)).watchedMs, { timeout: 10_000 })
      .toBeGreaterThan(18_000);
    const { watchedMs, furthestMs, watchedAt } = await videoOf(visited.house, noor);
    expect(watchedMs).toBeLessThanOrEqual(20_500);
    expect([furthestMs, watchedAt]).toEqual([watchedMs, null]);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('is moved by keys, goes on by itself to the offer, and says then that it was watched', async () => {
    const page = await watch();
    await page.keyboard.press('ArrowRight');
    expect(await shown(page)).toBe('What hurts, in your words');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowRight');
    expect(await shown(page)).toBe('The way there: 8 steps');
    await page.keyboard.press('c');
    expect(await page.locator('#caption').isVisible()).toBe(false);
    await page.keyboard.press('c');
    await page.keyboard.press('Space');
    await page.clock.runFor(62_000);
    expect(await shown(page)).toBe('The fixed-price kit');
    await page.keyboard.press('Space');
    await expect
      .poll(async () => (await videoOf(visited.house, noor)).watchedAt, { timeout: 10_000 })
      .not.toBeNull();
    await page.context().close();
  });

  it('is whole without script: every scene, every word, the offer, and a button to say so', async () => {
    const page = await (await visited.visitor({ javaScriptEnabled: false, userAgent: BROWSER })).newPage();
    await page.goto(path);
    expect(await page.locator('.scene:visible').count()).toBe(5);
    expect(await page.locator('#controls').isVisible()).toBe(false);
    expect(await page.getByText('Work grows after we agreed on the price').first().isVisible()).toBe(true);
    await page.getByRole('button', { name: 'I have read this' }).click();
    expect(await page.getByText('We noted that you read it.').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Get The fixed-price kit' }).click();
    expect(new URL(page.url()).pathname).toMatch(/^\/checkout\//);
    await page.context().close();
  });
});
