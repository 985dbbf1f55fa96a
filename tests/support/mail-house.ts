import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { pino } from 'pino';
import { type Context, type Platform, system } from '#context';
import { connect, inWorkspace, newId } from '#kernel/database';
import { deliverEvent, type Listener, notifyListener, registerListeners } from '#kernel/events';
import { buildWorker } from '#kernel/jobs';
import { buildMail, type MailSettings, mailJobs } from '#kernel/mail';
import { TestClock } from './clock.ts';
import { cloneDatabase } from './database.ts';

export interface MailHouse {
  platform: Platform;
  clock: TestClock;
  workspaceId: string;
  /** As the program's login. */
  databaseUrl: string;
  inWorkspace<T>(work: (ctx: Context) => Promise<T>): Promise<T>;
  /** Runs what is due by the house's clock until nothing is left. */
  settle(): Promise<void>;
  /** One row or more, past every wall. */
  query<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>;
  makeWorkspace(slug: string): Promise<string>;
  close(): Promise<void>;
}

export const FROM = 'Marit Ostrevik <hello@tallowgate.example>';

/** The room of mail over a database of its own, without the rest of the program. */
export async function openMailHouse(
  settings: Partial<MailSettings> = {},
  listeners: Listener[] = [],
): Promise<MailHouse> {
  const database = await cloneDatabase();
  const log = pino({ level: process.env.TEST_LOG ?? 'silent' });
  const clock = new TestClock();
  const pools = connect({ url: database.url }, log, 8);
  const platform = {
    settings: {
      publicUrl: 'https://playbooks.example',
      signingKey: randomBytes(32).toString('hex'),
      loopbackOnly: true,
    },
    database: pools,
    clock,
    log,
  } as unknown as Platform;
  platform.mail = buildMail(
    {
      smtp: { transactional: undefined, marketing: undefined, outreach: undefined },
      from: {
        transactional: FROM,
        marketing: 'news@tallowgate.example',
        outreach: 'Marit <marit@reach.example>',
      },
      ...settings,
    },
    platform,
  );
  await platform.mail.start();
  registerListeners(platform, listeners);
  const worker = buildWorker({
    platform,
    jobs: [deliverEvent, notifyListener, ...mailJobs] as never,
    schedules: [],
  });
  const admin = new pg.Pool({ connectionString: database.adminUrl, max: 2 });
  admin.on('error', () => {});
  const query = async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
    (await admin.query<Row>(sql, values)).rows;
  const makeWorkspace = async (slug: string) => {
    const [organizationId, id] = [newId(), newId()];
    await query('insert into identity.organizations (id, name, slug) values ($1, $2, $2)', [
      organizationId,
      slug,
    ]);
    await query('insert into app.workspaces (id, organization_id, slug, name) values ($1, $2, $3, $4)', [
      id,
      organizationId,
      slug,
      'Tallowgate Candles',
    ]);
    return id;
  };
  const workspaceId = await makeWorkspace('tallowgate');
  return {
    platform,
    clock,
    workspaceId,
    databaseUrl: database.url,
    inWorkspace: (work) => inWorkspace(platform, { workspaceId, actor: system('test') }, work),
    settle: () => worker.settle(clock.now()),
    query,
    makeWorkspace,
    async close() {
      await worker.stop();
      await platform.mail.stop();
      await pools.close();
      await admin.end();
      await database.drop();
    },
  };
}
