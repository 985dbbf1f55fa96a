import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from '../../shell/roots.tsx';

/** Funnel and money. */
export const routes: AnyRoute[] = [
  createRoute({
    getParentRoute: () => workspaceRoute,
    path: '/analytics',
    component: lazyRouteComponent(() => import('./analytics-page.tsx'), 'AnalyticsPage'),
  }),
];
