import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from '../../shell/roots.tsx';

const at = (path: string, component: ReturnType<typeof lazyRouteComponent>): AnyRoute =>
  createRoute({ getParentRoute: () => workspaceRoute, path, component });

const tasks = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/tasks',
  component: lazyRouteComponent(() => import('./tasks-page.tsx'), 'TasksPage'),
});

const ask = lazyRouteComponent(() => import('./ask-page.tsx'), 'AskPage');
const approvals = lazyRouteComponent(() => import('./approvals-page.tsx'), 'ApprovalsPage');

/** Home, asking, insights, tasks, approvals, the policy. */
export const routes: AnyRoute[] = [
  at(
    '/',
    lazyRouteComponent(() => import('./home-page.tsx'), 'HomePage'),
  ),
  at('/ask', ask),
  at('/ask/$conversation', ask),
  at(
    '/insights',
    lazyRouteComponent(() => import('./insights-page.tsx'), 'InsightsPage'),
  ),
  tasks.addChildren([
    createRoute({
      getParentRoute: () => tasks,
      path: '$task',
      component: lazyRouteComponent(() => import('./task-drawer.tsx'), 'TaskDrawer'),
    }),
  ]),
  at('/approvals', approvals),
  at('/approvals/$action', approvals),
  at(
    '/settings/policy',
    lazyRouteComponent(() => import('./policy-page.tsx'), 'PolicyPage'),
  ),
];
