/** Numbers that look like chance and are the same for the same seed, on every machine. */
export interface Random {
  /** From 0, below 1. */
  next(): number;
  /** Whether something of this probability happens. */
  chance(probability: number): boolean;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  pick<T>(from: readonly T[]): T;
  /** One of many, each as likely as its weight says. */
  pickBy<T>(from: readonly T[], weightOf: (one: T) => number): T;
  /** Waiting times of things that happen by themselves: exponential, with this mean. */
  wait(mean: number): number;
}

/**
 * The stream of one name under one seed: what one person draws does not depend on how many others there are.
 * The generator is sfc32 of Chris Doty-Humphrey's PractRand, seeded with xmur3, in 32-bit arithmetic throughout.
 */
export function random(seed: string, name = ''): Random {
  const word = hashWords(`${seed}\n${name}`);
  let [a, b, c, counter] = [word(), word(), word(), 1];
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let warm = 0; warm < 12; warm += 1) next();
  const pick = <T>(from: readonly T[]): T => {
    const found = from[Math.floor(next() * from.length)];
    if (found === undefined) throw new RangeError('There is nothing to pick from.');
    return found;
  };
  return {
    next,
    chance: (probability) => next() < probability,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick,
    pickBy(from, weightOf) {
      let left = next() * from.reduce((sum, one) => sum + weightOf(one), 0);
      return (
        from.find((one) => {
          left -= weightOf(one);
          return left < 0;
        }) ?? pick(from)
      );
    },
    wait: (mean) => -Math.log(1 - next()) * mean,
  };
}

function hashWords(text: string): () => number {
  let hash = 1_779_033_703 ^ text.length;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 3_432_918_353);
    hash = (hash << 13) | (hash >>> 19);
  }
  return () => {
    hash = Math.imul(hash ^ (hash >>> 16), 2_246_822_507);
    hash = Math.imul(hash ^ (hash >>> 13), 3_266_489_909);
    hash ^= hash >>> 16;
    return hash;
  };
}
