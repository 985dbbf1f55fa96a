/**
 * PostgreSQL's binary form of an array: what `array_recv` in src/backend/utils/adt/arrayfuncs.c reads. Written here because
 * the text form, which quotes and escapes every value, was the dearest part of taking a fact, and is larger on the wire.
 */

/** The types that facts have, by the object ids of pg_type.dat. */
const OIDS = { uuid: 2950, text: 25, integer: 23, boolean: 16, timestamptz: 1184, jsonb: 3802 } as const;
export type ElementType = keyof typeof OIDS;

/** A value that cannot be what its column holds. Carries the code with which PostgreSQL refuses such a value. */
export class Unreadable extends TypeError {
  readonly code = '22P02';
}

const HEADER_BYTES = 20;
/** 2000-01-01 UTC, from which PostgreSQL counts microseconds. */
const POSTGRES_EPOCH_MS = 946_684_800_000;
const NOT_HEX = 255;
const nibbles = new Uint8Array(128).fill(NOT_HEX);
for (let value = 0; value < 16; value += 1) {
  const digit = value.toString(16);
  nibbles[digit.charCodeAt(0)] = value;
  nibbles[digit.toUpperCase().charCodeAt(0)] = value;
}

/**
 * One array of one dimension.
 * @param values null and undefined become NULL; instants are `Date`, jsonb is JSON text
 * @throws Unreadable
 */
export function binaryArray(type: ElementType, values: unknown[]): Buffer {
  let buffer = Buffer.allocUnsafe(HEADER_BYTES + values.length * 24);
  let end = HEADER_BYTES;
  let holdsNull = 0;
  const room = (bytes: number) => {
    if (end + bytes <= buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(buffer.length * 2, end + bytes));
    buffer.copy(larger, 0, 0, end);
    buffer = larger;
  };
  for (const value of values) {
    if (value === null || value === undefined) {
      holdsNull = 1;
      room(4);
      end = buffer.writeInt32BE(-1, end);
    } else if (type === 'text' || type === 'jsonb') {
      const string = String(value);
      const version = type === 'jsonb' ? 1 : 0;
      room(4 + version + string.length * 3);
      // The binary form of jsonb is its text behind the number of the form, which is 1.
      if (version) buffer[end + 4] = 1;
      const bytes = version + buffer.write(string, end + 4 + version, 'utf8');
      buffer.writeInt32BE(bytes, end);
      end += 4 + bytes;
    } else {
      room(20);
      end = writeFixed(type, value, buffer, end);
    }
  }
  buffer.writeInt32BE(1, 0);
  buffer.writeInt32BE(holdsNull, 4);
  buffer.writeInt32BE(OIDS[type], 8);
  buffer.writeInt32BE(values.length, 12);
  buffer.writeInt32BE(1, 16);
  return buffer.subarray(0, end);
}

function writeFixed(type: ElementType, value: unknown, buffer: Buffer, at: number): number {
  if (type === 'uuid' && typeof value === 'string') {
    buffer.writeInt32BE(16, at);
    return writeUuid(value, buffer, at + 4);
  }
  if (type === 'timestamptz' && value instanceof Date && !Number.isNaN(value.getTime())) {
    buffer.writeInt32BE(8, at);
    return writeInt64(buffer, (value.getTime() - POSTGRES_EPOCH_MS) * 1_000, at + 4);
  }
  if (type === 'integer' && typeof value === 'number' && value === (value | 0)) {
    buffer.writeInt32BE(4, at);
    return buffer.writeInt32BE(value, at + 4);
  }
  if (type === 'boolean' && typeof value === 'boolean') {
    buffer.writeInt32BE(1, at);
    return buffer.writeUInt8(value ? 1 : 0, at + 4);
  }
  throw new Unreadable(`${JSON.stringify(value)} is no ${type}.`);
}

// Microseconds of any year in use are exact in a double; a BigInt each would be garbage.
function writeInt64(buffer: Buffer, value: number, at: number): number {
  const high = Math.floor(value / 2 ** 32);
  buffer.writeInt32BE(high, at);
  return buffer.writeUInt32BE(value - high * 2 ** 32, at + 4);
}

function writeUuid(id: string, buffer: Buffer, at: number): number {
  let read = 0;
  for (let byte = 0; byte < 16; byte += 1) {
    if (byte === 4 || byte === 6 || byte === 8 || byte === 10) {
      if (id.charCodeAt(read) !== 45) throw new Unreadable(`${JSON.stringify(id)} is no uuid.`);
      read += 1;
    }
    const high = nibbles[id.charCodeAt(read)] ?? NOT_HEX;
    const low = nibbles[id.charCodeAt(read + 1)] ?? NOT_HEX;
    if (high === NOT_HEX || low === NOT_HEX) throw new Unreadable(`${JSON.stringify(id)} is no uuid.`);
    buffer[at + byte] = (high << 4) | low;
    read += 2;
  }
  if (read !== id.length) throw new Unreadable(`${JSON.stringify(id)} is no uuid.`);
  return at + 16;
}
