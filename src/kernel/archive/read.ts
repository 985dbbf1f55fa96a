import { createHash, randomUUID } from 'node:crypto';
import { pipeline, type Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import type { Context, Platform } from '#context';
import { Fact } from '#kernel/http';
import { membersByEmail } from '#kernel/identity';
import { settleDown } from './at-rest.ts';
import { Manifest } from './format.ts';
import { relabel } from './relabel.ts';
import { freeSlugs } from './slugs.ts';
import { listTables, quoted, type Table } from './tables.ts';

/** The file is no archive of a workspace, or not whole. */
export class ArchiveUnreadable extends Fact {
  override readonly status = 422;
  override readonly title = 'That is no archive of a workspace';
}

interface Entry {
  name: string;
  content: Buffer;
}

const MOST_BYTES_IN_MANIFEST = 32 * 1_048_576;

/** The entries of an archive, one after another. @throws ArchiveUnreadable */
async function* entriesOf(file: Readable): AsyncGenerator<Entry> {
  const unpacked = extract();
  // What breaks on the way destroys the last stream with the error, and the loop throws it.
  pipeline(file, createGunzip(), unpacked, () => {});
  try {
    for await (const entry of unpacked) yield { name: entry.header.name, content: await buffer(entry) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code?.startsWith('Z_') || /tar|unexpected end/i.test(String(error)))
      throw new ArchiveUnreadable('The file is damaged or was cut off. Export it again.');
    throw error;
  }
}

/** What an archive says of itself. @throws ArchiveUnreadable */
export async function readManifest(file: Readable): Promise<Manifest> {
  for await (const { name, content } of entriesOf(file)) {
    file.destroy();
    if (name !== 'manifest.json' || content.length > MOST_BYTES_IN_MANIFEST) break;
    return manifestOf(content);
  }
  throw new ArchiveUnreadable('It has no manifest. Choose a file that was exported from a workspace.');
}

function manifestOf(content: Buffer): Manifest {
  let said: unknown;
  try {
    said = JSON.parse(content.toString('utf8'));
  } catch {
    throw new ArchiveUnreadable('Its manifest is no JSON. Export it again.');
  }
  const manifest = Manifest.safeParse(said);
  if (manifest.success) return manifest.data;
  const version = (said as { formatVersion?: unknown } | null)?.formatVersion;
  throw new ArchiveUnreadable(
    typeof version === 'number' && manifest.error.issues.some(({ path }) => path[0] === 'formatVersion')
      ? `It was made by a newer PlaybookOS (format ${version}). Update this installation first.`
      : 'Its manifest does not describe a workspace. Choose a file that was exported from one.',
  );
}

interface Inflow {
  /** A stream of the archive from its beginning. */
  open(): Promise<Readable>;
  manifest: Manifest;
  progress(done: number, total: number): Promise<void>;
}

/**
 * Brings the rows and files of an archive into the workspace of the context, in its transaction: all or nothing.
 * Accounts are found again by their address among the members of the organization; whoever is not there stays a stranger.
 * Whatever was about to leave the house is stopped, since the old house may have sent it.
 * @returns how many rows came in
 * @throws ArchiveUnreadable when it holds other rows than its manifest says
 */
export async function takeIn(ctx: Context, { open, manifest, progress }: Inflow): Promise<number> {
  const { db, workspace, platform } = ctx;
  const tables = new Map((await listTables(db)).map((table) => [table.name, table]));
  const relabelling = {
    known: await knownIds(ctx, manifest),
    secret: workspace.id === manifest.workspace.id ? null : randomUUID(),
  };
  await db.$client.query('set constraints all deferred');
  const slugs = freeSlugs(db, workspace.slug);
  const arrived = new Map<string, number>();
  const total = Object.values(manifest.tables).reduce((sum, { rows }) => sum + rows, 0);
  let done = 0;
  for await (const { name, content } of entriesOf(await open())) {
    const [kind, subject = ''] = name.split('/');
    if (kind === 'files') await keepBytes(platform, subject, content);
    if (kind !== 'tables') continue;
    const table = tables.get(subject);
    const told = manifest.tables[subject];
    if (!table || !told) continue;
    const lines = content
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => relabel(line, relabelling));
    await insert(ctx, table, told.columns, await slugs(subject, lines));
    arrived.set(subject, (arrived.get(subject) ?? 0) + lines.length);
    done += lines.length;
    await progress(done, total);
  }
  for (const [name, { rows }] of Object.entries(manifest.tables)) {
    if (tables.has(name) && (arrived.get(name) ?? 0) !== rows)
      throw new ArchiveUnreadable(
        `It should hold ${rows} rows of ${name} and holds ${arrived.get(name) ?? 0}. Export it again.`,
      );
  }
  await settleDown(db, { isCopy: relabelling.secret !== null });
  await db.$client.query('set constraints all immediate');
  return done;
}

async function knownIds(ctx: Context, { workspace, people }: Manifest): Promise<Map<string, string>> {
  const known = new Map([[workspace.id, ctx.workspace.id]]);
  const { organizationId } = ctx.workspace;
  if (workspace.organizationId && organizationId) known.set(workspace.organizationId, organizationId);
  const here = organizationId
    ? await membersByEmail(
        ctx,
        organizationId,
        people.map(({ email }) => email),
      )
    : new Map<string, string>();
  // A stranger gets an id that nobody has: an account of somebody else here must never look like theirs.
  for (const { id, email } of people) known.set(id, here.get(email.toLowerCase()) ?? randomUUID());
  return known;
}

// A link writes its slug into this list by a trigger, so the row of today's slug is there already.
const KEEPS_ITS_SLUG =
  'on conflict (slug) do update set created_at = excluded.created_at, retired_at = excluded.retired_at';

async function insert(ctx: Context, table: Table, told: string[], lines: string[]): Promise<void> {
  const columns = table.columns
    .filter((column) => told.includes(column))
    .map(quoted)
    .join(', ');
  try {
    await ctx.db.$client.query(
      `insert into app.${quoted(table.name)} (${columns})
       select ${columns} from json_populate_recordset(null::app.${quoted(table.name)}, $1::json)
       ${table.name === 'link_slugs' ? KEEPS_ITS_SLUG : ''}`,
      [`[${lines.join(',')}]`],
    );
  } catch (error) {
    const { code = '', detail } = error as { code?: string; detail?: string };
    // Class 22 and 23: the data, not the machine, is at fault; 42501: a row of another workspace.
    if (/^2[23]/.test(code) || code === '42501')
      throw new ArchiveUnreadable(`A row of ${table.name} does not fit${detail ? `: ${detail}` : '.'}`);
    throw error;
  }
}

async function keepBytes(platform: Platform, sha256: string, content: Buffer): Promise<void> {
  if (createHash('sha256').update(content).digest('hex') !== sha256)
    throw new ArchiveUnreadable(`The file ${sha256} was changed on the way. Export it again.`);
  await platform.storage.put(content);
}
