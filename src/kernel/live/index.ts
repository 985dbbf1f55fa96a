export { buildLive, type Live, type LiveUpdate, notify } from './live.ts';
export { liveRoutes } from './routes.ts';
