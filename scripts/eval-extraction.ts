/**
 * Measures the built-in composer against texts by experts that nobody here wrote: `npm run eval:extraction`.
 * The texts lie outside the repository (../shared/data/expert-texts) and are only read. Without them the
 * script says so and ends well.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compose } from '../src/modules/creation/extraction/compose.ts';
import { baseOfGerund, baseOfPast, baseOfThird } from '../src/modules/creation/extraction/verbs.ts';
import { stemsOf, wordsOf } from '../src/modules/creation/extraction/words.ts';
import {
  type CitedText,
  citationsOfDraft,
  citationsOfStep,
  type Draft,
} from '../src/modules/creation/playbooks/step.ts';
import { passagesOf } from '../src/modules/creation/sources/passages.ts';
import { readSource } from '../src/modules/creation/sources/read/read.ts';

interface Expected {
  documents: Record<
    string,
    { has_method: boolean; ordered?: boolean; steps: { name: string; quote: string }[] }
  >;
}

interface Row {
  file: string;
  steps: number;
  methods: number;
  recalled: number;
  expected: number;
  tau: number | undefined;
  citations: number;
  exact: number;
  inFile: number;
  invented: string[];
  missed: string[];
  wrongVerdict: boolean;
  ms: number;
}

const GOALS = { precision: 1, recall: 0.85, tau: 0.9, wordsPerRun: 100_000, seconds: 5 };

/** Lower case, one blank, plain quotes, no emphasis: as far as a comparison may forget; keeps where each sign stood. */
function comparable(text: string): { text: string; at: number[] } {
  let out = '';
  const at: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    let sign = (text[index] ?? '').toLowerCase();
    if (/[*_`\\]/.test(sign)) continue;
    if (/\s/.test(sign)) sign = ' ';
    if (sign === ' ' && out.endsWith(' ')) continue;
    if (/[“”«»]/.test(sign)) sign = '"';
    if (/[‘’]/.test(sign)) sign = "'";
    out += sign[0] ?? '';
    at.push(index);
  }
  return { text: out, at };
}

function placesOf(quote: string, text: { text: string; at: number[] }): { start: number; end: number }[] {
  const wanted = comparable(quote).text.trim();
  const places: { start: number; end: number }[] = [];
  for (let found = text.text.indexOf(wanted); found >= 0; found = text.text.indexOf(wanted, found + 1)) {
    places.push({ start: text.at[found] ?? 0, end: (text.at[found + wanted.length - 1] ?? 0) + 1 });
  }
  return places;
}

/** Kendall's tau over pairs that do not tie. */
function kendall(positions: number[]): number | undefined {
  let agree = 0;
  let differ = 0;
  for (let a = 0; a < positions.length; a += 1) {
    for (let b = a + 1; b < positions.length; b += 1) {
      const gap = (positions[b] ?? 0) - (positions[a] ?? 0);
      if (gap > 0) agree += 1;
      if (gap < 0) differ += 1;
    }
  }
  return agree + differ === 0 ? undefined : (agree - differ) / (agree + differ);
}

/** Fields in the expert's words whose words do not stand in what they cite. */
function inventedFields(draft: Draft): string[] {
  const found: string[] = [];
  const check = (name: string, text: string, quotes: string[]) => {
    // "We ran both" may become "Run both": another form of a word that stands there is no invention.
    const said = wordsOf(quotes.join(' '));
    const held = new Set(
      stemsOf(
        said
          .flatMap((word) => [
            word,
            baseOfPast(word) ?? '',
            baseOfGerund(word) ?? '',
            baseOfThird(word) ?? '',
          ])
          .join(' '),
      ),
    );
    const foreign = stemsOf(text).filter((word) => !held.has(word));
    if (foreign.length > 0) found.push(`${name}: ${foreign.join(', ')}`);
  };
  const field = (name: string, value: CitedText | undefined) => {
    if (value?.origin === 'source')
      check(
        name,
        value.text,
        value.citations.map((citation) => citation.quote),
      );
  };
  for (const name of ['outcome', 'audience', 'pain', 'uniqueInsight'] as const) field(name, draft[name]);
  for (const step of draft.steps) {
    check(
      `${step.position} title`,
      step.title,
      step.citations.map((citation) => citation.quote),
    );
    for (const name of ['outcome', 'why', 'workedExample', 'doneWhen'] as const)
      field(`${step.position} ${name}`, step[name]);
    for (const list of ['inputs', 'instructions', 'commonMistakes', 'tools'] as const) {
      for (const value of step[list]) field(`${step.position} ${list}`, value);
    }
  }
  return found;
}

async function measure(folder: string, file: string, expected: Expected['documents'][string]): Promise<Row> {
  const bytes = await readFile(join(folder, file));
  const started = performance.now();
  const reading = await readSource(bytes, { fileName: file });
  const source = {
    id: file,
    title: reading.title,
    text: reading.text,
    passages: passagesOf(reading.text, reading.marks, reading.language),
  };
  const made = compose([source]);
  const ms = performance.now() - started;
  const empty = {
    file,
    steps: 0,
    methods: 0,
    recalled: 0,
    expected: expected.steps.length,
    tau: undefined,
    citations: 0,
    exact: 0,
    inFile: 0,
    invented: [],
    missed: [],
    ms,
  };
  if (made.noMethod)
    return { ...empty, missed: expected.steps.map((step) => step.name), wrongVerdict: expected.has_method };
  const raw = comparable(
    bytes
      .toString('utf8')
      .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/\{:[^}]*\}/g, '')
      .replace(/<[^>]*>/g, ' '),
  ).text;
  const all = citationsOfDraft(made.draft).map(({ citation }) => citation);
  const text = comparable(reading.text);
  const positions: number[] = [];
  const missed: string[] = [];
  for (const step of expected.steps) {
    const places = placesOf(step.quote, text);
    const met = positionOf(made.draft, places);
    if (met === undefined)
      missed.push(places.length === 0 ? `${step.name} (not in the text as read)` : step.name);
    else positions.push(met);
  }
  return {
    ...empty,
    steps: made.draft.steps.length,
    methods: Math.max(1, made.methods.length),
    recalled: positions.length,
    tau: expected.ordered === true ? kendall(positions) : undefined,
    citations: all.length,
    exact: all.filter((citation) => reading.text.slice(citation.start, citation.end) === citation.quote)
      .length,
    inFile: all.filter((citation) =>
      citation.quote.split('\n').every((line) => raw.includes(comparable(line).text.trim())),
    ).length,
    invented: inventedFields(made.draft),
    missed,
    wrongVerdict: !expected.has_method,
  };
}

/** The step in which a reader first meets one of the places, and how far into it. */
function positionOf(draft: Draft, places: { start: number; end: number }[]): number | undefined {
  for (const step of draft.steps) {
    const cited = citationsOfStep(step);
    const at = cited.findIndex(({ citation }) =>
      places.some((place) => citation.start < place.end && citation.end > place.start),
    );
    if (at >= 0) return step.position + at / (cited.length + 1);
  }
  return undefined;
}

/** How long a long text takes: paragraphs of the largest text repeated to 100,000 words. */
async function speed(folder: string, file: string): Promise<{ words: number; seconds: number }> {
  const reading = await readSource(await readFile(join(folder, file)), { fileName: file });
  const count = reading.text.split(/\s+/).length;
  const times = Math.ceil(GOALS.wordsPerRun / count);
  const long = Array.from({ length: times }, () => reading.text).join('\n\n');
  const started = performance.now();
  const again = await readSource(Buffer.from(long), { fileName: 'long.txt' });
  compose([{ id: 'long', title: 'Long', text: again.text, passages: passagesOf(again.text, again.marks) }]);
  return { words: count * times, seconds: (performance.now() - started) / 1000 };
}

const figure = (value: number | undefined) => (value === undefined ? '-' : value.toFixed(2));

async function main() {
  const folder = join(import.meta.dirname, '..', '..', 'shared', 'data', 'expert-texts');
  if (!existsSync(join(folder, 'expected.json'))) {
    console.log(
      'The expert texts are not on this machine (../shared/data/expert-texts), so there is nothing to measure.',
    );
    return;
  }
  const expected = JSON.parse(await readFile(join(folder, 'expected.json'), 'utf8')) as Expected;
  const verbose = process.argv.includes('--verbose');
  const rows: Row[] = [];
  for (const [file, document] of Object.entries(expected.documents))
    rows.push(await measure(folder, file, document));
  console.log(`${'text'.padEnd(46)} steps methods  recall  tau   cited  exact in file invented   ms`);
  for (const row of rows) {
    const recall = row.expected === 0 ? '-' : `${row.recalled}/${row.expected}`;
    console.log(
      `${row.file.padEnd(46)} ${String(row.steps).padStart(5)} ${String(row.methods).padStart(7)}  ${recall.padStart(6)} ${figure(row.tau).padStart(5)} ${String(row.citations).padStart(6)} ${String(row.exact).padStart(6)} ${String(row.inFile).padStart(7)} ${String(row.invented.length).padStart(8)} ${String(Math.round(row.ms)).padStart(4)}${row.wrongVerdict ? '  WRONG: method or none' : ''}`,
    );
    if (!verbose) continue;
    for (const name of row.missed) console.log(`    missed    ${name}`);
    for (const name of row.invented) console.log(`    invented  ${name}`);
  }
  const sum = (pick: (row: Row) => number) => rows.reduce((total, row) => total + pick(row), 0);
  const taus = rows.map((row) => row.tau).filter((tau) => tau !== undefined);
  const recall =
    sum((row) => row.recalled) /
    Math.max(
      1,
      sum((row) => row.expected),
    );
  const precision =
    sum((row) => row.exact) /
    Math.max(
      1,
      sum((row) => row.citations),
    );
  const tau = taus.reduce((total, value) => total + value, 0) / Math.max(1, taus.length);
  const invented = sum((row) => row.invented.length);
  const wrong = rows.filter((row) => row.wrongVerdict).length;
  const long = await speed(folder, 'interview-freshbooks-mcderment.md').catch(() => undefined);
  console.log(`\nstep recall         ${recall.toFixed(3)}  (goal >= ${GOALS.recall})`);
  console.log(
    `order, Kendall tau  ${tau.toFixed(3)}  (goal >= ${GOALS.tau}, mean of ${taus.length} ordered texts)`,
  );
  console.log(
    `citation precision  ${precision.toFixed(3)}  (goal ${GOALS.precision.toFixed(2)}, word for word at the stated offsets)`,
  );
  console.log(
    `quotes in the file  ${(
      sum((row) => row.inFile) /
        Math.max(
          1,
          sum((row) => row.citations),
        )
    ).toFixed(3)}  (modulo case, blanks, emphasis, quote shape)`,
  );
  console.log(`invented fields     ${invented}  (goal 0)`);
  console.log(`wrong verdicts      ${wrong}  (goal 0)`);
  if (long !== undefined)
    console.log(
      `speed               ${long.words} words in ${long.seconds.toFixed(2)} s  (goal < ${GOALS.seconds} s)`,
    );
  const met =
    recall >= GOALS.recall &&
    tau >= GOALS.tau &&
    precision === GOALS.precision &&
    invented === 0 &&
    wrong === 0;
  if (!met) process.exitCode = 1;
}

await main();
