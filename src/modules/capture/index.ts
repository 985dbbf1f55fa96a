export * as gates from './gates/service.ts';
export * as people from './leads/people.ts';
export * as personal from './leads/personal.ts';
export * as leads from './leads/service.ts';
export { capture } from './module.ts';
export { scoreLeads } from './scoring/jobs.ts';
export * as scoring from './scoring/service.ts';
export * as segments from './segments/service.ts';
