import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

// Asking the system for sixteen bytes at a time cost more than everything else about an id.
const pool = new Uint8Array(16 * 256);
let used = pool.length;
let lastMs = 0;
let sequence = 0;

/** A new UUIDv7: sorts by the time it was made, also within one millisecond of one process. */
export function newId(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const random = pool.subarray(used, used + 16);
  used += 16;
  const now = Date.now();
  if (now > lastMs) {
    lastMs = now;
    // Begins low enough that a millisecond never runs out of numbers.
    sequence = (((random[6] ?? 0) << 16) | ((random[7] ?? 0) << 8) | (random[8] ?? 0)) >>> 0;
  } else {
    sequence += 1;
  }
  return v7({ msecs: lastMs, seq: sequence, random });
}

const PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const isId = (value: string): boolean => PATTERN.test(value);

/** Owner of what belongs to no business, such as account mail. */
export const SYSTEM_WORKSPACE_ID = '00000000-0000-7000-8000-000000000000';
