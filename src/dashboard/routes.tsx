import { type AnyRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { makeQueryClient } from './api/queries.ts';
import { entryRoutes } from './entry/routes.tsx';
import { routes as analytics } from './modules/analytics/routes.tsx';
import { routes as capture } from './modules/capture/routes.tsx';
import { routes as ceo } from './modules/ceo/routes.tsx';
import { routes as conversion } from './modules/conversion/routes.tsx';
import { routes as creation } from './modules/creation/routes.tsx';
import { routes as distribution } from './modules/distribution/routes.tsx';
import { routes as kernel } from './modules/kernel/routes.tsx';
import { routes as outreach } from './modules/outreach/routes.tsx';
import { routes as trial } from './modules/trial/routes.tsx';
import { paths } from './paths.ts';
import { laterAreas } from './shell/later.ts';
import { rootRoute, workspaceRoute } from './shell/roots.tsx';
import { plainSearch } from './shell/url-state.ts';
import { tellWithAction } from './ui/toasts.tsx';

const screens: AnyRoute[] = [
  ...ceo,
  ...creation,
  ...distribution,
  ...capture,
  ...trial,
  ...conversion,
  ...outreach,
  ...analytics,
  ...kernel,
];
const bare = (path: string) => `/${path.replace(/^\/|\/$/g, '')}`;
const taken = new Set(screens.map((route) => bare(String((route.options as { path?: string }).path))));

// What no screen has taken over yet answers with an honest page instead of "nothing here".
const later = laterAreas
  .filter((area) => !taken.has(area.path))
  .map((area) =>
    createRoute({
      getParentRoute: () => workspaceRoute,
      path: area.path,
      component: lazyRouteComponent(() => import('./shell/later-page.tsx'), 'LaterPage'),
    }),
  );

export const queries = makeQueryClient(() => {
  const next = window.location.pathname + window.location.search;
  tellWithAction(
    'You are signed out. What you typed is kept here.',
    'Sign in',
    () => void router.navigate({ to: paths.signIn, search: { next } as never }),
    'signed-out',
  );
});

/** Every address of the dashboard. */
export const router = createRouter({
  routeTree: rootRoute.addChildren([...entryRoutes, workspaceRoute.addChildren([...screens, ...later])]),
  context: { queries },
  parseSearch: plainSearch.parse,
  stringifySearch: plainSearch.stringify,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
});
