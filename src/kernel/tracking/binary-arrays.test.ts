import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type TestHouse } from '../../../tests/support/harness.ts';
import { binaryArray, type ElementType, Unreadable } from './binary-arrays.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** What PostgreSQL makes of an array in binary form, as text. */
async function read(type: ElementType, values: unknown[]): Promise<(string | null)[]> {
  const { rows } = await house.platform.database.pool.query(
    `select array(select value::text from unnest($1::${type}[]) with ordinality as a(value, place) order by place) as read`,
    [binaryArray(type, values)],
  );
  return rows[0].read;
}

describe('a binary array', () => {
  it('arrives as it left, for each type that facts have', async () => {
    const id = '0199a8c0-7d2e-7a3b-8c4d-0123456789aB';
    expect(await read('uuid', [id, null])).toEqual([id.toLowerCase(), null]);
    expect(await read('integer', [0, -1, 2_147_483_647, -2_147_483_648])).toEqual([
      '0',
      '-1',
      '2147483647',
      '-2147483648',
    ]);
    expect(await read('boolean', [true, false, undefined])).toEqual(['true', 'false', null]);
    expect(await read('jsonb', ['{"a": [1, "ü"]}', null])).toEqual(['{"a": [1, "ü"]}', null]);
    expect(await read('text', [])).toEqual([]);
  });

  it('keeps instants to the millisecond, before and after the year 2000', async () => {
    const instants = ['1969-07-20T20:17:40.123Z', '2026-11-20T09:00:00.001Z', '2126-01-01T00:00:00.999Z'];
    const { rows } = await house.platform.database.pool.query('select $1::timestamptz[] as read', [
      binaryArray(
        'timestamptz',
        instants.map((instant) => new Date(instant)),
      ),
    ]);
    expect(rows[0].read.map((date: Date) => date.toISOString())).toEqual(instants);
  });

  it('carries any text that PostgreSQL can hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.option(fc.string({ unit: 'grapheme', maxLength: 300 }))),
        async (values) => {
          const holdable = values.map((value) => value?.replaceAll('\0', '') ?? null);
          expect(await read('text', holdable)).toEqual(holdable);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('refuses what is no such value', () => {
    for (const [type, value] of [
      ['uuid', 'no id'],
      ['uuid', '0199a8c07d2e7a3b8c4d0123456789ab'],
      ['uuid', '0199a8c0-7d2e-7a3b-8c4d-0123456789abc'],
      ['uuid', '0199a8c0-7d2e-7a3b-8c4d-0123456789ä'],
      ['integer', 1.5],
      ['integer', 2 ** 31],
      ['timestamptz', new Date('never')],
      ['boolean', 'true'],
    ] as const)
      expect(() => binaryArray(type, [value]), `${type} ${value}`).toThrow(Unreadable);
  });
});
