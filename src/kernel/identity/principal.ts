import { fromNodeHeaders } from 'better-auth/node';
import { sql } from 'drizzle-orm';
import { createLocalJWKSet, errors, type JSONWebKeySet, jwtVerify } from 'jose';
import type { Clock } from '#context';
import { isId } from '#kernel/database';
import { findKey } from './api-keys.ts';
import { type Auth, KEY_PREFIX } from './auth.ts';
import type { IdentityDatabase } from './connection.ts';
import type { Permission } from './permissions.ts';
import type { IncomingCall } from './same-origin.ts';

/** Who calls: a person, or a key that belongs to one workspace. */
export type Principal =
  | {
      kind: 'user';
      userId: string;
      email: string;
      name: string;
      sessionId?: string;
      via: 'cookie' | 'session-token' | 'access-token';
    }
  | { kind: 'key'; keyId: string; name: string; workspaceId: string; scopes: ReadonlySet<Permission> };

interface Parts {
  auth: Auth;
  db: IdentityDatabase;
  clock: Clock;
  publicUrl: string;
}

/** A new signing key is looked for at most this often, so that made-up tokens cost nothing. */
const KEY_SET_REST_MS = 10_000;

/**
 * Says who calls: by API key, access token, session token or session cookie. Credentials that are sent and do not hold
 * are not made up for by others: a bad bearer token beside a good cookie is nobody.
 */
export function buildAuthenticate({ auth, db, clock, publicUrl }: Parts) {
  let keySet: { keys: ReturnType<typeof createLocalJWKSet>; readAt: number } | undefined;

  return async function authenticate(request: IncomingCall): Promise<Principal | null> {
    const { authorization, cookie } = request.headers;
    if (authorization === undefined) return cookie ? bySession(request, 'cookie') : null;
    const token = /^bearer +(\S+)$/i.exec(authorization.trim())?.[1];
    if (!token) return null;
    if (token.startsWith(KEY_PREFIX)) return byKey(token);
    if (isJwt(token)) return byAccessToken(token);
    return bySession(request, 'session-token');
  };

  async function bySession(
    request: IncomingCall,
    via: 'cookie' | 'session-token',
  ): Promise<Principal | null> {
    const { authorization, cookie } = request.headers;
    const headers = fromNodeHeaders(via === 'cookie' ? { cookie } : { authorization });
    const found = await auth.api
      .getSession({ headers, query: { disableRefresh: true } })
      .catch(async (error) => {
        // The library hides why; asked directly, a lost database says so itself.
        await db.execute(sql`select 1`);
        throw error;
      });
    if (!found) return null;
    const { user, session } = found;
    return { kind: 'user', userId: user.id, email: user.email, name: user.name, sessionId: session.id, via };
  }

  async function byKey(token: string): Promise<Principal | null> {
    const key = await findKey(db, token, clock.now());
    return key && { kind: 'key', ...key };
  }

  // Verified against our own public keys without asking the database who it is; what they may do is asked every time.
  async function byAccessToken(token: string): Promise<Principal | null> {
    try {
      const { payload } = await verified(token);
      const { sub, email, name, sid } = payload;
      if (!sub || !isId(sub) || typeof email !== 'string') return null;
      return {
        kind: 'user',
        userId: sub,
        email,
        name: typeof name === 'string' ? name : '',
        ...(typeof sid === 'string' && { sessionId: sid }),
        via: 'access-token',
      };
    } catch (error) {
      if (error instanceof errors.JOSEError) return null;
      throw error;
    }
  }

  async function verified(token: string) {
    const options = {
      issuer: publicUrl,
      audience: publicUrl,
      algorithms: ['EdDSA'],
      currentDate: clock.now(),
    };
    keySet ??= await readKeySet();
    try {
      return await jwtVerify(token, keySet.keys, options);
    } catch (error) {
      const unknown = error instanceof errors.JWKSNoMatchingKey;
      if (!unknown || Date.now() - keySet.readAt < KEY_SET_REST_MS) throw error;
      keySet = await readKeySet();
      return jwtVerify(token, keySet.keys, options);
    }
  }

  async function readKeySet() {
    const { keys } = await auth.api.getJwks();
    return { keys: createLocalJWKSet({ keys } as JSONWebKeySet), readAt: Date.now() };
  }
}

// Session tokens, plain or signed, have at most one dot.
const isJwt = (token: string) => token.startsWith('eyJ') && token.split('.').length === 3;
