import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from '../../shell/roots.tsx';

const at = (path: string, component: ReturnType<typeof lazyRouteComponent>): AnyRoute =>
  createRoute({ getParentRoute: () => workspaceRoute, path, component });

const inbox = lazyRouteComponent(() => import('./inbox-page.tsx'), 'InboxPage');

/** Campaigns, prospects, send calendar, inbox, mailboxes. */
export const routes: AnyRoute[] = [
  at(
    '/campaigns',
    lazyRouteComponent(() => import('./campaigns-page.tsx'), 'CampaignsPage'),
  ),
  at(
    '/campaigns/new',
    lazyRouteComponent(() => import('./wizard/new-page.tsx'), 'NewCampaignPage'),
  ),
  at(
    '/campaigns/$id',
    lazyRouteComponent(() => import('./campaign-page.tsx'), 'CampaignPage'),
  ),
  at(
    '/campaigns/$id/launch/$step',
    lazyRouteComponent(() => import('./wizard/wizard-page.tsx'), 'WizardPage'),
  ),
  at(
    '/prospects',
    lazyRouteComponent(() => import('./prospects-page.tsx'), 'ProspectsPage'),
  ),
  at(
    '/sends',
    lazyRouteComponent(() => import('./sends-page.tsx'), 'SendsPage'),
  ),
  at('/inbox', inbox),
  at('/inbox/$thread', inbox),
  at(
    '/settings/mailboxes',
    lazyRouteComponent(() => import('./mailboxes-page.tsx'), 'MailboxesPage'),
  ),
];
