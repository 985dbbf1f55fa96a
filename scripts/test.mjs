// `npm test`: installs what tests need, then every check in order, up to the first that fails.
//   npm test -- src/modules/capture       hands the filter to the tests; the other stages run whole
//   npm test -- --only lint               one stage

import { existsSync } from 'node:fs';
import { checkBorders } from './lib/borders.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import { environment, nodeBinary, runNode } from './lib/node.mjs';
import { prepare, script } from './lib/prepare.mjs';
import { inProject, ROOT, Stop } from './lib/project.mjs';

const say = (line) => process.stdout.write(`${line}\n`);
const tool = (path, ...words) => runNode([inProject('node_modules', path), ...words]);
const both = async (...runs) => Math.max(...(await Promise.all(runs)));

const words = process.argv.slice(2);
const at = words.indexOf('--only');
const [, only] = at < 0 ? [] : words.splice(at, 2);

const stages = {
  types: () => both(tool('typescript/bin/tsc'), tool('typescript/bin/tsc', '-p', 'src/dashboard')),
  lint: () => tool('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '--max-diagnostics=60'),
  borders,
  generated: () =>
    runNode(['--import', 'tsx', 'scripts/generate.ts', '--check'], { env: { NODE_ENV: 'test' } }),
  unused: () => tool('knip/bin/knip.js', '--no-progress'),
  tests,
  oldest,
};

function borders() {
  const { cruised, missed, violations } = checkBorders(ROOT, { node: nodeBinary(), env: environment() });
  for (const path of missed) say(`  not cruised: ${path}`);
  for (const { rule, from, to, cycle } of violations)
    say(`  ${rule}: ${cycle ? [from, ...cycle].join(' -> ') : `${from} -> ${to}`}`);
  say(`  ${cruised} modules cruised, ${violations.length} imports over a border`);
  return missed.length + violations.length > 0 ? 1 : 0;
}

async function tests() {
  await prepare({ forTests: true, say });
  const chromium = ensureChromium({ say });
  if (!chromium)
    notes.push('The browser journeys were skipped: there is no Chromium (CHROMIUM names one by hand).');
  return runNode([inProject('node_modules/vitest/vitest.mjs'), 'run', ...words], {
    env: { NODE_ENV: 'test', TZ: 'UTC', ...(chromium ? { CHROMIUM: chromium } : {}) },
  });
}

// What touches the database once more on the oldest PostgreSQL that we support, where this machine has it.
function oldest() {
  const binary = '/usr/lib/postgresql/15/bin/postgres';
  if (!existsSync(binary)) {
    notes.push(`Not run on PostgreSQL 15: ${binary} is not there.`);
    return 0;
  }
  const elsewhere = [
    'tests/journeys/**',
    'src/dashboard/**',
    '**/embedded.test.ts',
    '**/house.test.ts',
    '**/borders.test.ts',
  ];
  const excluded = elsewhere.flatMap((pattern) => ['--exclude', pattern]);
  return runNode(
    [inProject('node_modules/vitest/vitest.mjs'), 'run', '--passWithNoTests', ...excluded, ...words],
    {
      env: { NODE_ENV: 'test', TZ: 'UTC', TEST_POSTGRES: '15' },
    },
  );
}

const notes = [];

await script(async () => {
  if (only && !stages[only])
    throw new Stop(`There is no stage "${only}". There are ${Object.keys(stages).join(', ')}.`);
  const chosen = only ? [only] : Object.keys(stages);
  await prepare({ build: false, forTests: true, say });
  const done = [];
  for (const name of chosen) {
    say(`\n── ${name}`);
    const started = Date.now();
    const status = await stages[name]();
    done.push(
      `  ${status === 0 ? 'ok    ' : 'FAILED'}  ${name.padEnd(10)} ${((Date.now() - started) / 1000).toFixed(1)} s`,
    );
    if (status !== 0) {
      const left = chosen.slice(done.length);
      say(`\n${done.join('\n')}${left.length > 0 ? `\n  not run: ${left.join(', ')}` : ''}`);
      return status;
    }
  }
  say(`\n${[...done, ...notes.map((note) => `  ${note}`)].join('\n')}`);
  return 0;
});
