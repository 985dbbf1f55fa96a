import type { CitedText, MethodologyType } from '../playbooks/step.ts';
import type { Citer } from './cite.ts';
import { tidy, trimSentence } from './instructions.ts';
import type { ComposeSource, Unit } from './signals.ts';
import type { Skeleton } from './skeletons.ts';
import { stemsOf, type Weights } from './words.ts';

/** What the whole method is for, found in all sources; the parts without evidence stay away. */
export interface Frame {
  title: string;
  titleUnits: Unit[];
  outcome?: CitedText;
  audience?: CitedText;
  pain?: CitedText;
  uniqueInsight?: CitedText;
  methodologyType: MethodologyType;
}

interface Wanted {
  pattern: RegExp;
  heading: RegExp;
  never?: RegExp;
  /** What standing under such a heading is worth beside the words. */
  underHeading: number;
  least: number;
  most: number;
}

const OUTCOME: Wanted = {
  pattern:
    /\b(?:you(?:'|’)?ll (?:be able|have|know|learn|get)|you will (?:be able|have|know|learn|get)|by the end|the goal|goal is|the aim|aims? to|my intention|in order to|help(?:s|ing)? you|so that you|it(?:'|’)s about|what (?:it|this) (?:does|gives)|the purpose|i (?:wished|wanted) to|we wanted to|teach people (?:to|how)|what is left at the end|is left at the end|then i am supposed|objective)\b|^to [a-z]+ (?!be\b)[^,;]+$/i,
  heading:
    /\b(?:goals?|outcomes?|purpose|objectives?|what you(?:'|’)?ll|why|results?|overview|introduction)\b/i,
  never: /\b(?:mistake|wrong|never)\b/i,
  underHeading: 1.6,
  least: 6,
  most: 45,
};
const AUDIENCE: Wanted = {
  pattern:
    /\b(?:this is for|who (?:this|it) is for|for (?:people|teams|studios|workshops|anyone|founders|owners|small|companies|readers|teachers|writers|managers|developers|freelancers|beginners|novices|learners|customers|everyone|leaders|consultants|coaches|agencies|designers|engineers|researchers|participants|students)\b|if you(?:'|’)?(?:re| are| run| have| own| manage| lead| want to be)|so you want to be|studios? of|workshops? of|interior studios|aimed at|(?:anyone|everyone|people) who|small (?:workshops|studios|businesses|teams|companies)|who want|your (?:readers|users|learners|customers|audience) )\b/i,
  heading: /\b(?:who (?:this|it|is)|audience|for whom|is this for|prerequisites|learners|readers|users)\b/i,
  underHeading: 1.6,
  least: 5,
  most: 45,
};
const PAIN: Wanted = {
  pattern:
    /\b(?:problem|struggl\w+|frustrat\w+|lose|lost|losing|wast(?:e|ed|ing)|ashamed|stuck|fail(?:s|ed|ure)?|hard(?:er)? (?:to|for)|difficult|bad at|afraid|worr\w+|confus\w+|mistakes?|cost(?:s)? (?:you|them|him|us)|nervous|kills? them|terrible|never (?:finish|comes back)|not enough|surprised by|scary|overwhelm\w*|no (?:response|users|customers)|noise|risks?|derail\w*|barrier|trouble)\b/i,
  heading: /\b(?:problem|pain|why|challenge|background|before)\b/i,
  never: /problem[- ]solv|for example|an example/i,
  underHeading: 0.6,
  least: 7,
  most: 40,
};
const INSIGHT: Wanted = {
  pattern:
    /\b(?:most (?:people|teams|of the|studios)|everybody (?:wants|thinks|says|begins|starts)|everyone (?:wants|thinks|says)|people think|they think|some people (?:feel|think|believe)|instead of|rather than|not (?:the|a|an|about)\b.{3,60}\b(?:but|it is|it's)|it is not|it(?:'|’)s not|is better than|better than|the whole thing|contrary|counter-?intuitive|the other way (?:a)?round|you do not have to|you don(?:'|’)t (?:need|have) to|unlike|nobody (?:tells|talks)|the truth is|surprisingly|in fact|but research)\b/i,
  heading: /\b(?:insight|principle|key|why it works|idea|myth)\b/i,
  underHeading: 0.8,
  least: 7,
  most: 42,
};

/** Reads the frame of the method from what stands outside and inside the steps. */
export function frameOf(
  sources: ComposeSource[],
  units: Unit[],
  skeleton: Skeleton,
  titles: string[],
  places: Map<Unit, number>,
  weights: Weights,
  citer: Citer,
): Frame {
  const used = new Set<Unit>();
  const method = new Set(titles.flatMap((title) => stemsOf(title)));
  const own = units.filter((unit) => !unit.asked && unit.passage.kind !== 'row' && !unit.quoted);
  const order = new Map<number, number>();
  for (const unit of units)
    order.set(unit.source, Math.max(order.get(unit.source) ?? 0, unit.passage.position));
  const pick = (wanted: Wanted, sharp: number) => {
    let best: { unit: Unit; score: number } | undefined;
    for (const unit of own) {
      if (
        used.has(unit) ||
        unit.passage.kind === 'heading' ||
        unit.words < wanted.least ||
        unit.words > wanted.most
      )
        continue;
      const invites = wanted === AUDIENCE && /\bwant to (?:be|become)\b/i.test(unit.passage.quote);
      if (
        (unit.roles.has('question') && !invites) ||
        unit.passage.kind === 'quote' ||
        wanted.never?.test(unit.passage.quote)
      )
        continue;
      if (/^(?:that|it|this)(?:'|’)s\b|\[[A-Z]/i.test(unit.passage.quote)) continue;
      const heading =
        wanted.heading.test(unit.passage.headings.at(-1) ?? '') &&
        !unit.roles.has('example') &&
        !/^an? example\b/i.test(unit.passage.quote)
          ? wanted.underHeading
          : 0;
      const named = wanted.pattern.test(unit.passage.quote) ? 1 : 0;
      if (
        named +
          heading +
          (wanted === OUTCOME && unit.passage.position === 0 && unit.strength >= 2 ? 1 : 0) ===
          0 ||
        (named === 0 && unit.passage.inBlock > 0)
      )
        continue;
      const early = 1 - unit.passage.position / Math.max(1, order.get(unit.source) ?? 1);
      const outside = places.has(unit) ? 0 : 0.5;
      const topic = weights.similarity(method, unit.stems) + unit.salience * 0.5;
      const leads =
        wanted === OUTCOME &&
        unit.passage.position === 0 &&
        unit.passage.headings.length === 0 &&
        unit.passage.speaker === undefined
          ? 1.2
          : 0;
      const imperative = unit.strength >= 2.4 && leads === 0 ? -0.7 : 0;
      const dangling = /^(?:it|that|this|they|he|she|these|those|and|or|but|so|because|no|yes)\b/i.test(
        unit.passage.quote,
      )
        ? -0.35
        : 0;
      const score =
        heading +
        named +
        leads +
        early * sharp +
        outside +
        topic +
        imperative +
        dangling +
        (unit.roles.has('proof') ? 0.15 : 0);
      if (best === undefined || score > best.score) best = { unit, score };
    }
    if (best === undefined || best.score < (wanted === INSIGHT ? 1.25 : 1.5)) return undefined;
    const told = wanted === INSIGHT ? inContext(own, best.unit) : [best.unit];
    for (const unit of told) used.add(unit);
    return citer.said(told.map((unit) => tidy(trimSentence(unit.passage.quote, 45))).join(' '), told);
  };
  const audience = pick(AUDIENCE, 0.8);
  const outcome = pick(OUTCOME, 0.8);
  const pain = pick(PAIN, 0.8);
  const uniqueInsight = pick(INSIGHT, 0.2);
  return {
    ...titleOfMethod(sources, units, skeleton),
    ...(outcome === undefined ? {} : { outcome }),
    ...(audience === undefined ? {} : { audience }),
    ...(pain === undefined ? {} : { pain }),
    ...(uniqueInsight === undefined ? {} : { uniqueInsight }),
    methodologyType: typeOf(units, skeleton),
  };
}

/** An insight set against what people think often takes two sentences: the common belief, and what is so instead. */
function inContext(units: Unit[], unit: Unit): Unit[] {
  const at = units.indexOf(unit);
  const before = units[at - 1];
  const after = units[at + 1];
  const near = (other: Unit | undefined) =>
    other !== undefined &&
    other.source === unit.source &&
    other.passage.block === unit.passage.block &&
    other.words <= 32;
  if (
    near(after) &&
    /^(?:but|instead|it(?:'s| is)|in truth|in fact|the truth)\b/i.test(after?.passage.quote ?? '')
  )
    return [unit, after as Unit];
  if (unit.words < 10 && near(before) && /^(?:but|and|so|no)\b/i.test(before?.passage.quote ?? ''))
    return [before as Unit, unit];
  return [unit];
}

const GENERIC =
  /^(?:interview|transcript|notes?|field notes|call|recording|conversation|memo|document|untitled|draft|part|podcast|episode|talk|the order|steps|how to do it)\b/i;

/** The method's name: what the sheet of steps is called, before a colon that only says what kind of text it is. */
function titleOfMethod(
  sources: ComposeSource[],
  units: Unit[],
  skeleton: Skeleton,
): { title: string; titleUnits: Unit[] } {
  const order = [skeleton.source, ...sources.keys()];
  for (const at of order) {
    const title = (sources[at]?.title ?? '').replace(/\s+/g, ' ').trim();
    const head = /^(.{4,80}?)\s*[:–—|]\s+(.+)$/.exec(title);
    const name =
      head?.[1] !== undefined &&
      /\b(?:notes?|interview|transcript|part|sheet|guide|memo|talk|episode)\b/i.test(head[2] ?? '')
        ? head[1]
        : title;
    if (name.length < 4 || GENERIC.test(name)) continue;
    const unit = units.find(
      (candidate) =>
        candidate.source === at &&
        candidate.passage.kind === 'heading' &&
        candidate.passage.quote.includes(name),
    );
    return { title: name.slice(0, 120), titleUnits: unit === undefined ? [] : [unit] };
  }
  return { title: (sources[skeleton.source]?.title ?? 'Untitled playbook').slice(0, 120), titleUnits: [] };
}

function typeOf(units: Unit[], skeleton: Skeleton): MethodologyType {
  const text = units
    .filter((unit) => !unit.asked)
    .map((unit) => unit.passage.quote)
    .join(' ')
    .slice(0, 200_000)
    .toLowerCase();
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const per = Math.max(1, text.length / 6000);
  const conversation = count(/\b(?:ask|say|tell|reply|answer|call|listen)\b|["“][^"”]{10,80}\?["”]/g) / per;
  const habit =
    count(
      /\b(?:every (?:day|week|morning|evening|friday|month)|daily|weekly|each (?:day|week|evening|morning)|habit|routine|once a (?:day|week))\b/g,
    ) / per;
  const diagnosis = count(/\b(?:symptoms?|diagnos\w+|root cause|identify|assess|audit|inspect)\b/g) / per;
  if (habit > 3.5) return 'habit';
  if (diagnosis > 4) return 'diagnosis';
  if (skeleton.ordered) return 'process';
  if (conversation > 9) return 'conversation';
  return skeleton.kind === 'headings' ? 'principles' : 'checklist';
}
