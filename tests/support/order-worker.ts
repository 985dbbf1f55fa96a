// The whole program as a worker of its own, so that a test can kill it: <data folder> <database url> <smtp url> <secret key>.
// It says "ready" when it begins to take jobs, and ends by itself when nothing is left.
import { setTimeout } from 'node:timers/promises';
import { pino } from 'pino';
import { connect } from '#kernel/database';
import { countDueJobs } from '#kernel/jobs';
import { assemble } from '../../src/app.ts';
import { loadConfig } from '../../src/config.ts';

const [DATA_DIR = '', DATABASE_URL = '', SMTP_URL = '', SECRET_KEY = ''] = process.argv.slice(2);
const env = { DATA_DIR, DATABASE_URL, SMTP_URL, SECRET_KEY, SAMPLE: 'off', PORT: '0', ROLE: 'worker' };
const log = pino({ level: 'silent' });
const database = connect({ url: DATABASE_URL }, log, 6);
const house = await assemble(loadConfig({ ...env, PUBLIC_URL: 'http://localhost:3000' }), {
  database,
  log,
  clock: { now: () => new Date() },
  callsPerMinute: 1_000_000,
});
// Whoever had these jobs was killed.
await house.worker.start({ alone: true });
process.stdout.write('ready\n');
for (let quiet = 0; quiet < 4; ) {
  await setTimeout(150);
  const { rows } = await database.ownerPool.query<{ open: number }>(
    `select count(*)::int as open from graphile_worker._private_jobs
      where run_at <= now() + interval '1 minute' and attempts < max_attempts`,
  );
  const idle = (await countDueJobs(database.ownerPool)) === 0 && rows[0]?.open === 0;
  quiet = idle ? quiet + 1 : 0;
}
process.exit(0);
