import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkBorders } from '../scripts/lib/borders.mjs';

const root = join(import.meta.dirname, '..');

/** Imports that must be refused, each planted in a copy: where, what, and by which rule. */
const PLANTS: [file: string, source: string, rule: string][] = [
  ['src/kernel/mail/planted.ts', `import '#modules/creation';`, 'kernel-knows-no-module'],
  ['src/kernel/mail/planted-config.ts', `import '../../config.ts';`, 'kernel-knows-no-module'],
  ['src/kernel/mail/planted-room.ts', `import '../database/connect.ts';`, 'kernel-rooms-meet-at-the-face'],
  ['src/modules/creation/planted.ts', `import '#modules/capture';`, 'creation-calls-up-the-funnel'],
  ['src/modules/outreach/planted.ts', `import '#modules/conversion';`, 'outreach-calls-up-the-funnel'],
  ['src/modules/capture/planted.ts', `import type {} from '#modules/ceo';`, 'capture-calls-up-the-funnel'],
  ['src/modules/capture/leads/planted.ts', `import '../../creation/planted.ts';`, 'modules-meet-at-the-face'],
  [
    'src/modules/capture/planted-inside.ts',
    `import '../../kernel/database/connect.ts';`,
    'kernel-at-the-face',
  ],
  ['src/modules/capture/planted-config.ts', `import '../../config.ts';`, 'modules-know-no-root'],
  [
    'src/modules/capture/planted-table.ts',
    `import '../creation/planted/schema.ts';`,
    'tables-of-others-only-in-analytics',
  ],
  ['src/modules/analytics/planted-report.ts', `import '../creation/planted/schema.ts';`, ''],
  ['src/modules/creation/planted/routes.ts', `import './queries.ts';`, 'routes-and-pages-touch-no-table'],
  ['src/modules/creation/planted/shapes.ts', `import '#kernel/database';`, 'shapes-stand-alone'],
  ['src/modules/creation/planted/service.ts', `import 'fastify';`, 'verbs-know-no-http'],
  ['src/dashboard/planted.ts', `import '../config.ts';`, 'dashboard-knows-only-http'],
  [
    'src/dashboard/planted-server.ts',
    `import pg from 'pg'; export default pg;`,
    'dashboard-brings-no-server',
  ],
  ['src/dashboard/planted-core.ts', `import 'node:fs';`, 'dashboard-brings-no-server'],
  ['src/kernel/mail/planted-tool.ts', `import 'vitest';`, 'program-runs-without-tools'],
  ['src/planted-root.ts', `import './modules/creation/planted.ts';`, 'root-meets-modules-at-the-door'],
  ['src/planted-a.ts', `import './planted-b.ts';`, 'no-circles'],
  ['src/planted-nowhere.ts', `import '#kernel/nowhere';`, 'everything-resolves'],
];
/** What the plants need around them. */
const GROUND = [
  ['src/planted-b.ts', `import './planted-a.ts';`],
  ['src/modules/creation/planted/schema.ts', 'export const planted = 1;'],
  ['src/modules/creation/planted/queries.ts', 'export const planted = 1;'],
] as const;
const FACES = ['creation', 'capture', 'conversion', 'ceo', 'analytics'].map(
  (name) => `src/modules/${name}/index.ts`,
);

describe('the borders', () => {
  const copy = mkdtempSync(join(tmpdir(), 'playbookos-borders-'));
  let found: ReturnType<typeof checkBorders>;

  beforeAll(() => {
    for (const name of ['src', 'package.json', 'tsconfig.json', '.dependency-cruiser.cjs']) {
      cpSync(join(root, name), join(copy, name), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    for (const face of FACES) put(face, 'export {};', { flag: 'a' });
    for (const [file, source] of [...GROUND, ...PLANTS]) put(file, source);
    found = checkBorders(copy, { node: process.execPath, env: process.env });
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  function put(file: string, source: string, options = {}) {
    mkdirSync(join(copy, dirname(file)), { recursive: true });
    writeFileSync(join(copy, file), `${source}\n`, options);
  }

  it('were drawn around every source there is', () => {
    expect(found.missed).toEqual([]);
    expect(found.cruised).toBeGreaterThan(PLANTS.length);
  });

  it.each(PLANTS.filter(([, , rule]) => rule))('refuse %s: %s', (file, _source, rule) => {
    expect(found.violations.filter(({ from }) => from === file).map((violation) => violation.rule)).toContain(
      rule,
    );
  });

  it.each(PLANTS.filter(([, , rule]) => !rule))('let %s pass: %s', (file) => {
    expect(found.violations.filter(({ from }) => from === file)).toEqual([]);
  });
});
