import { globSync } from 'node:fs';
import { join, relative } from 'node:path';
import { is } from 'drizzle-orm';
import { getTableConfig, getViewConfig, type PgColumn, PgTable, PgView } from 'drizzle-orm/pg-core';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from './support/database.ts';

// The migrations make the schema; Drizzle's tables give types to queries. This test keeps them one.

const root = join(import.meta.dirname, '..');
const files = globSync('src/{kernel,modules}/**/schema.ts', { cwd: root }).sort();

interface Declared {
  file: string;
  schema: string;
  name: string;
  columns: PgColumn[];
}
interface Column {
  type: string;
  needed: boolean;
  hasDefault: boolean;
  values: string[] | null;
}

let database: TestDatabase;
let declared: Declared[];
/** Columns by `schema.table`, then by name. */
let catalogue: Map<string, Map<string, Column>>;

beforeAll(async () => {
  database = await cloneDatabase();
  const admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  const { rows } = await admin.query<
    { relation: string; column: string } & Column & { check: string | null }
  >(`
    select n.nspname || '.' || c.relname as relation, a.attname as column,
      replace(format_type(a.atttypid, a.atttypmod), 'character(', 'char(') as type,
      a.attnotnull as needed, d.oid is not null or a.attidentity <> '' as "hasDefault",
      (select pg_get_constraintdef(k.oid) from pg_constraint k
       where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
         and pg_get_constraintdef(k.oid) like '%= ANY (ARRAY[%' limit 1) as check
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where n.nspname in ('app', 'identity') and c.relkind in ('r', 'p', 'v') and not c.relispartition`);
  await admin.end();
  catalogue = new Map();
  for (const { relation, column, check, ...rest } of rows) {
    const values = check ? [...check.matchAll(/'([^']*)'::/g)].map((match) => match[1] ?? '').sort() : null;
    const columns = catalogue.get(relation) ?? new Map<string, Column>();
    columns.set(column, { ...rest, values });
    catalogue.set(relation, columns);
  }
  declared = [];
  for (const file of files) {
    for (const exported of Object.values(await import(join(root, file)))) {
      if (is(exported, PgTable)) {
        const { schema = 'public', name, columns } = getTableConfig(exported);
        declared.push({ file, schema, name, columns });
      } else if (is(exported, PgView)) {
        const { schema = 'public', name, selectedFields } = getViewConfig(exported);
        declared.push({ file, schema, name, columns: Object.values(selectedFields) as PgColumn[] });
      }
    }
  }
});
afterAll(() => database.drop());

/** What is wrong with one declared table, in words; nothing when it is as the database has it. */
function differences({ file, schema, name, columns }: Declared): string[] {
  const known = catalogue.get(`${schema}.${name}`);
  const where = `${relative('src', file)} ${name}`;
  if (!known) return [`${where}: the database has no ${schema}.${name}`];
  const found: string[] = [];
  for (const column of columns) {
    const real = known.get(column.name);
    const at = `${where}.${column.name}`;
    if (!real) {
      found.push(`${at}: the database has no such column`);
      continue;
    }
    const array = /array/i.test(column.columnType) && !column.getSQLType().endsWith(']') ? '[]' : '';
    const type = column.getSQLType() + array;
    // A text of fixed length reads and writes as a text.
    const same = type === real.type || (type === 'text' && real.type.startsWith('char('));
    if (!same) found.push(`${at}: ${type} here, ${real.type} in the database`);
    if (catalogueIsTable(known) && column.notNull !== real.needed) found.push(`${at}: null differs`);
    if (column.hasDefault && !real.hasDefault && !column.defaultFn)
      found.push(`${at}: a default the database lacks`);
    const values = column.enumValues?.length ? [...column.enumValues].sort() : null;
    if (values && real.values && values.join() !== real.values.join()) {
      found.push(`${at}: ${values.join()} here, ${real.values.join()} in the database`);
    }
  }
  for (const [column, real] of known) {
    const told = columns.some((one) => one.name === column);
    if (!told && real.needed && !real.hasDefault)
      found.push(`${where}: ${column} is needed and not declared`);
  }
  return found;
}

// A view's columns are nullable to the catalogue whatever they read.
const catalogueIsTable = (columns: Map<string, Column>): boolean =>
  [...columns.values()].some((column) => column.needed);

it('declares each table as the migrations made it', () => {
  expect(files.length).toBeGreaterThan(20);
  expect(declared.length).toBeGreaterThan(60);
  expect(declared.flatMap(differences)).toEqual([]);
});

it('would notice a column that is not there', () => {
  const [first] = declared.filter((table) => table.name === 'links');
  if (!first) throw new Error('links is not declared');
  const renamed = Object.assign(Object.create(Object.getPrototypeOf(first.columns[0])), first.columns[0], {
    name: 'slugg',
  });
  expect(differences({ ...first, columns: [renamed, ...first.columns.slice(1)] })[0]).toContain(
    'no such column',
  );
});

it('declares a table in one place only', () => {
  const places = new Map<string, Set<string>>();
  for (const { schema, name, file } of declared) {
    places.set(`${schema}.${name}`, (places.get(`${schema}.${name}`) ?? new Set()).add(file));
  }
  expect([...places].filter(([, where]) => where.size > 1).map(([name, where]) => [name, ...where])).toEqual(
    [],
  );
});
