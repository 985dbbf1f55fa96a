import { useRouterState } from '@tanstack/react-router';
import { ButtonLink, TextButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/states.tsx';
import { laterAreas } from './later.ts';
import { NoPermissionPage } from './no-permission.tsx';
import { openPalette } from './openers.ts';
import { Page } from './page.tsx';
import { NotFoundPage } from './places.tsx';
import { useWorkspace } from './workspace.ts';

/** An honest page for an area that comes later: what it will do, what serves today, and no dead button. */
export function LaterPage() {
  const { paths, can, workspace } = useWorkspace();
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const area = laterAreas.find((one) => pathname === `/w/${workspace.slug}${one.path}`);
  if (!area) return <NotFoundPage />;
  if (!area.needs.some(can)) return <NoPermissionPage what={area.title} needs={area.needs[0] ?? ''} />;
  return (
    <Page title={area.title}>
      <div className="px-gutter py-6">
        <EmptyState
          title={`${area.title} is not in this version`}
          actions={area.now ? <ButtonLink to={area.now.to(paths)}>{area.now.label}</ButtonLink> : null}
        >
          <p>{area.will}</p>
          <p className="mt-1">
            Its tables are there and its place is kept. Until then,{' '}
            <TextButton onClick={openPalette}>search or do something else</TextButton>.
          </p>
        </EmptyState>
      </div>
    </Page>
  );
}
