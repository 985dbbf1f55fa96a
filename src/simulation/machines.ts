import { DEVICES } from './people.ts';
import { random } from './random.ts';
import { visitor } from './visitor.ts';
import type { Web } from './web.ts';

/** What is known before it happens of how one machine will be judged. */
export interface Machine {
  kind: 'agent' | 'head' | 'prefetch' | 'data-centre' | 'burst';
  userAgent: string;
  from: string;
}

const AGENTS = [
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)',
  'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
  'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)',
  'Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)',
  'curl/8.5.0',
  'python-requests/2.32.3',
] as const;

/** Requests of one burst, and those of them that nobody can tell from a person's: it is noticed when it exceeds those. */
export const BURST = { requests: 30, unnoticed: 20, windowMs: 10_000 } as const;

const KINDS: readonly { kind: Machine['kind']; weight: number }[] = [
  { kind: 'agent', weight: 70 },
  { kind: 'head', weight: 10 },
  { kind: 'prefetch', weight: 8 },
  { kind: 'data-centre', weight: 10 },
  { kind: 'burst', weight: 2 },
];

/** Draws one machine. @param from its address, unless it stands in a data centre */
export function drawMachine(seed: string, index: number, from: string): Machine {
  const chance = random(seed, `machine ${index}`);
  const { kind } = chance.pickBy(KINDS, ({ weight }) => weight);
  return {
    kind,
    userAgent: kind === 'agent' ? chance.pick(AGENTS) : chance.pick(DEVICES),
    from: kind === 'data-centre' ? `95.216.${chance.between(0, 255)}.${chance.between(1, 254)}` : from,
  };
}

/** What a machine did: clicks that are to be seen as a machine's, and those that nobody can tell. */
export interface Clicked {
  machine: number;
  unnoticed: number;
}

/** Lets it come to a link, as its kind does. */
export async function crawl(web: Web, { kind, userAgent, from }: Machine, slug: string): Promise<Clicked> {
  const who = visitor(web, { from, userAgent });
  const path = `/l/${slug}`;
  if (kind === 'head') {
    await who.ask({ method: 'HEAD', path });
    return { machine: 1, unnoticed: 0 };
  }
  if (kind !== 'burst') {
    const answer = await who.get(path, kind === 'prefetch' ? { 'sec-purpose': 'prefetch;prerender' } : {});
    // Those that follow see the page; none of them runs its scripts.
    if (answer.location) await who.get(new URL(answer.location, 'http://localhost').pathname);
    return { machine: 1, unnoticed: 0 };
  }
  const started = performance.now();
  for (let count = 0; count < BURST.requests; count += 1) await who.get(path);
  // On a very slow machine it is no burst.
  const isFast = performance.now() - started < BURST.windowMs;
  return isFast
    ? { machine: BURST.requests - BURST.unnoticed, unnoticed: BURST.unnoticed }
    : { machine: 0, unnoticed: BURST.requests };
}
