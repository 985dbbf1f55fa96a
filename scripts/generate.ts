// `npm run generate` writes what follows from the sources; `--check` only says what has drifted.
//   .env.example                      from the table of variables in src/config.ts
//   docs/operations.md                its table of variables, from the same
//   src/dashboard/api/generated.ts    from the OpenAPI document of the routes
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { pino } from 'pino';
import { connect } from '#kernel/database';
import { assemble } from '../src/app.ts';
import { loadConfig } from '../src/config.ts';
import { environmentExample } from './lib/environment-example.ts';
import { withVariablesTable } from './lib/variables-table.ts';

const ROOT = join(import.meta.dirname, '..');
const checkOnly = process.argv.includes('--check');

const made = {
  '.env.example': environmentExample(),
  'docs/operations.md': withVariablesTable(await readFile(join(ROOT, 'docs/operations.md'), 'utf8')),
  'src/dashboard/api/generated.ts': await clientTypes(),
};

const drifted: string[] = [];
for (const [path, text] of Object.entries(made)) {
  const file = join(ROOT, path);
  const written = await readFile(file, 'utf8').catch(() => '');
  if (written === text) continue;
  drifted.push(path);
  if (!checkOnly) await writeFile(file, text);
}
for (const path of drifted)
  process.stdout.write(`  ${checkOnly ? 'has drifted from its source' : 'written'}: ${path}\n`);
if (checkOnly && drifted.length > 0)
  process.stdout.write('  Run "npm run generate" and commit what it writes.\n');
process.exit(checkOnly && drifted.length > 0 ? 1 : 0);

/** Types of every path and shape. The house is put together over a database that is never asked. */
async function clientTypes(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'playbookos-generate-'));
  try {
    const log = pino({ level: 'silent' });
    const database = connect({ url: 'postgres://nobody@127.0.0.1:1/none' }, log);
    const config = loadConfig({ DATA_DIR: dataDir });
    const { app, close } = await assemble(config, { database, log, clock: { now: () => new Date() } });
    const answer = await app.inject('/api/v1/openapi.json');
    if (answer.statusCode !== 200)
      throw new Error(`The OpenAPI document answers ${answer.statusCode}: ${answer.body}`);
    const types = astToString(await openapiTypescript(answer.body, { alphabetize: true }));
    await close();
    return `// Made from the routes by \`npm run generate\`. Do not edit.\n\n${types}`;
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
