import type { SQL } from 'drizzle-orm';
import type { Slice } from '../period.ts';
import type { Rows } from '../shapes.ts';
import type { RowsQuery } from './shapes.ts';

/** What is asked, ready for SQL. */
export interface Asked extends Slice {
  workspaceId: string;
  query: RowsQuery;
  currency: string;
}

/** How one number opens. */
export interface Opened {
  title: string | ((asked: Asked) => string);
  filters: string[] | ((asked: Asked) => string[]);
  columns: Rows['columns'];
  /** The column whose values add up to the number; without it the rows are counted. Minor units. */
  sums?: string;
  /** `with` parts that the rows select from. */
  from?: (asked: Asked) => SQL;
  /** Selects the columns, plus `sort_at` and `sort_id`; where known `"leadId"` and `"orderId"`. */
  rows: (asked: Asked) => SQL;
}
