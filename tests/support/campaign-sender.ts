// A process of its own that sends what campaigns have due, so that a test can kill it: <database url> <signing key> <allowed host:port>.
import { pino } from 'pino';
import type { Platform } from '#context';
import { buildOutbound } from '#kernel/connectors';
import { connect } from '#kernel/database';
import { deliverEvent, notifyListener, registerListeners } from '#kernel/events';
import { buildWorker } from '#kernel/jobs';
import { buildMail, mailJobs } from '#kernel/mail';
import { outreach } from '#modules/outreach';

const [url = '', signingKey = '', host = ''] = process.argv.slice(2);
const log = pino({ level: 'silent' });
const clock = { now: () => new Date() };
const sender = 'a@tallowgate.example';
const platform = {
  settings: { publicUrl: 'https://playbooks.example', signingKey },
  database: connect({ url }, log, 4),
  clock,
  log,
  outbound: buildOutbound({ allowPrivateHosts: [host], clock, log }),
} as unknown as Platform;
platform.mail = buildMail(
  {
    smtp: { transactional: undefined, marketing: undefined, outreach: undefined },
    from: { transactional: sender, marketing: sender, outreach: sender },
  },
  platform,
);
outreach.slots?.(undefined as never, platform);
registerListeners(platform, outreach.listeners ?? []);
const worker = buildWorker({
  platform,
  jobs: [deliverEvent, notifyListener, ...mailJobs, ...(outreach.jobs ?? [])] as never,
  schedules: [],
});
await worker.settle();
process.exit(0);
