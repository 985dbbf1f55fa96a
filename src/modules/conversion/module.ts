import type { Module } from '#kernel/http';
import { deliverVideo, lookUpVideos } from './videos/jobs.ts';
import {
  whenConsentRecorded,
  whenHandRaised,
  whenLeadConfirmed,
  whenLeadErased,
  whenMessageBounced,
  whenMessageHeld,
  whenMessageSent,
} from './videos/listeners.ts';
import { videoPages } from './videos/public-routes.ts';
import { videoRoutes } from './videos/routes.ts';

export const conversion: Module = {
  name: 'conversion',
  routes: [videoRoutes, videoPages],
  jobs: [deliverVideo, lookUpVideos],
  listeners: [
    whenHandRaised,
    whenLeadConfirmed,
    whenConsentRecorded,
    whenMessageSent,
    whenMessageHeld,
    whenMessageBounced,
    whenLeadErased,
  ],
};
