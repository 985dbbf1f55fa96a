import type { Module } from '#kernel/http';
import { commentRoutes } from './comments/routes.ts';
import { renderEditionsLater } from './editions/jobs.ts';
import { whenPlaybookPublished } from './editions/listeners.ts';
import { editionRoutes } from './editions/routes.ts';
import { expertRoutes } from './experts/routes.ts';
import { composeDraftLater } from './extraction/jobs.ts';
import { whenSourceFailed, whenSourceImported } from './extraction/listeners.ts';
import { playbookRoutes } from './playbooks/routes.ts';
import { readingRoutes } from './readings/routes.ts';
import { readSourceLater } from './sources/jobs.ts';
import { sourceRoutes } from './sources/routes.ts';

export const creation: Module = {
  name: 'creation',
  routes: [expertRoutes, sourceRoutes, playbookRoutes, commentRoutes, editionRoutes, readingRoutes],
  jobs: [readSourceLater, composeDraftLater, renderEditionsLater],
  listeners: [whenSourceImported, whenSourceFailed, whenPlaybookPublished],
};
