import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { system } from '#context';
import { inWorkspace } from '#kernel/database';
import { openHouse, type TestHouse } from '../../../tests/support/harness.ts';
import { FileMissing, FileTooLarge, StorageUnavailable } from './errors.ts';
import { mediaTypeOf } from './media-type.ts';
import { fileName, get, keep, remove } from './service.ts';
import { buildStorage } from './storage.ts';
import { keepUpload, readFile } from './upload.ts';

const log = pino({ level: 'silent' });

async function build(limitBytes = 1_000) {
  const dataDir = await mkdtemp(join(tmpdir(), 'storage-'));
  return { dataDir, storage: buildStorage({ dataDir, limitBytes, log }) };
}

async function* stream(...parts: string[]) {
  for (const part of parts) yield Buffer.from(part);
}

describe('storage', () => {
  it('keeps bytes under the hash of their content and gives them back', async () => {
    const { storage, dataDir } = await build();
    const stored = await storage.put(stream('Price the job, ', 'not the hours.'));
    const sha256 = createHash('sha256').update('Price the job, not the hours.').digest('hex');
    expect(stored).toEqual({ sha256, sizeBytes: 29, mediaType: 'text/plain' });
    expect(await text(await storage.read(sha256))).toBe('Price the job, not the hours.');
    expect(await text(await storage.read(sha256, { start: 6, end: 12 }))).toBe('the job');
    expect((await storage.readAll(sha256)).length).toBe(29);
    expect((await stat(join(dataDir, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256))).size).toBe(
      29,
    );
  });

  it('keeps the same content once', async () => {
    const { storage, dataDir } = await build();
    const both = await Promise.all([storage.put('same'), storage.put(stream('sa', 'me'))]);
    expect(both[0]).toEqual(both[1]);
    expect(
      (await readdir(join(dataDir, 'files', both[0].sha256.slice(0, 2), both[0].sha256.slice(2, 4)))).length,
    ).toBe(1);
  });

  it('refuses what is too large while it arrives, and leaves nothing behind', async () => {
    const { storage, dataDir } = await build(10);
    const read: string[] = [];
    async function* endless() {
      for (;;) {
        read.push('piece');
        yield Buffer.from('12345678');
      }
    }
    await expect(storage.put(endless())).rejects.toThrow(FileTooLarge);
    expect(read.length).toBe(2);
    await expect(storage.put('12345', { limitBytes: 4 })).rejects.toThrow(FileTooLarge);
    expect(await readdir(join(dataDir, 'files', 'drafts'))).toEqual([]);
  });

  it('leaves nothing behind when the sender hangs up, and says what the sender threw', async () => {
    const { storage, dataDir } = await build();
    async function* broken() {
      yield Buffer.from('half');
      throw new Error('the connection closed');
    }
    await expect(storage.put(broken())).rejects.toThrow('the connection closed');
    expect(await readdir(join(dataDir, 'files', 'drafts'))).toEqual([]);
  });

  it('calls trouble with the disk by its name, to be tried again', async () => {
    const { storage, dataDir } = await build();
    await mkdir(dataDir, { recursive: true });
    await writeFile(join(dataDir, 'files'), 'a file where the folder should be');
    const error = await storage.put('bytes').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StorageUnavailable);
    expect(error).toMatchObject({ retryable: true, status: 503 });
    await expect(storage.check()).rejects.toThrow(StorageUnavailable);
    await rm(join(dataDir, 'files'));
    await storage.check();
    expect((await storage.put('bytes')).sizeBytes).toBe(5);
  });

  it('reads no path that is not a hash', async () => {
    const { storage } = await build();
    await expect(storage.read('../../etc/passwd')).rejects.toThrow(FileMissing);
    await expect(storage.readAll('0'.repeat(64))).rejects.toThrow(FileMissing);
    await storage.remove('0'.repeat(64));
  });
});

describe('media types', () => {
  it('come from the bytes, not from the name', async () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');
    expect(await mediaTypeOf(png)).toBe('image/png');
    expect(await mediaTypeOf(Buffer.from('%PDF-1.7\n%âãÏÓ\n'))).toBe('application/pdf');
    expect(await mediaTypeOf(Buffer.from('MZ\x90\x00\x03\x00\x00\x00\x04\x00'))).not.toBe('text/plain');
    expect(await mediaTypeOf(Buffer.from('  <!DOCTYPE html><p>Hi'))).toBe('text/html');
    expect(await mediaTypeOf(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe('image/svg+xml');
    expect(await mediaTypeOf(Buffer.from('1\n00:00:01,000 --> 00:00:02,000\nHi'))).toBe('text/plain');
    expect(await mediaTypeOf(Buffer.from('caf\xe9', 'latin1'))).toBe('text/plain');
    expect(await mediaTypeOf(Buffer.from([0, 1, 2, 3]))).toBe('application/octet-stream');
    expect(await mediaTypeOf(Buffer.alloc(0))).toBe('application/x-empty');
  });
});

describe('names of files', () => {
  it('are the last part of whatever was sent', () => {
    expect(fileName('C:\\Users\\marit\\Interview 2.txt')).toBe('Interview 2.txt');
    expect(fileName('../../etc/passwd')).toBe('passwd');
    expect(fileName('a\u0000b\nc.txt')).toBe('abc.txt');
    expect([fileName(''), fileName('..'), fileName('/')]).toEqual(['file', 'file', 'file']);
    expect(fileName('x'.repeat(500))).toHaveLength(200);
  });
});

describe('files of a workspace', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  it('are seen by their own workspace only', async () => {
    const kept = await keepUpload(
      house.platform,
      { workspace: house.workspace, actor: system('test'), correlationId: 'c-12345678' },
      { filename: 'notes.md', file: stream('# Notes') },
    );
    expect(kept).toMatchObject({ name: 'notes.md', mediaType: 'text/plain', bytes: 7 });
    const own = { workspaceId: house.workspace.id, fileId: kept.fileId };
    expect((await readFile(house.platform, own)).toString()).toBe('# Notes');
    const { workspace } = await house.neighbour();
    await expect(readFile(house.platform, { ...own, workspaceId: workspace.id })).rejects.toThrow(
      FileMissing,
    );
    await expect(
      inWorkspace(house.platform, { workspaceId: workspace.id, actor: system('test') }, (ctx) =>
        get(ctx, kept.fileId),
      ),
    ).rejects.toThrow(FileMissing);
  });

  it('are gone once removed', async () => {
    const stored = await house.platform.storage.put('text');
    const row = await house.inWorkspace((ctx) => keep(ctx, stored, { name: 'a.txt', purpose: 'edition' }));
    expect(row).toMatchObject({ sha256: stored.sha256, purpose: 'edition', sizeBytes: 4 });
    await house.inWorkspace((ctx) => remove(ctx, row.id));
    await expect(house.inWorkspace((ctx) => get(ctx, row.id))).rejects.toThrow(FileMissing);
    await expect(house.inWorkspace((ctx) => remove(ctx, row.id))).rejects.toThrow(FileMissing);
  });
});
