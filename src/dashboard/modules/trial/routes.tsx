import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from '../../shell/roots.tsx';

const getParentRoute = () => workspaceRoute;

/** Clones, trials, raised hands. */
export const routes: AnyRoute[] = [
  createRoute({
    getParentRoute,
    path: '/hand-raises',
    component: lazyRouteComponent(() => import('./hand-raises-page.tsx'), 'HandRaisesPage'),
  }),
];
