import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

// Everything here runs on the system's Node, before anything is installed: built-ins only.

/** The folder of the project, whatever folder a script is started from. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** A path inside the project. */
export const inProject = (...parts) => join(ROOT, ...parts);

/** What a file holds, without the white space at its ends, or an empty string. */
export const readStamp = (path) => (existsSync(path) ? readFileSync(path, 'utf8').trim() : '');

/** Notes that a phase has been done for this state of its inputs. */
export function writeStamp(path, state) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${state}\n`);
}

/** One hash over the contents of files and folders, given from the root of the project; what is absent counts as such. */
export function hashOf(...paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesIn(path))
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(inProject(file)))
        .update('\0');
  }
  return hash.digest('hex');
}

/** Every file below a path, by name, so that the order is the same everywhere. */
export function filesIn(path) {
  const full = inProject(path);
  if (!existsSync(full)) return [];
  let entries;
  try {
    entries = readdirSync(full, { withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path];
    throw error;
  }
  const names = entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return names.flatMap((entry) => {
    const inside = `${path}/${entry.name}`;
    return entry.isDirectory() ? filesIn(inside) : [inside];
  });
}

/** Ends the script with a sentence for a person. */
export class Stop extends Error {
  constructor(sentence, status = 1) {
    super(sentence);
    this.status = status;
  }
}

const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const LONGEST_WAIT_MS = 15 * 60_000;

/** Runs `work` while no other script prepares this clone. The holder's death frees the place. */
export async function alone(work) {
  const place = inProject('.preparing');
  const started = Date.now();
  for (;;) {
    try {
      writeFileSync(place, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (!isAlive(Number(readStamp(place))) || Date.now() - started > LONGEST_WAIT_MS)
        rmSync(place, { force: true });
      else await pause(100);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(place, { force: true });
  }
}

function isAlive(pid) {
  // An empty file is one that its maker has not filled yet.
  if (!pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
