import { z } from 'zod';

/** Query of every list. */
export const PageQuery = z.object({
  cursor: z.string().max(500).optional().describe('nextCursor of the page before'),
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('most rows in the answer'),
});
export type PageQuery = z.output<typeof PageQuery>;

/** Answer of every list. */
export const page = <Item extends z.ZodType>(item: Item) =>
  z.object({ data: z.array(item), nextCursor: z.string().nullable() });

export interface Page<Item> {
  data: Item[];
  nextCursor: string | null;
}

/** Thrown when a cursor was not made by us. */
export class BadCursor extends Error {}

/**
 * Packs the sort key of the last row; opaque to clients.
 * @param key values of the columns the list is sorted by, in order
 */
export function encodeCursor(key: (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** @throws BadCursor */
export function decodeCursor(cursor: string, length: number): (string | number | null)[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (
      Array.isArray(key) &&
      key.length === length &&
      key.every(
        (part) =>
          part === null || typeof part === 'number' || (typeof part === 'string' && !part.includes('\u0000')),
      )
    ) {
      return key;
    }
  } catch {
    // Falls through: whatever was wrong with it, it is not one of ours.
  }
  throw new BadCursor('That cursor does not belong to this list.');
}

/**
 * Cuts a list that was read with one row more than asked for.
 * @param rows at most `limit + 1` rows
 */
export function cutPage<Row, Item>(
  rows: Row[],
  limit: number,
  key: (row: Row) => (string | number | null)[],
  show: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    data: shown.map(show),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(key(last)) : null,
  };
}
