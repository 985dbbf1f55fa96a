/** Small words that say nothing about the subject. */
const STOP = new Set(
  'a about above after again against all almost also although always am an and another any anybody anyone anything are aren as at away back be because been before being below between both but by can cannot could did do does doing done don down during each either else enough etc even ever every everybody everyone everything few first for from further get gets getting go goes going gone got had has have having he her here hers herself him himself his how however i if in instead into is isn it its itself just know last least less let like ll lot lots m made make makes many may maybe me mean might mine more most much must my myself need needs never next no nobody none nor not nothing now of off often oh okay on once one ones only onto or other others our ours ourselves out over own perhaps please put quite rather re really right s said same say says see seem seems shall she should since so some somebody someone something sometimes soon still such sure t take takes than that the their theirs them themselves then there these they thing things think this those though three through till to today together too toward towards two under until up upon us use used uses using usually ve very want wants was way we well went were what whatever when where whether which while who whole whom whose why will with within without would yeah yes yet you your yours yourself'.split(
    ' ',
  ),
);

/** Lower-case words with apostrophes closed up ("don't" -> "dont"). */
export function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/[’']/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** A light English stemmer: enough to see that "tagged", "tags" and "tagging" are one word. */
function stem(word: string): string {
  let out = word;
  if (out.length > 4 && out.endsWith('ies')) out = `${out.slice(0, -3)}y`;
  else if (out.length > 4 && /(?:sses|shes|ches|xes|zes)$/.test(out)) out = out.slice(0, -2);
  else if (out.length > 3 && out.endsWith('s') && !/(?:ss|us|is)$/.test(out)) out = out.slice(0, -1);
  if (out.length > 5 && out.endsWith('ing')) out = undouble(out.slice(0, -3));
  else if (out.length > 4 && out.endsWith('ed')) out = undouble(out.slice(0, -2));
  else if (out.length > 5 && out.endsWith('ly')) out = out.slice(0, -2);
  if (out.length > 6 && /(?:ation|ment|ness)$/.test(out)) out = out.replace(/(?:ation|ment|ness)$/, '');
  if (out.length > 3 && out.endsWith('e')) out = out.slice(0, -1);
  if (out.length > 3 && out.endsWith('y')) out = `${out.slice(0, -1)}i`;
  return out;
}

function undouble(word: string): string {
  return /([bdglmnprt])\1$/.test(word) && !/(?:ll|ss)$/.test(word) ? word.slice(0, -1) : word;
}

/** The stems of the words that carry meaning. */
export function stemsOf(text: string): string[] {
  const stems: string[] = [];
  for (const word of wordsOf(text)) {
    if (STOP.has(word) || (word.length < 3 && !/\d/.test(word))) continue;
    stems.push(stem(word));
  }
  return stems;
}

/** How much rarer words weigh: idf over the units of all sources. */
export class Weights {
  #documents = new Map<string, number>();
  #count = 0;

  add(stems: Iterable<string>) {
    this.#count += 1;
    for (const word of new Set(stems)) this.#documents.set(word, (this.#documents.get(word) ?? 0) + 1);
  }

  of(word: string): number {
    return Math.log(1 + this.#count / (1 + (this.#documents.get(word) ?? 0)));
  }

  norm(stems: Set<string>): number {
    let sum = 0;
    for (const word of stems) sum += this.of(word) ** 2;
    return Math.sqrt(sum);
  }

  /** Cosine of two bags of stems, 0 to 1. */
  similarity(a: Set<string>, b: Set<string>): number {
    const [small, large] = a.size < b.size ? [a, b] : [b, a];
    let dot = 0;
    for (const word of small) if (large.has(word)) dot += this.of(word) ** 2;
    if (dot === 0) return 0;
    return dot / (this.norm(a) * this.norm(b));
  }

  /** The weighted share of `part` that `whole` holds, 0 to 1. */
  containment(part: Set<string>, whole: Set<string>): number {
    let held = 0;
    let all = 0;
    for (const word of part) {
      const weight = this.of(word);
      all += weight;
      if (whole.has(word)) held += weight;
    }
    return all === 0 ? 0 : held / all;
  }
}
