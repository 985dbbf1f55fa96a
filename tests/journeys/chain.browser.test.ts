import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { APIRequestContext, Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, openVisitedHouse, type VisitedHouse } from '../support/browser.ts';
import { mend } from '../support/playbook.ts';

const isBuilt = existsSync(join(import.meta.dirname, '../../dist/dashboard/index.html'));

const INTERVIEW = `# How I price a workshop day

I teach carpenters to sell a repair day without haggling. By the end you have one sheet with a price you can say out loud.

## 1. List the last five repairs
First list the last five repairs you did. Write the hours you really spent beside each. I never lost money on the repair,
I lost it on the driving. It takes about 30 minutes. You are done when five lines have hours.

## 2. Add the driving
Then add the driving to each line. Use the clock in the van, not your memory. A common mistake is to count only the way there.
You are done when each line has two numbers.

## 3. Divide by the days
Next divide the total by the days you worked. In my case 2,350 euros became 470 a day. You are done when one number stands at the bottom.

## 4. Write the price on the sheet
Write that number on the sheet in ink. Add ten percent for the calls. You are done when the sheet shows one price.

## 5. Say it aloud three times
Say the price aloud three times before the phone rings. Ask somebody to listen. You are done when you no longer explain it.

## 6. Send the sheet the same day
Finally send the sheet the same day. Use one page. You are done when it has left the house.
`;

/** Sentences that stand behind the gate, as page and PDF would show them. */
const CLOSED = ['Add ten percent for the calls', 'before the phone rings', 'it has left the house'];
const shownOf = (text: string): string[] =>
  CLOSED.filter((sentence) => text.replace(/\s+/g, ' ').includes(sentence));

describe.skipIf(!chromiumPath)('the chain in a browser', () => {
  let visited: VisitedHouse;
  let path: string;
  let clickId: string;

  beforeAll(async () => {
    visited = await openVisitedHouse();
  });
  afterAll(() => visited?.close());

  /** What the PDF says to whoever asks, in one line. */
  const editionOf = async (request: APIRequestContext): Promise<string> => {
    const pdf = await (await request.get(`${path}/edition.pdf`)).body();
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
    expect(text).toContain('Add the driving');
    return text;
  };

  const call = (method: string, url: string, body?: unknown) => visited.house.call(method, url, body);

  it.skipIf(!isBuilt)('begins at the sign-in, which leads to the workspace', async () => {
    const context = await visited.visitor();
    const page = await context.newPage();
    await page.goto('/sign-in');
    await page
      .getByLabel(/e-?mail/i)
      .first()
      .fill('owner@tallowgate.example');
    await page.getByLabel('Password', { exact: true }).fill('correct horse battery staple');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL('**/w/tallowgate**');
    await page.goto('/w/tallowgate/playbooks');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await context.close();
  });

  it('turns a pasted text into a public page with a short link', async () => {
    const { body: source } = await call('POST', '/api/v1/sources', {
      kind: 'paste',
      text: INTERVIEW,
      title: 'The repair day',
    });
    await visited.house.settle();
    const { body: playbook } = await call('POST', '/api/v1/playbooks', {
      title: 'The Repair Day',
      sourceIds: [source.id],
    });
    await visited.house.settle();
    await mend(visited.house, playbook.id);
    const version = await call('POST', `/api/v1/playbooks/${playbook.id}/versions`, {
      overrideReason: 'six steps are enough for one day',
    });
    expect(version.status, version.text).toBe(201);
    await visited.house.settle();
    const link = await call('POST', '/api/v1/links', {
      slug: 'repair-day',
      title: 'Letter',
      playbookId: playbook.id,
      utm: { source: 'letter', medium: 'mail' },
    });
    expect(link.status, link.text).toBe(201);
    path = `/p/tallowgate/${playbook.slug}`;
    const page = await visited.house.app.inject({ url: path });
    expect(page.statusCode).toBe(200);
  });

  it('keeps what stands behind the gate out of the page, its data, its scripts and the PDF', async () => {
    const html = (await visited.house.app.inject({ url: path })).payload;
    expect(html).toContain('Add the driving');
    expect(html).toContain('Say it aloud three times');
    expect(shownOf(html)).toEqual([]);
    const context = await visited.visitor();
    const page = await context.newPage();
    const bodies: Promise<string>[] = [];
    page.on('response', (response) => bodies.push(response.text().catch(() => '')));
    await page.goto(path);
    await page.waitForFunction(() => document.querySelector('[aria-current="step"]'));
    const everything = (await Promise.all(bodies)).join('\n') + (await page.content());
    expect(shownOf(everything)).toEqual([]);
    expect(shownOf(await editionOf(context.request))).toEqual([]);
    await context.close();
  });

  it('lets a reader without script come by the link, fill in the gate and read on', async () => {
    const context = await visited.visitor({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto('/l/repair-day');
    expect(new URL(page.url()).pathname).toBe(path);
    expect(new URL(page.url()).searchParams.get('utm_source')).toBe('letter');
    await page
      .getByRole('link', { name: /^Note 1/ })
      .first()
      .click();
    await page.getByText('Read the passage').first().click();
    await page.locator('.note q').first().waitFor();
    expect(await page.getByText('Answers stay on this device').isVisible()).toBe(false);
    await passGate(page, 'vera@langdon.example', { newsletter: true });
    expect(new URL(page.url()).hash).toBe('#step-4');
    expect(shownOf(await page.content())).toEqual(CLOSED);
    expect(shownOf(await editionOf(context.request))).toEqual(CLOSED);
    await page.getByText('We sent a link to').waitFor();
    await context.close();
  });

  it('lets a reader with script come by the link, and takes along what they filled in', async () => {
    const context = await visited.visitor();
    const page = await context.newPage();
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    await page.goto('/l/repair-day');
    clickId = new URL(page.url()).searchParams.get('c') ?? '';
    expect(clickId).not.toBe('');
    await page.locator('#step-1 .done input').check();
    const field = page.locator('#step-1 [data-blank]').first();
    const isTable = (await field.evaluate((element) => element.tagName)) === 'TABLE';
    const line = isTable ? field.locator('input').first() : field;
    await line.fill('Five doors in Ghent');
    await page.getByText('Saved on this device').waitFor();
    await page.reload();
    expect(await line.inputValue()).toBe('Five doors in Ghent');
    expect(await page.locator('#progress').evaluate((bar: HTMLProgressElement) => bar.value)).toBe(1);
    await passGate(page, 'joost@reedmere.example', { keys: true });
    await page.locator('#step-4').waitFor();
    expect(await line.inputValue()).toBe('Five doors in Ghent');
    // Whoever passed is kept on our side from here on.
    await page.locator('#step-4 .done input').check();
    await page.getByText('Answers are kept').waitFor();
    expect(problems).toEqual([]);
    await context.close();
  });

  it('knows both as leads, with where they came from and what they answered', async () => {
    await visited.house.settle();
    const { body } = await call('GET', '/api/v1/leads');
    const emails = body.data.map((lead: { email: string }) => lead.email).sort();
    expect(emails).toEqual(['joost@reedmere.example', 'vera@langdon.example']);
    const joost = body.data.find((lead: { email: string }) => lead.email.startsWith('joost'));
    const record = await call('GET', `/api/v1/leads/${joost.id}`);
    expect(record.status).toBe(200);
    const timeline = await call('GET', `/api/v1/leads/${joost.id}/timeline`);
    expect(`${record.text}${timeline.text}`).toContain('repair-day');
  });

  it('sends a mail whose link asks before it confirms', async () => {
    const { body } = await call('GET', '/api/v1/stand-ins/mail');
    const caught = body.data.find(({ to }: { to: unknown }) => JSON.stringify(to).includes('vera@langdon'));
    const mail = await call('GET', `/api/v1/stand-ins/mail/${caught.id}`);
    const address = /https?:\/\/[^\s"<>]+\/confirm\/[\w.~-]+/.exec(mail.body.text ?? mail.text)?.[0] ?? '';
    expect(address.startsWith(visited.url)).toBe(true);
    const context = await visited.visitor({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(address);
    await page.getByRole('heading', { name: 'Is this address yours?' }).waitFor();
    await page.getByRole('button', { name: 'Yes, it is mine' }).click();
    await page.getByRole('heading', { name: 'Your address is confirmed' }).waitFor();
    await page.getByRole('link', { name: /Go on with/ }).click();
    expect(shownOf(await page.content())).toEqual(CLOSED);
    await context.close();
  });
});

/** Goes through the gate as it stands on the page: address, then one question a page. */
async function passGate(
  page: Page,
  email: string,
  { newsletter = false, keys = false }: { newsletter?: boolean; keys?: boolean },
): Promise<void> {
  await page.locator('#gate').getByLabel('Your e-mail').fill(email);
  if (newsletter) await page.locator('#gate').getByRole('checkbox').check();
  await page.locator('#gate').getByRole('button', { name: 'Continue' }).click();
  for (let place = 2; place <= 4; place += 1) {
    await page.getByText(`${place} of 4`).waitFor();
    const last = page.getByRole('button', { name: place === 4 ? /^Open steps?/ : 'Continue' });
    if (keys) await page.keyboard.press('b');
    else await page.locator('.choice input').nth(1).check();
    expect(await page.locator('.choice input').nth(1).isChecked()).toBe(true);
    if (keys) await page.keyboard.press('Enter');
    else await last.click();
  }
  await page.waitForURL(/#step-4$/);
}
