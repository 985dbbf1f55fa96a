import type { Module } from '#kernel/http';
import { whenPlaybookPublished } from './gates/listeners.ts';
import { gatePages } from './gates/public-routes.ts';
import { gateRoutes } from './gates/routes.ts';
import { gateSlots } from './gates/slots.tsx';
import {
  whenAddressUnsubscribed,
  whenCloneAnswered,
  whenMessageBounced,
  whenTrialSpent,
} from './leads/listeners.ts';
import { confirmationPages } from './leads/public-routes.ts';
import { leadRoutes } from './leads/routes.ts';
import { scoreLeads } from './scoring/jobs.ts';
import { whenGatePassed, whenLeadCaptured, whenLeadConfirmed, whenLeadUpdated } from './scoring/listeners.ts';
import { segmentRoutes } from './segments/routes.ts';
import { viewRoutes } from './views/routes.ts';

export const capture: Module = {
  name: 'capture',
  routes: [gatePages, gateRoutes, confirmationPages, leadRoutes, segmentRoutes, viewRoutes],
  jobs: [scoreLeads],
  listeners: [
    whenPlaybookPublished,
    whenLeadCaptured,
    whenGatePassed,
    whenLeadConfirmed,
    whenLeadUpdated,
    whenAddressUnsubscribed,
    whenMessageBounced,
    whenCloneAnswered,
    whenTrialSpent,
  ],
  slots: (slots) => gateSlots(slots),
};
