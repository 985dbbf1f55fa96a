import type { Transaction } from '#kernel/database';
import { holdsAccount, isSealed, LEFT_BEHIND } from './format.ts';

/** One table of a workspace, as the catalogue has it. */
export interface Table {
  name: string;
  columns: string[];
  /** Those that name accounts. */
  accountColumns: string[];
}

/**
 * Every table that goes into an archive, from the catalogue: a new table goes along without a word here. In the order in
 * which they were made, so that a row mostly comes after what it points at.
 */
export async function listTables(db: Transaction): Promise<Table[]> {
  const { rows } = await db.$client.query<{ name: string; columns: string[]; ids: string[] }>(`
    select c.relname as name,
      array_agg(a.attname::text order by a.attnum) as columns,
      coalesce(array_agg(a.attname::text) filter (where a.atttypid = 'uuid'::regtype), '{}') as ids
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    group by c.oid, c.relname
    having bool_or(a.attname = 'workspace_id')
    order by c.oid`);
  return rows
    .filter(({ name }) => !LEFT_BEHIND.has(name))
    .map(({ name, columns, ids }) => ({
      name,
      columns: columns.filter((column) => !isSealed(column)),
      accountColumns: ids.filter(holdsAccount),
    }));
}

/** Puts a name from the catalogue into a statement. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
