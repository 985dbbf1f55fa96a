import { sql } from 'drizzle-orm';
import { newId } from '#kernel/database';
import type { TestHouse } from './harness.ts';
import type { PublishedPlaybook } from './playbook.ts';

/** A Wednesday, noon in Berlin; its week began on Monday the 9th. */
export const NOON = '2031-06-11T10:00:00Z';

export type Row = Record<string, unknown>;

/** Writes rows as the layers would have written them; what is left out has the table's default. */
export async function put(house: TestHouse, table: string, rows: Row[]): Promise<string[]> {
  return house.inWorkspace(async ({ db, workspace }) => {
    const ids: string[] = [];
    for (const row of rows) {
      const full: Row = { id: newId(), workspace_id: workspace.id, ...row };
      const names = Object.keys(full);
      await db.execute(
        sql`insert into ${sql.raw(`app.${table}`)} (${sql.raw(names.join(', '))}) values (${sql.join(
          names.map((name) => sql`${full[name]}`),
          sql`, `,
        )})`,
      );
      ids.push(full.id as string);
    }
    return ids;
  });
}

/** Ids that tests need again. */
export interface Filled {
  quotes: PublishedPlaybook;
  offers: PublishedPlaybook;
  leads: Record<string, string>;
}
