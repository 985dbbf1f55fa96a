export type { WorkStage } from './schema.ts';
export * as work from './service.ts';
