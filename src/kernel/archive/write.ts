import type { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { pack as tarPack } from 'tar-stream';
import type { Platform, Workspace } from '#context';
import { inTransaction, type Transaction } from '#kernel/database';
import { accountsOf } from '#kernel/identity';
import { FORMAT, FORMAT_VERSION, type Manifest, withoutPrivateLinks } from './format.ts';
import { listTables, quoted, type Table } from './tables.ts';

const ROWS_AT_ONCE = 1_000;

/** Called with how many rows of all are written. */
type Progress = (done: number, total: number) => Promise<void>;

/**
 * A whole workspace as a gzipped tar, in one snapshot of the database: a manifest, the rows of every table as JSON
 * lines, the files. It holds no secrets: no sealed column, no private link.
 * @returns the bytes as they are made; an error of the database ends the stream with it
 */
export function writeArchive(platform: Platform, workspace: Workspace, progress: Progress): Readable {
  const tar = tarPack();
  const packed = tar.pipe(createGzip({ level: 6 }));
  const add = (name: string, content: Buffer) =>
    new Promise<void>((resolve, reject) => {
      tar.entry({ name, mtime: new Date(0) }, content, (error) => (error ? reject(error) : resolve()));
    });
  inTransaction(platform.database.pool, { workspaceId: workspace.id, readOnly: true }, async (db) => {
    await db.$client.query('set transaction isolation level repeatable read');
    const tables = await listTables(db);
    const manifest = await describe(platform, db, workspace, tables);
    await add('manifest.json', Buffer.from(JSON.stringify(manifest, null, 2)));
    const total = Object.values(manifest.tables).reduce((sum, { rows }) => sum + rows, 0);
    let done = 0;
    for (const table of tables) {
      let part = 0;
      for await (const lines of read(db, table)) {
        part += 1;
        await add(
          `tables/${table.name}/${String(part).padStart(5, '0')}.jsonl`,
          Buffer.from(lines.map(withoutPrivateLinks).join('\n')),
        );
        done += lines.length;
        await progress(done, total);
      }
    }
    for (const { sha256 } of manifest.files) {
      await add(`files/${sha256}`, await platform.storage.readAll(sha256));
    }
    tar.finalize();
  }).catch((error: Error) => packed.destroy(error));
  return packed;
}

// Exports lie among the files themselves and would grow from one to the next.
const rowsOf = (table: string): string => (table === 'files' ? `where purpose <> 'archive'` : '');

async function* read(db: Transaction, { name, columns }: Table): AsyncGenerator<string[]> {
  await db.$client.query(
    `declare archive no scroll cursor for
     select row_to_json(picked)::text as line from (select ${columns.map(quoted).join(', ')} from app.${quoted(name)} ${rowsOf(name)}) as picked`,
  );
  for (;;) {
    const { rows } = await db.$client.query<{ line: string }>(`fetch ${ROWS_AT_ONCE} from archive`);
    if (rows.length > 0) yield rows.map(({ line }) => line);
    if (rows.length < ROWS_AT_ONCE) break;
  }
  await db.$client.query('close archive');
}

async function describe(
  platform: Platform,
  db: Transaction,
  workspace: Workspace,
  tables: Table[],
): Promise<Manifest> {
  const counts: Manifest['tables'] = {};
  const accounts = new Set<string>();
  for (const { name, columns, accountColumns } of tables) {
    const { rows } = await db.$client.query<{ rows: number; accounts: string[] }>(
      `select count(*)::int as rows, ${accountColumns
        .map((column) => `coalesce(array_agg(distinct ${quoted(column)}::text), '{}')`)
        .concat(`'{}'::text[]`)
        .join(' || ')} as accounts from app.${quoted(name)} ${rowsOf(name)}`,
    );
    counts[name] = { rows: rows[0]?.rows ?? 0, columns };
    for (const id of rows[0]?.accounts ?? []) if (id) accounts.add(id);
  }
  const { rows: files } = await db.$client.query<{ sha256: string; sizeBytes: number }>(
    `select distinct sha256, size_bytes::int as "sizeBytes" from app.files ${rowsOf('files')} and deleted_at is null order by sha256`,
  );
  const { rows: kept } = await db.$client.query<{
    purpose: string | null;
    settings: Record<string, unknown>;
  }>('select purpose, settings from app.workspaces where id = $1', [workspace.id]);
  const { id, organizationId, slug, name, timeZone, currency } = workspace;
  return {
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    madeAt: platform.clock.now().toISOString(),
    workspace: {
      ...{ id, organizationId, slug, name, timeZone, currency },
      purpose: kept[0]?.purpose ?? null,
      settings: kept[0]?.settings ?? {},
    },
    tables: counts,
    files,
    people: await accountsOf({ db }, [...accounts]),
  };
}
