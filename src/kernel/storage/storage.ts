import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Logger } from 'pino';
import { FileMissing, FileTooLarge, StorageUnavailable } from './errors.ts';
import { mediaTypeOf } from './media-type.ts';

/** Bytes that are safe on disk. */
export interface Stored {
  sha256: string;
  sizeBytes: number;
  /** From the bytes, never from what the sender claims. */
  mediaType: string;
}

/** Files on disk, named by the hash of their content. Works outside transactions; `keep` makes the row. */
export interface Storage {
  /**
   * Writes bytes; resolves when they and their name are on disk.
   * @param limitBytes instead of the installation's limit for uploads
   * @throws FileTooLarge, StorageUnavailable
   */
  put(
    content: Buffer | Uint8Array | string | AsyncIterable<Uint8Array>,
    options?: { limitBytes?: number },
  ): Promise<Stored>;
  /** Streams the content. @throws FileMissing, StorageUnavailable */
  read(sha256: string, range?: { start: number; end: number }): Promise<Readable>;
  /** The whole content, for small files. @throws FileMissing, StorageUnavailable */
  readAll(sha256: string): Promise<Buffer>;
  /** Removes the bytes; the caller has made sure that no row names them. */
  remove(sha256: string): Promise<void>;
  /** Whether the folder takes a file, for the health check. @throws StorageUnavailable */
  check(): Promise<void>;
  readonly limitBytes: number;
}

interface Parts {
  dataDir: string;
  limitBytes: number;
  log: Logger;
}

const HASH = /^[0-9a-f]{64}$/;
// Enough for every signature that file-type looks at.
const HEAD_BYTES = 8_192;

export function buildStorage({ dataDir, limitBytes, log }: Parts): Storage {
  const root = join(dataDir, 'files');
  const drafts = join(root, 'drafts');
  const pathOf = (sha256: string): string => {
    if (!HASH.test(sha256)) throw new FileMissing();
    return join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  };

  /** Turns what the file system throws into something a caller can act on. */
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof FileTooLarge || error instanceof FileMissing || error instanceof SenderGone)
        throw error;
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT') throw new FileMissing();
      log.warn({ err: error }, 'storage failed');
      throw new StorageUnavailable(
        code === 'ENOSPC' || code === 'EDQUOT' ? 'the disk is full' : 'the disk does not answer',
        error,
      );
    }
  };

  const storage: Storage = {
    limitBytes,
    async put(content, options = {}) {
      const most = options.limitBytes ?? limitBytes;
      const draft = join(drafts, randomBytes(12).toString('hex'));
      return guarded(async () => {
        await mkdir(drafts, { recursive: true });
        const file = await open(draft, 'wx', 0o600);
        try {
          const stored = await write(file, content, most);
          await settle(draft, pathOf(stored.sha256));
          return stored;
        } catch (error) {
          await unlink(draft).catch(() => {});
          throw error;
        }
      }).catch((error: unknown) => {
        throw error instanceof SenderGone ? error.cause : error;
      });
    },
    read: (sha256, range) =>
      guarded(async () => {
        const file = await open(pathOf(sha256), 'r');
        // Opened before it is promised, so that a missing file is an answer and not a broken stream.
        return createReadStream('', { fd: file, ...(range && { start: range.start, end: range.end }) });
      }),
    readAll: (sha256) =>
      guarded(async () => {
        const file = await open(pathOf(sha256), 'r');
        try {
          return await file.readFile();
        } finally {
          await file.close();
        }
      }),
    remove: (sha256) =>
      guarded(async () => {
        await unlink(pathOf(sha256));
      }).catch((error: unknown) => {
        if (!(error instanceof FileMissing)) throw error;
      }),
    async check() {
      const { sha256 } = await storage.put('storage check');
      await guarded(() => stat(pathOf(sha256)));
    },
  };
  return storage;
}

/** What the sender's stream threw, kept apart from what the disk threw. */
class SenderGone extends Error {}

async function write(
  file: FileHandle,
  content: Buffer | Uint8Array | string | AsyncIterable<Uint8Array>,
  most: number,
): Promise<Stored> {
  const hash = createHash('sha256');
  const head: Buffer[] = [];
  let headBytes = 0;
  let sizeBytes = 0;
  try {
    for await (const piece of pieces(content)) {
      sizeBytes += piece.length;
      if (sizeBytes > most) throw new FileTooLarge(most);
      if (headBytes < HEAD_BYTES) {
        head.push(piece);
        headBytes += piece.length;
      }
      hash.update(piece);
      await file.writeFile(piece);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return {
    sha256: hash.digest('hex'),
    sizeBytes,
    mediaType: await mediaTypeOf(Buffer.concat(head), sizeBytes),
  };
}

async function* pieces(
  content: Buffer | Uint8Array | string | AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  if (typeof content === 'string' || content instanceof Uint8Array) {
    yield Buffer.from(content as Uint8Array);
    return;
  }
  try {
    for await (const piece of content) yield Buffer.from(piece);
  } catch (error) {
    throw new SenderGone('the sender stopped', { cause: error });
  }
}

/** Gives the draft its name, and makes the name as durable as the bytes. */
async function settle(draft: string, path: string): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  await rename(draft, path);
  const handle = await open(folder, 'r');
  try {
    // A folder cannot be synced on every system; where it cannot, the rename is as safe as the system makes it.
    await handle.sync().catch(() => {});
  } finally {
    await handle.close();
  }
}
