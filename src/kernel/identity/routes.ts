import type { App } from '#kernel/http';
import { accountRoutes } from './account-routes.ts';
import { entryRoutes } from './entry-routes.ts';
import { organizationRoutes } from './organization-routes.ts';

/** Every JSON route of this room. Needs the identity of the platform. */
export function identityRoutes(app: App): void {
  accountRoutes(app);
  entryRoutes(app);
  organizationRoutes(app);
}
