import { createHash } from 'node:crypto';
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
  const packed = JSON.stringify(key);
  return Buffer.from(`${checksum(packed)}${packed}`).toString('base64url');
}

/** @throws BadCursor also for keys that no list of ours made, so that what comes out has the types that went in */
export function decodeCursor(cursor: string, length: number): (string | number | null)[] {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const packed = text.slice(CHECKSUM_LENGTH);
  if (checksum(packed) === text.slice(0, CHECKSUM_LENGTH)) {
    const key = JSON.parse(packed) as (string | number | null)[];
    if (key.length === length) return key;
  }
  throw new BadCursor('That cursor does not belong to this list.');
}

/** An instant that a list of ours packed. @throws BadCursor for the key of a list that is sorted by something else */
export function instantIn(key: string | number): Date {
  const instant = new Date(key);
  if (Number.isNaN(instant.getTime())) throw new BadCursor('That cursor does not belong to this list.');
  return instant;
}

const CHECKSUM_LENGTH = 8;

// Not a secret: it tells what we made from what somebody typed, and that is all a cursor needs.
const checksum = (packed: string): string =>
  createHash('sha256').update(`playbookos cursor ${packed}`).digest('hex').slice(0, CHECKSUM_LENGTH);

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
