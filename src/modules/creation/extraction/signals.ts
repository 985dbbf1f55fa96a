import type { Passage } from '../sources/passages.ts';
import { type Imperative, imperativeOf, sequenceOf } from './imperative.ts';
import { isNarrative } from './verbs.ts';
import { stemsOf, wordsOf } from './words.ts';

/** What the composer reads: one source as text and passages, with the ids the caller keeps them under. */
export interface ComposeSource {
  id: string;
  title: string;
  text: string;
  language?: string;
  passages: (Passage & { id?: string })[];
}

/** What a passage is good for. */
export type Role =
  | 'why'
  | 'done'
  | 'mistake'
  | 'example'
  | 'time'
  | 'outcome'
  | 'proof'
  | 'limit'
  | 'tool'
  | 'question';

/** A passage with everything the composer knows of it. */
export interface Unit {
  source: number;
  passage: Passage & { id?: string };
  stems: Set<string>;
  words: number;
  imperative?: Imperative;
  sequence?: string;
  roles: Set<Role>;
  /** How much it reads like an instruction, 0 to about 4. */
  strength: number;
  /** How much it speaks of what the source keeps coming back to, 0 to 1. */
  salience: number;
  /** Written in a language whose verbs the composer knows. */
  english: boolean;
  /** Stands in a quotation that fills its paragraph. */
  quoted: boolean;
  /** Spoken by who asks, not by who knows. */
  asked: boolean;
}

const ROLES: [Role, RegExp][] = [
  [
    'why',
    /\b(?:because|the reason|that(?:'|’)?s why|that is why|otherwise|so that|matters?\b|(?:is|are|it(?:'|’)s) (?:\w+ )?important|crucial|research shows|studies show|it helps|will help you|this (?:gives|lets|makes|allows|establishes|ensures|means)|(?:that|which) (?:will )?(?:allows?|helps?|lets?|keeps?) (?:you|them|people|the|us|it)|the point (?:is|of)|in order (?:to|that)|worth nothing|is worth)\b/i,
  ],
  [
    'done',
    /\b(?:(?:you(?:'|’)?re|you are|it(?:'|’)?s|it is|this is|that is|is|are) (?:done|finished|complete) (?:when|is when|once|if)|you(?:'|’)?ve finished when|done is when|and done is|done when|you(?:'|’)?ll know (?:it|you|that)|you know (?:you(?:'|’)?re|you are|it(?:'|’)?s|it is|it works|you have)|(?:ready|good enough|finished|stop) when (?:you|it|there|the|nobody|everyone)|until (?:you|each|every|all|no|nobody|the) [\w ]+ (?:is|are|has|have|can)|the test is|what counts is)\b/i,
  ],
  [
    'mistake',
    /\b(?:mistakes?|errors? people|trap|pitfall|goes wrong|go wrong|got it wrong|do not|don(?:'|’)t|never|avoid|beware|too (?:early|late|soon|often)|people forget|they forget|tempt(?:ed|ing|ation)|the worst (?:thing|you)|is worth nothing|(?:is|was) a bad|sounds? accusatory|not what you (?:do|want))\b/i,
  ],
  [
    'example',
    /\b(?:for example|for instance|e\.g\.|here(?:'|’)s an? |an example|imagine|suppose|a real one|(?:one|a|an) (?:client|customer|family|studio|shop|bakery|company|reader|student|team|woman|man|couple|friend|designer|colleague|owner|founder|widower|patient|teacher|school|place)\b.{0,40}\b(?:in|at|from|who|with|had|said|came|wrote|was|picked|lost)|i had an? |we had an? |we once|i once|last (?:year|month|week|spring|summer|autumn|fall|winter)|in (?:19|20)\d\d)\b/i,
  ],
  [
    'outcome',
    /\b(?:you(?:'|’)?ll (?:have|know|be able|see|end up)|you will (?:have|know|be able|see)|you (?:now )?have (?:a|an|your|the|two|three|four|five|\d+) |so you have|at the end (?:you|there|of)|by the end|the result|what you get|gives you|that leaves you|which leaves|what is left|you come out with|you end up with|should be able to)\b/i,
  ],
  [
    'limit',
    /\b(?:can(?:'|’)t (?:claim|promise|say|separate)|cannot (?:claim|promise|separate)|not tested|does(?:n(?:'|’)t| not) (?:work|help|apply|replace)|won(?:'|’)t (?:work|save|help)|no law of nature|not a law|only works|my (?:own )?count|may never|it depends|i(?:'|’)m not sure|honestly|trade-?offs?|not proof|no guarantee|there is no (?:overnight|magic)|takes time|if (?:nobody|you don(?:'|’)t|problems persist)|less (?:useful|suited)|risk)\b/i,
  ],
  [
    'tool',
    /\b(?:spreadsheet|notebook|calendar|template|checklist|worksheet|timer|whiteboard|sticky notes?|index cards?|paper|pen|pencil|phone|app|software|tool|sheet|form|folder|inbox|calculator|thermometer|camera|tape|board|map|survey|script|log|diary|planner|kit)\b/i,
  ],
];
const TIME =
  /\b(?:(?:about |around |roughly |at most |under |another )?(?:\d+(?:[.,]\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|twenty-five|thirty|forty|forty-five|fifty|sixty|seventy-five|ninety|half an?|a quarter of an)(?:\s?(?:-|–|to|or)\s?\d+)?[\s-](?:minutes?|mins?|hours?|hrs?))\b/i;
const PROOF =
  /\b\d[\d.,]*\s?(?:%|percent|per cent|euros?|dollars?|€|\$|hours?|jobs?|studios?|clients?|customers?|shops?|people|of the|of \d|out of|in ten|users?|readers?|teams?|years?)|[€$£]\s?\d|\b(?:seven|eight|nine|six|five|four|three|two) (?:in|out of) (?:ten|five|three|four)\b/i;
const DELIBERATE =
  /\b(?:so as to|so that|in order to|in order that|with (?:that|this|a) view|each|every|daily|weekly|for this purpose|to this end|one (?:at a time|after another)|as follows|the following)\b/i;
const DECIDED =
  /\b(?:decided|determined|resolved|contrived|devised|proposed to (?:myself|ourselves)|designed|invented|came up with|made it a rule|arranged|our approach|the approach we took|the way we did)\b/i;
const METHOD =
  /\b(?:method|process|system|approach|framework|routine|procedure|technique|recipe|formula|rule of thumb|checklist|playbook|scheme|how i (?:do|did|work)|how we (?:do|did|work)|the way (?:i|we) (?:do|did)|step[- ]by[- ]step|steps?)\b/i;

/** Whether words talk of a method at all. */
export function speaksOfMethod(text: string): boolean {
  return METHOD.test(text);
}

/** Whether an act in the past was meant as a way of doing things rather than something that happened. */
export function isDeliberate(text: string): boolean {
  return DECIDED.test(text) || DELIBERATE.test(text) || METHOD.test(text);
}

/** Reads all passages of all sources once; everything later works on these units. */
export function unitsOf(sources: ComposeSource[]): Unit[] {
  const units: Unit[] = [];
  sources.forEach((source, index) => {
    const askers = askersOf(source);
    const topics = topicsOf(source);
    const quotation = new Quotation();
    let instances = false;
    const english = (source.language ?? 'en') === 'en';
    for (const passage of source.passages) {
      const asked = passage.speaker !== undefined && askers.has(passage.speaker);
      const unit = unitOf(passage, index, asked, english);
      unit.quoted =
        quotation.holds(passage) || (instances && (passage.kind === 'item' || passage.kind === 'quote'));
      if (passage.kind !== 'item' && passage.kind !== 'quote') instances = FOR_INSTANCE.test(passage.quote);
      unit.strength = strengthOf(unit, askers.size > 0);
      unit.salience = salienceOf(unit, topics);
      units.push(unit);
    }
  });
  return units;
}

function unitOf(passage: Passage & { id?: string }, source: number, asked: boolean, english: boolean): Unit {
  const { quote } = passage;
  const words = wordsOf(quote).length;
  const roles = new Set<Role>();
  if (english && passage.kind !== 'heading') {
    for (const [role, pattern] of ROLES) if (pattern.test(quote)) roles.add(role);
    if (TIME.test(quote)) roles.add('time');
    if (PROOF.test(quote)) roles.add('proof');
    if (/\?["”’)]*\s*$/.test(quote)) roles.add('question');
  }
  const imperative = english && !asked && words <= 90 ? imperativeOf(quote) : undefined;
  const sequence = english && !asked ? sequenceOf(quote) : undefined;
  const unit: Unit = {
    source,
    passage,
    stems: new Set(stemsOf(quote)),
    words,
    roles,
    asked,
    strength: 0,
    salience: 0,
    quoted: false,
    english,
  };
  if (imperative !== undefined) unit.imperative = imperative;
  if (sequence !== undefined) unit.sequence = sequence;
  return unit;
}

const FORM = { imperative: 3, directive: 2.6, gerund: 2.4, practice: 1.7, past: 0.4 };

function strengthOf(unit: Unit, answered: boolean): number {
  const { imperative, passage, words } = unit;
  if (imperative === undefined || unit.asked) return 0;
  let strength = FORM[imperative.form];
  if (imperative.form === 'past') {
    // Somebody who is asked how they did it tells it in the past; a story does too, but nobody asked.
    if (isDeliberate(passage.quote)) strength = 2.1;
    else if (answered) strength = /^\W*(?:\w+,? ){0,6}we\b/i.test(passage.quote) ? 1.8 : 1;
  }
  if (imperative.form === 'past' && isNarrative(imperative.verb)) strength -= 1;
  if (
    /^(?:think|know|see|feel|remember|imagine|believe|guess|suppose|hear|let|say|look|like|love|mind|hope|understand|realize|realise|recognize|wonder|forget|trust|notice|thank|welcome|read on|note|wish|mention|thank|fall|conceive|judge|suppose|expect|say|tell you)$/.test(
      imperative.verb,
    )
  )
    strength -= 1.2;
  if (/^(?:have|get|go|come|give|stay|become|lose|fail|mean|last|wait|cost)$/.test(imperative.verb))
    strength -= imperative.form === 'imperative' ? 0.3 : 1;
  if (passage.kind === 'quote') strength -= 1;
  if (passage.kind === 'row') strength -= 1;
  if (unit.quoted) strength -= 2;
  if (words < 4) strength -= passage.kind === 'item' ? 0.3 : 1;
  if (words > 45) strength -= 0.5;
  if (imperative.negative) strength -= 0.8;
  if (imperative.sequence !== undefined) strength += 0.5;
  return Math.max(0, strength);
}

/** In a conversation, those who mostly ask: many questions, fewer words than the one who answers. */
function askersOf(source: ComposeSource): Set<string> {
  const voices = new Map<string, { words: number; sentences: number; questions: number }>();
  for (const { speaker, quote } of source.passages) {
    if (speaker === undefined) continue;
    const voice = voices.get(speaker) ?? { words: 0, sentences: 0, questions: 0 };
    voice.words += quote.length;
    voice.sentences += 1;
    if (/\?["”’)]*$/.test(quote)) voice.questions += 1;
    voices.set(speaker, voice);
  }
  if (voices.size < 2) return new Set();
  const most = Math.max(...[...voices.values()].map((voice) => voice.words));
  return new Set(
    [...voices]
      .filter(
        ([name, voice]) =>
          voice.words < most &&
          (/^(?:q|interviewer|host|moderator|question)$/i.test(name) ||
            voice.questions / voice.sentences > 0.15),
      )
      .map(([name]) => name),
  );
}

const OWN_WORDS =
  /\b(?:i|we)\b[^".“]{0,26}\b(?:said|asked (?:ourselves|myself)|thought|(?:was|were) like)[, :]*["“]/i;
const FOR_INSTANCE =
  /\b(?:for (?:instance|example)|such as|e\.g\.|like this|the following example|example below)[^.]{0,40}:$/i;

/** Follows quotations that open with a paragraph and may run over several sentences. */
class Quotation {
  #block = -1;
  #open = false;
  #own = false;

  holds(passage: Passage): boolean {
    const { quote, block, inBlock } = passage;
    // In subtitles a quotation runs over cues, so over blocks of one voice; in print it ends with the paragraph.
    if (block !== this.#block && passage.timeMs === undefined)
      this.#open = inBlock === 0 && /^“[^”]*$/.test(quote);
    this.#block = block;
    const held = this.#open || /^["“]/.test(quote);
    // What the expert said or asked themselves is theirs; what others said is not.
    if (OWN_WORDS.test(quote)) this.#own = true;
    const straight = quote.match(/"/g)?.length ?? 0;
    const opened = (quote.match(/“/g)?.length ?? 0) - (quote.match(/”/g)?.length ?? 0);
    if (straight % 2 === 1) this.#open = !this.#open;
    else if (opened !== 0) this.#open = opened > 0;
    const own = this.#own;
    if (!this.#open) this.#own = false;
    return held && !own;
  }
}

/** What a source keeps coming back to: the stems found in most of its blocks, with their weight. */
function topicsOf(source: ComposeSource): Map<string, number> {
  const blocks = new Map<string, Set<number>>();
  for (const passage of source.passages) {
    for (const word of stemsOf(passage.quote)) {
      const found = blocks.get(word);
      if (found === undefined) blocks.set(word, new Set([passage.block]));
      else found.add(passage.block);
    }
  }
  const ranked = [...blocks]
    .filter(([, found]) => found.size > 2)
    .sort((a, b) => b[1].size - a[1].size)
    .slice(0, 25);
  const most = ranked[0]?.[1].size ?? 1;
  return new Map(ranked.map(([word, found]) => [word, found.size / most]));
}

function salienceOf(unit: Unit, topics: Map<string, number>): number {
  let sum = 0;
  for (const word of unit.stems) sum += topics.get(word) ?? 0;
  return Math.min(1, sum / 2);
}
