import { z } from 'zod';

/** Whatever a client of the founding documents sends beyond what is needed never widens what it may do. */
export const ignored = { user_id: z.unknown().optional(), organizationId: z.unknown().optional() };

/** Their answers are plain objects; what stands in them is in INTERFACE's table and in the tests. */
export const ok = { 200: z.record(z.string(), z.unknown()) };
export const tags = ['Founding paths'];

/** A share in percent with two places; 0 of nothing is 0. */
export const percent = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 100;
