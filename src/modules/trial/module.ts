import type { Module } from '#kernel/http';
import { runTestLater } from './clones/jobs.ts';
import { whenPlaybookPublished } from './clones/listeners.ts';
import { cloneRoutes, ownCloneRoutes } from './clones/routes.ts';
import { assessLead, followFacts, reassess } from './hand-raises/jobs.ts';
import {
  whenCloneAnswered,
  whenGatePassed,
  whenLeadConfirmed,
  whenLeadUpdated,
  whenReadingProgressed,
  whenTrialRequested,
  whenTrialSpent,
} from './hand-raises/listeners.ts';
import { handRaiseRoutes } from './hand-raises/routes.ts';
import { signalRoutes } from './signals/routes.ts';
import { releaseLostQuestions } from './trials/jobs.ts';
import { whenLeadErased } from './trials/listeners.ts';
import { trialPages } from './trials/public-routes.ts';
import { trialRoutes } from './trials/routes.ts';
import { trialSlots } from './trials/slots.tsx';

export const trial: Module = {
  name: 'trial',
  routes: [cloneRoutes, ownCloneRoutes, trialPages, trialRoutes, signalRoutes, handRaiseRoutes],
  jobs: [runTestLater, releaseLostQuestions, assessLead, reassess, followFacts],
  listeners: [
    whenPlaybookPublished,
    whenLeadErased,
    whenReadingProgressed,
    whenGatePassed,
    whenLeadConfirmed,
    whenLeadUpdated,
    whenTrialRequested,
    whenCloneAnswered,
    whenTrialSpent,
  ],
  slots: (slots) => trialSlots(slots),
};
