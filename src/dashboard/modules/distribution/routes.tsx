import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from '../../shell/roots.tsx';

const links = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/links',
  component: lazyRouteComponent(() => import('./links-page.tsx'), 'LinksPage'),
});

// The drawer is an address of its own and a child, so that the list under it stays where it is.
const link = createRoute({
  getParentRoute: () => links,
  path: '$slug',
  component: lazyRouteComponent(() => import('./link-drawer.tsx'), 'LinkDrawer'),
});

/** Links. */
export const routes: AnyRoute[] = [links.addChildren([link])];
