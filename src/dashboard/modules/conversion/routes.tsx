import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from '../../shell/roots.tsx';

const getParentRoute = () => workspaceRoute;

/** Videos, offers, orders. */
export const routes: AnyRoute[] = [
  createRoute({
    getParentRoute,
    path: '/videos',
    component: lazyRouteComponent(() => import('./videos/videos-page.tsx'), 'VideosPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/videos/templates/$template',
    component: lazyRouteComponent(() => import('./videos/template-page.tsx'), 'TemplatePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/videos/$video',
    component: lazyRouteComponent(() => import('./videos/video-page.tsx'), 'VideoPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/offers',
    component: lazyRouteComponent(() => import('./offers/offers-page.tsx'), 'OffersPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/offers/$offer',
    component: lazyRouteComponent(() => import('./offers/offer-page.tsx'), 'OfferPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/orders',
    component: lazyRouteComponent(() => import('./orders/orders-page.tsx'), 'OrdersPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/orders/$order',
    component: lazyRouteComponent(() => import('./orders/order-page.tsx'), 'OrderPage'),
  }),
];
