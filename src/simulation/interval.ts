/**
 * Exact interval of a proportion (Clopper and Pearson, 1934, Biometrika 26:404): whatever the true rate is, intervals made
 * so hold it at least as often as `level` says. Analytics shows Wilson's, which is shorter and only about right.
 * @param part of `n`
 */
export function exactInterval(part: number, n: number, level: number): { low: number; high: number } {
  if (n === 0) return { low: 0, high: 1 };
  const tail = (1 - level) / 2;
  return {
    low: part === 0 ? 0 : solve((rate) => 1 - atMost(part - 1, n, rate) - tail),
    high: part === n ? 1 : solve((rate) => tail - atMost(part, n, rate)),
  };
}

/** Probability of at most `part` of `n` at a rate. */
function atMost(part: number, n: number, rate: number): number {
  if (rate <= 0) return 1;
  if (rate >= 1) return part >= n ? 1 : 0;
  let logTerm = n * Math.log1p(-rate);
  let sum = Math.exp(logTerm);
  for (let k = 1; k <= part; k += 1) {
    logTerm += Math.log((n - k + 1) / k) + Math.log(rate) - Math.log1p(-rate);
    sum += Math.exp(logTerm);
  }
  return Math.min(1, sum);
}

/** Where a rising function crosses zero between 0 and 1. */
function solve(rising: (rate: number) => number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (rising(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
