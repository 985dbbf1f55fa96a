import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scorePage } from '../../scripts/lib/lighthouse.ts';
import { barriers, chromiumPath, openVisitedHouse, type VisitedHouse } from '../support/browser.ts';
import { fillSampleOf } from '../support/filled-sample.ts';

const isBuilt = existsSync(join(import.meta.dirname, '../../dist/dashboard/index.html'));
const PLAYBOOK = '/p/sample/fixed-price-quote';

/** Screens of the dashboard by their address inside the workspace. `:name` stands for the first record of its kind. */
const SCREENS = [
  '/',
  '/playbooks',
  '/playbooks/fixed-price-quote',
  '/playbooks/fixed-price-quote/steps/3',
  '/playbooks/fixed-price-quote/versions',
  '/experts',
  '/sources',
  '/sources/:source',
  '/links',
  '/links/three-jobs',
  '/leads',
  '/leads/:lead',
  '/segments',
  '/segments/:segment',
  '/gates',
  '/gates/:gate',
  '/clones',
  '/clones/:clone',
  '/trials',
  '/hand-raises',
  '/videos',
  '/videos/:video',
  '/videos/templates/:template',
  '/offers',
  '/offers/:offer',
  '/orders',
  '/orders/:order',
  '/analytics',
  '/insights',
  '/approvals',
  '/tasks',
  '/settings/policy',
  '/stand-ins',
  '/stand-ins/mail',
  '/stand-ins/mail/:mail',
  '/running',
  '/settings/members',
  '/settings/api-keys',
  '/campaigns',
];

/** Where the first record of a kind is found. */
const RECORDS: Record<string, string> = {
  source: '/api/v1/sources',
  lead: '/api/v1/leads',
  segment: '/api/v1/segments',
  gate: '/api/v1/gates',
  clone: '/api/v1/clones',
  video: '/api/v1/videos',
  template: '/api/v1/video-templates',
  offer: '/api/v1/offers',
  order: '/api/v1/orders',
  mail: '/api/v1/stand-ins/mail',
};

describe.skipIf(!chromiumPath)('the sample, looked at by machine', () => {
  let visited: VisitedHouse;
  let page: Page;

  beforeAll(async () => {
    visited = await openVisitedHouse();
    await fillSampleOf(visited.house);
    page = await (await visited.visitor()).newPage();
  }, 120_000);
  afterAll(() => visited?.close());

  describe('public pages', () => {
    it.each([
      ['a playbook', PLAYBOOK],
      ['another playbook', '/p/sample/twenty-minute-round'],
      ['the page of the gate', `${PLAYBOOK}/gate`],
      ['a refusal', '/p/sample/nothing-here'],
      ['a confirmation that leads nowhere', '/confirm/nothing'],
      ['an unsubscription that leads nowhere', '/u/nothing'],
    ])('%s has no barrier', async (_what, path) => {
      expect(await barriers(page, path)).toEqual([]);
    });

    it('the gate has none on its way, nor what opens behind it', async () => {
      await page.goto(`${PLAYBOOK}/gate`);
      await page.getByLabel('Your e-mail').fill('hanne@quillmere');
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByLabel('Your e-mail').fill('hanne@quillmere.example');
      await page.getByRole('button', { name: 'Continue' }).click();
      for (let place = 2; place <= 4; place += 1) {
        await page.getByText(`${place} of 4`).waitFor();
        expect(await barriers(page, page.url())).toEqual([]);
        await page.locator('.choice input').first().check();
        await page.locator('.actions button').click();
      }
      await page.waitForURL(/#step-4$/);
      expect(await barriers(page, page.url())).toEqual([]);
      await visited.house.settle();
      await page.context().clearCookies();
    });

    it('the pages behind a mail have none', async () => {
      const text = await mailTo('hanne@quillmere.example');
      const confirm = /https?:\/\/[^\s"<>]+\/confirm\/[\w.~-]+/.exec(text)?.[0];
      expect(confirm).toBeDefined();
      expect(await barriers(page, String(confirm))).toEqual([]);
      await page.getByRole('button').click();
      await page.getByRole('heading', { name: 'Your address is confirmed' }).waitFor();
      expect(await barriers(page, page.url())).toEqual([]);
    });

    it('does not scroll sideways at 320 px', async () => {
      await page.setViewportSize({ width: 320, height: 700 });
      for (const path of [PLAYBOOK, `${PLAYBOOK}/gate`, '/p/sample/nothing-here']) {
        await page.goto(path);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(320);
      }
    });

    it('reads in order by keyboard, beginning with the way past the menu', async () => {
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.goto(PLAYBOOK);
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Go to the text');
      await page.keyboard.press('Enter');
      expect(new URL(page.url()).hash).toBe('#content');
    });

    it('loads less than 10 KB of script, and nothing from elsewhere', async () => {
      const scripts: Promise<number>[] = [];
      const hosts = new Set<string>();
      page.on('response', (response) => {
        hosts.add(new URL(response.url()).host);
        if (response.request().resourceType() === 'script')
          scripts.push(response.body().then((body) => body.length));
      });
      await page.goto(PLAYBOOK);
      await page.waitForFunction(() => document.querySelector('[aria-current="step"]'));
      const sizes = await Promise.all(scripts);
      expect(sizes.length).toBeGreaterThan(0);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(10_000);
      expect([...hosts]).toEqual([new URL(visited.url).host]);
    });

    it('is as Lighthouse wants it: accessibility, best practices and SEO 100', async () => {
      const { scores, findings } = await scorePage(visited.url + PLAYBOOK);
      expect(scores, findings.join('\n')).toMatchObject({
        accessibility: 100,
        'best-practices': 100,
        seo: 100,
      });
    }, 60_000);
  });

  describe.skipIf(!isBuilt)('the dashboard', () => {
    it.each([
      '/',
      '/sign-in',
      '/sign-up',
      '/forgot',
      '/verify?token=x',
      '/magic-link?token=x',
    ])('%s has no barrier', async (path) => {
      expect(await barriers(page, path, settled)).toEqual([]);
    });

    describe('inside the workspace', () => {
      let inside: Page;
      const found = new Map<string, string>();
      beforeAll(async () => {
        const context = await visited.visitor();
        const entered = await context.request.post('/api/v1/sample-session', {
          headers: { origin: visited.url },
        });
        expect(entered.status()).toBe(201);
        inside = await context.newPage();
        for (const [name, url] of Object.entries(RECORDS)) {
          const answer = await context.request.get(url, { headers: { 'x-workspace': 'sample' } });
          found.set(name, (await answer.json()).data[0].id);
        }
      });

      it.each(SCREENS)('%s has no barrier', async (screen) => {
        const path = screen.replace(/:(\w+)/, (_all, name: string) => found.get(name) ?? '');
        expect(await barriers(inside, `/w/sample${path}`, settled)).toEqual([]);
      });
    });
  });

  /** Everything that a caught mail says. */
  async function mailTo(email: string): Promise<string> {
    const context = await visited.visitor();
    await context.request.post('/api/v1/sample-session', { headers: { origin: visited.url } });
    const get = async (url: string) =>
      (await context.request.get(url, { headers: { 'x-workspace': 'sample' } })).json();
    const { data } = await get('/api/v1/stand-ins/mail');
    const mail = data.find((candidate: { to: unknown }) => JSON.stringify(candidate.to).includes(email));
    const text = JSON.stringify(await get(`/api/v1/stand-ins/mail/${mail.id}`));
    await context.close();
    return text;
  }
});

/** A screen of the web app is there: it has its heading, and no grey bars stand in for words to come. */
async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => !document.querySelector('.appear-late, [aria-busy="true"]'));
  expect(await page.getByText('There is nothing at this address').count()).toBe(0);
}
