import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Account } from './account.ts';

/** The folders and files of one embedded database. */
export interface Folders {
  dataDir: string;
  /** What initdb makes. */
  cluster: string;
  /** Where the server's log goes. */
  log: string;
}

/** What a running server says of itself in its postmaster.pid. */
export interface Postmaster {
  pid: number;
  socketFolder: string;
}

// Addresses of unix sockets end here, counted in bytes (104 with the closing zero on macOS, 108 on Linux).
const LONGEST_SOCKET = process.platform === 'darwin' ? 103 : 107;

export const foldersIn = (dataDir: string): Folders => ({
  dataDir,
  cluster: join(dataDir, 'postgres'),
  log: join(dataDir, 'postgres.log'),
});

/** Makes the data folder. Before its first use it is closed to others, except, for another account, to pass through. */
export function makeDataFolder({ dataDir, cluster }: Folders, account: Account | undefined): void {
  mkdirSync(dataDir, { recursive: true });
  const { mode, uid } = statSync(dataDir);
  if (!existsSync(cluster) && uid === process.getuid?.())
    chmodSync(dataDir, mode & (account ? 0o711 : 0o700));
}

/** Makes a folder that belongs to the account alone. Its parents keep their modes, else the account is locked out. */
export function makeOwnFolder(folder: string, account: Account | undefined): void {
  mkdirSync(folder, { recursive: true });
  // Under the temporary folder anybody may have put something in our way: it must be a folder, and ours.
  const found = lstatSync(folder);
  const own = account?.uid ?? process.getuid?.();
  const ours = found.uid === own || found.uid === process.getuid?.();
  if (!found.isDirectory() || !ours) {
    throw new Error(
      `${folder} is no folder of this user (it belongs to uid ${found.uid}). Start PlaybookOS as that user, or remove it.`,
    );
  }
  if (account && found.uid !== account.uid) chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o700);
}

/** A folder for the socket whose address is short enough: beside the data, else hashed under the system's temporary folder. */
export function socketFolderFor(dataDir: string): string {
  const beside = join(dataDir, 'run');
  if (Buffer.byteLength(join(beside, '.s.PGSQL.5432')) <= LONGEST_SOCKET) return beside;
  return join(tmpdir(), `playbookos-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`);
}

/** What the server on this cluster has written down, if it is (or was, before a crash) up. */
export function readPostmaster(cluster: string): Postmaster | undefined {
  try {
    const [pid, , , , socketFolder] = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return pid && socketFolder ? { pid: Number(pid), socketFolder } : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
