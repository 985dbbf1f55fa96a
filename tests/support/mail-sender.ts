// A process of its own that sends what is queued, so that a test can kill it: <database url> <smtp url> <signing key>.
import { pino } from 'pino';
import type { Platform } from '#context';
import { connect } from '#kernel/database';
import { deliverEvent, notifyListener, registerListeners } from '#kernel/events';
import { buildWorker } from '#kernel/jobs';
import { buildMail, mailJobs } from '#kernel/mail';

const [url = '', smtp = '', signingKey = ''] = process.argv.slice(2);
const log = pino({ level: 'silent' });
const platform = {
  settings: { publicUrl: 'https://playbooks.example', signingKey },
  database: connect({ url }, log, 4),
  clock: { now: () => new Date() },
  log,
} as unknown as Platform;
platform.mail = buildMail(
  {
    smtp: { transactional: smtp, marketing: smtp, outreach: smtp },
    from: {
      transactional: 'a@tallowgate.example',
      marketing: 'a@tallowgate.example',
      outreach: 'a@tallowgate.example',
    },
  },
  platform,
);
registerListeners(platform, []);
const worker = buildWorker({
  platform,
  jobs: [deliverEvent, notifyListener, ...mailJobs] as never,
  schedules: [],
});
await worker.settle();
process.exit(0);
