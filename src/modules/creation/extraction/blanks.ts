import type { Blank } from '../playbooks/step.ts';
import type { Citer } from './cite.ts';
import { capital } from './imperative.ts';
import type { Chosen } from './instructions.ts';
import type { Unit } from './signals.ts';
import { stemsOf } from './words.ts';

const WRITES =
  /^(?:write|list|name|note|choose|pick|decide|set|mark|identify|define|describe|estimate|draft|summari[sz]e|record|add|sketch|select|state|answer|put down|fill|outline|plan|agree|build|make|find|ask|calculate|figure|document|create|sort|count|measure|multiply|divide|add up|work out|map|assign|rank|compare|review)\b/i;
const NUMBERS =
  /\b(?:count|how many|how much|hours?|minutes?|price|cost|rate|factor|number of|divide|multiply|add up|sum|percent|total|average|euros?|dollars?)\b/i;
const MANY =
  /\b(?:every|everything|all|each|list of|lines|several|three|four|five|six|seven|eight|nine|ten|twelve|options|items|steps|names|requests|questions|ideas|reasons)\b/i;

const STARTS_NOUN =
  /^(?:the|an?|your|their|his|her|its|each|every|all|any|both|one|two|three|four|five|six|seven|eight|nine|ten|twelve|what|who|which|how|why|where|when|everything|everyone|at (?:least|most)|\d+|[a-z]+s\b|[“"])/i;

/** The thing an instruction asks for: "Write down the outcome, in the client's words." -> "The outcome, in the client's words". */
function objectOf(instruction: string): string | undefined {
  const first = instruction.split(/(?<=[.!?])\s|;\s/)[0] ?? instruction;
  const bare = WRITES.test(first)
    ? first
    : (first
        .split(/,\s+/)
        .slice(1)
        .find((clause) => WRITES.test(clause)) ?? '');
  const match =
    /^[a-z]+(?:\s+(?:down|out|up|in|on|off|over|back|through|about|beside it|beside each|for))?\s+(.{3,})$/i.exec(
      bare,
    );
  const rest = match?.[1]
    ?.replace(/[.!?:]+$/, '')
    .replace(/(?::\s|,\s+(?:and|then|so|because|which|even|not|but|or|that is|with|half|it was)\b).*$/i, '')
    .replace(
      /\s+and (?:then |also )?(?:write|put|ask|add|go|take|let|tell|leave|make|read|multiply|hang|draw|multiply|for|number|circle|mark|say)\b.*$/i,
      '',
    );
  if (rest === undefined || !STARTS_NOUN.test(rest)) return undefined;
  const short =
    rest.length > 70
      ? (/^(.{12,68}?)(?:,|\s(?:that|which|who|because|so that|in order|when|where|if|with|from|by|before|after)\s)/i.exec(
          rest,
        )?.[1] ?? undefined)
      : rest;
  return short === undefined || stemsOf(short).length < 2 ? undefined : capital(short.trim());
}

/** Headings of a table in the step's own material make the columns of its fill-in table. */
function tableOf(units: Unit[]): { columns: string[]; unit: Unit } | undefined {
  for (let at = 0; at + 1 < units.length; at += 1) {
    const unit = units[at];
    const next = units[at + 1];
    const before = units[at - 1];
    if (unit?.passage.kind !== 'row' || next?.passage.kind !== 'row' || before?.passage.kind === 'row')
      continue;
    const columns = unit.passage.quote
      .split('|')
      .map((cell) => cell.trim())
      .filter((cell) => cell !== '' && cell !== '#');
    if (
      columns.length >= 2 &&
      columns.length <= 6 &&
      columns.every((cell) => cell.length <= 40) &&
      /\p{L}/u.test(columns.join(''))
    )
      return { columns, unit };
  }
  return undefined;
}

/** Questions the expert puts into the reader's mouth, or asks of them: fill-ins by nature. */
function questionsOf(units: Unit[]): { label: string; unit: Unit }[] {
  const found: { label: string; unit: Unit }[] = [];
  for (const unit of units) {
    if (unit.asked || unit.passage.kind === 'heading') continue;
    for (const match of unit.passage.quote.matchAll(
      /(?:^|["“]|[.:,|]\s)((?:what|who|which|how|where|when|why|is|are|does|do|can|could|will|would)\b[^?"“”|]{8,110}\?)/gi,
    )) {
      const label = capital((match[1] ?? '').trim());
      if (/\b(?:right|you know|you see|isn't it|were we|am i|did (?:he|she|they)|he|she)\b/i.test(label))
        continue;
      if (stemsOf(label).length === 0 && label.split(' ').length < 6) continue;
      if (
        label.split(' ').length >= 4 &&
        label.split(' ').length <= 18 &&
        /\b(?:you|your|we|this|it|us|i|my|the)\b/i.test(label)
      )
        found.push({ label, unit });
    }
  }
  return found;
}

/** The places where the reader writes, made of what the instructions ask for. At least one per step, at most four. */
export function blanksOf(
  stepId: string,
  title: string,
  chosen: Chosen[],
  units: Unit[],
  citer: Citer,
): Blank[] {
  const blanks: Blank[] = [];
  const add = (blank: DistributiveOmit<Blank, 'id'>) => {
    const stems = stemsOf(blank.label);
    const twin = blanks.some((other) => {
      const known = new Set(stemsOf(other.label));
      return stems.every((word) => known.has(word)) || [...known].every((word) => stems.includes(word));
    });
    if (twin || blanks.length >= 4) return;
    blanks.push({ id: `${stepId}-blank-${blanks.length + 1}`, ...blank } as Blank);
  };
  const table = tableOf(units);
  if (table !== undefined) {
    add({
      kind: 'table',
      label: objectOf(title) ?? title,
      columns: table.columns,
      rows: Math.min(9, 3 + Math.round(chosen.length / 2)),
      citations: citer.of([table.unit]),
    });
  }
  for (const { label, unit } of questionsOf(units).slice(0, 2)) {
    add({ kind: 'long', label, citations: citer.of([unit]) });
  }
  for (const { unit, field } of chosen) {
    if (blanks.length >= 3) break;
    const label = objectOf(field.text);
    if (label === undefined || label.length > 80) continue;
    const citations = citer.of([unit]);
    if (
      /^(?:count|calculate|measure|add up|divide|multiply|set|estimate)\b/i.test(field.text) &&
      NUMBERS.test(field.text)
    )
      add({ kind: 'number', label, citations });
    else if (/^(?:pick|choose|select|name|set|decide)\b/i.test(field.text))
      add({ kind: 'short', label, citations });
    else add({ kind: MANY.test(label) || label.length > 40 ? 'long' : 'short', label, citations });
  }
  if (blanks.length === 0) {
    const object = WRITES.test(title)
      ? (/^[a-z]+ (?:down |out |up )?((?:the|an?|your|their|each|every|all) .{3,60})$/i.exec(title)?.[1] ??
        objectOf(`${title}.`))
      : undefined;
    add({
      kind: 'long',
      label: object === undefined ? `What you did for “${title}”, and what came of it` : capital(object),
      citations: [],
    });
  }
  return blanks;
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
