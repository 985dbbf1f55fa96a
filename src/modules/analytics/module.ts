import type { Module } from '#kernel/http';
import {
  whenGatePassed,
  whenLeadCaptured,
  whenOrderPaid,
  whenOrderRefunded,
  whenTrialRequested,
  whenVideoWatched,
} from './attribution/listeners.ts';
import { attributionRoutes } from './attribution/routes.ts';
import { evidenceRoutes } from './evidence/routes.ts';
import { funnelRoutes } from './funnel/routes.ts';
import { analyticsRoutes } from './routes.ts';

export const analytics: Module = {
  name: 'analytics',
  routes: [analyticsRoutes, funnelRoutes, attributionRoutes, evidenceRoutes],
  listeners: [
    whenLeadCaptured,
    whenGatePassed,
    whenTrialRequested,
    whenVideoWatched,
    whenOrderPaid,
    whenOrderRefunded,
  ],
};
