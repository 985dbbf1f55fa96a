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
    path: '/leads/import',
    component: lazyRouteComponent(() => import('./import-page.tsx'), 'ImportPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/leads/$lead',
    component: lazyRouteComponent(() => import('./lead-page.tsx'), 'LeadPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/segments',
    component: lazyRouteComponent(() => import('./segments-page.tsx'), 'SegmentsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/segments/$segment',
    component: lazyRouteComponent(() => import('./segment-page.tsx'), 'SegmentPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/gates',
    component: lazyRouteComponent(() => import('./gates-page.tsx'), 'GatesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/gates/$gate',
    component: lazyRouteComponent(() => import('./gate-page.tsx'), 'GatePage'),
  }),
];
