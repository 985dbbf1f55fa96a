// `npm run pictures`: the pictures of the documents, taken from the sample workspace of a program of its own.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, chromium, type Page } from 'playwright-core';
import { startSite } from '../src/modules/outreach/site.fixture.ts';
import { ensureChromium } from './lib/chromium.mjs';
import { Installation } from './lib/installation.ts';
import { showCampaign } from './lib/shown-campaign.ts';

interface Picture {
  name: string;
  /** Its address; a function looks up what it is about. */
  at: string | (() => Promise<string | undefined>);
  /** Brings what matters into view. */
  show?: (page: Page) => Promise<unknown>;
}

const FOLDER = join(import.meta.dirname, '../docs/pictures');
const SIZE = { width: 1440, height: 900 };
const QUALITY = 80;
/** All of them together, so that a clone stays small. */
const MOST_BYTES = 1_500_000;
const LONGEST_FILLING_MS = 15 * 60_000;
const LONGEST_LOADING_MS = 30_000;

// A site that the campaign can read: on this machine, so that taking pictures asks nobody outside.
const site = await startSite();
const installation = await Installation.start({ ALLOW_PRIVATE_HOSTS: site.host });
const key =
  installation
    .command('api-key', 'create', '--workspace', 'sample', '--name', 'pictures')
    .split('\n')
    .at(-1) ?? '';

/** What the API of that program answers. */
async function ask<T>(
  path: string,
  body?: unknown,
  method = body === undefined ? 'GET' : 'POST',
): Promise<T> {
  const answer = await fetch(`${installation.url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

type Row = { id: string; slug?: string } & Record<string, unknown>;
interface Rows {
  data: Row[];
}

/** The address of the first row of a list, when it has one. */
const first =
  (
    list: string,
    screen: string,
    { fits = () => true, by = 'id' }: { fits?: (row: Row) => boolean; by?: 'id' | 'slug' } = {},
  ) =>
  async () => {
    const row = (await ask<Rows>(list)).data.find(fits);
    return row && `/w/sample/${screen}/${row[by]}`;
  };

const pictures: Picture[] = [
  { name: 'home', at: '/w/sample/' },
  {
    name: 'editor',
    at: first('/playbooks', 'playbooks', {
      by: 'slug',
      fits: ({ title }) => String(title).includes('Fixed-Price'),
    }),
  },
  { name: 'links', at: '/w/sample/links' },
  { name: 'gate', at: first('/gates', 'gates') },
  { name: 'lead', at: first('/leads?limit=200', 'leads', { fits: ({ stage }) => stage === 'customer' }) },
  { name: 'clone', at: first('/clones', 'clones') },
  { name: 'hand-raises', at: '/w/sample/hand-raises' },
  { name: 'video', at: first('/videos?limit=50', 'videos') },
  { name: 'offer', at: first('/offers', 'offers') },
  { name: 'order', at: first('/orders?limit=50', 'orders') },
  { name: 'funnel', at: '/w/sample/analytics?days=90' },
  { name: 'campaign', at: first('/campaigns', 'campaigns') },
  { name: 'inbox', at: first('/threads', 'inbox') },
  { name: 'ask', at: '/w/sample/ask', show: askAboutLeads },
  { name: 'insights', at: '/w/sample/insights' },
  { name: 'approvals', at: '/w/sample/approvals' },
  { name: 'stand-ins', at: '/w/sample/stand-ins' },
];

async function askAboutLeads(page: Page): Promise<void> {
  const field = page.getByLabel('Ask about your data, or say what to do');
  await field.fill('How many leads in the last 28 days, and from where?');
  await field.press('Enter');
  await pause(4_000);
}

try {
  const executablePath = ensureChromium({ say: (line: string) => process.stderr.write(`${line}\n`) });
  if (!executablePath) throw new Error('There is no Chromium. CHROMIUM names one by hand.');
  await filled();
  await showCampaign(ask, site.url);
  await ask('/ceo/runs', {});
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  try {
    await take(browser, process.argv.slice(2));
  } finally {
    await browser.close();
  }
} finally {
  await installation.stop();
  await site.close();
}

/** Resolves when the sample has its history. */
async function filled(): Promise<void> {
  for (const until = Date.now() + LONGEST_FILLING_MS; Date.now() < until; await pause(1_000)) {
    const { data } = await ask<Rows>('/running');
    if (!data.some(({ kind }) => kind === 'sample')) return;
  }
  throw new Error('The sample is still being filled.');
}

/** @param names which to take; all without any */
async function take(browser: Browser, names: string[]): Promise<void> {
  const context = await browser.newContext({
    viewport: SIZE,
    colorScheme: 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/Copenhagen',
  });
  const page = await context.newPage();
  await page.goto(`${installation.url}/sign-in`);
  await page.evaluate(() => fetch('/api/v1/sample-session', { method: 'POST' }));
  mkdirSync(FOLDER, { recursive: true });
  if (names.length === 0)
    for (const file of readdirSync(FOLDER)) if (/\.(png|webp)$/.test(file)) rmSync(join(FOLDER, file));
  let bytes = 0;
  for (const { name, at, show } of pictures) {
    if (names.length > 0 && !names.includes(name)) continue;
    const path = typeof at === 'string' ? at : await at();
    if (!path) {
      process.stdout.write(`         ${name}: there is nothing to show\n`);
      continue;
    }
    await page.goto(installation.url + path);
    await page.getByRole('heading', { level: 1 }).waitFor({ timeout: LONGEST_LOADING_MS });
    // Live screens hold a stream open, so the network is never idle: what is loading says so itself.
    await page
      .locator('main .appear-late')
      .first()
      .waitFor({ state: 'detached', timeout: LONGEST_LOADING_MS })
      .catch(() => process.stdout.write(`         ${name}: something in it is still loading\n`));
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await pause(1_500);
    await show?.(page);
    bytes += await keep(page, name);
  }
  process.stdout.write(
    `${Math.round(bytes / 1000)
      .toString()
      .padStart(8)} KB in all\n`,
  );
  if (bytes > MOST_BYTES) throw new Error(`The pictures are larger than ${MOST_BYTES / 1000} KB together.`);
}

/** Chromium writes WebP itself, which is a third of the same picture as PNG. @returns its bytes */
async function keep(page: Page, name: string): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY });
  await session.detach();
  const picture = Buffer.from(data, 'base64');
  writeFileSync(join(FOLDER, `${name}.webp`), picture);
  process.stdout.write(
    `${Math.round(picture.length / 1000)
      .toString()
      .padStart(8)} KB  ${name}\n`,
  );
  return picture.length;
}
