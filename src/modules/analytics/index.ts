export { analytics } from './module.ts';
export * as observations from './observations/service.ts';
export * as questions from './questions/service.ts';
export * as texts from './texts/service.ts';
