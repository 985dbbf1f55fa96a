export * as conversations from './conversations/service.ts';
export * as emotions from './emotions/service.ts';
export { lookAtAll } from './looks/jobs.ts';
export * as looks from './looks/service.ts';
export { ceo } from './module.ts';
export * as tasks from './tasks/service.ts';
