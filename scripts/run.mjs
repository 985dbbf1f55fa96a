// Runs an installed tool on the Node that the project brings: node scripts/run.mjs <tool> [words].

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { environment, nodeBinary } from './lib/node.mjs';
import { prepare, script } from './lib/prepare.mjs';
import { inProject, ROOT, Stop } from './lib/project.mjs';

await script(async () => {
  const [tool, ...words] = process.argv.slice(2);
  await prepare({ build: false, forTests: true, say: (line) => process.stderr.write(`${line}\n`) });
  const file = inProject('node_modules/.bin', tool ?? '');
  if (!tool || !existsSync(file)) throw new Stop(`There is no tool "${tool}" in node_modules/.bin.`);
  nodeBinary();
  return spawnSync(file, words, { cwd: ROOT, env: environment(), stdio: 'inherit' }).status ?? 1;
});
