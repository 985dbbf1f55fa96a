import type { ComposeSource, Unit } from './signals.ts';

/** One of several methods that a source holds side by side. */
export interface MethodSpan {
  title: string;
  source: number;
  /** First and last unit, by place in the list of all units. */
  from: number;
  to: number;
}

/**
 * A cookbook is not one recipe: when the same heading ("How to do it") comes back three times or more, the
 * source holds several methods and each stretch is one. Returns none for a source with a single method.
 */
export function methodsIn(sources: ComposeSource[], units: Unit[]): MethodSpan[] {
  const spans: MethodSpan[] = [];
  sources.forEach((_, source) => {
    const own = units.map((unit, at) => ({ unit, at })).filter(({ unit }) => unit.source === source);
    const repeated = repeatedHeading(own.map(({ unit }) => unit));
    if (repeated === undefined) return;
    const heads = own.filter(
      ({ unit }) =>
        unit.passage.kind === 'heading' &&
        startsMethod(
          unit,
          repeated,
          own.map((entry) => entry.unit),
        ),
    );
    heads.forEach(({ unit, at }, index) => {
      const next = heads[index + 1]?.at ?? (own.at(-1)?.at ?? at) + 1;
      spans.push({ title: unit.passage.quote, source, from: at, to: next - 1 });
    });
  });
  return spans.length >= 3 ? spans : [];
}

function repeatedHeading(units: Unit[]): { text: string; level: number } | undefined {
  const counts = new Map<string, { count: number; level: number }>();
  for (const { passage } of units) {
    if (passage.kind !== 'heading') continue;
    const key = passage.quote.toLowerCase();
    const found = counts.get(key);
    counts.set(key, { count: (found?.count ?? 0) + 1, level: passage.level ?? 2 });
  }
  const often = [...counts].filter(
    ([text, { count }]) =>
      count >= 3 &&
      /\b(?:how|steps?|method|instructions?|directions|procedure|do it|what to do|ingredients|preparation)\b/.test(
        text,
      ),
  );
  const best = often.sort((a, b) => b[1].count - a[1].count)[0];
  return best === undefined ? undefined : { text: best[0], level: best[1].level };
}

/** The heading a repeated one stands under, or, where there is none above it, the nearest one before it. */
function startsMethod(unit: Unit, repeated: { text: string; level: number }, own: Unit[]): boolean {
  if ((unit.passage.level ?? 2) >= repeated.level) return false;
  const at = own.indexOf(unit);
  for (let next = at + 1; next < own.length; next += 1) {
    const { passage } = own[next] as Unit;
    if (passage.kind !== 'heading') continue;
    if (passage.quote.toLowerCase() === repeated.text) return true;
    if ((passage.level ?? 2) < repeated.level) return false;
  }
  return false;
}
