import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from '../../shell/roots.tsx';

const getParentRoute = () => workspaceRoute;

/** Leads, lead record, import, segments, gates. */
export const routes: AnyRoute[] = [
  createRoute({
    getParentRoute,
    path: '/leads',
    component: lazyRouteComponent(() => import('./leads-page.tsx'), 'LeadsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/leads/$lead',
    component: lazyRouteComponent(() => import('./lead-page.tsx'), 'LeadPage'),
  }),
];
