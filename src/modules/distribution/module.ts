import type { Module } from '#kernel/http';
import { linkRoutes } from './links/routes.ts';
import { postRoutes } from './posts/routes.ts';

export const distribution: Module = {
  name: 'distribution',
  routes: [linkRoutes, postRoutes],
};
