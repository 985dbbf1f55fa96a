import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { paths } from '../paths.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { ErrorBlock } from '../ui/states.tsx';
import { usePageTitle } from './page-title.ts';
import { useSignOut } from './sign-out.ts';
import { useMaybeWorkspace, useMe } from './workspace.ts';

/** A page with a sentence and one thing to do, for addresses that lead nowhere. */
function Alone({ title, children, actions }: { title: string; children: ReactNode; actions: ReactNode }) {
  usePageTitle(title);
  return (
    <main
      id="content"
      tabIndex={-1}
      className="flex h-full min-h-dvh flex-col justify-center px-6 py-12 outline-none"
    >
      <div className="mx-auto w-full max-w-120">
        <h1 className="font-[500] font-serif text-h2 tracking-[-0.01em]">{title}</h1>
        <div className="mt-2 text-ink-2 text-md">{children}</div>
        <div className="mt-5 flex flex-wrap gap-2">{actions}</div>
      </div>
    </main>
  );
}

/** No such thing, or not yours: both read the same. */
export function NotFoundPage() {
  const me = useMe();
  const place = useMaybeWorkspace();
  const signOut = useSignOut();
  const home = place?.paths.home ?? paths.landing;
  return (
    <Alone
      title="Nothing here"
      actions={
        <>
          <ButtonLink look="primary" to={home}>
            Home
          </ButtonLink>
          {me ? (
            <Button onClick={signOut}>Switch account</Button>
          ) : (
            <ButtonLink to={paths.signIn}>Sign in</ButtonLink>
          )}
        </>
      }
    >
      There is nothing at this address{me ? ` for ${me.user.email}` : ''}.
    </Alone>
  );
}

/** A page that broke while drawing. The rest of the shell stays usable. */
export function BrokenPage({ error, reset }: { error: unknown; reset: () => void }) {
  const navigate = useNavigate();
  return (
    <main id="content" tabIndex={-1} className="p-6 outline-none">
      <h1 className="sr-only">This page broke</h1>
      <ErrorBlock
        error={error}
        safe="What you saved is safe."
        onRetry={() => {
          reset();
          void navigate({ to: '.', replace: true });
        }}
      />
    </main>
  );
}
