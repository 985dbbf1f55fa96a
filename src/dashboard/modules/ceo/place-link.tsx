import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { plainSearch } from '../../shell/url-state.ts';
import { useWorkspace } from '../../shell/workspace.ts';

/** A link to an address that the API names below the workspace: `/leads?confirmed=no`, `/sources/…#12-80`. */
export function PlaceLink({
  href,
  className,
  children,
}: {
  href: string;
  className?: string;
  children: ReactNode;
}) {
  const { paths } = useWorkspace();
  const address = new URL(href, 'http://here');
  return (
    <Link
      to={`${paths.home.replace(/\/$/, '')}${address.pathname}`}
      search={plainSearch.parse(address.search) as never}
      {...(address.hash ? { hash: address.hash.slice(1) } : {})}
      {...(className ? { className } : {})}
    >
      {children}
    </Link>
  );
}
