import type { Module } from '#kernel/http';
import { assessLead, followFacts, reassess } from './hand-raises/jobs.ts';
import {
  whenGatePassed,
  whenLeadConfirmed,
  whenLeadUpdated,
  whenReadingProgressed,
} from './hand-raises/listeners.ts';
import { handRaiseRoutes } from './hand-raises/routes.ts';
import { signalRoutes } from './signals/routes.ts';

export const trial: Module = {
  name: 'trial',
  routes: [signalRoutes, handRaiseRoutes],
  jobs: [assessLead, reassess, followFacts],
  listeners: [whenReadingProgressed, whenGatePassed, whenLeadConfirmed, whenLeadUpdated],
};
