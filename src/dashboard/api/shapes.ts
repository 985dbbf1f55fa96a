import type { components, paths } from './generated.ts';

export type { paths };

/** A shape of the API by its name: `Shape<'Lead'>`. */
export type Shape<Name extends keyof components['schemas']> = components['schemas'][Name];

export type SignInOptions = Shape<'SignInOptions'>;
export type Workspace = Pick<
  Shape<'MyWorkspace'>,
  'id' | 'slug' | 'name' | 'kind' | 'organizationId' | 'timeZone' | 'currency' | 'role'
> & { permissions: string[] };

/** A person who is signed in. The dashboard is never used with a key, so the user is always there. */
export interface Me {
  user: Pick<NonNullable<Shape<'Me'>['user']>, 'id' | 'name' | 'email'>;
  organizations: Shape<'Me'>['organizations'];
  workspaces: Workspace[];
}

/** Work that takes a while and is under way. */
export interface RunningWork {
  id: string;
  title: string;
  /** 0 to 1, null while unknown. */
  progress: number | null;
  note?: string | null;
  href?: string | null;
}

/** An outside service, and whether it is real here. */
export interface StandInRow {
  id: string;
  name: string;
  state: string;
}

/** Something that search has found. */
export interface SearchHit {
  kind: string;
  id: string;
  title: string;
  note?: string | null;
  href: string;
}
