import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { meQuery } from '../api/session.ts';
import { AppShell } from './app-shell.tsx';

/** The shell of the workspace that the address names; loaded once, when somebody goes into a workspace. */
export function WorkspaceRoot() {
  const { workspace } = useParams({ strict: false }) as { workspace: string };
  const { data: me } = useSuspenseQuery(meQuery);
  return <AppShell me={me} slug={workspace} />;
}
