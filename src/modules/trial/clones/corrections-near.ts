import { words } from '#modules/creation';
import { intentOf, kinOf, subjectOf } from './terms.ts';

/** Least share of the words of both questions that must agree for one to stand for the other. */
const LEAST_ALIKE = 0.66;

/** The correction of a question that asks the same; the newest of those that fit best. */
export function nearestCorrection<C extends { question: string }>(
  question: string,
  corrections: C[],
): C | null {
  const asked = subjectsOf(question);
  let best: { correction: C; alike: number } | null = null;
  for (const correction of corrections) {
    const alike = likeness(asked, subjectsOf(correction.question));
    if (alike >= LEAST_ALIKE && alike > (best?.alike ?? 0)) best = { correction, alike };
  }
  return best?.correction ?? null;
}

// A question about nothing in particular is compared by all its words.
function subjectsOf(question: string): string[] {
  const subject = subjectOf(question, intentOf(question));
  return subject.length > 0 ? subject : [...new Set(words.wordsOf(question))];
}

/** Dice's coefficient, a word of the same meaning counting as the word. */
function likeness(one: string[], other: string[]): number {
  const shared = one.filter(
    (stem) => other.includes(stem) || other.some((candidate) => kinOf(stem).has(candidate)),
  ).length;
  return (2 * shared) / (one.length + other.length || 1);
}
