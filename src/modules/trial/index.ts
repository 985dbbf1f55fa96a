export { followFacts } from './hand-raises/jobs.ts';
export * as handRaises from './hand-raises/service.ts';
export { trial } from './module.ts';
