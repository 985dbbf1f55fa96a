export { exportWorkspace, importWorkspace } from './jobs.ts';
export { archiveRoutes } from './routes.ts';
export * as archives from './service.ts';
