// Bundles the program and builds the web app into dist/. What can be read where it lies (migrations, fonts) is not copied.
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
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

// Packages are read where they lie, but for two families of many hundred small files, whose reading was a third of a start.
const INSIDE = /^(drizzle-orm|better-auth|@better-auth\/[^/]+|better-call|@better-fetch\/fetch)(\/|$)/;
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const packages = {
  name: 'packages',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./#]/ }, ({ path, kind, importer }) => {
      if (kind === 'entry-point' || INSIDE.test(path)) return undefined;
      const name = path.split('/', path.startsWith('@') ? 2 : 1).join('/');
      // What such a family needs and we do not is found from there only, and goes inside with it.
      const foreign =
        importer.includes('node_modules') && !(name in dependencies) && !path.startsWith('node:');
      return foreign ? undefined : { path, external: true };
    });
  },
};

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
      plugins: [packages],
      // Some of what goes inside is CommonJS.
      banner: {
        js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
      },
      jsx: 'automatic',
      // The type of a problem document is made of the name of its class, which must not become SlugTaken2.
      keepNames: true,
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
