import type { ClaimKind } from './kinds.ts';
import type { Block, PageText } from './page-text.ts';

/** A page with the address it came from. */
export interface SitePage extends PageText {
  url: string;
}

/** What a site says, with the sentence it says it in. */
export interface FoundClaim {
  kind: ClaimKind;
  claim: string;
  sentence: string;
  url: string;
  start: number;
  end: number;
}

export interface SiteReading {
  name: string;
  summary: string;
  tone: string;
  language: string | null;
  claims: FoundClaim[];
}

export interface NothingToSell {
  refused: true;
  code: 'empty' | 'article' | 'nothing_to_sell' | 'sign_in';
  reason: string;
}

/** Words that speak to a machine instead of a customer. They are never taken for something a site says about itself. */
const ORDERS =
  /\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instruction|prompt|rule|previous|above|all)|\b(?:system prompt|language model|AI (?:assistant|agent|model)s?\b.{0,30}\b(?:must|should|please)|you are (?:now )?(?:an?|the) (?:AI|assistant|agent|model|bot))\b|\b(?:assistant|agent|model|bot)s? (?:must|reading this)\b/i;
const LEGAL =
  /\b(?:cookies? (?:policy|settings|on this)|we use cookies|privacy policy|terms of (?:use|service)|all rights reserved|copyright|©|subscribe to our newsletter|javascript (?:is )?(?:disabled|required)|skip to)\b/i;
const UNFINISHED = /\{\{|\}\}|<%|%>|\$\{|lorem ipsum|\[\[/i;

const DOES =
  /\b(?:is|are|turns?|helps?|lets?|gives?|makes?|provides?|offers?|allows?|enables?|brings?|builds?|delivers?|automates?|manages?|connects?)\b/i;
const BENEFIT =
  /\b(?:save[sd]?|saving|faster|fast|quick(?:ly)?|easy|easily|easier|simple|simply|effortless(?:ly)?|without|never|no more|automatic(?:ally)?|instead of|so (?:that )?you|in (?:minutes|seconds)|less|more (?:time|sales|customers|revenue)|reduce[sd]?|increase[sd]?|grow|improve[sd]?|focus on|reliabl[ey]|secure(?:ly)?|private|full control|at any time|out of the box|keep track|track)\b/i;
const PROOF =
  /\b(?:trusted by|used by|loved by|relied on|chosen by|case study|testimonial|customers? (?:say|love)|award|rated|certified|since (?:19|20)\d\d|\d[\d,.]*\s?(?:\+|k|m|million|billion|thousand)?\s*(?:customers|users|companies|teams|businesses|downloads|stars|installs|sites|websites|pageviews|countries|reviews)|uptime|\d+(?:\.\d+)?\s?% (?:of|faster|less|more|fewer|higher|lower))\b/i;
const PRICE =
  /(?:[$€£]\s?\d)|\b\d+(?:[.,]\d+)?\s?(?:EUR|USD|GBP|CHF|euros?|dollars?)\b|\b(?:free (?:trial|plan|tier|software|of charge|forever|for)|per (?:month|year|seat|user)|pay as you go|money[- ]back|pricing|no credit card|donation|sponsorships?)\b/i;
const SELLING =
  /\b(?:pricing|plans?|buy|order|checkout|add to cart|free trial|try (?:it )?(?:free|now)|start (?:free|now|for free)|get started|sign up|book a (?:demo|call)|request a (?:demo|quote)|contact sales|download|install|subscribe now|shop|hire us|our services|features?|live demo|demo|donate|sponsor|self-host(?:ed)?|docs|documentation)\b/i;
const ARTICLE =
  /\b(?:min(?:ute)?s? read|posted (?:on|by)|lessons?|next article|related (?:posts|articles))\b/i;

const GROUPS =
  'developers|engineers|designers|marketers|founders|entrepreneurs|freelancers|consultants|coaches|agencies|teams|companies|businesses|startups|enterprises|organi[sz]ations|nonprofits|schools|teachers|students|parents|families|households|homes?|shops|stores|retailers|merchants|restaurants|hotels|clinics|doctors|lawyers|accountants|creators|writers|makers|owners|managers|operators|recruiters|researchers|analysts|sites|workshops|craftspeople|studios|publishers|sellers|landlords|farmers|manufacturers|beginners|professionals';
const FOR_WHOM = new RegExp(
  `\\b(?:for|helps?|built for|made for|designed for|used by|trusted by|loved by|serves?)\\s+((?:(?:your|our|all|busy|small|small-to-medium|medium|mid-sized|large|modern|independent|growing|young|web|software|data|product|marketing|sales|personal|local|online|solo|remote|non-profit|and|or|to|of|the|any)[ -]){0,5}[a-z-]{0,20}\\s?(?:${GROUPS}))\\b`,
  'i',
);

const MOST: Record<ClaimKind, number> = {
  product: 3,
  audience: 4,
  benefit: 6,
  proof: 5,
  price: 3,
  feature: 8,
  tone: 1,
  other: 0,
};

/**
 * Reads what a site sells, to whom, with what proof, in the site's own sentences: every claim is a sentence of a page,
 * word for word. A site with nothing to sell is refused with the reason.
 */
export function readClaims(pages: SitePage[], url: string): SiteReading | NothingToSell {
  const refusal = refuse(pages);
  if (refusal) return refusal;
  const name = nameOf(pages, url);
  const found: (FoundClaim & { score: number })[] = [];
  for (const [pageIndex, page] of pages.entries())
    for (const [index, block] of page.blocks.entries())
      for (const sentence of sentencesIn(block)) {
        if (!isPlain(sentence.text)) continue;
        for (const { kind, claim, score } of judge(sentence.text, block, name, index + pageIndex * 40))
          found.push({
            kind,
            claim,
            score,
            sentence: sentence.text,
            url: page.url,
            start: sentence.start,
            end: sentence.start + sentence.text.length,
          });
      }
  const claims: FoundClaim[] = [];
  const seen = new Set<string>();
  for (const kind of Object.keys(MOST) as ClaimKind[]) {
    let room = MOST[kind];
    for (const { score: _score, ...claim } of found
      .filter((entry) => entry.kind === kind)
      .sort((one, other) => other.score - one.score)) {
      const key = `${kind === 'audience' ? 'audience ' : ''}${claim.claim.toLowerCase()}`;
      if (room === 0 || seen.has(key)) continue;
      // One sentence carries one claim, save for whom it names.
      if (kind !== 'audience' && seen.has(claim.sentence)) continue;
      seen.add(key);
      if (kind !== 'audience') seen.add(claim.sentence);
      claims.push(claim);
      room -= 1;
    }
  }
  const product = claims.find(({ kind }) => kind === 'product');
  if (!product)
    return {
      refused: true,
      code: 'nothing_to_sell',
      reason: `No sentence on ${hostOf(url)} says what is sold. Give the page that does, or write the profile yourself.`,
    };
  const tone = toneOf(pages);
  return { name, summary: product.sentence, tone, language: pages[0]?.language ?? null, claims };
}

function refuse(pages: SitePage[]): NothingToSell | null {
  const [home] = pages;
  const words = pages.reduce((sum, page) => sum + (page.text.match(/\p{L}{2,}/gu)?.length ?? 0), 0);
  const host = home ? hostOf(home.url) : 'The site';
  if (!home || words < 25)
    return {
      refused: true,
      code: 'empty',
      reason: `${host} shows almost no text; it may be built by script. Give another page, or write the profile yourself.`,
    };
  if (words < 80 && /\b(?:log ?in|sign ?in)\b/i.test(`${home.title} ${home.text}`))
    return {
      refused: true,
      code: 'sign_in',
      reason: `${host} asks to sign in before it shows anything. Give a page that everybody can read.`,
    };
  const everything = pages
    .map((page) => `${page.title}\n${page.text}\n${page.actions.join('\n')}`)
    .join('\n');
  const sells = new Set(
    [...everything.matchAll(new RegExp(SELLING.source, 'gi'))].map(([word]) => word.toLowerCase()),
  ).size;
  const long = home.blocks.filter(({ kind, text }) => kind === 'paragraph' && text.length > 250).length;
  const isArticle =
    /^article/i.test(home.type ?? '') ||
    /\/(?:blog|news|posts?|articles?|academy|learn|guides?|lessons?)\//i.test(new URL(home.url).pathname) ||
    (long >= 5 && ARTICLE.test(`${home.title} ${home.text}`));
  const isPricedOrOffered = PRICE.test(everything);
  if (isArticle && pages.length === 1)
    return {
      refused: true,
      code: 'article',
      reason: `This page of ${host} is an article: it explains something and offers nothing. Give the page of the product.`,
    };
  if (sells < 2 && !isPricedOrOffered)
    return {
      refused: true,
      code: 'nothing_to_sell',
      reason: `Nothing on ${host} is offered: no product, no price, nothing to try or order. Give the page that sells, or write the profile yourself.`,
    };
  return null;
}

interface Judged {
  kind: ClaimKind;
  claim: string;
  score: number;
}

function judge(text: string, block: Block, name: string, place: number): Judged[] {
  const found: Judged[] = [];
  const early = Math.max(0, 40 - place) / 20;
  const named = name !== '' && text.toLowerCase().includes(name.toLowerCase());
  const words = text.split(' ').length;
  const group = FOR_WHOM.exec(text)?.[1];
  if (group) found.push({ kind: 'audience', claim: tidyGroup(group), score: early + (named ? 1 : 0) });
  const isWhole = words >= 5 && block.kind !== 'item' && !/^(?:created|made|written) by\b/i.test(text);
  const starts = named && text.toLowerCase().startsWith(name.toLowerCase());
  const defines =
    isWhole &&
    starts &&
    /^(?:\s*(?:\([^)]*\)\s*)?(?:is|are|turns?|helps?|lets?|gives?|makes?|offers?|provides?)\b)/i.test(
      text.slice(name.length),
    );
  if (!defines && PRICE.test(text))
    return [...found, { kind: 'price', claim: text, score: early + (/[$€£]/.test(text) ? 2 : 0) }];
  if (!defines && PROOF.test(text))
    return [...found, { kind: 'proof', claim: text, score: early + (/\d/.test(text) ? 2 : 0) }];
  if (
    isWhole &&
    (starts ||
      (block.kind === 'description' && place < 3) ||
      (place < 12 && DOES.test(text) && !/^(?:I|it['’]s)\b/i.test(text)))
  )
    found.push({
      kind: 'product',
      claim: text,
      score:
        early +
        (defines ? 5 : starts ? 2 : 0) +
        (DOES.test(text) ? 2 : 0) +
        (block.kind === 'description' ? 2 : 0) -
        (words > 35 ? 2 : 0) -
        (/\b(?:this|these|those)\b|^it\b|\bby me\b/i.test(text) ? 4 : 0),
    });
  else if (isWhole && BENEFIT.test(text) && words <= 35)
    found.push({
      kind: 'benefit',
      claim: text,
      score: early + (/\byou\b|\byour\b/i.test(text) ? 1 : 0) + (words <= 22 ? 1 : 0),
    });
  else if ((block.kind === 'heading' || block.kind === 'item') && words >= 2 && words <= 14)
    found.push({ kind: BENEFIT.test(text) && words >= 4 ? 'benefit' : 'feature', claim: text, score: early });
  return found;
}

const tidyGroup = (group: string): string =>
  group
    .replace(/^(?:your|our|all|the|any|and|or|to|of)\s+/i, '')
    .replace(/\s+/g, ' ')
    .trim();

/** A sentence for people, whole, about the thing itself. */
function isPlain(text: string): boolean {
  if (text.length < 12 || text.length > 320) return false;
  if (ORDERS.test(text) || LEGAL.test(text) || UNFINISHED.test(text)) return false;
  if (/\?$/.test(text) || /^(?:I|I['’]m|my)\b/i.test(text)) return false;
  if (
    /^(?:click|read|see|learn|view|watch|explore|download|sign|log|follow|join|contact|back|next|home|menu)\b.{0,60}$/i.test(
      text,
    )
  )
    return false;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters / text.length > 0.6;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

function sentencesIn(block: Block): { text: string; start: number }[] {
  if (block.kind === 'heading') return [{ text: block.text, start: block.start }];
  return [...segmenter.segment(block.text)].map(({ segment, index }) => ({
    text: segment.trim(),
    start: block.start + index + (segment.length - segment.trimStart().length),
  }));
}

function nameOf(pages: SitePage[], url: string): string {
  const [home] = pages;
  const label =
    hostOf(url)
      .replace(/^www\./, '')
      .split('.')[0] ?? '';
  const title = (home?.title ?? '').replace(/^(?:welcome to|home of)\s+/i, '');
  const pieces = [home?.siteName ?? '', ...title.split(/\s+[|–—·:-]\s+|[|–—·:]\s/)]
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '' && piece.length <= 40 && !UNFINISHED.test(piece));
  const flat = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const same = pieces.find(
    (piece) => flat(piece) === flat(label) || (flat(piece).length > 3 && flat(label).includes(flat(piece))),
  );
  const text = pages.map((page) => page.text).join(' ');
  const often = pieces
    .filter((piece) => piece.split(' ').length <= 4)
    .map((piece) => ({ piece, count: text.split(piece).length - 1 }))
    .sort((one, other) => other.count - one.count)[0];
  // The address has no capitals; the text may show how it is written.
  const written =
    label.length > 3
      ? new RegExp(`\\b${label.replace(/[^a-z0-9]/gi, '')}\\b`, 'i').exec(text)?.[0]
      : undefined;
  if (same) return same;
  if (often && often.count > 1) return often.piece;
  if (written) return written;
  return pieces[0] ?? (label ? `${label[0]?.toUpperCase()}${label.slice(1)}` : 'This product');
}

/** How a site speaks, from its own words: formal or plain, to you or about itself. */
function toneOf(pages: SitePage[]): string {
  const text = pages.map((page) => page.text).join(' ');
  const words = text.split(/\s+/).length || 1;
  const share = (pattern: RegExp) => (text.match(pattern)?.length ?? 0) / words;
  const traits = [
    share(/\b(?:you|your)\b/gi) > 0.015 ? 'speaks to the reader' : 'speaks about the product',
    share(/!/g) > 0.004 ? 'lively' : 'calm',
    share(/\b\p{L}{11,}\b/gu) > 0.06 ? 'technical' : 'plain',
  ];
  return traits.join(', ');
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : url);
