import { buffer } from 'node:stream/consumers';
import { gunzipSync, gzipSync } from 'node:zlib';
import { extract, pack } from 'tar-stream';
import { afterAll, describe, expect, it } from 'vitest';
import { type Context, system } from '#context';
import { inWorkspace, newId } from '#kernel/database';
import { queueMessage } from '#kernel/mail';
import { leads } from '#modules/capture';
import { links } from '#modules/distribution';
import { openHouse, type TestHouse } from '../../../tests/support/harness.ts';
import { publishPlaybook } from '../../../tests/support/playbook.ts';
import { freshId, relabel } from './relabel.ts';

const old = await openHouse({ clock: '2026-11-02T09:00:00Z' });
const fresh = await openHouse({ clock: '2026-11-20T09:00:00Z' });
afterAll(() => Promise.all([old.close(), fresh.close()]));

type Rows = Record<string, string[]>;

/** What an archive holds: its manifest, the rows of each table in a fixed order, the names of its files. */
async function open(archive: Buffer) {
  const rows: Rows = {};
  const files: string[] = [];
  let manifest: Record<string, unknown> = {};
  const tar = extract();
  tar.end(gunzipSync(archive));
  for await (const entry of tar) {
    const content = (await buffer(entry)).toString('utf8');
    const [kind, name = ''] = entry.header.name.split('/');
    if (kind === 'manifest.json') manifest = JSON.parse(content);
    else if (kind === 'files') files.push(name);
    else rows[name] = [...(rows[name] ?? []), ...content.split('\n').filter(Boolean)].sort();
  }
  return { manifest, rows, files: files.sort() };
}

async function exportOf(
  house: TestHouse,
  headers: Record<string, string> = { authorization: `Bearer ${house.apiKey}` },
): Promise<Buffer> {
  const asked = await house.app.inject({ method: 'POST', url: '/api/v1/archives', headers });
  expect(asked.statusCode).toBe(202);
  await house.settle();
  const made = await house.app.inject({ url: `/api/v1/archives/${asked.json().id}`, headers });
  expect(made.json()).toMatchObject({ state: 'done', problem: null });
  const file = await house.app.inject({ url: made.json().fileUrl, headers });
  expect(file.headers['content-type']).toBe('application/gzip');
  return file.rawPayload;
}

async function upload(house: TestHouse, archive: Buffer, name = '') {
  const boundary = 'archive-boundary';
  const field = name ? `--${boundary}\r\nContent-Disposition: form-data; name="name"\r\n\r\n${name}\r\n` : '';
  const payload = Buffer.concat([
    Buffer.from(
      `${field}--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.tar.gz"\r\nContent-Type: application/gzip\r\n\r\n`,
    ),
    archive,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  const answer = await house.app.inject({
    method: 'POST',
    url: '/api/v1/archives/uploads',
    headers: { ...house.owner.headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload,
  });
  await house.settle();
  return { status: answer.statusCode, body: answer.json() };
}

const inside = <T>(house: TestHouse, workspaceId: string, work: (ctx: Context) => Promise<T>) =>
  inWorkspace(house.platform, { workspaceId, actor: system('test') }, work);

const published = await publishPlaybook(old);
await old.call('POST', '/api/v1/sources', {
  kind: 'paste',
  title: 'Notes',
  text: 'First measure. Then cut.',
});
await old.inWorkspace(async (ctx) => {
  await links.shorten(ctx, { slug: 'three-jobs', title: 'LinkedIn', playbookId: published.id, utm: {} });
  const lead = await leads.add(ctx, { email: 'noor@studiohalvorn.example', name: 'Noor Tamberlin' });
  await leads.addNote(ctx, lead.id, 'Asked for the “price list”; 日本語, עברית.');
  await queueMessage(ctx, {
    stream: 'transactional',
    to: { email: 'noor@studiohalvorn.example' },
    subject: 'Waits until December',
    html: '<a href="http://localhost:3000/v/abcdefghijklmnopqrstuvwxyz012345">your film</a>',
    text: 'http://localhost:3000/v/abcdefghijklmnopqrstuvwxyz012345',
    kind: 'test',
    sendAt: new Date('2026-12-01T09:00:00Z'),
  });
});
await old.settle();
const archive = await exportOf(old);
const before = await open(archive);

describe('a workspace as one file', () => {
  it('holds every table of the workspace, its files, and nothing secret', () => {
    const text = JSON.stringify(before.rows);
    expect(Object.keys(before.rows)).toEqual(
      expect.arrayContaining(['events', 'leads', 'link_slugs', 'links', 'playbooks', 'sources', 'versions']),
    );
    expect(before.files.length).toBeGreaterThan(0);
    expect(text).not.toContain('abcdefghijklmnopqrstuvwxyz012345');
    expect(text).not.toMatch(/_sealed"/);
    expect(Object.keys(before.rows)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/tokens|webhook_endpoints|caught_mails/)]),
    );
    const manifest = before.manifest as { people: { email: string }[] };
    expect(manifest.people.map(({ email }) => email)).not.toContain('noor@studiohalvorn.example');
  });

  it('is the same in a second installation, but for accounts and for what was about to leave', async () => {
    const imported = await upload(fresh, archive);
    expect(imported).toMatchObject({ status: 202, body: { workspace: { id: old.workspace.id } } });
    const there = await inside(fresh, imported.body.workspace.id, async (ctx) => ({
      leads: (await leads.list(ctx, { limit: 10 })).data.map(({ email }) => email),
      slug: ctx.workspace.slug,
    }));
    expect(there).toEqual({
      leads: ['noor@studiohalvorn.example'],
      slug: expect.stringMatching(/^tallowgate-\d+$/),
    });

    const headers = { ...fresh.owner.headers, 'x-workspace': there.slug };
    const after = await open(await exportOf(fresh, headers));
    expect(after.files).toEqual(before.files);
    for (const [table, rows] of Object.entries(before.rows)) {
      if (table === 'audit_entries') continue;
      const expected = rows.map((row) =>
        table === 'messages' ? row.replace(/"state":"queued"/, '"state":"cancelled"') : row,
      );
      const strip = (row: string) =>
        withoutAccounts(row)
          .replace(/"(reason|reason_code|next_attempt_at)":("[^"]*"|null),?/g, '')
          .replaceAll(fresh.workspace.organizationId ?? '', old.workspace.organizationId ?? '');
      expect((after.rows[table] ?? []).map(strip).sort(), table).toEqual(expected.map(strip).sort());
    }
    await inside(fresh, imported.body.workspace.id, async ({ db }) => {
      const { rows } = await db.$client.query('select state, reason_code from app.messages');
      expect(rows).toContainEqual({ state: 'cancelled', reason_code: 'moved' });
    });
  });

  it('becomes a copy with ids and short addresses of its own beside the original', async () => {
    const copy = await upload(old, archive, 'Tallowgate, sold');
    expect(copy.status).toBe(202);
    expect(copy.body.workspace.id).not.toBe(old.workspace.id);
    const { name, slugs, playbooks } = await inside(old, copy.body.workspace.id, async (ctx) => ({
      name: ctx.workspace.name,
      slugs: (await links.list(ctx, { limit: 10 })).data.map(({ slug }) => slug),
      playbooks: (await ctx.db.$client.query('select id from app.playbooks')).rows,
    }));
    expect(name).toBe('Tallowgate, sold');
    expect(slugs).toEqual([expect.stringMatching(/^three-jobs-tallowgate/)]);
    expect(playbooks).toHaveLength(1);
    expect(playbooks[0].id).not.toBe(published.id);
  });
});

describe('accounts', () => {
  it('are found again by their address; strangers stay strangers', () => {
    const stranger = newId();
    const known = new Map([[old.owner.userId, fresh.owner.userId]]);
    const line = `{"created_by":"${old.owner.userId}","owner_id":"${stranger}"}`;
    expect(relabel(line, { known, secret: null })).toBe(
      `{"created_by":"${fresh.owner.userId}","owner_id":"${stranger}"}`,
    );
  });
});

describe('a file that is no archive', () => {
  const tarOf = async (entries: Record<string, string>) => {
    const tar = pack();
    for (const [name, content] of Object.entries(entries)) tar.entry({ name }, content);
    tar.finalize();
    return gzipSync(await buffer(tar));
  };

  it('is refused with its reason, and nothing is made', async () => {
    const manifest = before.manifest as { formatVersion: number };
    const wrong: [Buffer, string][] = [
      [Buffer.from('not even gzip'), 'damaged'],
      [archive.subarray(0, 200), 'damaged'],
      [await tarOf({ 'readme.txt': 'hello' }), 'no manifest'],
      [await tarOf({ 'manifest.json': '{' }), 'no JSON'],
      [await tarOf({ 'manifest.json': '{"format":"zip"}' }), 'does not describe a workspace'],
      [await tarOf({ 'manifest.json': JSON.stringify({ ...manifest, formatVersion: 99 }) }), 'newer'],
    ];
    for (const [file, reason] of wrong) {
      const answer = await upload(fresh, file);
      expect(answer.status).toBe(422);
      expect(answer.body.detail).toContain(reason);
    }
  });

  it('that lacks rows is taken in not at all', async () => {
    const empty = await tarOf({ 'manifest.json': JSON.stringify({ ...before.manifest, files: [] }) });
    const answer = await upload(fresh, empty);
    expect(answer.status).toBe(202);
    await inside(fresh, answer.body.workspace.id, async ({ db }) => {
      const { rows } = await db.$client.query('select state, problem from app.archives');
      expect(rows).toEqual([{ state: 'failed', problem: expect.stringMatching(/should hold \d+ rows/) }]);
    });
  });
});

describe('a new id', () => {
  it('keeps its time and is of version 7', () => {
    const id = newId();
    const made = freshId(id, 'secret');
    expect(made).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(made.slice(0, 13)).toBe(id.slice(0, 13));
    expect(freshId(id, 'secret')).toBe(made);
    expect(freshId(id, 'other')).not.toBe(made);
  });
});

/** Accounts become others in another house. */
function withoutAccounts(line: string): string {
  return line.replace(
    /"(\w+_by|owner_id|user_id|actor_id|author_id|assignee_id)":("[^"]*"|null)/g,
    '"$1":"account"',
  );
}
