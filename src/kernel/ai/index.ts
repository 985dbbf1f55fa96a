export { type Ai, buildAi, type Made, type Maker, type RunOptions } from './ai.ts';
export { fence } from './fence.ts';
export { settleAbandonedRuns } from './jobs.ts';
export { aiRoutes } from './routes.ts';
export { type AiTask, aiTask, listTasks } from './task.ts';
