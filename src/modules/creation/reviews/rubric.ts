import type { CriterionName } from './findings.ts';

/** One criterion as data: what it asks, from which score on it passes, and the limits its check works with. */
export interface Criterion {
  key: CriterionName;
  word: 'GOLDEN' | 'SHARP';
  letter: string;
  name: string;
  question: string;
  weight: number;
  threshold: number;
  /** Figures and word lists a workspace may change. */
  settings: Record<string, number | string[] | Record<string, string>>;
}

export interface Rubric {
  version: number;
  criteria: Criterion[];
}

const golden = (
  key: CriterionName,
  letter: string,
  name: string,
  question: string,
  settings: Criterion['settings'] = {},
): Criterion => ({
  key,
  word: 'GOLDEN',
  letter,
  name,
  question,
  weight: 1,
  threshold: 4,
  settings,
});
const sharp = (
  key: CriterionName,
  letter: string,
  name: string,
  question: string,
  settings: Criterion['settings'] = {},
): Criterion => ({
  ...golden(key, letter, name, question, settings),
  word: 'SHARP',
});

/** Words that promise and do not say. An empty replacement means the sentence is better without the word. */
const VAGUE: Record<string, string> = {
  various: '',
  'a number of': 'several',
  'all kinds of': '',
  'all sorts of': '',
  'a variety of': '',
  'and so on': '',
  'etc.': '',
  'as appropriate': '',
  'as needed': '',
  'as necessary': '',
  'where appropriate': '',
  'if necessary': '',
  basically: '',
  very: '',
  really: '',
  extremely: '',
  stuff: 'work',
  'best practices': '',
  leverage: 'use',
  robust: '',
  seamless: '',
  seamlessly: '',
  holistic: 'whole',
  synergy: '',
  impactful: '',
  'state of the art': '',
  'world-class': '',
  'game-changing': '',
  'cutting-edge': '',
  innovative: '',
  effectively: '',
  efficiently: '',
  properly: '',
  optimally: '',
  successfully: '',
  somewhat: '',
  'some kind of': 'a',
  'in a timely manner': '',
  'as soon as possible': '',
};

/** Long words with a short twin (Federal Plain Language Guidelines list most of them). */
const HEAVY: Record<string, string> = {
  utilize: 'use',
  utilise: 'use',
  utilization: 'use',
  facilitate: 'help',
  commence: 'start',
  terminate: 'end',
  endeavour: 'try',
  endeavor: 'try',
  ascertain: 'find out',
  'in order to': 'to',
  'prior to': 'before',
  'subsequent to': 'after',
  'in the event that': 'if',
  'due to the fact that': 'because',
  'with regard to': 'about',
  'in respect of': 'about',
  'a majority of': 'most',
  'at this point in time': 'now',
  'for the purpose of': 'to',
  'in addition': 'also',
  additionally: 'also',
  approximately: 'about',
  demonstrate: 'show',
  sufficient: 'enough',
  numerous: 'many',
  purchase: 'buy',
  require: 'need',
  requires: 'needs',
  remainder: 'rest',
  assistance: 'help',
  obtain: 'get',
  implement: 'put in place',
  methodology: 'method',
  functionality: 'function',
};

/**
 * GOLDEN+SHARP as data. A workspace edits a copy (`rubrics`, `rubric_criteria`); the checks read every limit
 * and every list from here.
 */
export const DEFAULT_RUBRIC: Rubric = {
  version: 1,
  criteria: [
    golden('goal', 'G', 'Goal', 'Is there one outcome for one audience?', {
      outcomeWordsMost: 45,
      stepsWithOutcome: 0.7,
    }),
    golden('order', 'O', 'Order', 'Is it complete and in sequence, with no step that needs a later one?', {
      sourceOrder: 0.6,
      likeness: 0.8,
    }),
    golden(
      'lean',
      'L',
      'Lean',
      'Are there 8 to 12 steps, each moving towards the goal, in the time stated?',
      {
        stepsLeast: 8,
        stepsMost: 12,
        stepsFew: 6,
        instructionsMost: 9,
        wordsPerStepMost: 480,
        minutesMost: 1440,
      },
    ),
    golden('doable', 'D', 'Doable', 'Does each step have an action, its inputs and a check?', {
      unseen: ['feel confident', 'you understand', 'are comfortable', 'feels right', 'you feel', 'are aware'],
    }),
    golden('evidence', 'E', 'Evidence', 'Do claims trace to passages, examples and figures?', {
      closest: 0.3,
      stepsCited: 0.95,
      fieldsCited: 0.85,
    }),
    golden('next', 'N', 'Next', 'Does each step end in a next action, and the last in a trial or an offer?'),
    sharp('specific', 'S', 'Specific', 'Are there numbers, names and examples instead of vague words?', {
      vaguePerHundred: 0.7,
      stepsWithFacts: 0.6,
      vague: VAGUE,
    }),
    sharp('human', 'H', 'Human', 'Is it plain, active, in the second person, and easy to read?', {
      gradeMost: 9,
      sentenceWordsMost: 30,
      passiveMost: 0.12,
      thirdPersonMost: 0.25,
      heavy: HEAVY,
    }),
    sharp('actionable', 'A', 'Actionable', 'Are there blanks to fill, checklists and templates?', {
      stepsWithBlanks: 0.9,
    }),
    sharp('relevant', 'R', 'Relevant', "Does it speak to this audience's pain in their words?", {
      stepsWithReason: 0.5,
      stepsInTheirWords: 0.5,
    }),
    sharp('proof', 'P', 'Proof', 'Are there results, cases and honest limits?', {
      cases: 0.34,
      figures: 3,
      limits: 0.3,
    }),
  ],
};

export function criterionOf(rubric: Rubric, key: CriterionName): Criterion {
  const own =
    rubric.criteria.find((criterion) => criterion.key === key) ??
    DEFAULT_RUBRIC.criteria.find((criterion) => criterion.key === key);
  if (own === undefined) throw new RangeError(`The rubric has no criterion "${key}"`);
  return own;
}

/** A limit of a criterion; the default's where a workspace's copy lacks it. */
export function limit(criterion: Criterion, name: string): number {
  const value = criterion.settings[name] ?? criterionOf(DEFAULT_RUBRIC, criterion.key).settings[name];
  if (typeof value !== 'number')
    throw new RangeError(`The criterion "${criterion.key}" has no limit "${name}"`);
  return value;
}

/** A word list of a criterion as words with their replacement. */
export function wordList(criterion: Criterion, name: string): [string, string][] {
  const value = criterion.settings[name] ?? criterionOf(DEFAULT_RUBRIC, criterion.key).settings[name];
  if (Array.isArray(value)) return value.map((word) => [word, '']);
  return typeof value === 'object' ? Object.entries(value) : [];
}
