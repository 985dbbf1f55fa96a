import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lowerTheLine, type Raised, raise, videoOf } from '../../../../tests/support/film.ts';
import { openHouse, type TestHouse } from '../../../../tests/support/harness.ts';
import { type MailServer, startMailServer } from '../../../../tests/support/mail-server.ts';
import { type PublishedPlaybook, publishPlaybook } from '../../../../tests/support/playbook.ts';
import { claimMessage } from '../../../kernel/mail/send.ts';
import { deliver } from './deliver.ts';

let house: TestHouse;
let server: MailServer;
let playbook: PublishedPlaybook;

beforeAll(async () => {
  server = await startMailServer();
  house = await openHouse({ env: { SMTP_URL: server.url, ALLOW_PRIVATE_HOSTS: new URL(server.url).host } });
  playbook = await publishPlaybook(house);
  await lowerTheLine(house, { videoDelayMinutes: 30 });
});
afterAll(async () => {
  await house.close();
  await server.close();
});

/** A person whose video is planned and due. */
async function ready(email: string): Promise<Raised & { deliveryId: string }> {
  const raised = await raise(house, playbook, { email, confirms: false });
  await house.inWorkspace(({ db, clock }) =>
    db.$client.query('update app.leads set confirmed_at = $1 where id = $2', [clock.now(), raised.leadId]),
  );
  house.clock.advance({ minutes: 31 });
  return { ...raised, deliveryId: (await videoOf(house, raised)).delivery.id };
}
/** Everything that could bring the mail about again, for an hour. */
async function anHourLater(): Promise<void> {
  for (let round = 0; round < 10; round += 1) {
    house.clock.advance({ minutes: 6 });
    await house.worker.runSchedule('message.find-unconfirmed');
    await house.settle();
    await house.worker.runSchedule('video.look-up');
    await house.settle();
  }
}
const isVideo = ({ raw }: { raw: string }) => /^Subject: .*made for you/m.test(raw);
const arrivals = (email: string) =>
  server.arrived.filter((mail) => mail.to.includes(email) && isVideo(mail)).length;
const deliveryOf = async (raised: Raised) => (await videoOf(house, raised)).delivery;
const claim = (messageId: string) => house.inWorkspace((ctx) => claimMessage(ctx, messageId));
const deliveredEvents = async (leadId: string) =>
  (
    await house.inWorkspace(({ db }) =>
      db.$client.query(
        `select 1 from app.events where name = 'video.delivered' and payload ->> 'leadId' = $1`,
        [leadId],
      ),
    )
  ).rows.length;

describe('a process that dies', () => {
  it('between the hand-over and its record: the video arrived once, is unconfirmed, and never leaves again', async () => {
    const after = await ready('after@halvorn.example');
    await house.inWorkspace((ctx) => deliver(ctx, after.deliveryId));
    const { messageId } = await deliveryOf(after);
    const claimed = await claim(messageId);
    if (!claimed) throw new Error('The message was not to be claimed.');
    await house.platform.mail.deliver(claimed.message, claimed.unsubscribeUrl);
    // Here it dies: what the server answered is recorded nowhere.
    await anHourLater();
    expect(arrivals(after.email)).toBe(1);
    expect(await deliveryOf(after)).toMatchObject({
      state: 'unconfirmed',
      waitReason: { code: 'unconfirmed' },
    });
    expect(await deliveredEvents(after.leadId)).toBe(0);
    const { id } = await videoOf(house, after);
    expect((await house.call('POST', `/api/v1/videos/${id}/deliveries`)).status).toBe(409);

    await house.call('POST', `/api/v1/messages/${messageId}/resolutions`, { outcome: 'arrived' });
    await house.settle();
    expect(await deliveryOf(after)).toMatchObject({ state: 'sent', waitReason: null });
    expect(await deliveredEvents(after.leadId)).toBe(1);
    await anHourLater();
    expect(arrivals(after.email)).toBe(1);
    expect(await deliveredEvents(after.leadId)).toBe(1);
  }, 60_000);

  it('before the hand-over: nobody can know that, so it is unconfirmed as well and a person decides', async () => {
    const before = await ready('before@halvorn.example');
    await house.inWorkspace((ctx) => deliver(ctx, before.deliveryId));
    await claim((await deliveryOf(before)).messageId);
    await anHourLater();
    expect(arrivals(before.email)).toBe(0);
    const { state, messageId } = await deliveryOf(before);
    expect(state).toBe('unconfirmed');
    await house.call('POST', `/api/v1/messages/${messageId}/resolutions`, { outcome: 'lost' });
    await anHourLater();
    expect(await deliveryOf(before)).toMatchObject({ state: 'failed', attempts: 1 });
  }, 60_000);

  it('while it claims: letter and claim come to nothing together, and the next try is the first', async () => {
    const during = await ready('during@halvorn.example');
    await house
      .inWorkspace(async (ctx) => {
        await deliver(ctx, during.deliveryId);
        throw new Error('killed');
      })
      .catch(() => {});
    expect(await deliveryOf(during)).toMatchObject({ state: 'planned', attempts: 0, messageId: null });
    await anHourLater();
    expect(await deliveryOf(during)).toMatchObject({ state: 'sent', attempts: 1 });
    expect(arrivals(during.email)).toBe(1);
  }, 60_000);

  it('with the job of a planned video: another job finds it', async () => {
    const orphan = await ready('orphan@halvorn.example');
    await house.platform.database.ownerPool.query(
      'delete from graphile_worker._private_jobs where key = $1',
      [`video.deliver:${orphan.deliveryId}`],
    );
    expect((await deliveryOf(orphan)).state).toBe('planned');
    await anHourLater();
    expect((await deliveryOf(orphan)).state).toBe('sent');
    expect(arrivals(orphan.email)).toBe(1);
  }, 60_000);
});

describe('a mail server that refuses', () => {
  it('makes the delivery fail with its words, and a person may try again as another letter', async () => {
    const refused = await ready('refused@halvorn.example');
    server.onMail = (mail) => (isVideo(mail) ? { code: 554, text: '5.7.1 No pitches here' } : null);
    await house.settle();
    await house.worker.runSchedule('video.look-up');
    const failed = await deliveryOf(refused);
    expect(failed).toMatchObject({ state: 'failed', waitReason: { code: 'refused' }, attempts: 1 });
    server.onMail = () => null;
    const { id } = await videoOf(house, refused);
    expect((await house.call('POST', `/api/v1/videos/${id}/deliveries`)).status).toBe(201);
    await house.settle();
    expect(await deliveryOf(refused)).toMatchObject({ state: 'sent', attempts: 2 });
    expect(arrivals(refused.email)).toBe(1);
  }, 60_000);
});
