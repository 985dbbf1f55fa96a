/** A share with what chance may have done to it. */
export interface Proportion {
  /** 0 to 1. */
  value: number;
  low: number;
  high: number;
  n: number;
}

const Z_95 = 1.959963984540054;

/**
 * Wilson score interval of a share, 95 %.
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
 * @returns null when nobody was asked
 */
export function proportion(successes: number, n: number): Proportion | null {
  if (n <= 0) return null;
  const share = Math.min(successes, n) / n;
  const z2 = Z_95 * Z_95;
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z_95 / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  return { value: share, low: Math.max(0, centre - half), high: Math.min(1, centre + half), n };
}
