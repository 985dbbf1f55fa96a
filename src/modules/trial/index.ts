export * as clones from './clones/service.ts';
export { followFacts } from './hand-raises/jobs.ts';
export * as handRaises from './hand-raises/service.ts';
export { trial } from './module.ts';
export { releaseLostQuestions } from './trials/jobs.ts';
export * as trials from './trials/service.ts';
