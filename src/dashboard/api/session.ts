import { queryOptions } from '@tanstack/react-query';
import { send } from './client.ts';
import type { Me, SignInOptions } from './shapes.ts';

/** Who is signed in, their organizations and workspaces. Fails with 401 when nobody is. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => send<Me>('GET', '/api/v1/me', { signal }),
  staleTime: 60_000,
  retry: false,
});

/** What this installation offers on its sign-in page. */
export const signInOptionsQuery = queryOptions({
  queryKey: ['sign-in-options'],
  queryFn: ({ signal }) => send<SignInOptions>('GET', '/api/v1/sign-in-options', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

interface SignedIn {
  /** Present when a second factor is asked for. */
  twoFactorRedirect?: boolean;
}

/** The verbs of Better Auth that the sign-in pages use. They throw `ProblemError`. */
export const session = {
  signIn: (email: string, password: string) =>
    send<SignedIn>('POST', '/api/auth/sign-in/email', { body: { email, password, rememberMe: true } }),
  signUp: (name: string, email: string, password: string, next?: string) =>
    send<unknown>('POST', '/api/auth/sign-up/email', {
      body: { name, email, password, callbackURL: next ?? '/' },
    }),
  signOut: () => send<unknown>('POST', '/api/auth/sign-out', { body: {} }),
  mailLink: (email: string, next?: string) =>
    send<unknown>('POST', '/api/auth/sign-in/magic-link', {
      body: { email, callbackURL: next ?? '/' },
    }),
  /** The button behind the link in the mail. */
  enterByLink: (token: string) => send<unknown>('POST', '/api/auth/magic-link/verify', { body: { token } }),
  verifyByLink: (token: string) => send<unknown>('POST', '/api/auth/verify-email', { body: { token } }),
  verifyCode: (email: string, otp: string) =>
    send<unknown>('POST', '/api/auth/email-otp/verify-email', { body: { email, otp } }),
  mailCode: (email: string) =>
    send<unknown>('POST', '/api/auth/send-verification-email', {
      body: { email, callbackURL: '/' },
    }),
  forgot: (email: string) =>
    send<unknown>('POST', '/api/auth/request-password-reset', { body: { email, redirectTo: '/reset' } }),
  reset: (token: string, newPassword: string) =>
    send<unknown>('POST', '/api/auth/reset-password', { body: { token, newPassword } }),
  verifySecondFactor: (code: string) =>
    send<unknown>('POST', '/api/auth/two-factor/verify-totp', { body: { code } }),
  /** The one-click way into the sample workspace; exists only on this machine. */
  exploreSample: () => send<unknown>('POST', '/api/v1/sample-session', { body: {} }),
};
