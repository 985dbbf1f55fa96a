import type { App, Module } from '#kernel/http';
import { identityRoutes } from '#kernel/identity';
import type { Job } from '#kernel/jobs';
import { jobRoutes } from '#kernel/jobs';
import { liveRoutes } from '#kernel/live';
import { mailJobs, mailRoutes } from '#kernel/mail';
import { assetRoutes } from '#kernel/pages';
import { forgetVisitors } from '#kernel/tracking';
import { creation } from '#modules/creation';
import { distribution } from '#modules/distribution';

/** What we sell, in the order of the funnel. */
export const modules: Module[] = [creation, distribution];

/** Routes of the kernel's own rooms. */
export const kernelRoutes: ((app: App) => void | Promise<void>)[] = [
  identityRoutes,
  liveRoutes,
  jobRoutes,
  mailRoutes,
  assetRoutes,
];

// biome-ignore lint/suspicious/noExplicitAny: a list of jobs with different payloads has no common narrower type
export const kernelJobs: Job<any>[] = [...mailJobs, forgetVisitors];
