export { type Verdict, verifyChain } from './chain.ts';
export { appendToChain } from './jobs.ts';
export { auditRoutes } from './routes.ts';
export { audit, type Deed } from './service.ts';
