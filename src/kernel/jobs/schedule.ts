import type { Job } from './job.ts';

/** A recurring job, said as a sentence. */
export interface Schedule {
  sentence: string;
  /** Five fields, UTC. */
  cron: string;
  job: Job;
}

type AnyJob = Pick<Job<never>, 'name'>;

const say = (sentence: string, cron: string, job: AnyJob): Schedule => ({
  sentence,
  cron,
  job: job as unknown as Job,
});

const two = (value: number) => String(value).padStart(2, '0');

/** Words for schedules, so that each reads as a sentence: `every.minutes(5, closeIdleTrials)`. */
export const every = {
  minute: (job: AnyJob) => say(`every minute: ${job.name}`, '* * * * *', job),
  /** @param minutes divides 60 */
  minutes: (minutes: number, job: AnyJob) =>
    say(`every ${minutes} minutes: ${job.name}`, `*/${minutes} * * * *`, job),
  /** @param minute past the hour */
  hour: (minute: number, job: AnyJob) =>
    say(`every hour at ${two(minute)}: ${job.name}`, `${minute} * * * *`, job),
  /** UTC */
  day: (hour: number, minute: number, job: AnyJob) =>
    say(`every day at ${two(hour)}:${two(minute)}: ${job.name}`, `${minute} ${hour} * * *`, job),
};
