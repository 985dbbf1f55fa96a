import type { Schedule } from '#kernel/jobs';

/** Everything that happens by the clock, one sentence a line. */
export const schedules: Schedule[] = [];
