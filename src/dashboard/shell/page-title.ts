import { useEffect } from 'react';
import { useMaybeWorkspace } from './workspace.ts';

/** "Leads · Marit Ostrevik · PlaybookOS" */
export function usePageTitle(title: string): void {
  const place = useMaybeWorkspace();
  const workspace = place?.workspace.name;
  useEffect(() => {
    document.title = [title, workspace, 'PlaybookOS'].filter(Boolean).join(' · ');
  }, [title, workspace]);
}
