export type { Plan, Resource } from './plans.ts';
export { usageRoutes } from './routes.ts';
export * as usage from './service.ts';
export { PlanLimitReached, reserve } from './service.ts';
