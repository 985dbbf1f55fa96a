export { type PaidPlan, type Plan, planPrices, type Resource } from './plans.ts';
export { usageRoutes } from './routes.ts';
export * as usage from './service.ts';
export { PlanLimitReached, reserve } from './service.ts';
