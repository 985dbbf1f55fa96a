import { type App, Invalid, isLocalRequest, NotFound, route, Unauthenticated } from '#kernel/http';
import { SAMPLE_OWNER } from './first-owner.ts';
import type { Account } from './identity.ts';
import { joinBy } from './joining.ts';
import * as shapes from './shapes.ts';

/** Ways in that do not begin with a password: the local sample, an invitation. */
export function entryRoutes(app: App): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/sign-in-options',
      permission: 'public',
      summary: 'Ways in that this installation offers here',
      tags: ['Account'],
      answers: { 200: shapes.SignInOptions },
    },
    async ({ platform }, { request }) => {
      const isLocal = isLocalRequest(platform, request);
      const owner = isLocal ? await platform.identity.findAccountByEmail(SAMPLE_OWNER.email) : null;
      return {
        sample: owner !== null,
        accountMail: isLocal && platform.mail.transportOf('transactional') === 'catcher',
      };
    },
  );

  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/sample-session',
      permission: 'public',
      summary: 'Enter the sample workspace, on this machine only',
      tags: ['Account'],
      answers: { 201: shapes.SampleSession },
      callsPerMinute: 60,
    },
    async ({ platform }, { request, reply }) => {
      if (!isLocalRequest(platform, request)) throw new NotFound();
      const owner = await platform.identity.findAccountByEmail(SAMPLE_OWNER.email);
      if (!owner) throw new NotFound();
      const { token, cookies } = await platform.identity.openSession(owner.userId);
      reply.header('set-cookie', cookies);
      return { token, user: { id: owner.userId, email: owner.email, name: owner.name } };
    },
  );

  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/invitations/:token',
      permission: 'public',
      summary: 'Read an invitation before accepting it',
      tags: ['Account'],
      params: shapes.InvitationToken,
      answers: { 200: shapes.InvitationPreviewShape },
      callsPerMinute: 60,
    },
    async ({ platform }, { params }) => {
      const preview = await platform.identity.previewInvitation(params.token);
      return { ...preview, expiresAt: preview.expiresAt.toISOString() };
    },
  );

  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/invitations/:token/acceptances',
      permission: 'public',
      summary: 'Accept an invitation, signed in or with a new account',
      tags: ['Account'],
      params: shapes.InvitationToken,
      body: shapes.Acceptance,
      answers: { 201: shapes.Accepted },
      callsPerMinute: 20,
    },
    async ({ platform, correlationId }, { params: { token: invitation }, body, request, reply }) => {
      const { identity } = platform;
      const principal = await identity.authenticate(request);
      identity.assertSameOrigin(request);
      const { email, userId } = await identity.accountOfInvitation(invitation);
      const join = (person: Account) => joinBy(platform, { token: invitation, person, correlationId });
      if (principal?.kind === 'user') return { ...(await join(principal)), token: null };
      if (userId) throw new Unauthenticated(`${email} has an account. Sign in with it, then accept.`);
      if (!body.name || !body.password) throw new Invalid(missingIn(body));
      // Whoever holds the mailed link has shown that the address is theirs.
      const account = await identity.makeAccount({ email, name: body.name, password: body.password });
      const joined = await join(account);
      const { token, cookies } = await identity.openSession(account.userId);
      reply.header('set-cookie', cookies);
      return { ...joined, token };
    },
  );
}

const missingIn = (body: { name?: string | undefined; password?: string | undefined }) => [
  ...(body.name ? [] : [{ pointer: '/name', detail: 'Say what you are called.' }]),
  ...(body.password ? [] : [{ pointer: '/password', detail: 'Choose a password of at least 8 characters.' }]),
];
