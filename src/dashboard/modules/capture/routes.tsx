import type { AnyRoute } from '@tanstack/react-router';

/** Leads, lead record. */
export const routes: AnyRoute[] = [];
