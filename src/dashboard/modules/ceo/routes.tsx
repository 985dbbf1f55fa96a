import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from '../../shell/roots.tsx';

const at = (path: string, component: ReturnType<typeof lazyRouteComponent>): AnyRoute =>
  createRoute({ getParentRoute: () => workspaceRoute, path, component });

  getParentRoute: () => workspaceRoute,
});

const approvals = lazyRouteComponent(() => import('./approvals-page.tsx'), 'ApprovalsPage');

export const routes: AnyRoute[] = [
  at(
    '/',
    lazyRouteComponent(() => import('./home-page.tsx'), 'HomePage'),
  ),
  at(
    '/insights',
    lazyRouteComponent(() => import('./insights-page.tsx'), 'InsightsPage'),
  ),
    createRoute({
    }),
  ]),
  at('/approvals', approvals),
  at('/approvals/$action', approvals),
  at(
    '/settings/policy',
    lazyRouteComponent(() => import('./policy-page.tsx'), 'PolicyPage'),
  ),
];
