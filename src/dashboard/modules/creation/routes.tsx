import type { AnyRoute } from '@tanstack/react-router';

/** Playbooks, editor, versions, sources, experts, templates. */
export const routes: AnyRoute[] = [];
