import { aiRoutes, settleAbandonedRuns } from '#kernel/ai';
import { archiveRoutes, exportWorkspace, importWorkspace } from '#kernel/archive';
import { appendToChain, auditRoutes } from '#kernel/audit';
import { connectionRoutes } from '#kernel/connectors';
import type { App, Module } from '#kernel/http';
import { identityRoutes } from '#kernel/identity';
import type { Job } from '#kernel/jobs';
import { jobRoutes } from '#kernel/jobs';
import { liveRoutes } from '#kernel/live';
import { mailJobs, mailRoutes } from '#kernel/mail';
import { assetRoutes } from '#kernel/pages';
import { postTestEvent } from '#kernel/payments';
import { forgetVisitors } from '#kernel/tracking';
import { usageRoutes } from '#kernel/usage';
import { deliverWebhook, webhookListeners, webhookRoutes } from '#kernel/webhooks';
import { analytics } from '#modules/analytics';
import { capture } from '#modules/capture';
import { ceo } from '#modules/ceo';
import { conversion } from '#modules/conversion';
import { creation } from '#modules/creation';
import { distribution } from '#modules/distribution';
import { outreach } from '#modules/outreach';
import { trial } from '#modules/trial';
import { forgetIdempotencyKeys, makeEventPartitions } from './upkeep.ts';

/** What we sell, in the order of the funnel. */
export const modules: Module[] = [
  creation,
  distribution,
  capture,
  trial,
  conversion,
  analytics,
  outreach,
  ceo,
];

/** Routes of the kernel's own rooms. */
export const kernelRoutes: ((app: App) => void | Promise<void>)[] = [
  identityRoutes,
  liveRoutes,
  jobRoutes,
  mailRoutes,
  assetRoutes,
  aiRoutes,
  auditRoutes,
  usageRoutes,
  webhookRoutes,
  connectionRoutes,
  archiveRoutes,
];

// biome-ignore lint/suspicious/noExplicitAny: a list of jobs with different payloads has no common narrower type
export const kernelJobs: Job<any>[] = [
  ...mailJobs,
  postTestEvent,
  forgetVisitors,
  settleAbandonedRuns,
  appendToChain,
  deliverWebhook,
  makeEventPartitions,
  forgetIdempotencyKeys,
  exportWorkspace,
  importWorkspace,
];

/** Listeners of the kernel's own rooms. */
export const kernelListeners = webhookListeners;
