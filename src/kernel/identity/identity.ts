import { eq, sql } from 'drizzle-orm';
import type pg from 'pg';
import type { Logger } from 'pino';
import type { Clock, Workspace } from '#context';
import { type Access, listAccess, listOrganizations, resolveAccess, type Wanted } from './access.ts';
import { type ApiKey, createApiKey } from './api-keys.ts';
import { buildAuth, type IdentitySettings } from './auth.ts';
import { openIdentityDatabase } from './connection.ts';
import {
  acceptInvitation,
  accountOfInvitation,
  type InvitationPreview,
  previewInvitation,
} from './invitations.ts';
import type { SendMail } from './letters.ts';
import type { Permission } from './permissions.ts';
import { buildAuthenticate, type Principal } from './principal.ts';
import { assertSameOrigin, type IncomingCall } from './same-origin.ts';
import { users } from './schema.ts';
import { foundWorkspace } from './workspaces.ts';

/** A session that was opened for somebody, and the cookies that carry it. */
export interface OpenedSession {
  token: string;
  /** Values for Set-Cookie. */
  cookies: string[];
}

export interface Account {
  userId: string;
  email: string;
  name: string;
}

/** Who calls, what they may do, and how people come in. */
export interface Identity {
  readonly settings: Omit<IdentitySettings, 'secret'>;
  /** Null: nobody we know. */
  authenticate(request: IncomingCall): Promise<Principal | null>;
  /** Null: there is no such workspace for them. */
  resolveAccess(principal: Principal, wanted: Wanted): Promise<Access | null>;
  /** Every workspace that a person may see. */
  listAccess(userId: string): Promise<Access[]>;
  listOrganizations(userId: string): ReturnType<typeof listOrganizations>;
  /** Refuses what a foreign page makes a browser send. @throws Forbidden */
  assertSameOrigin(request: Pick<IncomingCall, 'method' | 'headers'>): void;
  /** Sign-up, sign-in, reset and the like: Better Auth itself. @throws what the database threw when it is away */
  handle(request: Request): Promise<Response>;
  /** Opens a session for somebody who has proved who they are. */
  openSession(userId: string): Promise<OpenedSession>;
  /** Prolongs a session that is more than a day old. @returns values for Set-Cookie, often none */
  prolongSession(request: IncomingCall): Promise<string[]>;
  findAccount(
    userId: string,
  ): Promise<(Account & { emailVerified: boolean; twoFactorEnabled: boolean }) | null>;
  /** Makes an account whose address is known to be theirs; without a password it is entered by link or code. */
  makeAccount(account: { email: string; name: string; password?: string }): Promise<Account>;
  findAccountByEmail(email: string): Promise<Account | null>;
  createApiKey(wanted: {
    workspaceId: string;
    name: string;
    scopes?: Permission[] | null;
    expiresAt?: Date | null;
    createdBy?: string;
  }): Promise<ApiKey & { key: string }>;
  foundWorkspace(wanted: Parameters<typeof foundWorkspace>[2]): Promise<Workspace>;
  previewInvitation(token: string): Promise<InvitationPreview>;
  accountOfInvitation(token: string): ReturnType<typeof accountOfInvitation>;
  acceptInvitation(accepted: {
    token: string;
    userId: string;
    email: string;
  }): Promise<{ organizationId: string }>;
}

export interface IdentityParts {
  pool: pg.Pool;
  settings: IdentitySettings;
  sendMail: SendMail;
  log: Logger;
  clock: Clock;
}

/** Builds the room of identity over one pool. */
export function buildIdentity({ pool, settings, sendMail, log, clock }: IdentityParts): Identity {
  const db = openIdentityDatabase(pool);
  const auth = buildAuth({ db, settings, sendMail, log, clock });
  const { secret: _, ...open } = settings;

  return {
    settings: open,
    authenticate: buildAuthenticate({ auth, db, clock, publicUrl: settings.publicUrl }),
    resolveAccess: (principal, wanted) => resolveAccess(db, principal, wanted),
    listAccess: (userId) => listAccess(db, userId),
    listOrganizations: (userId) => listOrganizations(db, userId),
    assertSameOrigin: (request) => assertSameOrigin(request, settings),
    async handle(request) {
      const response = await auth.handler(request);
      // The library answers a lost database as its own failure; asked directly, the database says what it is.
      if (response.status >= 500) await db.execute(sql`select 1`);
      return response;
    },

    async openSession(userId) {
      const { headers, response } = await auth.api.openSession({
        body: { userId },
        headers: new Headers(),
        returnHeaders: true,
      });
      return { token: response.token, cookies: headers.getSetCookie() };
    },

    async prolongSession({ headers: { cookie = '' } }) {
      const { headers } = await auth.api.getSession({
        headers: new Headers({ cookie }),
        returnHeaders: true,
      });
      return headers?.getSetCookie() ?? [];
    },

    async findAccount(userId) {
      const [user] = await db.select().from(users).where(eq(users.id, userId)).limit(1);
      if (!user) return null;
      const { id, email, name, emailVerified, twoFactorEnabled } = user;
      return { userId: id, email, name, emailVerified, twoFactorEnabled };
    },

    async findAccountByEmail(email) {
      const [user] = await db
        .select()
        .from(users)
        .where(eq(users.email, email.trim().toLowerCase()))
        .limit(1);
      return user ? { userId: user.id, email: user.email, name: user.name } : null;
    },

    async makeAccount({ email, name, password }) {
      const { internalAdapter, password: passwords } = await auth.$context;
      const hash = password === undefined ? undefined : await passwords.hash(password);
      const user = await internalAdapter.createUser(
        { email: email.trim().toLowerCase(), name, emailVerified: true },
        { method: 'email-password' },
      );
      if (hash !== undefined) {
        await internalAdapter.linkAccount({
          userId: user.id,
          providerId: 'credential',
          accountId: user.id,
          password: hash,
        });
      }
      return { userId: user.id, email: user.email, name: user.name };
    },

    createApiKey: (wanted) => createApiKey(auth, db, wanted, clock.now()),
    foundWorkspace: (wanted) => foundWorkspace(pool, clock, wanted),
    previewInvitation: (token) => previewInvitation(db, token, clock.now()),
    accountOfInvitation: (token) => accountOfInvitation(db, token, clock.now()),
    acceptInvitation: (accepted) => acceptInvitation(pool, clock, accepted),
  };
}
