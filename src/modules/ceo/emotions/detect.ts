import { type Emotion, type Felt, meaningOf, NEGATIONS, STRENGTHENERS, signsOf } from './lexicon.ts';

/** How a text sounds. */
export interface Reading {
  emotion: Emotion;
  /** How often readings this clear were right on texts people labelled, 0 to 1. */
  confidence: number;
  /** What the words add up to, per emotion; plain sums, not probabilities. */
  scores: Record<Felt, number>;
  /** −1 to 1. */
  polarity: number;
  provider: string;
  providerVersion: string;
}

const PROVIDER = 'built-in lexicon';
const PROVIDER_VERSION = '1';

const MOST_LETTERS = 20_000;
/** Less than this says nothing. */
const FEWEST = 1.5;
const REACH_OF_NEGATION = 3;
/** What a negated word turns into, and with how much of its strength: "not good" annoys, "not bad" pleases a little. */
const TURNED: Record<Felt, [Felt, number]> = {
  joy: ['anger', 0.5],
  sadness: ['joy', 0.3],
  anger: ['joy', 0.2],
  fear: ['joy', 0.3],
  surprise: ['surprise', 0.5],
  disgust: ['joy', 0.2],
};

/**
 * Reads how a text sounds from its words: a list of our own, with negation, strength and signs. It knows English, no irony
 * and no context. Measured by `scripts/eval-emotions.ts`.
 */
export function detect(text: string): Reading {
  const scores: Record<Felt, number> = { joy: 0, sadness: 0, anger: 0, fear: 0, surprise: 0, disgust: 0 };
  const cut = text.slice(0, MOST_LETTERS);
  const words =
    cut
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}']+/gu) ?? [];
  let negatedUntil = -1;
  words.forEach((word, at) => {
    const isNegated = at <= negatedUntil;
    if (NEGATIONS.has(word)) negatedUntil = at + REACH_OF_NEGATION;
    const isStrong = STRENGTHENERS.has(words[at - 1] ?? '');
    for (const [emotion, strength] of meaningOf(word)) {
      const value = strength * (isStrong ? 1.4 : 1);
      if (isNegated) {
        const [turned, share] = TURNED[emotion];
        scores[turned] += value * share;
      } else scores[emotion] += value;
    }
  });
  for (const [emotion, strength] of signsOf(cut)) scores[emotion] += strength;
  const ranked = (Object.entries(scores) as [Felt, number][]).sort((a, b) => b[1] - a[1]);
  const [[best, most] = ['joy' as Felt, 0], [, second] = ['joy' as Felt, 0]] = ranked;
  const emotion: Emotion = most >= FEWEST ? best : 'neutral';
  const bad = scores.sadness + scores.anger + scores.fear + scores.disgust;
  const total = scores.joy + bad;
  return {
    emotion,
    confidence: confidenceOf(emotion, most, second),
    scores,
    polarity: total === 0 ? 0 : (scores.joy - bad) / (total + 1),
    provider: PROVIDER,
    providerVersion: PROVIDER_VERSION,
  };
}

/** Steps measured on the training part of the labelled texts: how often a reading with such a lead was right. */
const STEPS: [number, number][] = [
  [6, 0.85],
  [4, 0.8],
  [2.5, 0.7],
  [1, 0.5],
  [0, 0.45],
];
const NEUTRAL = 0.6;

function confidenceOf(emotion: Emotion, most: number, second: number): number {
  if (emotion === 'neutral') return NEUTRAL;
  const lead = most - second;
  return STEPS.find(([from]) => lead >= from)?.[1] ?? 0.45;
}
