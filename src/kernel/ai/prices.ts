/** Price of a token in millionths of a US dollar, which is the same number as dollars per million tokens. */
export interface Price {
  inMicros: number;
  outMicros: number;
}

/**
 * Upper estimates by the size in a model's name, checked against list prices in November 2026. An unknown model counts
 * as a large one: the budget must hold even when we know nothing.
 */
const PRICES: [pattern: RegExp, price: Price][] = [
  [/nano|tiny/i, { inMicros: 0.25, outMicros: 2 }],
  [/mini|haiku|luna|small|flash|lite/i, { inMicros: 1.5, outMicros: 7.5 }],
  [/opus|pro\b|astra/i, { inMicros: 20, outMicros: 120 }],
];
const LARGE: Price = { inMicros: 5, outMicros: 30 };

export const priceOf = (model: string): Price =>
  PRICES.find(([pattern]) => pattern.test(model))?.[1] ?? LARGE;

export const costMicros = (price: Price, tokensIn: number, tokensOut: number): number =>
  Math.ceil(price.inMicros * tokensIn + price.outMicros * tokensOut);

/** At least as many tokens as the text has: two bytes a token is worse than any real tokenizer on any script. */
export const tokensAtMost = (text: string): number => Math.ceil(Buffer.byteLength(text) / 2) + 16;
