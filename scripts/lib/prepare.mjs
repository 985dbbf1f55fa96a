import { existsSync } from 'node:fs';
import { install } from './install.mjs';
import { runNode } from './node.mjs';
import { alone, hashOf, inProject, readStamp, Stop, writeStamp } from './project.mjs';

const BUILT = inProject('dist/.built');
const SOURCES = ['src', 'scripts/build.mjs', 'package-lock.json', 'package.json', 'tsconfig.json'];

/**
 * Brings the clone to where the program can run: packages and, unless told otherwise, the build. Does only what is missing.
 * @param say one line for a person at the beginning of each phase
 */
export async function prepare({ build = true, forTests = false, say }) {
  await alone(async () => {
    install({ forTests, say });
    if (!build) return;
    const state = hashOf(...SOURCES);
    if (readStamp(BUILT) === state && existsSync(inProject('dist/main.js'))) return;
    say('Building …');
    const status = await runNode(['scripts/build.mjs'], {
      stdio: ['ignore', 2, 2],
      env: { NODE_ENV: 'production' },
    });
    if (status !== 0) throw new Stop('The build failed. Its message stands above.', status);
    writeStamp(BUILT, state);
  });
}

/** Runs a script's work and turns its failure into a sentence and a status. */
export async function script(work) {
  try {
    process.exitCode = await work();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.status;
  }
}
