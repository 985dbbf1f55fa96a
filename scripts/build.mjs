// Bundles the program and builds the web app into dist/. What can be read where it lies (migrations, fonts) is not copied.
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as bundle } from 'esbuild';
import { build as buildWebApp } from 'vite';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const fresh = join(root, `dist.new-${process.pid}`);

// A worker thread is a program of its own and cannot be part of the bundle.
const workers = readdirSync(join(root, 'src'), { recursive: true })
  .map(String)
  .filter((path) => /[.-]worker\.ts$/.test(path))
  .map((path) => join(root, 'src', path));
const entries = [join(root, 'src/main.ts'), join(root, 'src/cli.ts'), ...workers].filter((path) =>
  existsSync(path),
);
const names = new Set(entries.map((path) => basename(path)));
if (names.size < entries.length)
  throw new Error('Two worker files have the same name; in dist/ they lie side by side.');

try {
  await Promise.all([
    bundle({
      entryPoints: Object.fromEntries(entries.map((path) => [basename(path, '.ts'), path])),
      outdir: fresh,
      bundle: true,
      splitting: true,
      platform: 'node',
      format: 'esm',
      target: 'node22',
      packages: 'external',
      jsx: 'automatic',
      sourcemap: true,
      logLevel: 'warning',
      chunkNames: '[name]-[hash]',
      define: { 'process.env.NODE_ENV': '"production"' },
    }),
    buildWebApp({
      configFile: join(root, 'src/dashboard/vite.config.ts'),
      build: { outDir: join(fresh, 'dashboard'), emptyOutDir: true },
      logLevel: 'warn',
    }),
  ]);
  // Swapped in whole: a program that runs keeps reading complete files.
  rmSync(`${dist}.old`, { recursive: true, force: true });
  if (existsSync(dist)) renameSync(dist, `${dist}.old`);
  renameSync(fresh, dist);
  rmSync(`${dist}.old`, { recursive: true, force: true });
} finally {
  rmSync(fresh, { recursive: true, force: true });
}
