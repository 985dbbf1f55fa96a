import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Stop } from './project.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The path of an installed Chromium, if there is one. `CHROMIUM` names one by hand. */
export function findChromium(env = process.env) {
  if (env.CHROMIUM) {
    if (!isProgram(env.CHROMIUM)) throw new Stop(`CHROMIUM names ${env.CHROMIUM}, which is no program.`);
    return env.CHROMIUM;
  }
  const folders = ['/usr/bin', '/usr/local/bin', '/snap/bin', ...(env.PATH ?? '').split(delimiter)];
  return [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...MAC].find(isProgram);
}

/**
 * A Chromium for the browser journeys; on Debian as root it is installed when missing.
 * Without one the journeys are skipped by name, except in CI, where that would be a hole.
 */
export function ensureChromium({ say, env = process.env }) {
  return orRefuse(findChromium(env) ?? installed({ say, env }), env);
}

/** The browser, or nothing where that may be; in CI it may not. */
export function orRefuse(found, env) {
  if (found || !env.CI) return found;
  throw new Stop(
    'CI is set and there is no Chromium: the browser journeys cannot run. Install one, or name it in CHROMIUM.',
  );
}

function installed({ say, env }) {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version') || !isProgram('/usr/bin/apt-get'))
    return undefined;
  say('Installing Chromium for the browser journeys …');
  const options = { stdio: ['ignore', 2, 2], env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } };
  const apt = (...words) => spawnSync('/usr/bin/apt-get', ['-qq', ...words], options).status === 0;
  const install = () => apt('install', '-y', '--no-install-recommends', 'chromium');
  if (!install() && apt('update')) install();
  return findChromium(env);
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
