import { apiKey } from '@better-auth/api-key';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { bearer, emailOTP, jwt, magicLink, twoFactor } from 'better-auth/plugins';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Clock } from '#context';
import { newId } from '#kernel/database';
import type { IdentityDatabase } from './connection.ts';
import {
  existingAccountLetter,
  magicLinkLetter,
  resetCodeLetter,
  resetLetter,
  type SendMail,
  secondFactorLetter,
  signInCodeLetter,
  verificationCodeLetter,
  verificationLetter,
} from './letters.ts';
import { isOurOrigin } from './same-origin.ts';
import { accounts, apiKeys, jwks, rateLimits, sessions, twoFactors, users, verifications } from './schema.ts';

/** What the room needs to know about the installation. */
export interface IdentitySettings {
  /** Without a slash at the end. */
  publicUrl: string;
  /** Signs cookies and codes; from the vault's key. */
  secret: string;
  /** Origins, beside our own, whose pages may act with a session. */
  trustedOrigins: string[];
  /** Life of an access token in seconds. */
  jwtLifeSeconds: number;
  /** Whether HOST and PUBLIC_URL both stay on this machine. */
  loopbackOnly: boolean;
  /** Whether cookies travel only encrypted; follows from publicUrl. */
  secureCookies?: boolean;
}

export interface AuthParts {
  db: IdentityDatabase;
  settings: IdentitySettings;
  sendMail: SendMail;
  log: Logger;
  clock: Clock;
}

/** First part of every API key. */
export const KEY_PREFIX = 'pbk_';
/** Carries the caller's address to Better Auth; set by us from Fastify's own, never taken from outside. */
export const CLIENT_ADDRESS_HEADER = 'x-playbookos-client';
/** How long a mailed code or sign-in link holds. */
const CODE_LIFE_SECONDS = 600;

const DAY = 86_400;

/** Better Auth on our tables. We own no password code; what it does not know (workspaces) stands beside it. */
export function buildAuth({ db, settings, sendMail, log, clock }: AuthParts) {
  const { publicUrl, loopbackOnly } = settings;
  const address = (user: { email: string; name?: string }) => ({
    email: user.email,
    ...(user.name && { name: user.name }),
  });

  const auth = betterAuth({
    appName: 'PlaybookOS',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret: settings.secret,
    telemetry: { enabled: false },
    database: drizzleAdapter(db, {
      provider: 'pg',
      schema: { users, sessions, accounts, verifications, rateLimits, twoFactors, jwks, apiKeys },
      transaction: true,
    }),
    user: { modelName: 'users' },
    account: { modelName: 'accounts' },
    verification: { modelName: 'verifications', storeIdentifier: 'hashed' },
    session: { modelName: 'sessions', expiresIn: 30 * DAY, updateAge: DAY },
    advanced: {
      // Said aloud because the library drops both by itself when NODE_ENV is test.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      cookiePrefix: 'playbookos',
      useSecureCookies: settings.secureCookies ?? publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
    },
    trustedOrigins: (request) => {
      const own = [publicUrl, ...settings.trustedOrigins];
      const host = request?.headers.get('host') ?? undefined;
      const local = `http://${host}`;
      return loopbackOnly && isOurOrigin(local, host, settings) ? [...own, local] : own;
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'rateLimits',
      window: 60,
      max: 200,
      customRules: {
        '/sign-in/*': { window: 60, max: 10 },
        '/sign-up/*': { window: 60, max: 10 },
        '/request-password-reset': { window: 60, max: 5 },
        '/send-verification-email': { window: 60, max: 5 },
      },
    },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      minPasswordLength: 8,
      maxPasswordLength: 128,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 3600,
      sendResetPassword: ({ user, token }) =>
        sendMail({
          kind: 'reset',
          to: address(user),
          ...resetLetter({ url: `${publicUrl}/reset?token=${encodeURIComponent(token)}` }),
        }),
      onExistingUserSignUp: ({ user }) =>
        sendMail({
          kind: 'existing-account',
          to: address(user),
          ...existingAccountLetter({ signInUrl: `${publicUrl}/sign-in`, resetUrl: `${publicUrl}/forgot` }),
        }),
    },
    emailVerification: {
      sendOnSignUp: true,
      sendOnSignIn: true,
      autoSignInAfterVerification: true,
      expiresIn: DAY,
      sendVerificationEmail: async ({ user, url: acting, token }) => {
        const url = buttonPage(`${publicUrl}/verify`, token, acting);
        const code = await auth.api.createVerificationOTP({
          body: { email: user.email, type: 'email-verification' },
        });
        await sendMail({ kind: 'verification', to: address(user), ...verificationLetter({ url, code }) });
      },
    },
    plugins: [
      bearer(),
      jwt({
        jwks: { keyPairConfig: { alg: 'EdDSA', crv: 'Ed25519' } },
        schema: { jwks: { modelName: 'jwks' } },
        jwt: {
          issuer: publicUrl,
          audience: publicUrl,
          definePayload: ({ user, session }) => {
            const issuedAt = Math.floor(clock.now().getTime() / 1000);
            return {
              iat: issuedAt,
              exp: issuedAt + settings.jwtLifeSeconds,
              email: user.email,
              name: user.name,
              sid: session.id,
            };
          },
        },
      }),
      magicLink({
        disableSignUp: true,
        expiresIn: CODE_LIFE_SECONDS,
        storeToken: 'hashed',
        sendMagicLink: async ({ email, url: acting, token }) => {
          const url = buttonPage(`${publicUrl}/magic-link`, token, acting);
          // Nobody learns from the answer, nor from how long it takes to write a mail, who has an account.
          const account = await find(email);
          if (account?.twoFactorEnabled) await pointToPassword(email);
          else if (account)
            await sendMail({ kind: 'magic-link', to: { email }, ...magicLinkLetter({ url }) });
        },
      }),
      emailOTP({
        disableSignUp: true,
        otpLength: 6,
        expiresIn: CODE_LIFE_SECONDS,
        allowedAttempts: 5,
        storeOTP: 'hashed',
        rateLimit: { window: 60, max: 10 },
        sendVerificationOTP: async ({ email, otp, type }) => {
          // The library asks for the second factor after a password only; these codes would open a session without it.
          if (type !== 'forget-password' && (await find(email))?.twoFactorEnabled)
            await pointToPassword(email);
          else if (type === 'sign-in')
            await sendMail({ kind: 'sign-in-code', to: { email }, ...signInCodeLetter({ code: otp }) });
          else if (type === 'forget-password')
            await sendMail({ kind: 'reset', to: { email }, ...resetCodeLetter({ code: otp }) });
          else
            await sendMail({ kind: 'verification', to: { email }, ...verificationCodeLetter({ code: otp }) });
        },
      }),
      twoFactor({ issuer: 'PlaybookOS', schema: { twoFactor: { modelName: 'twoFactors' } } }),
      apiKey({
        schema: { apikey: { modelName: 'apiKeys' } },
        defaultPrefix: KEY_PREFIX,
        defaultKeyLength: 48,
        maximumNameLength: 120,
        // It would allow ten requests a day; the HTTP kernel limits calls itself.
        rateLimit: { enabled: false },
      }),
      openingSessions(),
    ],
    logger: {
      level: 'debug',
      // A wrong password is an error to the library and an ordinary Tuesday to us. What truly breaks comes by onAPIError.
      log: (level, message, ...details) => log.debug({ auth: level, details }, message),
    },
    onAPIError: {
      onError: (error) => {
        const status = (error as { statusCode?: unknown }).statusCode;
        if (typeof status !== 'number' || status >= 500) log.error({ err: error }, 'signing in broke');
      },
    },
  });

  async function find(email: string): Promise<{ twoFactorEnabled?: boolean | null } | undefined> {
    const { internalAdapter } = await auth.$context;
    const found = await internalAdapter.findUserByEmail(email.toLowerCase());
    return found?.user as (NonNullable<typeof found>['user'] & { twoFactorEnabled?: boolean }) | undefined;
  }

  const pointToPassword = (email: string) =>
    sendMail({
      kind: 'second-factor',
      to: { email },
      ...secondFactorLetter({ signInUrl: `${publicUrl}/sign-in` }),
    });

  return auth;
}

export type Auth = ReturnType<typeof buildAuth>;

/**
 * The page with the button, in place of the library's own address: that one acts when it is opened, and mail scanners
 * open what they find.
 */
function buttonPage(page: string, token: string, acting: string): string {
  const next = new URL(acting).searchParams.get('callbackURL') ?? '/';
  return `${page}?${new URLSearchParams({ token, ...(next !== '/' && { next }) })}`;
}

/** Opens a session for somebody who has proved who they are in another way: an accepted invitation, the local sample. */
function openingSessions() {
  return {
    id: 'opening-sessions',
    endpoints: {
      openSession: createAuthEndpoint.serverOnly(
        { method: 'POST', body: z.object({ userId: z.uuid() }), requireHeaders: true },
        async (ctx) => {
          const { internalAdapter } = ctx.context;
          const user = await internalAdapter.findUserById(ctx.body.userId);
          if (!user) throw ctx.error('NOT_FOUND');
          const session = await internalAdapter.createSession(user.id);
          await setSessionCookie(ctx, { session, user });
          return ctx.json({ token: session.token });
        },
      ),
    },
  } satisfies { id: string; endpoints: Record<string, unknown> };
}
