import type { Context } from '#context';

/**
 * The same context, seen at the instant when something happened. What follows from a payment belongs to the time of the
 * payment, however late its news arrives.
 */
export const asOf = (ctx: Context, instant: Date): Context => ({
  ...ctx,
  clock: { now: () => new Date(instant) },
});
