import type { Module } from '#kernel/http';
import { analyticsRoutes } from './routes.ts';

export const analytics: Module = { name: 'analytics', routes: [analyticsRoutes] };
