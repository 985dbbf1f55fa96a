import type { Logger } from 'pino';
import type { z } from 'zod';
import type { Platform } from '#context';

/** What a run may know about itself. */
export interface JobRun {
  /** From 1. */
  attempt: number;
  /** Whether no further attempt follows when this one fails. */
  lastAttempt: boolean;
  correlationId: string;
  log: Logger;
}

/** Work to be done later. Carries ids, calls one verb, stops. */
export interface Job<Payload = unknown> {
  name: string;
  payload: z.ZodType<Payload>;
  /** Attempts before the job counts as dead; each waits longer than the one before. */
  maxAttempts: number;
  run(platform: Platform, payload: Payload, run: JobRun): Promise<void>;
}

/**
 * Declares a job.
 * @param definition `name` is `noun.verb`, unique in the program
 */
export function job<Payload>(
  definition: Omit<Job<Payload>, 'maxAttempts'> & { maxAttempts?: number },
): Job<Payload> {
  return { maxAttempts: 12, ...definition };
}
