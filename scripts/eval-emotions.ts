// How well texts are read for emotion, on data that lies outside the project and is read in place.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { detect } from '../src/modules/ceo/emotions/detect.ts';

const DATA = join(import.meta.dirname, '../../shared/data');
if (!existsSync(join(DATA, 'emotions'))) {
  process.stdout.write(
    'The texts are not on this machine (../shared/data), so there is nothing to measure.\n',
  );
  process.exit(1);
}
const say = (line: string) => process.stdout.write(`${line}\n`);
const table = (path: string): string[][] =>
  readFileSync(join(DATA, path), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));

const groups = JSON.parse(readFileSync(join(DATA, 'emotions/label-groups.json'), 'utf8')) as {
  ekman: Record<string, string[]>;
};
const groupOf = new Map(
  Object.entries(groups.ekman).flatMap(([group, labels]) => labels.map((label) => [label, group])),
);

/** Several labels may be right; each group counts for itself, as in the baseline of the data's README. */
function ekman(file: string): void {
  const rows = table(`emotions/${file}.tsv`).map(([text = '', labels = '']) => ({
    right: new Set(labels.split(',').flatMap((label) => groupOf.get(label) ?? [])),
    read: detect(text),
  }));
  const f1s: number[] = [];
  for (const group of Object.keys(groups.ekman)) {
    const hit = rows.filter(({ right, read }) => read.emotion === group && right.has(group)).length;
    const said = rows.filter(({ read }) => read.emotion === group).length;
    const is = rows.filter(({ right }) => right.has(group)).length;
    const f1 = said + is === 0 ? 0 : (2 * hit) / (said + is);
    f1s.push(f1);
    say(`  ${group.padEnd(9)} precision ${ratio(hit, said)}  recall ${ratio(hit, is)}  F1 ${f1.toFixed(3)}`);
  }
  const right = rows.filter(({ right: labels, read }) => labels.has(read.emotion)).length;
  say(
    `${file}: ${rows.length} texts, macro-F1 ${(f1s.reduce((sum, one) => sum + one, 0) / f1s.length).toFixed(3)}, right ${ratio(right, rows.length)}`,
  );
  const steps = [
    ...new Set(
      rows.map(({ read }) => `${read.emotion === 'neutral' ? 'neutral' : 'felt'} ${read.confidence}`),
    ),
  ].sort();
  for (const step of steps) {
    const of = rows.filter(
      ({ read }) => `${read.emotion === 'neutral' ? 'neutral' : 'felt'} ${read.confidence}` === step,
    );
    say(
      `  said ${step}: right ${ratio(of.filter(({ right: labels, read }) => labels.has(read.emotion)).length, of.length)} of ${of.length}`,
    );
  }
}

const ratio = (part: number, of: number) => (of === 0 ? '-' : (part / of).toFixed(3));

/** Against the mean of twenty people. */
function sentiment(file: string): void {
  const rows = table(`sentiment/${file}.tsv`).map(([, mean = '0', text = '']) => ({
    mean: Number(mean),
    read: detect(text).polarity,
  }));
  const average = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const [a, b] = [average(rows.map(({ mean }) => mean)), average(rows.map(({ read }) => read))];
  const cov = average(rows.map(({ mean, read }) => (mean - a) * (read - b)));
  const spread = (values: number[], centre: number) =>
    Math.sqrt(average(values.map((one) => (one - centre) ** 2)));
  const r =
    cov /
    (spread(
      rows.map(({ mean }) => mean),
      a,
    ) *
      spread(
        rows.map(({ read }) => read),
        b,
      ));
  const clear = rows.filter(({ mean, read }) => Math.abs(mean) >= 1 && read !== 0);
  const same = clear.filter(({ mean, read }) => Math.sign(mean) === Math.sign(read)).length;
  say(
    `${file}: ${rows.length} texts, correlation with people ${r.toFixed(3)}, direction right ${ratio(same, clear.length)} of ${clear.length} clear ones it reads`,
  );
}

for (const file of ['train', 'dev']) ekman(file);
for (const file of ['social-posts', 'product-reviews']) sentiment(file);
