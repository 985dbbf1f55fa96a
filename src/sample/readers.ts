import { setTimeout as pause } from 'node:timers/promises';
import { SAMPLE_OWNER } from '#kernel/identity';
import type { SampleHouse } from './sample.ts';

/** Somebody of the sample: how they came and how far they went. The same people on every machine. */
interface Reader {
  link: string;
  /** Steps ticked off before the gate, or before they left. */
  steps: number;
  device: keyof typeof DEVICES;
  /** Passed the gate with these answers. */
  passes?: {
    email: string;
    revenue: string;
    team: string;
    pain: string;
    newsletter: boolean;
    confirms: boolean;
  };
}

const DEVICES = {
  desk: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  phone:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
  office: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0',
};

const MACHINES = [
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)',
  'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
];

const PASSED: (NonNullable<Reader['passes']> & { link: string; device: Reader['device'] })[] = [
  {
    link: 'three-jobs',
    device: 'phone',
    email: 'noor@studiohalvorn.example',
    revenue: '250-500k',
    team: '6-12',
    pain: 'scope',
    newsletter: true,
    confirms: true,
  },
  {
    link: 'three-jobs',
    device: 'desk',
    email: 'ines.calloway@calloway-interiors.example',
    revenue: '100-250k',
    team: '2-5',
    pain: 'scope',
    newsletter: true,
    confirms: true,
  },
  {
    link: 'studio-letter',
    device: 'desk',
    email: 'piet@atelierdune.example',
    revenue: '50-100k',
    team: '1',
    pain: 'price',
    newsletter: false,
    confirms: true,
  },
  {
    link: 'studio-letter',
    device: 'office',
    email: 'sanne@kleinveld.example',
    revenue: '100-250k',
    team: '2-5',
    pain: 'numbers',
    newsletter: true,
    confirms: false,
  },
  {
    link: 'quote-talk',
    device: 'phone',
    email: 'oskar@lindqvist-rum.example',
    revenue: 'over-500k',
    team: '13-50',
    pain: 'owner',
    newsletter: false,
    confirms: true,
  },
  {
    link: 'quote-talk',
    device: 'phone',
    email: 'maeve@harbourrooms.example',
    revenue: '250-500k',
    team: '6-12',
    pain: 'scope',
    newsletter: true,
    confirms: true,
  },
  {
    link: 'three-jobs',
    device: 'office',
    email: 'd.ferrand@ferrandetfils.example',
    revenue: '250-500k',
    team: '2-5',
    pain: 'price',
    newsletter: false,
    confirms: false,
  },
  {
    link: 'twenty-minutes',
    device: 'desk',
    email: 'hanna@brennerwerk.example',
    revenue: 'over-500k',
    team: '13-50',
    pain: 'numbers',
    newsletter: true,
    confirms: true,
  },
  {
    link: 'twenty-minutes',
    device: 'phone',
    email: 'jonas@eichhorn-metall.example',
    revenue: '250-500k',
    team: '6-12',
    pain: 'owner',
    newsletter: false,
    confirms: true,
  },
  {
    link: 'workshop-floor',
    device: 'phone',
    email: 'rui@serrasoares.example',
    revenue: '100-250k',
    team: '6-12',
    pain: 'numbers',
    newsletter: true,
    confirms: false,
  },
];

/** People who read a little and left: each link gets some. */
const PASSING_BY = 34;

function readers(): Reader[] {
  const links = [
    'three-jobs',
    'studio-letter',
    'quote-talk',
    'twenty-minutes',
    'three-jobs',
    'workshop-floor',
  ];
  const devices = Object.keys(DEVICES) as (keyof typeof DEVICES)[];
  const passing = Array.from(
    { length: PASSING_BY },
    (_, index): Reader => ({
      link: links[index % links.length] ?? 'three-jobs',
      steps: index % 4,
      device: devices[index % devices.length] ?? 'desk',
    }),
  );
  return [
    ...passing,
    ...PASSED.map(({ link, device, ...passes }): Reader => ({ link, device, steps: 3, passes })),
  ];
}

/** Sends the sample's readers, and some machines, through its links over HTTP, as people and machines come. */
export async function sendReaders(house: SampleHouse): Promise<void> {
  for (const [index, reader] of readers().entries()) await read(house, reader, index);
  for (const [index, userAgent] of MACHINES.entries()) {
    await house.app.inject({
      url: '/l/three-jobs',
      headers: { 'user-agent': userAgent },
      remoteAddress: `198.51.100.${index + 1}`,
    });
  }
}

async function read(house: SampleHouse, reader: Reader, index: number): Promise<void> {
  const { app, platform } = house;
  const sender = {
    remoteAddress: `203.0.113.${index + 1}`,
    headers: { 'user-agent': DEVICES[reader.device], accept: 'text/html' },
  };
  const hop = await app.inject({ url: `/l/${reader.link}`, ...sender });
  const target = new URL(String(hop.headers.location ?? platform.settings.publicUrl));
  const page = await app.inject({ url: target.pathname + target.search, ...sender });
  const version = /data-version="([^"]+)"/.exec(page.payload)?.[1];
  if (!version) return;
  const clickId = target.searchParams.get('c');
  const utm = Object.fromEntries([...target.searchParams].filter(([name]) => name.startsWith('utm_')));
  const steps = [...page.payload.matchAll(/data-step="([^"]+)" data-position="(\d+)"/g)].map(
    ([, stepId, position]) => ({ stepId, position: Number(position) }),
  );
  const tell = (fact: object) =>
    app.inject({
      method: 'POST',
      url: `${target.pathname}/facts`,
      ...sender,
      headers: { ...sender.headers, 'content-type': 'application/json' },
      payload: { versionId: version, clickId, referrer: null, utm, ...fact },
    });
  await tell({ kind: 'view' });
  for (const step of steps.slice(0, reader.steps)) {
    await tell({ kind: 'opened', ...step });
    await tell({ kind: 'done', ...step });
  }
  if (!reader.passes) return;
  const { email, newsletter, confirms, ...answers } = reader.passes;
  await app.inject({
    method: 'POST',
    url: `${target.pathname}/gate`,
    ...sender,
    headers: { ...sender.headers, 'content-type': 'application/json' },
    payload: {
      email,
      answers,
      newsletter,
      c: clickId,
      elapsedMs: 21_000 + index * 700,
      carried: { answers: {}, done: steps.map((step) => step.stepId) },
    },
  });
  if (confirms) await confirm(house, email, sender);
}

/** Opens the confirmation in the mail catcher and presses its button, as the person would. */
async function confirm(house: SampleHouse, email: string, sender: object): Promise<void> {
  const { platform, app } = house;
  if ((await platform.mail.state()).state !== 'stand-in') return;
  const headers = await ownerHeaders(house);
  for (let attempt = 0; attempt < MAIL_ATTEMPTS; attempt += 1) {
    const list = await app.inject({
      url: `/api/v1/stand-ins/mail?search=${encodeURIComponent(email)}`,
      headers,
    });
    const [mail] = (list.json() as { data?: { id: string }[] }).data ?? [];
    const opened = mail && (await app.inject({ url: `/api/v1/stand-ins/mail/${mail.id}`, headers }));
    const path = opened && /\/confirm\/[A-Za-z0-9_-]+/.exec((opened.json() as { text: string }).text)?.[0];
    if (path) {
      await app.inject({ method: 'POST', url: path, ...sender });
      return;
    }
    await pause(MAIL_PAUSE_MS);
  }
}

const MAIL_ATTEMPTS = 40;
const MAIL_PAUSE_MS = 100;

let session: Promise<Record<string, string>> | undefined;

/** The owner of the sample, signed in: only they may look into the catcher. */
function ownerHeaders({ platform, workspace }: SampleHouse): Promise<Record<string, string>> {
  session ??= (async () => {
    const owner = await platform.identity.findAccountByEmail(SAMPLE_OWNER.email);
    if (!owner) throw new Error('The sample has no owner.');
    const { cookies } = await platform.identity.openSession(owner.userId);
    return { cookie: cookies.map((line) => line.split(';')[0]).join('; '), 'x-workspace': workspace.slug };
  })();
  return session;
}
