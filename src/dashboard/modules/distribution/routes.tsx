import type { AnyRoute } from '@tanstack/react-router';

/** Links. */
export const routes: AnyRoute[] = [];
