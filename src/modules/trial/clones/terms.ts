import { words } from '#modules/creation';

/**
 * Words that readers and experts use for the same thing, in any trade. A word that means something else in one of its
 * trades stays out: a wrong friend costs more than a missing one.
 */
const SAME = [
  'price prices pricing cost costs charge fee fees rate money pay paid expensive',
  'client clients customer customers buyer buyers',
  'discount discounts cheaper lower reduce reduction percent haggle negotiate',
  'quote quotes quoted quoting offer offers proposal proposals estimate estimates',
  'deposit prepayment upfront advance account invoice',
  'begin start starting begins starts beginning',
  'mistake mistakes error errors wrong avoid pitfall trap',
  'machine machines equipment device',
  'repair repairs fix fixing mend',
  'stop stops stoppage downtime breakdown breakdowns breaks broken failure',
  'team staff employees colleagues people crew',
  'check checks inspect inspection verify',
  'job jobs project projects assignment',
  'sign signed signature accept accepted agreement agree contract yes',
  'schedule plan planned calendar date',
  'clean cleaning wash',
  'owner responsible responsibility boss',
  'spare spares parts stock',
  'choose choosing pick picking select decide took',
  'write writing draft note notes record',
  'minutes hours time duration',
  'option options package packages variant choice',
  'scope extra extras changes change grow grows creep',
  'profit margin earn earned profitable',
  'result results proof numbers evidence',
  'review reviews evaluate retrospective',
  'safe safety danger dangerous injury hurt',
  'calculate calculated compute sum multiply divide add formula',
  'large larger big bigger huge',
  'buy bought purchase',
  'list lists checklist',
];

/** Words of a question that say what is wanted, not what it is about. */
const ABOUT_NOTHING = new Set(
  words.stemsOf(
    `advice advise answer ask best better business can clone correct explain good great guide hello help hi idea ideas
     important kind like mean method need playbook please possible question recommend recommended right show situation step
     steps suggest suggestion talk tell tip tips tried trying understand way ways why work works working wonder day days
     actually handle deal happen happens come comes look looks feel sort bit lot big small new old exactly properly`,
  ),
);

const groups = new Map<string, Set<string>>();
for (const line of SAME) {
  const stems = new Set(words.stemsOf(line));
  for (const stem of stems) groups.set(stem, new Set([...(groups.get(stem) ?? []), ...stems]));
}

/** What a question is about, as stems; each stands for its whole group. */
export function subjectOf(question: string, intent: Intent): string[] {
  const stems = new Set(words.stemsOf(question).filter((stem) => !ABOUT_NOTHING.has(stem)));
  const asking = ASKING[intent];
  return [...stems].filter((stem) => !asking?.has(stem));
}

/** Words that ask for one kind of answer are not its subject. */
const ASKING: Partial<Record<Intent, ReadonlySet<string>>> = {
  example: new Set(words.stemsOf('example examples instance case story give')),
  mistake: new Set(words.stemsOf('mistake mistakes wrong avoid pitfall trap careful watch')),
  why: new Set(words.stemsOf('reason point')),
  check: new Set(words.stemsOf('done finished know tell ready enough')),
  time: new Set(words.stemsOf('long minutes hours time whole thing')),
  needs: new Set(words.stemsOf('tool tools prepare material materials buy')),
};

/** Other stems that mean the same. */
export const kinOf = (stem: string): ReadonlySet<string> => groups.get(stem) ?? NONE;
const NONE: ReadonlySet<string> = new Set();

/** Which kind of answer a question asks for. */
export type Intent =
  | 'why'
  | 'time'
  | 'mistake'
  | 'example'
  | 'needs'
  | 'check'
  | 'start'
  | 'goal'
  | 'audience'
  | 'how';

const INTENTS: [Intent, RegExp][] = [
  ['why', /\bwhy\b|\breason\b|\bpoint of\b|\bwhat for\b/i],
  [
    'mistake',
    /\bmistakes?\b|\bgo(?:es)? wrong\b|\bavoid\b|\bpitfalls?\b|\btraps?\b|\bwatch out\b|\bcareful\b/i,
  ],
  ['example', /\bexamples?\b|\bfor instance\b|\bcase\b|\bshow me\b|\bstory\b/i],
  ['check', /\bdone\b|\bfinished\b|\bhow (?:do|can|will) i (?:know|tell)\b|\bready\b|\bgood enough\b/i],
  ['time', /\bhow long\b|\bhow many (?:minutes|hours)\b|\bhow much time\b|\btake\b.*\btime\b/i],
  ['needs', /\bwhat (?:do|will|would) (?:i|we) need\b|\btools?\b|\bsoftware\b|\bprepare\b|\bmaterials?\b/i],
  [
    'audience',
    /\bwho (?:is|was) (?:this|it)\b|\bfor whom\b|\bis (?:this|it) for me\b|\bright for (?:me|us)\b/i,
  ],
  [
    'goal',
    /\bwhat (?:is|'s) (?:this|it) about\b|\bwhat (?:do|will) (?:i|we) (?:get|have)\b|\boutcome\b|\bin short\b|\bsummar/i,
  ],
  ['start', /\bfirst\b|\b(?:start|begin)\b|\bwhere do (?:i|we)\b|\btoday\b|\bmonday\b/i],
];

export const intentOf = (question: string): Intent =>
  INTENTS.find(([, pattern]) => pattern.test(question))?.[0] ?? 'how';
