import type { AnyRoute } from '@tanstack/react-router';

/** Stand-ins, mail catcher, running, settings. */
export const routes: AnyRoute[] = [];
