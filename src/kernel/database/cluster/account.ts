import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** A user of the system under which PostgreSQL runs. */
export interface Account {
  uid: number;
  gid: number;
  name: string;
}

/** How a program of PostgreSQL is run here. */
export interface Launch {
  file: string;
  args: string[];
  identity: { uid?: number; gid?: number };
}

const SETPRIV = ['/usr/bin/setpriv', '/bin/setpriv'];
const CAPABILITIES = '+dac_override,+dac_read_search';

/**
 * The account that must own the database, or nothing when the program's own will do.
 * PostgreSQL refuses to run as root, so root lends it another: whoever owns `cluster` already, else postgres, else nobody.
 */
export function accountFor(cluster: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readAccounts();
  const owner = existsSync(cluster) ? statSync(cluster).uid : 0;
  const found =
    (owner !== 0 && accounts.find(({ uid }) => uid === owner)) ||
    accounts.find(({ name }) => name === 'postgres') ||
    accounts.find(({ name }) => name === 'nobody');
  if (!found) {
    throw new Error(
      'PostgreSQL does not run as root, and this system has neither a user "postgres" nor "nobody". Start as an ordinary user.',
    );
  }
  return found;
}

/**
 * The command line that runs `file` under the account. Where a folder on the way is closed to it (a clone in root's home),
 * the account borrows root's right to pass, and nothing else of root.
 */
export function launch(account: Account | undefined, file: string, args: string[], paths: string[]): Launch {
  if (!account) return { file, args, identity: {} };
  const { uid, gid, name } = account;
  const closed = [file, ...paths].map((path) => closedFolder(path, account)).find(Boolean);
  if (!closed) return { file, args, identity: { uid, gid } };
  const setpriv = SETPRIV.find((path) => existsSync(path));
  if (!setpriv) {
    throw new Error(
      `PostgreSQL runs as user "${name}", which may not enter ${closed}. Start as an ordinary user, or open that folder (chmod o+x).`,
    );
  }
  const privileges = [
    // Else access(2), by which PostgreSQL looks for itself, ignores the capabilities of an ordinary user.
    '--securebits=+no_setuid_fixup',
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    `--inh-caps=${CAPABILITIES}`,
    `--ambient-caps=${CAPABILITIES}`,
  ];
  return { file: setpriv, args: [...privileges, file, ...args], identity: {} };
}

// The first folder on the way to `path` that the account may not pass.
function closedFolder(path: string, { uid, gid }: Account): string | undefined {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    if (existsSync(folder)) {
      const found = statSync(folder);
      const bit = found.uid === uid ? 0o100 : found.gid === gid ? 0o010 : 0o001;
      if ((found.mode & bit) === 0) return folder;
    }
    if (folder === dirname(folder)) return undefined;
  }
}

function readAccounts(): Account[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length > 3)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid, gid }) => uid > 0 && gid > 0);
}
