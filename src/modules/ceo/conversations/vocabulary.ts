import type { questions } from '#modules/analytics';

type Key = questions.MeasureKey;

/** What nothing records, in the words people use, and the measure that comes closest. */
export const NOT_HELD: { asks: RegExp; what: string; closest: Key }[] = [
  {
    asks: /\b(?:phone|called|calls?|phoned|telephone)\b/,
    what: 'nothing records phone calls',
    closest: 'meetings',
  },
  {
    asks: /\b(?:profits?|margins?|costs?|expens(?:e|es)|spend|spent|budgets?|roi|cac)\b/,
    what: 'nothing records what things cost',
    closest: 'revenue',
  },
  {
    asks: /\b(?:nps|satisf(?:ied|action)|ratings?|reviews|stars)\b/,
    what: 'nothing records how satisfied people are',
    closest: 'feelings',
  },
  {
    asks: /\b(?:followers?|impressions?|likes|shares of posts|reach of)\b/,
    what: 'nothing records what other sites count',
    closest: 'mentions',
  },
  {
    asks: /\b(?:forecasts?|predict(?:ed|ion|ions)?|will|next (?:week|month|year|quarter)|tomorrow|expected)\b/,
    what: 'what has not happened yet is not recorded',
    closest: 'revenue',
  },
  {
    asks: /\b(?:age|ages|gender|women|men|how old|young(?:er)?)\b/,
    what: 'nobody is asked for age or gender',
    closest: 'leads',
  },
  {
    asks: /\b(?:competitors?|market share|industry average|benchmarks?)\b/,
    what: 'nothing records how others do',
    closest: 'mentions',
  },
  { asks: /\bchurn(?:ed)?\b/, what: 'nothing records who stopped being a customer', closest: 'refunds' },
  {
    asks: /\b(?:time on (?:page|site|step)|session length|sessions?|bounce rate|scroll(?:ed)?|heat ?maps?)\b/,
    what: 'how long somebody looks at a page is not recorded',
    closest: 'readers',
  },
  {
    asks: /\b(?:cit(?:y|ies)|regions?|towns?|zip|postcodes?)\b/,
    what: 'where people live is known by country at most',
    closest: 'leads',
  },
  {
    asks: /\b(?:weather|password|passwords|salar(?:y|ies)|employees?|hired?)\b/,
    what: 'nothing here records that',
    closest: 'leads',
  },
];

/** Words for a column to split by; which of them a measure has decides. */
export const SPLIT_WORDS: [RegExp, string[]][] = [
  [/(?:channels?|sources?|origins?|ways?|first touch|touch)/, ['channel', 'source', 'place']],
  [/(?:playbooks?)/, ['playbook']],
  [/(?:short ?)?links?/, ['link']],
  [/(?:countr(?:y|ies))/, ['country']],
  [/(?:offers?|products?)/, ['offer']],
  [/(?:campaigns?)/, ['campaign']],
  [/(?:kinds?|types?)/, ['kind', 'type', 'emotion', 'stream']],
  [/(?:reasons?)/, ['reason']],
  [/(?:states?|status(?:es)?|outcomes?)/, ['state', 'outcome', 'watched']],
  [/(?:stages?)/, ['stage', 'state']],
  [/(?:streams?)/, ['stream']],
  [/(?:steps?)/, ['step']],
  [/(?:answers?)/, ['answer', 'question']],
  [/(?:moods?|emotions?|feelings?)/, ['mood', 'emotion']],
  [/(?:priorit(?:y|ies))/, ['priority']],
];

/** Words that carry no meaning of their own in a question. */
export const FILLERS = new Set(
  `a about again all also am an and any are as at be been being but by can come comes came could did do does doing done for from get give given gets got had has
  have having how i if in into is it its just let like list lot many me more most much must my need number numbers of on one only or our ours out over people
  person per please recently right show see so some somebody somehow someone tell than that the their them then there these they thing things this those to total up us was we
  were what whats when where which who whose with within would you your yours count counted counts amount figure figures give want know look looks ever
  something anything stuff should shall brings bring brought users user anyone anybody everybody each every far still now currently current today late lately please kindly hi hello hey ceo exactly actually really overall altogether
  happened happen make makes made new biggest highest largest best top first least lowest worst went going go gone versus vs compared compare against before
  during between since until after last past previous week weeks day days month months year years time period again yet already open s t`.split(
    /\s+/,
  ),
);
