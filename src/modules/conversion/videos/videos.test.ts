import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/database';
import { publish } from '#kernel/events';
import { suppress } from '#kernel/mail';
import {
  BROWSER,
  confirm,
  lowerTheLine,
  mailsTo,
  pathOf,
  type Raised,
  raise,
  sayAgain,
  sell,
  videoOf,
} from '../../../../tests/support/film.ts';
import { openHouse, type TestHouse } from '../../../../tests/support/harness.ts';
import { type PublishedPlaybook, publishPlaybook } from '../../../../tests/support/playbook.ts';
import { ensure } from './templates.ts';

let house: TestHouse;
let playbook: PublishedPlaybook;
let offerId: string;

beforeAll(async () => {
  house = await openHouse();
  playbook = await publishPlaybook(house);
  await lowerTheLine(house, { videoDelayMinutes: 30 });
  offerId = await sell(house, playbook.id);
});
afterAll(() => house.close());

const afterTheDelay = async () => {
  house.clock.advance({ minutes: 31 });
  await house.settle();
};
const recordOf = async (raised: Raised) =>
  (await house.call('GET', `/api/v1/videos/${(await videoOf(house, raised)).id}`)).body;
const eventsOf = async (name: string, videoId: string) =>
  house.inWorkspace(async ({ db }) => {
    const { rows } = await db.$client.query(
      `select 1 from app.events where name = $1 and payload ->> 'videoId' = $2`,
      [name, videoId],
    );
    return rows.length;
  });
const look = (url: string, headers: Record<string, string> = {}) =>
  house.app.inject({ url, headers: { 'user-agent': BROWSER, ...headers } });
/** A tenth of a second of silence. */
const WAV = Buffer.concat([
  Buffer.from('RIFF'),
  Buffer.from(new Uint32Array([36 + 800]).buffer),
  Buffer.from('WAVEfmt '),
  Buffer.from(new Uint32Array([16]).buffer),
  Buffer.from(new Uint16Array([1, 1]).buffer),
  Buffer.from(new Uint32Array([8_000, 8_000]).buffer),
  Buffer.from(new Uint16Array([1, 8]).buffer),
  Buffer.from('data'),
  Buffer.from(new Uint32Array([800]).buffer),
  Buffer.alloc(800, 128),
]);
const upload = (url: string, name: string, bytes: Buffer) =>
  house.app.inject({
    method: 'PUT',
    url,
    headers: { authorization: `Bearer ${house.apiKey}`, 'content-type': 'multipart/form-data; boundary=cut' },
    payload: Buffer.concat([
      Buffer.from(
        `--cut\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: audio/wav\r\n\r\n`,
      ),
      bytes,
      Buffer.from('\r\n--cut--\r\n'),
    ]),
  });
const tell = (path: string, facts: unknown[], headers: Record<string, string> = {}) =>
  house.app.inject({
    method: 'POST',
    url: `${path}/facts`,
    headers: { 'user-agent': BROWSER, ...headers },
    payload: { session: 'one', facts },
  });

describe('a raised hand', () => {
  it('gets a video of their own words, that leaves after the delay and says where everything comes from', async () => {
    const noor = await raise(house, playbook, { email: 'noor@halvorn.example' });
    const planned = await videoOf(house, noor);
    expect(planned).toMatchObject({
      state: 'ready',
      offer: { name: 'The fixed-price kit' },
      delivery: { state: 'planned', waitReason: { code: 'delay' }, attempts: 0 },
    });
    expect(await eventsOf('video.prepared', planned.id)).toBe(1);
    expect(await mailsTo(house, noor.email)).toHaveLength(1);

    await afterTheDelay();
    const record = await recordOf(noor);
    expect(record.delivery).toMatchObject({ state: 'sent', waitReason: null, attempts: 1 });
    expect(await eventsOf('video.delivered', record.id)).toBe(1);
    const [mail] = await mailsTo(house, noor.email);
    expect(mail?.text).toContain('> Work grows after we agreed on the price');
    expect(mail?.headers.map(({ name }) => name.toLowerCase())).toContain('list-unsubscribe');
    expect(mail?.links).toContain(record.url);

    const fields = new Map(
      record.personalisation.fields.map((field: { field: string }) => [field.field, field]),
    );
    expect(fields.get('answer.pain')).toMatchObject({
      value: 'Work grows after we agreed on the price',
      source: { kind: 'answer', label: 'your answer to “What hurts most right now?”' },
      isFallback: false,
    });
    expect(fields.get('steps_done')).toMatchObject({ value: '8 of 8 steps', source: { kind: 'reading' } });
    expect(fields.get('first_name')).toMatchObject({ value: 'Hello', source: null, isFallback: true });
    // The playbook of this test cites nothing, so nothing is claimed.
    expect(record.personalisation.leftOut).toMatchObject([{ kind: 'proof', field: 'quote' }]);
    expect(record.scenes.map(({ kind }: { kind: string }) => kind)).toEqual([
      'hook',
      'problem',
      'method',
      'offer',
      'ask',
    ]);
    expect(record.durationMs).toBe(235_000);
  });

  it('is told twice and makes one video', async () => {
    const twice = await raise(house, playbook, { email: 'twice@halvorn.example' });
    const { handRaiseId } = await recordOf(twice);
    await sayAgain(house, handRaiseId, twice.leadId, playbook.id);
    await afterTheDelay();
    await sayAgain(house, handRaiseId, twice.leadId, playbook.id);
    await afterTheDelay();
    expect((await videoOf(house, twice)).delivery).toMatchObject({ state: 'sent', attempts: 1 });
    expect(
      (await mailsTo(house, twice.email)).filter(({ links }) => links.some((link) => link.includes('/v/'))),
    ).toHaveLength(1);
  });

  it('waits until the address is confirmed, and goes on then', async () => {
    const quiet = await raise(house, playbook, { email: 'quiet@halvorn.example', confirms: false });
    await afterTheDelay();
    expect((await videoOf(house, quiet)).delivery).toMatchObject({
      state: 'planned',
      waitReason: { code: 'address', sentence: 'Waits until they confirm their address' },
      nextAttemptAt: null,
    });
    await confirm(house, quiet.email);
    await house.settle();
    expect((await videoOf(house, quiet)).delivery.state).toBe('sent');
  });

  it('whose address must not be written to gets nothing, with the reason, until somebody lifts that', async () => {
    const stopped = await raise(house, playbook, { email: 'stopped@halvorn.example' });
    const { suppression } = await house.inWorkspace((ctx) =>
      suppress(ctx, { email: stopped.email, stream: 'marketing', reason: 'unsubscribe' }),
    );
    await afterTheDelay();
    const { id, delivery } = await videoOf(house, stopped);
    expect(delivery).toMatchObject({ state: 'cancelled', waitReason: { code: 'suppressed' }, attempts: 0 });
    expect((await mailsTo(house, stopped.email)).length).toBe(1);
    await house.call('DELETE', `/api/v1/suppressions/${suppression.id}`);
    const again = await house.call('POST', `/api/v1/videos/${id}/deliveries`);
    expect(again.status).toBe(201);
    await house.settle();
    expect((await videoOf(house, stopped)).delivery).toMatchObject({ state: 'sent', attempts: 1 });
    expect((await house.call('POST', `/api/v1/videos/${id}/deliveries`)).status).toBe(409);
  });
});

describe('permission', () => {
  const say = (leadId: string, purpose: string, state: string) =>
    house.inWorkspace(async ({ db, workspace, clock }) => {
      await db.$client.query(
        `insert into app.consents (id, workspace_id, lead_id, purpose, state, text_shown, method, occurred_at)
         values ($1, $2, $3, $4, $5, 'Send me films', 'person', $6)`,
        [newId(), workspace.id, leadId, purpose, state, clock.now()],
      );
    });

  it('that was taken back stops the film, whatever else they allowed', async () => {
    const changed = await raise(house, playbook, { email: 'changed@halvorn.example' });
    await say(changed.leadId, 'video', 'withdrawn');
    await afterTheDelay();
    expect((await videoOf(house, changed)).delivery).toMatchObject({
      state: 'cancelled',
      waitReason: { code: 'withdrawn' },
    });
  });

  it('that nobody gave is waited for, and the film leaves when it comes', async () => {
    const silent = await raise(house, playbook, { email: 'silent@halvorn.example' });
    await house.inWorkspace(({ db }) =>
      db.$client.query('delete from app.consents where lead_id = $1', [silent.leadId]),
    );
    await afterTheDelay();
    expect((await videoOf(house, silent)).delivery).toMatchObject({
      state: 'planned',
      waitReason: { code: 'permission' },
    });
    await say(silent.leadId, 'video', 'granted');
    await house.inWorkspace((ctx) =>
      publish(ctx, 'consent.recorded', {
        consentId: newId(),
        leadId: silent.leadId,
        purpose: 'video',
        granted: true,
      }),
    );
    await house.settle();
    expect((await videoOf(house, silent)).delivery.state).toBe('sent');
  });
});

describe('a template', () => {
  let id: string;
  const read = async () => (await house.call('GET', `/api/v1/video-templates/${id}`)).body;
  const change = (template: { name: string; scenes: Record<string, unknown>[] }) =>
    house.call('PUT', `/api/v1/video-templates/${id}`, {
      name: template.name,
      scenes: template.scenes.map(({ position, startMs, hasAudio, ...scene }) => scene),
    });

  it('is made when the first offer of a playbook is published: six scenes, five minutes', async () => {
    const { body } = await house.call('GET', '/api/v1/video-templates');
    expect(body.data).toHaveLength(1);
    id = body.data[0].id;
    expect(body.data[0]).toMatchObject({
      state: 'published',
      durationMs: 300_000,
      playbook: { id: playbook.id },
      offer: { id: offerId },
    });
    expect(body.data[0].scenes.map(({ durationMs }: { durationMs: number }) => durationMs)).toEqual([
      40_000, 55_000, 65_000, 60_000, 50_000, 30_000,
    ]);
  });

  it('is made once, however many need it at the same time', async () => {
    const other = await publishPlaybook(house, { title: 'Another playbook' });
    const made = await Promise.all([1, 2, 3, 4].map(() => house.inWorkspace((ctx) => ensure(ctx, other.id))));
    expect(new Set(made.map((template) => template?.id)).size).toBe(1);
  });

  it('comes back as it was saved, and is shown as a person would see it', async () => {
    const noor = await raise(house, playbook, { email: 'preview@halvorn.example' });
    const before = await read();
    const saved = await change(before);
    expect(saved.status).toBe(200);
    expect(saved.body.scenes).toEqual(before.scenes);
    expect(saved.body).toMatchObject({ state: 'draft', revision: before.revision + 1 });
    const preview = (await house.call('GET', `/api/v1/video-templates/${id}/preview?leadId=${noor.leadId}`))
      .body;
    expect(preview.scenes[1].html).toContain('Work grows after we agreed on the price');
    const nobody = (await house.call('GET', `/api/v1/video-templates/${id}/preview`)).body;
    expect(nobody.leftOut.map(({ kind }: { kind: string }) => kind)).toEqual(['problem', 'proof']);
  });

  it('that is being changed holds videos back, and makes them with its new words when it is published', async () => {
    const patient = await raise(house, playbook, { email: 'patient@halvorn.example' });
    await afterTheDelay();
    expect(await videoOf(house, patient)).toMatchObject({
      state: 'preparing',
      delivery: { state: 'planned', waitReason: { code: 'template' } },
    });
    const template = await read();
    template.scenes[0].title = 'New words for {{company}}';
    template.scenes[0].fields.push({ field: 'company', fallback: 'your studio', isRequired: false });
    expect((await change(template)).status).toBe(200);
    expect((await house.call('POST', `/api/v1/video-templates/${id}/publications`)).status).toBe(201);
    await house.settle();
    expect((await videoOf(house, patient)).delivery.state).toBe('sent');
    expect((await recordOf(patient)).scenes[0].title).toBe('New words for your studio');
    template.scenes[0].title = '{{first_name}}, five minutes made for you';
    await change(template);
    await house.call('POST', `/api/v1/video-templates/${id}/publications`);
  });

  it('plays what was recorded under a scene, and refuses what is no recording', async () => {
    const { scenes } = await read();
    const url = `/api/v1/video-templates/${id}/scenes/${scenes[0].id}/narration`;
    expect((await upload(url, 'voice.txt', Buffer.from('Hello'))).statusCode).toBe(422);
    const saved = await upload(url, 'voice.wav', WAV);
    expect(saved.statusCode).toBe(200);
    expect(saved.json().scenes.map(({ hasAudio }: { hasAudio: boolean }) => hasAudio)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    const listener = await raise(house, playbook, { email: 'listener@halvorn.example' });
    await afterTheDelay();
    const own = await pathOf(house, listener.email);
    expect((await look(own)).payload).toContain(`src="${own}/narration/1"`);
    const whole = await look(`${own}/narration/1`);
    expect([whole.headers['content-type'], whole.rawPayload.equals(WAV)]).toEqual(['audio/wav', true]);
    const part = await look(`${own}/narration/1`, { range: 'bytes=4-7' });
    expect([part.statusCode, part.headers['content-range'], part.rawPayload.length]).toEqual([
      206,
      `bytes 4-7/${WAV.length}`,
      4,
    ]);
    expect((await look(`${own}/narration/2`)).statusCode).toBe(404);
    expect((await house.call('DELETE', url)).body.scenes[0].hasAudio).toBe(false);
  });

  it('refuses fields that do not exist, and titles that could stand without their word', async () => {
    const template = await read();
    const [first] = template.scenes;
    const refused = async (words: object) => {
      const answer = await change({ ...template, scenes: [{ ...first, ...words }] });
      return [answer.status, answer.body.errors?.[0]?.pointer];
    };
    expect(await refused({ text: 'In {{shoe_size}}' })).toEqual([422, '/scenes/0/fields']);
    expect(await refused({ title: 'For {{question}}' })).toEqual([422, '/scenes/0/title']);
    expect(await refused({ durationMs: 10 })).toEqual([422, '/scenes/0/durationMs']);
    expect(await refused({ id: template.id })).toEqual([422, '/scenes/0/id']);
    expect((await read()).scenes).toHaveLength(6);
  });
});

describe('the private page', () => {
  let path: string;
  let watcher: Raised;
  beforeAll(async () => {
    watcher = await raise(house, playbook, { email: 'watcher@halvorn.example' });
    await afterTheDelay();
    path = await pathOf(house, watcher.email);
  });

  it('holds every scene, the transcript, what it knows and the offer, without script or inline code', async () => {
    const page = await look(path);
    expect(page.statusCode).toBe(200);
    for (const words of [
      'Hello, five minutes made for you',
      'Work grows after we agreed on the price',
      'Step number 8',
      'The fixed-price kit',
      '€490',
      'Money back for 30 days.',
      'What this page knows about you',
      'your answer to “What hurts most right now?”',
      'Put together and timed by software',
    ])
      expect(page.payload).toContain(words);
    expect(page.headers['content-security-policy']).toContain("script-src 'self'; style-src 'self'");
    expect(page.payload).not.toMatch(/<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=/);
    expect(page.payload).not.toContain('autoplay');
    expect(page.headers['cache-control']).toBe('no-store');
    expect((await videoOf(house, watcher)).furthestMs).toBe(0);
  });

  it('counts what is played once, and says watched once, at half of the running time', async () => {
    const half = 235_000 / 2;
    await tell(path, [{ kind: 'watched', fromMs: 0, toMs: 40_000 }]);
    await tell(path, [
      { kind: 'watched', fromMs: 20_000, toMs: 60_000 },
      { kind: 'watched', fromMs: 0, toMs: 40_000 },
    ]);
    expect(await videoOf(house, watcher)).toMatchObject({
      watchedMs: 60_000,
      furthestMs: 60_000,
      seen: [{ fromMs: 0, toMs: 60_000 }],
      watchedAt: null,
    });
    await tell(path, [{ kind: 'watched', fromMs: 60_000, toMs: Math.ceil(half) }]);
    await tell(path, [{ kind: 'watched', fromMs: 0, toMs: 155_000 }]);
    await house.settle();
    const video = await videoOf(house, watcher);
    expect(video.watchedAt).toBe(house.clock.now().toISOString());
    expect(await eventsOf('video.watched', video.id)).toBe(1);
    expect((await house.call('GET', `/api/v1/leads/${watcher.leadId}`)).body.stage).toBe('video');
    const { scenes } = await recordOf(watcher);
    expect(scenes.map(({ watchedMs }: { watchedMs: number }) => watchedMs)).toEqual([
      40_000, 55_000, 60_000, 0, 0,
    ]);
  });

  it('keeps what machines told apart', async () => {
    const bots = await raise(house, playbook, { email: 'scanned@halvorn.example' });
    await afterTheDelay();
    const answer = await tell(
      await pathOf(house, bots.email),
      [{ kind: 'watched', fromMs: 0, toMs: 235_000 }],
      {
        'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
      },
    );
    expect(answer.statusCode).toBe(204);
    const record = await recordOf(bots);
    expect(record).toMatchObject({ watchedMs: 0, watchedAt: null, seen: [] });
    expect(record.facts).toMatchObject([{ kind: 'watched', isMachine: true }]);
  });

  it('believes somebody without script who says that they read it', async () => {
    const reader = await raise(house, playbook, { email: 'reader@halvorn.example' });
    await afterTheDelay();
    const own = await pathOf(house, reader.email);
    const answer = await house.app.inject({
      method: 'POST',
      url: `${own}/facts`,
      headers: { 'user-agent': BROWSER, 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'kind=read',
    });
    expect(answer.statusCode).toBe(303);
    expect(await videoOf(house, reader)).toMatchObject({ watchedMs: 0, seen: [] });
    expect((await videoOf(house, reader)).watchedAt).not.toBeNull();
  });

  it('refuses reports that make no sense, and takes none about what is not there', async () => {
    for (const facts of [[], [{ kind: 'flown' }], [{ kind: 'watched', fromMs: -1, toMs: 5 }], 'all of it'])
      expect((await tell(path, facts as unknown[])).statusCode).toBe(422);
    await tell(path, [{ kind: 'watched', fromMs: 900_000, toMs: 950_000 }]);
    await tell(path, [{ kind: 'watched', fromMs: 9_000, toMs: 8_000 }]);
    expect((await videoOf(house, watcher)).watchedMs).toBe(155_000);
    expect((await tell('/v/no-such-token', [{ kind: 'opened' }])).statusCode).toBe(404);
    expect((await look('/v/no-such-token')).statusCode).toBe(404);
  });

  it('ends in the offer: its button opens the checkout, with the way that led there', async () => {
    const buyer = await raise(house, playbook, { email: 'buyer@halvorn.example' });
    await afterTheDelay();
    const own = await pathOf(house, buyer.email);
    const pressed = await house.app.inject({
      method: 'POST',
      url: `${own}/checkout`,
      headers: { 'user-agent': BROWSER },
    });
    expect(pressed.statusCode).toBe(303);
    expect(pressed.headers.location).toMatch(/\/checkout\/[A-Za-z0-9_-]{32}$/);
    const record = await recordOf(buyer);
    expect(record.facts.map(({ kind }: { kind: string }) => kind)).toEqual(['offer_clicked']);
    const { rows } = await house.inWorkspace(({ db }) =>
      db.$client.query('select * from app.checkouts where video_id = $1', [record.id]),
    );
    expect(rows).toMatchObject([
      {
        lead_id: buyer.leadId,
        offer_id: offerId,
        playbook_id: playbook.id,
        version_id: playbook.versionId,
        amount_minor: '49000',
      },
    ]);
  });

  it('says when the offer is gone, and its button leads back', async () => {
    const late = await raise(house, playbook, { email: 'late@halvorn.example' });
    await afterTheDelay();
    const own = await pathOf(house, late.email);
    await house.call('DELETE', `/api/v1/offers/${offerId}`);
    expect((await look(own)).payload).toContain('Nothing is for sale here any more.');
    const pressed = await house.app.inject({ method: 'POST', url: `${own}/checkout` });
    expect([pressed.statusCode, pressed.headers.location]).toEqual([303, own]);
    offerId = await sell(house, playbook.id);
  });

  it('is deleted by its person, for everybody', async () => {
    const gone = await raise(house, playbook, { email: 'gone@halvorn.example' });
    await afterTheDelay();
    const own = await pathOf(house, gone.email);
    const answer = await house.app.inject({ method: 'POST', url: `${own}/deletion` });
    expect(answer.statusCode).toBe(303);
    const ended = await look(own);
    expect(ended.statusCode).toBe(410);
    expect(ended.payload).toContain('This film was deleted');
    expect(await recordOf(gone)).toMatchObject({
      state: 'expired',
      scenes: [],
      personalisation: { fields: [] },
    });
    expect((await tell(own, [{ kind: 'opened' }])).statusCode).toBe(404);
  });

  it('goes with a person who is erased, and the facts stay as nobody’s', async () => {
    const erased = await raise(house, playbook, { email: 'erased@halvorn.example' });
    await afterTheDelay();
    const own = await pathOf(house, erased.email);
    await tell(own, [{ kind: 'opened' }]);
    const { id } = await videoOf(house, erased);
    expect((await house.call('DELETE', `/api/v1/leads/${erased.leadId}`)).status).toBeLessThan(300);
    await house.settle();
    expect((await look(own)).statusCode).toBe(410);
    const facts = await house.inWorkspace(({ db }) =>
      db.$client.query('select lead_id from app.watch_facts where video_id = $1', [id]),
    );
    expect(facts.rows).toEqual([{ lead_id: null }]);
  });

  it('ends after 90 days', async () => {
    house.clock.advance({ days: 91 });
    const ended = await look(path);
    expect(ended.statusCode).toBe(410);
    expect(ended.payload).toContain('This link has ended');
  });
});
