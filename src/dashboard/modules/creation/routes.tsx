import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from '../../shell/roots.tsx';

const at = (path: string, component: ReturnType<typeof lazyRouteComponent>): AnyRoute =>
  createRoute({ getParentRoute: () => workspaceRoute, path, component });

const editor = lazyRouteComponent(() => import('./editor/editor-page.tsx'), 'EditorPage');
const experts = lazyRouteComponent(() => import('./experts/experts-page.tsx'), 'ExpertsPage');
const versions = lazyRouteComponent(() => import('./versions/versions-page.tsx'), 'VersionsPage');

/** Playbooks, editor, versions, sources, experts. */
export const routes: AnyRoute[] = [
  at(
    '/playbooks',
    lazyRouteComponent(() => import('./playbooks/playbooks-page.tsx'), 'PlaybooksPage'),
  ),
  at('/playbooks/$playbook', editor),
  at('/playbooks/$playbook/steps/$step', editor),
  at('/playbooks/$playbook/versions', versions),
  at('/playbooks/$playbook/versions/$compared', versions),
  at('/experts', experts),
  at('/experts/$expert', experts),
  at(
    '/sources',
    lazyRouteComponent(() => import('./sources/sources-page.tsx'), 'SourcesPage'),
  ),
  at(
    '/sources/$source',
    lazyRouteComponent(() => import('./sources/source-page.tsx'), 'SourcePage'),
  ),
];
