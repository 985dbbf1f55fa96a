import { chmod, mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyFileBroken, loadOrCreateKey } from './key-file.ts';
import { buildVault, SecretUnreadable } from './vault.ts';

const KEY = 'a secret of this installation, long enough';

describe('vault', () => {
  const vault = buildVault(KEY);

  it('opens what it sealed, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (secret, context) => {
        expect(vault.open(vault.seal(secret, context), context)).toBe(secret);
      }),
    );
  });

  it('never seals the same secret to the same text and never shows it', () => {
    const sealed = vault.seal('sk_live_hunter2');
    expect(sealed).not.toBe(vault.seal('sk_live_hunter2'));
    expect(Buffer.from(sealed, 'base64url').toString('latin1') + sealed).not.toContain('hunter2');
    expect(sealed.startsWith(`${vault.keyId}.`)).toBe(true);
  });

  it('refuses a sealed value that was changed in any byte', () => {
    const sealed = vault.seal('token');
    const dot = sealed.indexOf('.') + 1;
    const bytes = Buffer.from(sealed.slice(dot), 'base64url');
    for (let i = 0; i < bytes.length; i += 1) {
      const changed = Buffer.from(bytes);
      changed[i] = (changed[i] ?? 0) ^ 1;
      expect(() => vault.open(sealed.slice(0, dot) + changed.toString('base64url'))).toThrow(
        SecretUnreadable,
      );
    }
  });

  it('refuses a sealed value copied into another row', () => {
    const sealed = vault.seal('token', 'connection:1');
    expect(() => vault.open(sealed, 'connection:2')).toThrow(SecretUnreadable);
  });

  it('refuses what was sealed with a key it does not have, and says which', () => {
    const other = buildVault('another secret of another installation');
    expect(() => vault.open(other.seal('token'))).toThrow(other.keyId);
    expect(() => vault.open('nonsense')).toThrow(SecretUnreadable);
    expect(() => vault.open(`${vault.keyId}.AAAA`)).toThrow(SecretUnreadable);
  });

  it('still opens what an older key sealed, and says that it is stale', () => {
    const old = vault.seal('token');
    const renewed = buildVault('the next secret of this installation', [KEY]);
    expect(renewed.open(old)).toBe('token');
    expect(renewed.isStale(old)).toBe(true);
    expect(renewed.isStale(renewed.seal('token'))).toBe(false);
  });
});

describe('key file', () => {
  it('is made once, readable by its owner only, and read afterwards', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'key-')), 'deep', 'secret.key');
    const keys = await Promise.all(Array.from({ length: 8 }, () => loadOrCreateKey(path)));
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[0-9a-f]{64}$/);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await loadOrCreateKey(path)).toBe(keys[0]);
  });

  it('is closed to others when found open, and never replaced when damaged', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'key-')), 'secret.key');
    const key = await loadOrCreateKey(path);
    await chmod(path, 0o644);
    expect(await loadOrCreateKey(path)).toBe(key);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    await writeFile(path, 'short');
    await expect(loadOrCreateKey(path)).rejects.toThrow(KeyFileBroken);
    expect(await readFile(path, 'utf8')).toBe('short');
  });
});
