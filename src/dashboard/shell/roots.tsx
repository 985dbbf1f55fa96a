import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { useEffect } from 'react';
import { hasStatus } from '../api/problems.ts';
import { meQuery } from '../api/session.ts';
import { Toasts } from '../ui/toasts.tsx';
import { TooltipProvider } from '../ui/tooltip.tsx';
import { Announcer } from './announce.tsx';
import { listenForKeys } from './keyboard.ts';
import { BrokenPage, NotFoundPage } from './places.tsx';

/** The parents that screens hang their routes on. They stand apart from `routes.tsx`, so that screens can import them. */
export const rootRoute = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: Root,
  notFoundComponent: NotFoundPage,
  errorComponent: BrokenPage,
});

function Root() {
  useEffect(listenForKeys, []);
  return (
    <TooltipProvider delayDuration={400}>
      <Outlet />
      <Toasts />
      <Announcer />
    </TooltipProvider>
  );
}

/** `/w/<workspace>`: asks who is signed in, sends to sign-in and back when nobody is. */
export const workspaceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/w/$workspace',
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queries.ensureQueryData(meQuery);
    } catch (error) {
      if (hasStatus(error, 401)) throw redirect({ to: '/sign-in', search: { next: location.href } as never });
      throw error;
    }
  },
  component: lazyRouteComponent(() => import('./workspace-root.tsx'), 'WorkspaceRoot'),
  notFoundComponent: NotFoundPage,
  errorComponent: BrokenPage,
});
