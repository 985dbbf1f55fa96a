import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Clock, Platform, Settings } from '#context';
import { buildAi } from '#kernel/ai';
import { buildOutbound, buildVault, loadOrCreateKey } from '#kernel/connectors';
import type { Database } from '#kernel/database';
import { deliverEvent, notifyListener, registerListeners } from '#kernel/events';
import {
  type App,
  buildServer,
  registerDashboard,
  registerDashboardSources,
  registerHealth,
  SCREENS,
} from '#kernel/http';
import { buildIdentity, registerIdentityRoutes } from '#kernel/identity';
import { buildWorker, countDueJobs, type Job, type Worker } from '#kernel/jobs';
import { buildLive } from '#kernel/live';
import { buildMail, sendAccountMail } from '#kernel/mail';
import { buildSlots, renderRefusal } from '#kernel/pages';
import { buildPayments } from '#kernel/payments';
import { standInRoutes } from '#kernel/stand-ins';
import { buildStorage } from '#kernel/storage';
import { buildFacts } from '#kernel/tracking';
import type { Config } from './config.ts';
import { foundingPaths } from './founding-paths.ts';
import { kernelJobs, kernelListeners, kernelRoutes, modules } from './modules.ts';
import { schedules } from './schedules.ts';

/** The whole program, put together and not yet started. */
export interface House {
  app: App;
  platform: Platform;
  worker: Worker;
  /** Opens what listens or connects by itself: live updates, the mail catcher. */
  open(): Promise<void>;
  close(): Promise<void>;
}

export interface Ground {
  database: Database;
  log: Logger;
  clock: Clock;
  /** Calls one caller may make in a minute; the tests call faster than people do. */
  callsPerMinute?: number;
  /** The line that the database's connections put jobs on, when they do. */
  jobLine?: string;
}

/** Where payment providers tell what happened, the stand-in among them. */
const PAYMENT_EVENTS = '/api/v1/webhooks/stripe';
const ROOT = join(import.meta.dirname, '..');
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };

/** Composition root: configuration -> kernel -> modules. */
export async function assemble(
  config: Config,
  { database, log, clock, callsPerMinute = 1200, jobLine }: Ground,
): Promise<House> {
  const masterKey = config.SECRET_KEY ?? (await loadOrCreateKey(join(config.DATA_DIR, 'secret.key')));
  const settings: Settings = {
    publicUrl: config.PUBLIC_URL,
    dataDir: config.DATA_DIR,
    loopbackOnly: config.loopbackOnly,
    planLimits: config.PLAN_LIMITS === 'on',
    uploadLimitBytes: config.UPLOAD_LIMIT_MB * 1024 * 1024,
    aiMonthlyBudgetCents: config.AI_MONTHLY_BUDGET_CENTS,
    signingKey: derive(masterKey, 'signatures'),
  };
  const outbound = buildOutbound({ allowPrivateHosts: config.ALLOW_PRIVATE_HOSTS, clock, log });
  const platform = { settings, database, clock, log, outbound, slots: buildSlots() } as Platform;
  platform.vault = buildVault(masterKey);
  platform.storage = buildStorage({ dataDir: config.DATA_DIR, limitBytes: settings.uploadLimitBytes, log });
  platform.facts = buildFacts({ database, clock, log });
  platform.live = buildLive(database.directUrl, log);
  platform.ai = buildAi({
    openAiKey: config.OPENAI_API_KEY,
    openAiBaseUrl: config.OPENAI_BASE_URL,
    anthropicKey: config.ANTHROPIC_API_KEY,
    anthropicBaseUrl: config.ANTHROPIC_BASE_URL,
    model: config.AI_MODEL,
    outbound,
    log,
  });
  platform.mail = buildMail(mailOptions(config), platform);
  platform.payments = buildPayments(
    {
      stripeSecretKey: config.STRIPE_SECRET_KEY,
      stripeWebhookSecrets: config.STRIPE_WEBHOOK_SECRET,
      stripeApiUrl: config.STRIPE_API_URL,
    },
    platform,
  );
  platform.identity = buildIdentity({
    pool: database.pool,
    settings: {
      publicUrl: settings.publicUrl,
      secret: derive(masterKey, 'sessions'),
      trustedOrigins: config.ALLOWED_ORIGINS,
      jwtLifeSeconds: config.JWT_LIFE_SECONDS,
      loopbackOnly: config.loopbackOnly,
    },
    sendMail: (letter) => sendAccountMail(platform, letter),
    log,
    clock,
  });

  registerListeners(platform, [...kernelListeners, ...modules.flatMap((module) => module.listeners ?? [])]);
  for (const module of modules) module.slots?.(platform.slots, platform);
  const jobs: Job[] = [
    deliverEvent,
    notifyListener,
    ...kernelJobs,
    ...modules.flatMap((module) => module.jobs ?? []),
  ] as Job[];
  const worker = buildWorker({ platform, jobs, schedules: jobLine ? [] : schedules, line: jobLine });

  const app = await buildServer(platform, {
    trustProxy: config.TRUST_PROXY,
    allowedOrigins: config.ALLOWED_ORIGINS,
    version,
    callsPerMinute,
    renderRefusal,
  });
  await registerIdentityRoutes(app, platform.identity);
  const payments = () => platform.payments.state();
  registerHealth(app, { checkJobs: () => countDueJobs(database.ownerPool), payments });
  standInRoutes(payments)(app);
  for (const declare of [...kernelRoutes, ...modules.flatMap((module) => module.routes ?? [])])
    await declare(app);
  await foundingPaths(app);
  // The bundle is made with NODE_ENV production, which leaves the branch for development out of it.
  if (process.env.NODE_ENV === 'development')
    await registerDashboardSources(app, join(ROOT, 'src/dashboard'), SCREENS);
  else await registerDashboard(app, join(ROOT, 'dist/dashboard'));
  await app.ready();
  platform.payments.connect(async (body, signature) => {
    const headers = { 'content-type': 'application/json', 'stripe-signature': signature };
    return (await app.inject({ method: 'POST', url: PAYMENT_EVENTS, headers, payload: body })).statusCode;
  });

  return {
    app,
    platform,
    worker,
    async open() {
      await platform.live.start();
      await platform.mail.start();
    },
    async close() {
      await app.close();
      await platform.facts.flush();
      await worker.stop();
      await platform.mail.stop();
      await platform.live.stop();
      await outbound.close();
    },
  };
}

// One key in the installation, one derived key per use: losing one does not lose the others.
const derive = (key: string, use: string): string =>
  createHmac('sha256', key).update(`playbookos ${use}`).digest('base64url');

function mailOptions(config: Config) {
  return {
    smtp: {
      transactional: config.SMTP_URL,
      marketing: config.SMTP_URL_MARKETING ?? config.SMTP_URL,
      outreach: config.SMTP_URL_OUTREACH ?? config.SMTP_URL,
    },
    from: {
      transactional: config.MAIL_FROM,
      marketing: config.MAIL_FROM_MARKETING ?? config.MAIL_FROM,
      outreach: config.MAIL_FROM_OUTREACH ?? config.MAIL_FROM,
    },
    dkim:
      config.DKIM_DOMAIN && config.DKIM_SELECTOR && config.DKIM_PRIVATE_KEY
        ? {
            domain: config.DKIM_DOMAIN,
            selector: config.DKIM_SELECTOR,
            privateKey: config.DKIM_PRIVATE_KEY.replaceAll('\\n', '\n'),
          }
        : undefined,
  };
}
