import { type AnyRoute, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { workspaceRoute } from '../../shell/roots.tsx';

const at = (path: string, component: ReturnType<typeof lazyRouteComponent>): AnyRoute =>
  createRoute({ getParentRoute: () => workspaceRoute, path, component });

const catcher = lazyRouteComponent(() => import('./mail-catcher-page.tsx'), 'MailCatcherPage');

const settings = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/settings',
  beforeLoad: ({ location }) => {
    throw redirect({ href: `${location.pathname.replace(/\/$/, '')}/members`, replace: true });
  },
});

/** Stand-ins, mail catcher, running, settings. */
export const routes: AnyRoute[] = [
  at(
    '/stand-ins',
    lazyRouteComponent(() => import('./stand-ins-page.tsx'), 'StandInsPage'),
  ),
  at('/stand-ins/mail', catcher),
  at('/stand-ins/mail/$mail', catcher),
  at(
    '/running',
    lazyRouteComponent(() => import('./running-page.tsx'), 'RunningPage'),
  ),
  settings,
  at(
    '/settings/general',
    lazyRouteComponent(() => import('./settings/general.tsx'), 'GeneralPage'),
  ),
  at(
    '/settings/members',
    lazyRouteComponent(() => import('./settings/members.tsx'), 'MembersPage'),
  ),
  at(
    '/settings/messages',
    lazyRouteComponent(() => import('./settings/messages.tsx'), 'MessagesPage'),
  ),
  at(
    '/settings/suppressions',
    lazyRouteComponent(() => import('./settings/suppressions.tsx'), 'SuppressionsPage'),
  ),
  at(
    '/settings/spend',
    lazyRouteComponent(() => import('./settings/spend.tsx'), 'SpendPage'),
  ),
  at(
    '/settings/api-keys',
    lazyRouteComponent(() => import('./settings/api-keys.tsx'), 'ApiKeysPage'),
  ),
  at(
    '/settings/webhooks',
    lazyRouteComponent(() => import('./settings/webhooks.tsx'), 'WebhooksPage'),
  ),
  at(
    '/settings/archives',
    lazyRouteComponent(() => import('./settings/archives.tsx'), 'ArchivesPage'),
  ),
  at(
    '/settings/audit',
    lazyRouteComponent(() => import('./settings/audit.tsx'), 'AuditPage'),
  ),
  at(
    '/settings/plan',
    lazyRouteComponent(() => import('./settings/plan.tsx'), 'PlanPage'),
  ),
];
