/**
 * What the shell itself needs of the API, declared by hand until `npm run generate` has written `generated.ts`.
 * To swap: `export type { paths } from './generated.ts'` and delete the rest.
 */

type Answer<T> = { responses: { 200: { content: { 'application/json': T } } } };
type Get<T, Query = never> = {
  get: { parameters: { query?: Query; path?: never; header?: never; cookie?: never } } & Answer<T>;
};

export interface Organization {
  id: string;
  slug: string;
  name: string;
  role: 'owner' | 'admin' | 'member' | null;
}

export interface Workspace {
  id: string;
  slug: string;
  name: string;
  kind: 'normal' | 'sample' | 'system';
  organizationId: string | null;
  timeZone: string;
  currency: string;
  role: 'owner' | 'admin' | 'member' | 'expert' | 'subscriber';
  permissions: string[];
}

export interface Me {
  user: { id: string; name: string; email: string };
  organizations: Organization[];
  workspaces: Workspace[];
}

export interface SignInOptions {
  sample: boolean;
  /** Account mail stays in the local catcher and can be read here. */
  accountMail: boolean;
}

export interface RunningWork {
  id: string;
  title: string;
  /** 0 to 1, null while unknown. */
  progress: number | null;
  note?: string | null;
  href?: string | null;
}

export interface StandInRow {
  id: string;
  name: string;
  state: string;
}

export interface SearchHit {
  kind: string;
  id: string;
  title: string;
  note?: string | null;
  href: string;
}

export interface paths {
  '/api/v1/me': Get<Me>;
  '/api/v1/sign-in-options': Get<SignInOptions>;
  '/api/v1/running': Get<{ data: RunningWork[] }>;
  '/api/v1/stand-ins': Get<{ data: StandInRow[] }>;
  '/api/v1/search': Get<{ data: SearchHit[] }, { q: string; limit?: number }>;
}
