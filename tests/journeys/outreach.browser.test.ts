import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSite } from '../../src/modules/outreach/site.fixture.ts';
import { barriers, chromiumPath, openVisitedHouse, type VisitedHouse } from '../support/browser.ts';

const isBuilt = existsSync(join(import.meta.dirname, '../../dist/dashboard/index.html'));

const PEOPLE = `email,first name,company
ada@northmill.example,Ada,Northmill
hana@northmill.example,Hana,Northmill
bela@southmill.example,Béla,Southmill
info@eastmill.example,,Eastmill
not an address,Dan,`;

describe.skipIf(!chromiumPath || !isBuilt)(
  'from an address to an answer, in a browser',
  { timeout: 120_000 },
  () => {
    let site: Awaited<ReturnType<typeof startSite>>;
    let visited: VisitedHouse;
    let page: Page;
    let at: string;
    let campaign: string;
    const problems: string[] = [];

    beforeAll(async () => {
      site = await startSite();
      visited = await openVisitedHouse({ ALLOW_PRIVATE_HOSTS: site.host });
      const { house } = visited;
      // A Tuesday morning: mails leave in working hours.
      house.clock.set('2026-11-24T09:00:00Z');
      const context = await visited.visitor();
      const [name = '', value = ''] = house.owner.headers.cookie?.split('; ')[0]?.split('=') ?? [];
      await context.addCookies([{ name, value: decodeURIComponent(value), url: visited.url }]);
      page = await context.newPage();
      page.setDefaultTimeout(20_000);
      page.on('pageerror', (error) => problems.push(error.message));
      at = `${visited.url}/w/${house.workspace.slug}`;
    });
    afterAll(async () => {
      await visited?.close();
      await site?.close();
    });
    const press = (name: string | RegExp) => page.getByRole('button', { name }).click();
    const go = (name: string | RegExp) => page.getByRole('link', { name, exact: true }).click();

    it('connects the catcher as a mailbox, labelled', async () => {
      await page.goto(`${at}/settings/mailboxes`);
      await press('Add mailbox');
      await page.getByLabel('Address').fill('marit@reach.example');
      await page.getByLabel('Name people see').fill('Marit Ostrevik');
      await press('Connect');
      await page.getByRole('cell', { name: /marit@reach.example/ }).waitFor();
      expect(await page.getByRole('cell', { name: /mail catcher/ }).count()).toBe(1);
    });

    it('reads the site and shows every claim with the page it stands on', async () => {
      await page.goto(`${at}/campaigns`);
      await go('New campaign');
      await page.getByLabel('Address of what you sell').fill(site.url);
      await page.getByLabel('Whom you want to reach').fill('small workshops');
      await press('Read the site');
      await page.waitForURL(/\/launch\/site$/);
      campaign = /campaigns\/([^/]+)/.exec(page.url())?.[1] ?? '';
      await visited.house.settle();
      await page.getByText('Quotewright costs €19 per month and workshop.').waitFor();
      expect(await page.getByText('competitor').count()).toBe(0);
    });

    it('writes three mails that rest on it', async () => {
      await go('Choose the audience');
      await page
        .getByRole('radio', { name: /^Small workshops/ })
        .first()
        .waitFor();
      await go('Read the mails');
      for (const name of ['Problem', 'Benefit', 'Question'])
        await page.getByRole('article', { name }).waitFor();
      expect(await page.locator('mark').count()).toBeGreaterThan(4);
    });

    it('takes people in after a look, and launches only when nothing is red', async () => {
      await go('Choose prospects');
      await page.getByLabel('People', { exact: true }).fill(PEOPLE);
      await press('See what would happen');
      await page.getByText('3 of 5 rows would be ready.').first().waitFor();
      await press('Take in 4 people');
      await go('Check everything');
      await page.getByText('One thing stops this launch').waitFor();
      await page.getByLabel('Postal address under every mail').fill('Mill Lane 1, 1010 Vienna');
      await press('Keep');
      await page.getByText('Nothing stops this launch').waitFor();
      await page.getByLabel('An answer stops the colleagues too').click();
      await go('See what will happen');
      await press('Launch to 3 people');
      await page.waitForURL(new RegExp(`/campaigns/${campaign}$`));
      await visited.house.settle();
      await page.goto(`${at}/campaigns/${campaign}?tab=mails`);
      await page.getByText('ada@northmill.example').first().waitFor();
      expect(await page.getByText('Sent', { exact: true }).count()).toBe(3);
    });

    it('lets the catcher answer as the person; the answer stops her mails and her colleague’s', async () => {
      await page.goto(`${at}/stand-ins/mail?q=ada%40northmill`);
      await press('Answer as them');
      await page.getByLabel('Their words').fill('Yes, sounds interesting. What does it cost?');
      await press('Let it arrive');
      await page.getByText('The answer has arrived').first().waitFor();
      await visited.house.settle();
      await page.goto(`${at}/inbox`);
      await page.locator('a[data-thread]').first().click();
      await page.getByText('Interested 0.80').first().waitFor();
      await page.getByText('The sequence to this person has stopped').waitFor();
      await page.getByLabel('Your answer').fill('It is €19 a month.');
      await press(/^Send/);
      await page.getByText('It leaves now').first().waitFor();
      await visited.house.settle();
      const { data } = (await visited.house.call('GET', `/api/v1/campaigns/${campaign}/sends`)).body;
      const waiting = data.filter((send: { state: string }) => send.state === 'planned');
      expect([...new Set(waiting.map((send: { email: string }) => send.email))]).toEqual([
        'bela@southmill.example',
      ]);
      expect(problems).toEqual([]);
    });

    it.each([
      '/campaigns',
      '/campaigns/:id',
      '/campaigns/:id/launch/variants',
      '/campaigns/:id/launch/preflight',
      '/inbox/:thread',
      '/sends',
      '/prospects',
      '/settings/mailboxes',
    ])('leaves nobody out at %s', async (screen) => {
      const thread = (await visited.house.call('GET', '/api/v1/threads')).body.data[0].id;
      const address = `${at}${screen.replace(':id', campaign).replace(':thread', thread)}`;
      const isReady = async (shown: Page) => {
        await shown
          .locator('main')
          .locator('h2:visible, li:visible, table:visible, article:visible')
          .first()
          .waitFor();
        await shown.waitForLoadState('networkidle').catch(() => {});
      };
      expect(await barriers(page, address, isReady)).toEqual([]);
    });
  },
);
