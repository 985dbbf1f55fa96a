import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, stat, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The key file exists but holds no usable key. */
export class KeyFileBroken extends Error {
  constructor(path: string) {
    super(
      `${path} holds no usable key. Restore it from a backup; without it, stored secrets cannot be opened.`,
    );
    this.name = 'KeyFileBroken';
  }
}

/**
 * Reads the installation's secret, making it on the first start (256 random bits, mode 0600).
 * Two processes that start at once end up with the same key.
 * @throws KeyFileBroken rather than replacing a damaged key, which would lose every stored secret
 */
export async function loadOrCreateKey(path: string): Promise<string> {
  const existing = await readKey(path);
  if (existing !== undefined) return existing;
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(`${randomBytes(32).toString('hex')}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  // A link either makes the whole file appear or fails because the other process was first.
  await link(draft, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await unlink(draft);
  const made = await readKey(path);
  if (made === undefined) throw new KeyFileBroken(path);
  return made;
}

async function readKey(path: string): Promise<string | undefined> {
  let text: string;
  try {
    text = (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  if (text.length < 32) throw new KeyFileBroken(path);
  const { mode } = await stat(path);
  if ((mode & 0o077) !== 0) await chmod(path, 0o600);
  return text;
}
