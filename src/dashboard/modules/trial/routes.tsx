import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from '../../shell/roots.tsx';

const getParentRoute = () => workspaceRoute;

const trials = createRoute({
  getParentRoute,
  path: '/trials',
  component: lazyRouteComponent(() => import('./trials-page.tsx'), 'TrialsPage'),
});

/** Clones, trials, raised hands. */
export const routes: AnyRoute[] = [
  createRoute({
    getParentRoute,
    path: '/clones',
    component: lazyRouteComponent(() => import('./clones-page.tsx'), 'ClonesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/clones/$clone',
    component: lazyRouteComponent(() => import('./clone-page.tsx'), 'ClonePage'),
  }),
  trials.addChildren([
    createRoute({
      getParentRoute: () => trials,
      path: '$trial',
      component: lazyRouteComponent(() => import('./trial-drawer.tsx'), 'TrialDrawer'),
    }),
  ]),
  createRoute({
    getParentRoute,
    path: '/hand-raises',
    component: lazyRouteComponent(() => import('./hand-raises-page.tsx'), 'HandRaisesPage'),
  }),
];
