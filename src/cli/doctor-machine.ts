import { access, constants, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Config } from '../config.ts';
import { type Finding, note, ok, reason, wrong } from './finding.ts';

const SCARCE_BYTES = 2_000_000_000;
const TOO_LITTLE_BYTES = 200_000_000;

/** The folder of the data, room on its disk, and the key. */
export async function examineDisk({ DATA_DIR: folder, SECRET_KEY: key }: Config): Promise<Finding[]> {
  const found: Finding[] = [];
  const there = await nearestFolder(folder);
  const { bavail, bsize } = await statfs(there);
  const free = bavail * bsize;
  const room = `${(free / 1e9).toFixed(1)} GB are free under ${folder}.`;
  if (free < TOO_LITTLE_BYTES)
    found.push(wrong('disk', room, 'Free some room: PostgreSQL stops when the disk is full.'));
  else found.push(free < SCARCE_BYTES ? note('disk', room, 'Free some room soon.') : ok('disk', room));
  try {
    await access(there, constants.W_OK | constants.X_OK);
    found.push(
      ok(
        'data',
        there === folder ? `${folder} can be written.` : `${folder} will be made on the first start.`,
      ),
    );
  } catch (error) {
    found.push(
      wrong(
        'data',
        `${there} cannot be written: ${reason(error)}.`,
        'Give the folder to the user that runs the program, or name another DATA_DIR.',
      ),
    );
  }
  if (!key) found.push(...(await examineKey(join(folder, 'secret.key'))));
  return found;
}

async function examineKey(path: string): Promise<Finding[]> {
  try {
    const { mode } = await stat(path);
    if ((mode & 0o077) !== 0)
      return [wrong('key', `${path} can be read by others.`, `Run: chmod 600 ${path}`)];
    return [
      note(
        'key',
        `Secrets are encrypted with ${path}.`,
        'Keep a copy apart from the backups: without it they cannot be opened.',
      ),
    ];
  } catch {
    return [];
  }
}

async function nearestFolder(path: string): Promise<string> {
  for (let folder = path; ; folder = dirname(folder)) {
    const found = await stat(folder).catch(() => undefined);
    if (found?.isDirectory() || folder === dirname(folder)) return folder;
  }
}

/** What the program itself says when it runs. */
export async function examineProgram({ PORT, HOST }: Config): Promise<Finding[]> {
  const host = ['0.0.0.0', '::'].includes(HOST) ? '127.0.0.1' : HOST;
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${PORT}/api/health`;
  let services: Record<string, { state: string; reason?: string }>;
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(5_000) });
    ({ services } = (await answer.json()) as { services: typeof services });
  } catch {
    return [note('program', `Nothing answers at ${address}.`, 'Start it with "npm start".')];
  }
  return Object.entries(services ?? {}).map(([name, { state, reason: why }]) => {
    const says = `The running program says of ${name}: ${state}${why ? ` (${why})` : ''}.`;
    return state === 'failing' ? wrong('program', says, 'See DATA_DIR/playbookos.log.') : ok('program', says);
  });
}
