import type { Platform } from '#context';
import { OutboundRefused } from '#kernel/connectors';
import type { SitePage } from './claims.ts';
import { readPage } from './page-text.ts';
import { AGENT, type Robots, readRobots } from './robots.ts';

/** What became of one address. */
export interface Fetched {
  url: string;
  status: number | null;
  page: SitePage | null;
  problem: string | null;
  code: string | null;
}

const MOST_PAGES = 5;
const PAGE_LIMIT = 3_000_000;
/** Pages that say what is sold, to whom and with what proof. */
const WORTH =
  /\b(?:pricing|prices|plans|features?|product|products|about|customers?|solutions?|how-it-works|use-cases?|why|services?|case-stud(?:y|ies)|preise|produkt|leistungen|tarifs|precios)\b/i;

/**
 * Fetches the page that was named and a few of the same site that say more, one after another. robots.txt is kept to; what
 * lies in the own network is refused. Never inside a transaction.
 */
export async function readSite(platform: Platform, url: string): Promise<Fetched[]> {
  const robots = await robotsOf(platform, url);
  const home = await fetchPage(platform, url, robots);
  const fetched = [home];
  if (!home.page) return fetched;
  const origin = new URL(home.url).origin;
  const seen = new Set([withoutHash(home.url)]);
  const wanted = home.page.links
    .map((link) => ({ ...link, url: withoutHash(link.url) }))
    .filter(
      (link) =>
        new URL(link.url).origin === origin && WORTH.test(`${new URL(link.url).pathname} ${link.label}`),
    )
    .filter(
      ({ url: address }) => !/\.(?:pdf|png|jpe?g|svg|zip|gif|mp4|webp|xml)$/i.test(new URL(address).pathname),
    );
  for (const link of wanted) {
    if (fetched.length >= MOST_PAGES) break;
    if (seen.has(link.url)) continue;
    seen.add(link.url);
    fetched.push(await fetchPage(platform, link.url, robots));
  }
  return fetched;
}

async function fetchPage(platform: Platform, url: string, robots: Robots): Promise<Fetched> {
  const { pathname, search, host } = new URL(url);
  if (!robots.allows(pathname + search))
    return {
      url,
      status: null,
      page: null,
      code: 'robots',
      problem: `${host} asks programs not to read this page (robots.txt). Give another page, or write the profile yourself.`,
    };
  try {
    const answer = await platform.outbound.request(url, {
      maxBytes: PAGE_LIMIT,
      accept: ['text/html', 'application/xhtml+xml'],
      acceptName: 'a web page',
      headers: { accept: 'text/html,application/xhtml+xml', 'user-agent': `${AGENT} profile reader` },
    });
    if (!answer.ok)
      return {
        url,
        status: answer.status,
        page: null,
        code: answer.status === 401 || answer.status === 403 ? 'sign_in' : 'status',
        problem: `${host} answered ${answer.status} instead of the page. Check the address.`,
      };
    const page = { ...readPage(answer.text(), answer.url), url: answer.url };
    return { url: answer.url, status: answer.status, page, problem: null, code: null };
  } catch (error) {
    if (!(error instanceof OutboundRefused)) throw error;
    return { url, status: null, page: null, code: error.code, problem: error.message };
  }
}

async function robotsOf(platform: Platform, url: string): Promise<Robots> {
  try {
    const answer = await platform.outbound.request(new URL('/robots.txt', url), {
      maxBytes: 500_000,
      timeoutMs: 8_000,
      headers: { 'user-agent': `${AGENT} profile reader` },
    });
    // RFC 9309 2.3.1: none means all is allowed; a server in trouble means nothing is.
    if (answer.status >= 500) return readRobots('User-agent: *\nDisallow: /');
    return readRobots(answer.ok ? answer.text() : '');
  } catch (error) {
    // The page itself will say what is wrong with the address.
    if (error instanceof OutboundRefused) return readRobots('');
    throw error;
  }
}

function withoutHash(address: string): string {
  const url = new URL(address);
  url.hash = '';
  return url.href;
}
