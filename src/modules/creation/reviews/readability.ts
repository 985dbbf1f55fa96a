/**
 * Flesch-Kincaid grade level: 0.39 × words per sentence + 11.8 × syllables per word − 15.59.
 * J. P. Kincaid, R. P. Fishburne, R. L. Rogers, B. S. Chissom, "Derivation of New Readability Formulas for
 * Navy Enlisted Personnel", Naval Technical Training Command, Research Branch Report 8-75, 1975.
 * English only; undefined for fewer than 30 words, where the formula says nothing.
 */
export function readingGrade(sentences: string[]): number | undefined {
  let words = 0;
  let syllables = 0;
  let count = 0;
  for (const sentence of sentences) {
    const own = sentence.match(/[A-Za-z][A-Za-z'’-]*|\d+(?:[.,]\d+)*/g) ?? [];
    if (own.length === 0) continue;
    count += 1;
    for (const word of own) {
      words += 1;
      syllables += /^\d/.test(word) ? 1 : syllablesOf(word);
    }
  }
  if (words < 30 || count === 0) return undefined;
  return 0.39 * (words / count) + 11.8 * (syllables / words) - 15.59;
}

/** Syllables by vowel groups, less silent e; within a few percent of a dictionary on running English. */
export function syllablesOf(word: string): number {
  const bare = word.toLowerCase().replace(/[^a-z]/g, '');
  if (bare.length <= 3) return bare === '' ? 0 : 1;
  const trimmed = bare
    .replace(/(?:[^laeiouy]es|[^tdaeiouy]ed|[^laeiouy]e)$/, (end) => end[0] ?? '')
    .replace(/^y/, '');
  const groups = trimmed.match(/[aeiouy]{1,2}/g)?.length ?? 0;
  return Math.max(1, groups);
}
