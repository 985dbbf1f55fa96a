import { isId } from '#kernel/database';
import { BadCursor, decodeCursor } from '#kernel/shapes';

/** Where a list sorted by id goes on. @throws BadCursor */
export function idCursor(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const [id] = decodeCursor(cursor, 1);
  if (typeof id !== 'string' || !isId(id)) throw new BadCursor('That cursor does not belong to this list.');
  return id;
}
