import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../shell/roots.tsx';

type Load = Parameters<typeof lazyRouteComponent>[0];

const page = (path: string, load: Load, name: string) =>
  createRoute({ getParentRoute: () => rootRoute, path, component: lazyRouteComponent(load, name as never) });

/** What stands outside any workspace: landing, the ways in, a new workspace. The gallery exists only in development. */
export const entryRoutes: AnyRoute[] = [
  page('/', () => import('./landing.tsx'), 'LandingPage'),
  page('/sign-in', () => import('./sign-in.tsx'), 'SignInPage'),
  page('/sign-up', () => import('./sign-up.tsx'), 'SignUpPage'),
  page('/verify', () => import('./verify.tsx'), 'VerifyPage'),
  page('/forgot', () => import('./forgot.tsx'), 'ForgotPage'),
  page('/reset', () => import('./forgot.tsx'), 'ResetPage'),
  page('/magic-link', () => import('./magic-link.tsx'), 'MagicLinkPage'),
  page('/invitations/$invitation', () => import('./invitation.tsx'), 'InvitationPage'),
  page('/new', () => import('./new-workspace.tsx'), 'NewWorkspacePage'),
  ...(import.meta.env.DEV ? [page('/dev/gallery', () => import('../dev/gallery.tsx'), 'GalleryPage')] : []),
];
