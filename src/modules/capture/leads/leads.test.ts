import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publish } from '#kernel/events';
import { queueMessage } from '#kernel/mail';
import { openHouse, type TestHouse } from '../../../../tests/support/harness.ts';
import { type PublishedPlaybook, publishPlaybook, secretOf } from '../../../../tests/support/playbook.ts';

const BROWSER =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';
const headers = { 'user-agent': BROWSER };

let house: TestHouse;
let playbook: PublishedPlaybook;

beforeAll(async () => {
  house = await openHouse({ clock: '2026-10-28T18:30:00Z' });
  playbook = await publishPlaybook(house);
});
afterAll(() => house.close());

/** Follows a link, reads two steps and passes the gate. @returns the lead's id */
async function arrive(
  email: string,
  {
    slug,
    newsletter = false,
    answers = { revenue: '250-500k', team: '6-12', pain: 'scope' },
  }: { slug?: string; newsletter?: boolean; answers?: Record<string, string> } = {},
): Promise<string> {
  let c: string | null = null;
  const remoteAddress = `203.0.113.${1 + Math.abs([...email].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 250)}`;
  if (slug) {
    const hop = await house.app.inject({ url: `/l/${slug}`, headers, remoteAddress });
    c = new URL(String(hop.headers.location)).searchParams.get('c');
    for (const fact of [
      { kind: 'view' },
      { kind: 'done', stepId: 'step-1', position: 1 },
      { kind: 'done', stepId: 'step-2', position: 2 },
    ]) {
      await house.app.inject({
        method: 'POST',
        url: `${playbook.path}/facts`,
        headers,
        remoteAddress,
        payload: { ...fact, versionId: playbook.versionId, clickId: c },
      });
      house.clock.advance({ minutes: 5 });
    }
  }
  const passed = await house.app.inject({
    method: 'POST',
    url: `${playbook.path}/gate`,
    headers,
    remoteAddress,
    payload: { email, answers, newsletter, c },
  });
  expect(passed.statusCode).toBe(200);
  await house.settle();
  return (await house.call('GET', `/api/v1/leads?q=${encodeURIComponent(email)}`)).body.data[0].id;
}

/** The address in the newest mail to somebody, out of the catcher. */
async function linkTo(email: string): Promise<string> {
  const { body } = await house.call('GET', `/api/v1/stand-ins/mail?search=${encodeURIComponent(email)}`);
  const mail = (await house.call('GET', `/api/v1/stand-ins/mail/${body.data[0].id}`)).body;
  return new URL(mail.links.find((url: string) => url.includes('/confirm/'))).pathname;
}

const record = async (id: string) => (await house.call('GET', `/api/v1/leads/${id}`)).body;
const sum = (reasons: { points: number }[]) => reasons.reduce((total, { points }) => total + points, 0);

/** Tables of the workspace in which a word stands anywhere. */
const tablesNaming = (word: string): Promise<string[]> =>
  house.inWorkspace(async ({ db }) => {
    const tables = await db.$client.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'app'::regnamespace and relkind in ('r', 'p') and not relispartition`,
    );
    const holding: string[] = [];
    for (const { name } of tables.rows) {
      const { rowCount } = await db.$client.query(
        `select 1 from app.${name} t where t::text ilike $1 limit 1`,
        [`%${word}%`],
      );
      if (rowCount) holding.push(name);
    }
    return holding;
  });

describe('a lead', () => {
  let noor: string;

  it('leads back to the click, the link, the version, the step and what that rests on', async () => {
    await house.call('POST', '/api/v1/links', {
      playbookId: playbook.id,
      slug: 'three-jobs',
      title: 'Count three past jobs',
      utm: { source: 'linkedin' },
    });
    noor = await arrive('noor@studiohalvorn.example', { slug: 'three-jobs', newsletter: true });
    const { firstTouch } = await record(noor);
    expect(firstTouch).toMatchObject({
      link: { slug: 'three-jobs' },
      playbook: { id: playbook.id },
      version: { id: playbook.versionId, number: 1 },
      stepPosition: 3,
      stepTitle: 'Step number 3',
    });
    expect(firstTouch.click.id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('has scores whose reasons add up exactly, and a likelihood that says whose it is', async () => {
    const { scores, grade, likelihood, fitScore, engagementScore } = await record(noor);
    expect(sum(scores.fit.reasons)).toBe(scores.fit.total);
    expect(sum(scores.engagement.reasons)).toBe(scores.engagement.total);
    expect([fitScore, engagementScore]).toEqual([scores.fit.total, scores.engagement.total]);
    expect(scores.fit.reasons.map(({ reason }: { reason: string }) => reason)).toEqual(
      expect.arrayContaining([
        '€250–500k',
        '6 to 12',
        'Work grows after we agreed on the price',
        'Writes from studiohalvorn.example',
      ]),
    );
    expect(scores.engagement.reasons.map(({ reason }: { reason: string }) => reason)).toEqual(
      expect.arrayContaining(['Passed the gate after step 3', '2 steps done', 'Asked for the newsletter']),
    );
    expect(grade).toBe('A2');
    expect(likelihood).toMatchObject({ model: 'founding heuristic', value: 0.3 });
  });

  it('may try the clone by rule on the answers, with the reason kept', async () => {
    const beginner = await arrive('start@example.com', {
      answers: { revenue: 'under-50k', team: '1', pain: 'other' },
    });
    expect((await record(noor)).trialEligible.value).toBe(true);
    expect((await record(beginner)).trialEligible).toEqual({
      value: false,
      reason: 'May not try the clone yet: revenue is “Under €50k”.',
    });
  });

  it('has a timeline from the click on, what was read before the gate included', async () => {
    const { body } = await house.call('GET', `/api/v1/leads/${noor}/timeline`);
    const sentences = body.data.map(({ sentence }: { sentence: string }) => sentence);
    expect(sentences.at(-1)).toBe('Came from LinkedIn, link “Count three past jobs”');
    expect(sentences).toEqual(
      expect.arrayContaining([
        'Opened “The fixed-price quote”',
        'Ticked off step 2',
        'Passed the gate after step 3',
        'Said yes to the newsletter',
        'Joined Established',
      ]),
    );
    const times = body.data.map(({ at }: { at: string }) => at);
    expect(times).toEqual([...times].sort().reverse());
    expect(body.data.every(({ machine }: { machine: boolean }) => !machine)).toBe(true);
    const raw = (await house.call('GET', `/api/v1/leads/${noor}/timeline?raw=true`)).body.data;
    expect(raw.filter(({ kind }: { kind: string }) => kind === 'score').length).toBeGreaterThan(0);
  });

  it('is confirmed by a press on the page behind the mail, not by opening it, and once', async () => {
    const link = await linkTo('noor@studiohalvorn.example');
    for (let n = 0; n < 2; n += 1) {
      const page = await house.app.inject({ url: link, headers });
      expect([page.statusCode, page.payload.includes('Yes, it is mine')]).toEqual([200, true]);
      expect(page.cookies).toEqual([]);
    }
    expect((await record(noor)).confirmedAt).toBeNull();
    const pressed = await house.app.inject({ method: 'POST', url: link, headers });
    expect(pressed.payload).toContain('Your address is confirmed');
    await house.settle();
    const after = await record(noor);
    expect(after.confirmedAt).not.toBeNull();
    expect(
      after.consents
        .map(({ purpose, state }: { purpose: string; state: string }) => `${purpose} ${state}`)
        .sort(),
    ).toEqual(['gate confirmed', 'gate granted', 'newsletter confirmed', 'newsletter granted']);
    expect(after.scores.engagement.reasons.map(({ reason }: { reason: string }) => reason)).toContain(
      'Confirmed their e-mail',
    );
    const again = await house.app.inject({ method: 'POST', url: link, headers });
    expect(again.payload).toContain('Your address is confirmed');
    expect((await record(noor)).consents).toHaveLength(4);
    const elsewhere = again.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    expect(
      (await house.app.inject({ url: playbook.path, headers: { cookie: elsewhere } })).payload,
    ).toContain(secretOf(8));
  });

  it('meets an expired or a made-up link with words', async () => {
    await arrive('late@example.com');
    const link = await linkTo('late@example.com');
    house.clock.advance({ days: 15 });
    for (const method of ['GET', 'POST'] as const) {
      const answer = await house.app.inject({ method, url: link, headers });
      expect([
        answer.statusCode,
        answer.payload.includes('This link has expired'),
        answer.cookies.length,
      ]).toEqual([410, true, 0]);
    }
    expect((await house.app.inject({ url: `/confirm/${'x'.repeat(43)}` })).statusCode).toBe(404);
    expect((await house.app.inject({ method: 'POST', url: '/confirm/nothing' })).statusCode).toBe(404);
  });

  it('counts for less with every day of quiet, and says so', async () => {
    const before = await record(noor);
    await house.worker.runSchedule('leads.score');
    const after = await record(noor);
    expect(after.engagementScore).toBeLessThan(before.engagementScore);
    expect(after.scores.engagement.reasons.find(({ points }: { points: number }) => points < 0).reason).toBe(
      'Quiet for 15 days',
    );
    expect(sum(after.scores.engagement.reasons)).toBe(after.engagementScore);
  });

  it('keeps its history when the person comes back through another gate', async () => {
    const other = await publishPlaybook(house, { title: 'The second playbook', steps: 5 });
    await house.app.inject({
      method: 'POST',
      url: `${other.path}/gate`,
      headers,
      payload: {
        email: 'NOOR@studiohalvorn.example',
        answers: { revenue: 'over-500k', team: '13-50', pain: 'owner' },
      },
    });
    await house.settle();
    const after = await record(noor);
    expect(after.firstTouch.playbook.id).toBe(playbook.id);
    expect(after.answers).toHaveLength(6);
    expect(
      after.answers
        .filter(({ isNewest }: { isNewest: boolean }) => isNewest)
        .map(({ value }: { value: string }) => value)
        .sort(),
    ).toEqual(['13-50', 'over-500k', 'owner']);
    expect(after.segments.map(({ name }: { name: string }) => name)).not.toContain('Margin pain');
  });

  it('whose mail came back is in doubt, unless they confirmed their address', async () => {
    const id = await arrive('wrong@example.com');
    for (const leadId of [id, noor]) {
      const [{ id: messageId }] = (await house.call('GET', `/api/v1/leads/${leadId}/messages`)).body.data;
      await house.inWorkspace((ctx) => publish(ctx, 'message.bounced', { messageId, permanent: true }));
    }
    await house.settle();
    expect(await record(id)).toMatchObject({
      isSuspect: true,
      segments: [],
      details: { suspectReason: 'Mail to this address came back' },
    });
    expect((await record(noor)).isSuspect).toBe(false);
    expect((await house.call('PATCH', `/api/v1/leads/${id}`, { isSuspect: false })).body.isSuspect).toBe(
      false,
    );
    expect((await house.call('DELETE', `/api/v1/leads/${id}`)).status).toBe(204);
  });

  it('that ends the newsletter has taken that consent back, and only that', async () => {
    const id = await arrive('reader@example.com', { newsletter: true });
    await house.inWorkspace((ctx) =>
      queueMessage(ctx, {
        stream: 'marketing',
        kind: 'test.letter',
        to: { email: 'reader@example.com' },
        subject: 'News',
        text: 'News.',
        leadId: id,
      }),
    );
    await house.settle();
    const { body } = await house.call('GET', '/api/v1/stand-ins/mail?search=reader@example.com');
    const letter = (await house.call('GET', `/api/v1/stand-ins/mail/${body.data[0].id}`)).body;
    const address = new URL(letter.links.find((url: string) => url.includes('/u/'))).pathname;
    await house.app.inject({ method: 'POST', url: address });
    await house.settle();
    const { consents } = await record(id);
    expect(
      consents.map(({ purpose, state }: { purpose: string; state: string }) => `${purpose} ${state}`),
    ).toEqual(expect.arrayContaining(['newsletter withdrawn', 'newsletter granted', 'gate granted']));
    expect(consents).toHaveLength(3);
    expect((await house.call('DELETE', `/api/v1/leads/${id}`)).status).toBe(204);
  });

  it('is found, filtered, sorted, paged and counted', async () => {
    const emails = async (query: string) =>
      (await house.call('GET', `/api/v1/leads?${query}`)).body.data.map(
        ({ email }: { email: string }) => email,
      );
    expect(await emails('sort=name')).toEqual([
      'late@example.com',
      'noor@studiohalvorn.example',
      'start@example.com',
    ]);
    expect(await emails('confirmed=yes')).toEqual(['noor@studiohalvorn.example']);
    expect(await emails('q=START')).toEqual(['start@example.com']);
    expect(await emails('q=%25')).toEqual([]);
    for (const sort of ['newest', 'quiet', 'name', 'fit', 'engagement']) {
      const seen: string[] = [];
      for (let cursor = ''; ; ) {
        const { body } = await house.call(
          'GET',
          `/api/v1/leads?sort=${sort}&limit=1${cursor && `&cursor=${cursor}`}`,
        );
        seen.push(...body.data.map(({ email }: { email: string }) => email));
        if (!body.nextCursor) break;
        cursor = encodeURIComponent(body.nextCursor);
      }
      expect(seen).toEqual(await emails(`sort=${sort}`));
    }
    expect((await house.call('GET', '/api/v1/leads/counts')).body).toEqual({
      total: 3,
      byStage: { captured: 3 },
    });
    const view = await house.call('POST', '/api/v1/saved-views', {
      name: 'Confirmed',
      query: { confirmed: 'yes' },
    });
    expect(await emails(`view=${view.body.id}`)).toEqual(['noor@studiohalvorn.example']);
    expect((await house.call('GET', '/api/v1/leads?stage=nowhere')).status).toBe(422);
    expect((await house.call('GET', '/api/v1/leads?cursor=bm9wZQ')).status).toBe(422);
    const inSegment = (await house.call('GET', '/api/v1/segments')).body.data.find(
      ({ slug }: { slug: string }) => slug === 'established',
    );
    expect(await emails(`segment=${inSegment.id}`)).toEqual(
      expect.arrayContaining(['noor@studiohalvorn.example']),
    );
  });

  it('is changed, noted and exported, with cells that no spreadsheet runs', async () => {
    const changed = await house.call('PATCH', `/api/v1/leads/${noor}`, {
      name: '=Noor "N" Tamberlin',
      company: 'Studio Halvorn',
      priority: 'high',
      stage: 'hand_raised',
    });
    expect(changed.body).toMatchObject({ company: 'Studio Halvorn', stage: 'hand_raised' });
    expect(
      (await house.call('POST', `/api/v1/leads/${noor}/notes`, { body: 'Called, likes step 5.' })).status,
    ).toBe(201);
    await house.settle();
    expect((await record(noor)).likelihood.value).toBe(0.5);
    const csv = (await house.call('GET', '/api/v1/leads.csv')).text;
    expect(csv.split('\r\n')[0]).toContain('name,email,company');
    expect(csv).toContain('"\'=Noor ""N"" Tamberlin"');
  });

  it('is looked at before an import keeps it', async () => {
    const rows = [
      { 'E-mail': 'new.person@example.com', 'First name': 'Nia', Company: 'Nordhage Rooms' },
      { 'E-mail': 'noor@studiohalvorn.example', 'Job title': 'Owner' },
      { 'E-mail': 'new.person@example.com' },
      { Company: 'Nobody' },
      { 'E-mail': 'not an address' },
    ];
    const dry = await house.call('POST', '/api/v1/leads/imports', { rows });
    expect(dry.body).toMatchObject({ id: null, total: 5, added: 1, updated: 1 });
    expect(dry.body.sentence).toBe(
      '2 of 5 rows would come in. 3 would not: 1 repeats an earlier row, 1 has no e-mail, 1 has no valid e-mail.',
    );
    expect((await house.call('GET', '/api/v1/leads?q=new.person')).body.data).toEqual([]);
    const real = await house.call('POST', '/api/v1/leads/imports', {
      rows,
      dryRun: false,
      consentBasis: 'Met at the fair',
    });
    expect(real.body).toMatchObject({ added: 1, updated: 1 });
    const { id } = (await house.call('GET', '/api/v1/leads?q=new.person')).body.data[0];
    expect(await record(id)).toMatchObject({
      company: 'Nordhage Rooms',
      details: { firstName: 'Nia' },
      consents: [{ purpose: 'outreach', text: 'Met at the fair' }],
    });
    expect((await record(noor)).details).toMatchObject({ jobTitle: 'Owner', company: 'Studio Halvorn' });
  });

  it('is nothing to another workspace', async () => {
    const { apiKey } = await house.neighbour();
    const foreign = { authorization: `Bearer ${apiKey}` };
    for (const [method, path, body] of [
      ['GET', ''],
      ['PATCH', '', { name: 'X' }],
      ['DELETE', ''],
      ['GET', '/timeline'],
      ['POST', '/notes', { body: 'x' }],
      ['GET', '/messages'],
    ] as const) {
      expect((await house.call(method, `/api/v1/leads/${noor}${path}`, body, foreign)).status).toBe(404);
    }
    expect((await house.call('GET', '/api/v1/leads', undefined, foreign)).body.data).toEqual([]);
  });

  it('is gone everywhere once erased, but for a keyed hash', async () => {
    const device = (
      await house.app.inject({ method: 'POST', url: await linkTo('noor@studiohalvorn.example'), headers })
    ).cookies
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
    expect((await house.app.inject({ url: playbook.path, headers: { cookie: device } })).payload).toContain(
      secretOf(4),
    );
    expect(await tablesNaming('studiohalvorn')).toEqual(
      expect.arrayContaining(['leads', 'messages', 'caught_mails', 'gate_submissions']),
    );
    expect((await house.call('DELETE', `/api/v1/leads/${noor}`)).status).toBe(204);
    await house.settle();
    expect((await house.call('GET', `/api/v1/leads/${noor}`)).status).toBe(404);
    expect(await tablesNaming('studiohalvorn')).toEqual([]);
    expect(
      (await house.app.inject({ url: playbook.path, headers: { cookie: device } })).payload,
    ).not.toContain(secretOf(4));
    await house.app.inject({
      method: 'POST',
      url: `${playbook.path}/facts`,
      headers: { ...headers, cookie: device },
      payload: { kind: 'view', versionId: playbook.versionId },
    });
    expect(await tablesNaming(noor)).toEqual(
      expect.not.arrayContaining(['page_views', 'step_events', 'readings']),
    );
    const suppressions = (await house.call('GET', '/api/v1/suppressions')).body.data;
    expect(suppressions.filter(({ reason }: { reason: string }) => reason === 'erasure').length).toBe(3);
    expect(suppressions.map(({ email }: { email: string | null }) => email)).toEqual(
      suppressions.map(() => null),
    );
    const again = await house.call('POST', '/api/v1/leads/imports', {
      rows: [{ email: 'noor@studiohalvorn.example' }],
    });
    expect(again.body.rejected).toMatchObject([{ code: 'erased' }]);
  });
});
