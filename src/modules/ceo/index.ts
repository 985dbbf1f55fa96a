export { lookAtAll } from './looks/jobs.ts';
export { ceo } from './module.ts';
