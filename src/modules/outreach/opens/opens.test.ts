import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type TestHouse } from '../../../../tests/support/harness.ts';
import { startSite } from '../site.fixture.ts';

const PERSON = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' };
let site: Awaited<ReturnType<typeof startSite>>;
let house: TestHouse;
let id: string;
beforeAll(async () => {
  site = await startSite();
  house = await openHouse({ clock: '2026-11-24T09:00:00Z', env: { ALLOW_PRIVATE_HOSTS: site.host } });
  await house.call('POST', '/api/v1/mailboxes', { email: 'marit@reach.example' });
  const { body } = await house.call('POST', '/api/v1/campaigns', { url: site.url });
  await house.settle();
  id = body.id;
  const { variants } = (await house.call('GET', `/api/v1/campaigns/${id}`)).body;
  for (const variant of variants)
    await house.call('PATCH', `/api/v1/variants/${variant.id}`, {
      mails: [
        {
          position: 1,
          body: `Hi {{first_name|there}},\n\nsee ${site.url}one and ${site.url}two\n\n{{sender_name}}`,
        },
      ],
    });
  await house.call('POST', `/api/v1/prospect-lists/${body.listIds[0]}/prospects`, {
    text: 'email,first name\nada@northmill.example,Ada\nbela@southmill.example,Béla\ncleo@westmill.example,Cleo',
  });
  await house.call('PATCH', `/api/v1/campaigns/${id}`, {
    settings: { postalAddress: 'Mill Lane 1', trackOpens: true, trackClicks: true },
  });
  await house.call('POST', `/api/v1/campaigns/${id}/launches`);
  await house.settle();
});
afterAll(async () => {
  await house.close();
  await site.close();
});

/** The addresses of a caught mail that are ours. */
async function trackedOf(to: string): Promise<{ pixel: string; links: string[]; unsubscribe: string }> {
  const [mail] = (await house.call('GET', `/api/v1/stand-ins/mail?search=${to}`)).body.data;
  const { raw } = (await house.call('GET', `/api/v1/stand-ins/mail/${mail.id}`)).body;
  const text = raw.replace(/=\r\n/g, '').replaceAll('=3D', '=');
  const all = (pattern: RegExp): string[] => [...new Set<string>(text.match(pattern) ?? [])];
  return {
    pixel: all(/\/t\/o\/[\w-]+\.gif/g)[0] ?? '',
    links: all(/\/t\/c\/[\w-]+/g),
    unsubscribe: all(/\/u\/[\w-]+/g)[0] ?? '',
  };
}
const visit = (url: string, headers = PERSON, method: 'GET' | 'HEAD' | 'POST' = 'GET') =>
  house.app.inject({ method, url, headers });
const counted = async () => {
  await house.settle();
  return (await house.call('GET', `/api/v1/campaigns/${id}/analytics`)).body;
};

describe('opens and clicks', () => {
  it('of a person count once per person, and lead where the mail said', async () => {
    const { pixel, links } = await trackedOf('ada@northmill');
    for (let time = 0; time < 3; time += 1)
      expect((await visit(pixel)).headers['content-type']).toBe('image/gif');
    const answer = await visit(links[0] ?? '');
    expect(answer.statusCode).toBe(302);
    expect(answer.headers.location).toBe(`${site.url}one`);
    expect(await counted()).toMatchObject({
      open: { count: 1, of: 3 },
      click: { count: 1, of: 3 },
      machine: { opens: 0, clicks: 0 },
    });
    expect((await house.call('GET', `/api/v1/campaigns/${id}`)).body.counts).toMatchObject({
      opened: 1,
      clicked: 1,
    });
  });

  it('of machines stand apart: a mail proxy, a HEAD, and every link of a mail at once', async () => {
    const { pixel, links } = await trackedOf('bela@southmill');
    await visit(pixel, { 'user-agent': 'Mozilla/5.0' });
    await visit(links[0] ?? '', PERSON, 'HEAD');
    house.clock.advance({ seconds: 30 });
    await visit(links[0] ?? '');
    await visit(links[1] ?? '');
    expect(await counted()).toMatchObject({
      open: { count: 1 },
      click: { count: 1 },
      machine: { opens: 1, clicks: 3 },
    });
  });

  it('lead nowhere when somebody made them up', async () => {
    const { links } = await trackedOf('ada@northmill');
    expect((await visit(`${links[0]?.slice(0, -2)}AA`)).statusCode).toBe(404);
    expect((await visit('/t/c/nothing')).statusCode).toBe(404);
    expect((await visit('/t/o/nothing.gif')).statusCode).toBe(200);
  });

  it('one click unsubscribes by POST and stops what waits; looking at the link does not', async () => {
    const { unsubscribe } = await trackedOf('cleo@westmill');
    await visit(unsubscribe);
    await house.settle();
    const waiting = async () =>
      (await house.call('GET', `/api/v1/campaigns/${id}/sends`)).body.data.filter(
        (send: { email: string; state: string }) =>
          send.email === 'cleo@westmill.example' && send.state === 'planned',
      ).length;
    expect(await waiting()).toBe(2);
    expect((await visit(unsubscribe, PERSON, 'POST')).statusCode).toBe(200);
    await house.settle();
    expect(await waiting()).toBe(0);
    expect(await counted()).toMatchObject({ unsubscribed: 1 });
  });
});

describe('the limits of a mailbox', () => {
  it('hold when many processes send at the same time', async () => {
    const { data } = (await house.call('GET', '/api/v1/mailboxes')).body;
    const sentBefore = data[0].sentToday;
    await house.call('PATCH', `/api/v1/mailboxes/${data[0].id}`, { dailyCap: sentBefore + 4 });
    const { body } = await house.call('POST', '/api/v1/campaigns', { url: site.url });
    await house.settle();
    await house.call('POST', `/api/v1/prospect-lists/${body.listIds[0]}/prospects`, {
      text: Array.from({ length: 12 }, (_, index) => `p${index}@many${index}.example`).join('\n'),
    });
    await house.call('PATCH', `/api/v1/campaigns/${body.id}`, { settings: { postalAddress: 'Mill Lane 1' } });
    await house.call('POST', `/api/v1/campaigns/${body.id}/launches`);
    await house.settle();
    // All at once and at the same time, as if the plan knew of no cap.
    await house.inWorkspace(({ db, clock }) =>
      db.$client.query(
        `update app.planned_sends set moves_at = $2, planned_at = $2, earliest_at = $2 where campaign_id = $1 and position = 1 and state = 'planned'`,
        [body.id, clock.now()],
      ),
    );
    const { release } = await import('../sends/release.ts');
    await Promise.all(
      Array.from({ length: 6 }, () => release(house.platform, { workspaceId: house.workspace.id })),
    );
    await house.settle();
    const sends = (await house.call('GET', `/api/v1/campaigns/${body.id}/sends?limit=100`)).body.data;
    expect(sends.filter((send: { state: string }) => send.state === 'sent')).toHaveLength(4);
    const held = sends.filter(
      (send: { position: number; state: string }) => send.position === 1 && send.state === 'planned',
    );
    expect(held).toHaveLength(8);
    for (const send of held)
      expect(send).toMatchObject({ waitCode: 'daily_cap', movesAt: expect.stringContaining('2026-11-25') });
  });
});
