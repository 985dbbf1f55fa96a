import { Page } from './page.tsx';
import { useMaybeWorkspace } from './workspace.ts';

/** A direct address to what a role may not see: what it needs, and who may. */
export function NoPermissionPage({ what, needs }: { what: string; needs: string }) {
  const place = useMaybeWorkspace();
  return (
    <Page title={what}>
      <div className="px-gutter py-8">
        <h2 className="font-strong text-lg">Your role does not open {what.toLowerCase()}.</h2>
        <p className="mt-1 max-w-140 text-ink-2">
          You are{' '}
          {place?.workspace.role === 'owner' ||
          place?.workspace.role === 'admin' ||
          place?.workspace.role === 'expert'
            ? 'an'
            : 'a'}{' '}
          {place?.workspace.role ?? 'guest'} here. It needs {needs}. An owner or admin of the organization can
          give it.
        </p>
      </div>
    </Page>
  );
}
