/** Ways to share the money of an order among the touches that led to it. */
export const MODELS = ['first', 'last', 'linear', 'position'] as const;
export type Model = (typeof MODELS)[number];

export const MODEL_VERSION = 1;

/** What each end gets under `position`; the middle shares the rest. */
const END = 0.4;

/**
 * The weights of so many touches in order, adding up to 1. `position` gives 40 % to each end and shares the rest, as the
 * U-shaped model of web analytics does.
 */
export function sharesOf(model: Model, touches: number): number[] {
  if (touches <= 0) return [];
  const at = (index: number): number => {
    if (model === 'first') return index === 0 ? 1 : 0;
    if (model === 'last') return index === touches - 1 ? 1 : 0;
    if (model === 'linear' || touches <= 2) return 1 / touches;
    return index === 0 || index === touches - 1 ? END : (1 - 2 * END) / (touches - 2);
  };
  return Array.from({ length: touches }, (_, index) => at(index));
}

/**
 * Splits minor units by weights so that the parts add up exactly: each part is rounded down, and what is left goes one by
 * one to the largest remainders, the earlier part first. Source: Hamilton's method of apportionment.
 * @param amountMinor not negative
 */
export function split(amountMinor: number, shares: number[]): number[] {
  const parts = shares.map((share) => Math.floor(amountMinor * share));
  const remainders = shares.map((share, index) => amountMinor * share - (parts[index] ?? 0));
  const order = [...remainders.keys()]
    .filter((index) => (shares[index] ?? 0) > 0)
    .sort((a, b) => (remainders[b] ?? 0) - (remainders[a] ?? 0) || a - b);
  let left = amountMinor - parts.reduce((sum, part) => sum + part, 0);
  for (let turn = 0; left !== 0 && order.length > 0; turn += 1) {
    const index = order[turn % order.length] as number;
    const step = Math.sign(left);
    parts[index] = (parts[index] ?? 0) + step;
    left -= step;
  }
  return parts;
}

/**
 * What each touch gives back for one refund: the difference between the split of everything returned with it and before
 * it, so that an order returned in pieces leaves every touch at exactly nothing.
 */
export function splitRefund(returnedBeforeMinor: number, refundMinor: number, shares: number[]): number[] {
  const before = split(returnedBeforeMinor, shares);
  return split(returnedBeforeMinor + refundMinor, shares).map((part, index) => (before[index] ?? 0) - part);
}
