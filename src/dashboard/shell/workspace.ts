import { useQuery } from '@tanstack/react-query';
import { createContext, use } from 'react';
import { meQuery } from '../api/session.ts';
import type { Me, Workspace } from '../api/shapes.ts';
import { pathsOf, type WorkspacePaths } from '../paths.ts';

export interface WorkspacePlace {
  workspace: Workspace;
  me: Me;
  paths: WorkspacePaths;
  /** Whether the person's role allows it: `can('playbooks.publish')`. */
  can: (permission: string) => boolean;
}

export const WorkspaceContext = createContext<WorkspacePlace | null>(null);

/** The workspace of the address, who looks at it, and what they may do. Only inside `/w/…`. */
export function useWorkspace(): WorkspacePlace {
  const place = use(WorkspaceContext);
  if (!place) throw new Error('useWorkspace stands outside a workspace');
  return place;
}

/** The same, or null outside a workspace. */
export function useMaybeWorkspace(): WorkspacePlace | null {
  return use(WorkspaceContext);
}

/** What the shell hands to its screens. */
export function placeOf(me: Me, slug: string): WorkspacePlace | null {
  const workspace = me.workspaces.find((one) => one.slug === slug);
  if (!workspace) return null;
  const allowed = new Set(workspace.permissions);
  return { workspace, me, paths: pathsOf(slug), can: (permission) => allowed.has(permission) };
}

/** Who is signed in, if anybody. */
export function useMe(): Me | undefined {
  return useQuery(meQuery).data;
}
