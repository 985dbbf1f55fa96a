import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { pino } from 'pino';
import { z } from 'zod';
import type { Platform } from '#context';
import { connect } from '#kernel/database';
import { buildServer, route } from '#kernel/http';
import {
  type AccountMail,
  buildIdentity,
  createFirstOwner,
  type IdentitySettings,
  identityRoutes,
  type LetterKind,
  registerIdentityRoutes,
} from '#kernel/identity';
import { buildMail } from '#kernel/mail';
import { TestClock } from './clock.ts';
import { cloneDatabase } from './database.ts';

const SENDER = 'PlaybookOS <house@example.com>';
const FROM = { transactional: SENDER, marketing: SENDER, outreach: SENDER };

export const ORIGIN = 'http://localhost:4000';
export const PASSWORD = 'an honest password';

/** The room of identity with its routes on a database of its own, and a letter box instead of the mail kernel. */
export async function openIdentityHouse(changes: Partial<IdentitySettings> = {}) {
  const database = await cloneDatabase();
  const log = pino({ level: process.env.TEST_LOG ?? 'silent' });
  const clock = new TestClock();
  const pools = connect({ url: database.url }, log, 6);
  const letters: AccountMail[] = [];
  const settings: IdentitySettings = {
    publicUrl: ORIGIN,
    secret: 'a secret that is long enough for this test',
    trustedOrigins: [],
    jwtLifeSeconds: 900,
    loopbackOnly: true,
    ...changes,
  };
  const identity = buildIdentity({
    pool: pools.pool,
    settings,
    log,
    clock,
    sendMail: async (mail) => {
      letters.push(mail);
    },
  });
  const platform = {
    settings: {
      publicUrl: settings.publicUrl,
      loopbackOnly: settings.loopbackOnly,
      planLimits: false,
      uploadLimitBytes: 1000,
      signingKey: 'a signing key for this test',
    },
    database: pools,
    clock,
    log,
    identity,
  } as unknown as Platform;
  platform.mail = buildMail(
    { smtp: { transactional: undefined, marketing: undefined, outreach: undefined }, from: FROM },
    platform,
  );
  const app = await buildServer(platform, {
    trustProxy: 'loopback',
    allowedOrigins: [],
    version: 'test',
    callsPerMinute: 10_000,
    renderRefusal: (status, title) => `${status} ${title}`,
  });
  await registerIdentityRoutes(app, identity);
  identityRoutes(app);
  const nothing = z.object({});
  const probe = { summary: 'Probe', tags: ['Probe'], answers: { 200: nothing } };
  route(
    app,
    { method: 'GET', url: '/api/v1/probe/reading', permission: 'playbooks.read', ...probe },
    async () => ({}),
  );
  route(
    app,
    { method: 'POST', url: '/api/v1/probe/publishing', permission: 'playbooks.publish', ...probe },
    async () => ({}),
  );
  await app.ready();

  const admin = new pg.Pool({ connectionString: database.adminUrl, max: 1 });
  // Dropping the database ends what is still connected to it.
  admin.on('connect', (client) => client.on('error', () => {}));
  let caller = 10;

  return {
    app: app as unknown as FastifyInstance,
    identity,
    clock,
    letters,
    /** Straight into the tables, as the cluster's superuser. */
    query: (text: string, values: unknown[] = []) => admin.query(text, values),
    /** A network address nobody has called from. */
    newAddress: () => `10.0.0.${caller++}`,
    lastLetter(to: string, kind?: LetterKind): AccountMail {
      const found = letters.findLast((letter) => letter.to.email === to && (!kind || letter.kind === kind));
      if (!found) throw new Error(`No letter to ${to}.`);
      return found;
    },
    /** What waits for the worker to hand it over. */
    async queuedLetter(to: string): Promise<{ subject: string; text: string; html: string }> {
      const { rows } = await admin.query(
        'select subject, text, html from app.messages where to_email = $1 order by id desc limit 1',
        [to],
      );
      if (!rows[0]) throw new Error(`No letter to ${to}.`);
      return rows[0];
    },
    /** Somebody with a workspace of their own, signed in. */
    async newOwner(email: string, workspace = 'North') {
      const { owner, workspace: made } = await createFirstOwner(identity, {
        email,
        name: email,
        password: PASSWORD,
        workspace,
      });
      const { token } = await identity.openSession(owner.userId);
      return {
        ...owner,
        workspace: made,
        token,
        headers: { authorization: `Bearer ${token}`, 'x-workspace': made.slug },
      };
    },
    /** Somebody with an account and nothing else, signed in. */
    async newPerson(email: string) {
      const account = await identity.makeAccount({ email, name: email, password: PASSWORD });
      const { token } = await identity.openSession(account.userId);
      return { ...account, token, headers: { authorization: `Bearer ${token}` } };
    },
    async close() {
      await app.close();
      await admin.end();
      await pools.close();
      await database.drop();
    },
  };
}

export type IdentityHouse = Awaited<ReturnType<typeof openIdentityHouse>>;

/** The value of a cookie in an answer, as a Cookie header would send it back. */
export function cookieOf(answer: { headers: Record<string, unknown> }): string {
  const set = [answer.headers['set-cookie']].flat().filter((value) => typeof value === 'string');
  return set.map((value) => value.split(';')[0]).join('; ');
}

/** The first address in a letter. */
export function addressIn({ text }: { text: string }): URL {
  const found = /https?:\/\/\S+/.exec(text)?.[0];
  if (!found) throw new Error('The letter holds no address.');
  return new URL(found);
}

/** The six digits in a letter. */
export function codeIn({ text }: { text: string }): string {
  const found = /^\d{6}$/m.exec(text)?.[0];
  if (!found) throw new Error('The letter holds no code.');
  return found;
}
