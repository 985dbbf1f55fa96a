export { registerDashboard, SCREENS } from './dashboard.ts';
export { registerDashboardSources } from './dashboard-sources.ts';
export {
  BadRequest,
  Conflict,
  Fact,
  type FieldError,
  Forbidden,
  Invalid,
  NotFound,
  TooMany,
  Unauthenticated,
  Unavailable,
} from './facts.ts';
export { type FrontDoor, frontDoor } from './front-door.ts';
export { registerHealth } from './health.ts';
export { assertOwnForm, isLocalRequest, isLoopbackHost } from './local-request.ts';
export type { App, Module } from './module.ts';
export { publicPage } from './pages.ts';
export { factOf } from './problems.ts';
export {
  type AccountContext,
  type OpenContext,
  type RoutePermission,
  route,
  type WorkspaceContext,
} from './route.ts';
export { buildServer, type ServerOptions } from './server.ts';
