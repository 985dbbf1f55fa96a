import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
/** What is or would be tracked, so that a rule is broken before the commit and not after it. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter(Boolean);
const cache = new Map<string, string>();
const read = (path: string): string => {
  const known = cache.get(path) ?? readIfThere(path);
  cache.set(path, known);
  return known;
};
const readIfThere = (path: string): string => {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return '';
  }
};
const linesOf = (path: string) => read(path).split('\n').length - 1;

const isTest = (path: string) => /\.test\.tsx?$/.test(path);
const isGenerated = (path: string) => /(^|[/.])generated\.ts$/.test(path);
const code = files.filter((path) => /\.(ts|tsx|mjs|cjs)$/.test(path) && !isGenerated(path));
const sources = code.filter((path) => path.startsWith('src/') && !isTest(path));

/** Every place where a pattern stands, as `path:line`. */
function places(paths: string[], pattern: RegExp): string[] {
  return paths.flatMap((path) =>
    read(path)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : [])),
  );
}

/** Values that stand more than once, each with where. */
function repeated(found: { value: string; path: string }[]): string[] {
  const seen = Map.groupBy(found, ({ value }) => value);
  return [...seen]
    .filter(([, at]) => at.length > 1)
    .map(([value, at]) => `${value}: ${at.map(({ path }) => path).join(', ')}`);
}

/** What the first group of a pattern holds wherever it stands in the sources. */
function captured(pattern: RegExp, paths = sources): { value: string; path: string }[] {
  return paths.flatMap((path) =>
    [...read(path).matchAll(pattern)].map((match) => ({ value: match[1] ?? '', path })),
  );
}

describe('the house', () => {
  it('has sources to look at', () => {
    expect(sources.length).toBeGreaterThan(50);
  });

  it('keeps source files within 300 lines, but for the event catalogue', () => {
    const long = code.filter(
      (path) => !isTest(path) && path !== 'src/kernel/events/catalog.ts' && linesOf(path) > 300,
    );
    expect(long.map((path) => `${path}: ${linesOf(path)}`)).toEqual([]);
  });

  it('keeps tests within 500 lines', () => {
    const long = code.filter((path) => isTest(path) && linesOf(path) > 500);
    expect(long.map((path) => `${path}: ${linesOf(path)}`)).toEqual([]);
  });

  it('has faces only where rooms and modules are', () => {
    const faces = files.filter((path) => /(^|\/)index\.tsx?$/.test(path) && path.startsWith('src/'));
    expect(faces.filter((path) => !/^src\/(kernel|modules)\/[^/]+\/index\.ts$/.test(path))).toEqual([]);
  });

  /** Rooms that hold more than their tables; one that has only those has nothing to call yet. */
  const rooms = [
    ...new Set(
      sources
        .filter((path) => !path.endsWith('/schema.ts'))
        .flatMap((path) => /^src\/(?:kernel|modules)\/[^/]+(?=\/)/.exec(path)?.[0] ?? []),
    ),
  ];

  it('gives every module and every room of the kernel a face', () => {
    expect(rooms.length).toBeGreaterThan(10);
    expect(rooms.filter((room) => !files.includes(`${room}/index.ts`))).toEqual([]);
  });

  it('gives every module a README and its wiring', () => {
    const modules = rooms.filter((room) => room.startsWith('src/modules/'));
    const wanted = modules.flatMap((module) => [`${module}/README.md`, `${module}/module.ts`]);
    expect(wanted.filter((path) => !files.includes(path))).toEqual([]);
  });

  it('uses two marks in comments only: @NOTE, and @TODO with its issue', () => {
    const mark = new RegExp(
      `(?<![A-Za-z@])(${['FIX', 'ME|XX', 'X|HA', 'CK'].join('')})\\b|TODO(?! #\\d)|(?<!@)\\bTODO\\b`,
    );
    const self = 'tests/house.test.ts';
    expect(
      places(
        code.filter((path) => path !== self),
        mark,
      ),
    ).toEqual([]);
  });

  it('never loosens the type checker without a reason', () => {
    const bare = /@ts-(ignore|nocheck)|@ts-expect-error\s*$|biome-ignore [\w/]+:\s*$|biome-ignore-all/;
    expect(
      places(
        code.filter((path) => path !== 'tests/house.test.ts'),
        bare,
      ),
    ).toEqual([]);
  });

  it('skips and singles out no test by hand', () => {
    expect(
      places(
        code.filter((path) => isTest(path) && path !== 'tests/house.test.ts'),
        /\b(it|test|describe)\.(only|skip|todo)\b/,
      ),
    ).toEqual([]);
  });

  it('names things for what they are', () => {
    const refused = /(^|[/-])(utils?|helpers?|common|misc|manager|processor|v2)(?=[./-])/;
    expect(files.filter((path) => /^(src|tests|scripts|bench)\//.test(path) && refused.test(path))).toEqual(
      [],
    );
    expect(
      files.filter((path) => /^src\//.test(path) && /[A-Z ]/.test(path) && !path.endsWith('README.md')),
    ).toEqual([]);
  });

  it('finds its folder in one place: in the bundle, files lie elsewhere than in the sources', () => {
    const finder = 'src/kernel/pages/project-file.ts';
    const deep = sources.filter((path) => /^src\/(kernel|modules|cli)\//.test(path) && path !== finder);
    // A worker is an entry of its own, beside the bundle as beside its source.
    const lines = places(
      deep,
      /import\.meta\.(dirname|filename)|(?<!new Worker\()new URL\([^)]*import\.meta\.url/,
    );
    expect(lines).toEqual([]);
  });

  it('reads the clock and the environment only where it is handed them', () => {
    const deep = sources.filter((path) => /^src\/modules\//.test(path));
    expect(places(deep, /\bnew Date\(\)|\bDate\.now\(\)|\bprocess\.env\b/)).toEqual([]);
  });

  it('names each job, listener and event once', () => {
    expect(repeated(captured(/\bjob\(\{\s*name: '([^']+)'/g))).toEqual([]);
    expect(repeated(captured(/\blistener\(\{\s*name: '([^']+)'/g))).toEqual([]);
  });

  it('names a permission on every route', () => {
    const calls = captured(/\broute\(\s*app,\s*\{([\s\S]*?)\n? *\},\s*\n/g);
    expect(calls.filter(({ value }) => !/\bpermission\b/.test(value)).map(({ path }) => path)).toEqual([]);
  });

  it('has a publisher for each event that is listened to', () => {
    const published = new Set(
      captured(/\bpublish(?:Event)?\(\s*\w+,\s*'([^']+)'/g).map(({ value }) => value),
    );
    const heard = captured(/\bevent: '([a-z-]+\.[a-z-]+)'/g);
    expect(
      heard.filter(({ value }) => !published.has(value)).map(({ value, path }) => `${value} in ${path}`),
    ).toEqual([]);
  });

  it('names no package registry: whoever installs chooses theirs', () => {
    const text = files.filter((path) => !/\.(png|jpg|woff2?|ttf|pdf|docx|ico)$/.test(path));
    const hosts = new RegExp(
      [
        'registry\\.npm',
        'js\\.org|registry\\.yarn',
        'pkg\\.com|npm\\.pkg\\.git',
        'hub\\.com|registry\\.npm',
        'mirror',
      ].join(''),
    );
    expect(places(text, hosts)).toEqual([]);
    expect(places(['package-lock.json'], /"resolved": "(?!file:)/)).toEqual([]);
  });
});
