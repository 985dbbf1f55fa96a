const Z = 1.96;

/**
 * The 95 % interval of a share by Wilson (1927): honest for few people and for shares near 0 and 1.
 * @returns both ends, 0 to 1; 0 to 1 when there is nobody
 */
export function wilson(part: number, of: number): { low: number; high: number } {
  if (of === 0) return { low: 0, high: 1 };
  const share = part / of;
  const square = Z * Z;
  const middle = (share + square / (2 * of)) / (1 + square / of);
  const half = (Z / (1 + square / of)) * Math.sqrt((share * (1 - share)) / of + square / (4 * of * of));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
