import { every, type Schedule } from '#kernel/jobs';
import { findUnconfirmed } from '#kernel/mail';

/** Everything that happens by the clock, one sentence a line. */
export const schedules: Schedule[] = [every.minute(findUnconfirmed)];
