import { extractText } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type TestHouse } from '../../../../tests/support/harness.ts';
import { type PublishedPlaybook, publishPlaybook, secretOf } from '../../../../tests/support/playbook.ts';

const BROWSER = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:141.0) Gecko/20100101 Firefox/141.0';

let house: TestHouse;
let playbook: PublishedPlaybook;

beforeAll(async () => {
  house = await openHouse();
  playbook = await publishPlaybook(house);
});
afterAll(() => house.close());

/** A browser without script: keeps its cookies, follows redirects, sends forms as they stand. */
function openBrowser(remoteAddress = '203.0.113.7') {
  const cookies = new Map<string, string>();
  let referer = '';
  const go = async (
    method: 'GET' | 'POST',
    url: string,
    form?: Record<string, string>,
  ): Promise<{ status: number; url: string; html: string }> => {
    const answer = await house.app.inject({
      method,
      url,
      remoteAddress,
      headers: {
        accept: 'text/html',
        'user-agent': BROWSER,
        ...(referer && { referer }),
        ...(cookies.size > 0 && {
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        }),
        ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(form && { payload: new URLSearchParams(form).toString() }),
    });
    for (const { name, value } of answer.cookies) cookies.set(name, value);
    if ([302, 303].includes(answer.statusCode))
      return go('GET', String(answer.headers.location).replace(/^http:\/\/[^/]+/, ''));
    if (method === 'GET') referer = `http://localhost:3000${url}`;
    return { status: answer.statusCode, url, html: answer.payload };
  };
  return {
    get: (url: string) => go('GET', url),
    post: (url: string, form: Record<string, string>) => go('POST', url, form),
    cookies,
  };
}

/** The hidden fields of the form on a page. */
const hidden = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value,
    ]),
  );

const passByScript = (body: object, headers: Record<string, string> = {}, remoteAddress = '203.0.113.50') =>
  house.app.inject({
    method: 'POST',
    url: `${playbook.path}/gate`,
    remoteAddress,
    headers: { 'user-agent': BROWSER, ...headers },
    payload: body,
  });

const ANSWERS = { revenue: '250-500k', team: '6-12', pain: 'scope' };

describe('where a reader came from', () => {
  it.each([
    ['our own page', 'http://localhost:3000/p/tallowgate/the-fixed-price-quote', null],
    ['nowhere', undefined, null],
    ['nonsense', 'about:client', null],
    ['another site', 'https://www.letters.example/issue/7', 'letters.example'],
  ])('is %s, seen from the gate', async (name, referer, channel) => {
    const email = `${name.replaceAll(' ', '-')}@quillmere.example`;
    const passed = await passByScript({ email, answers: ANSWERS }, { ...(referer && { referer }) });
    expect(passed.statusCode, passed.payload).toBe(200);
    const { data } = (await house.call('GET', `/api/v1/leads?q=${email}`)).body;
    expect(data[0].source.channel).toBe(channel);
  });
});

describe('the gate', () => {
  it('is made when a playbook is published first, after its third step', async () => {
    const { body } = await house.call('GET', '/api/v1/gates');
    expect(body.data).toMatchObject([
      { playbook: { id: playbook.id }, position: 3, isActive: true, revision: { number: 1 } },
    ]);
    expect(body.data[0].revision.questions.map(({ id }: { id: string }) => id)).toEqual([
      'revenue',
      'team',
      'pain',
    ]);
  });

  it('keeps what stands behind it out of the page, the edition and every public answer', async () => {
    const browser = openBrowser();
    const { html } = await browser.get(playbook.path);
    expect(html).toContain(secretOf(3));
    expect(html).toContain('Steps 4 to 7 are next. Want them?');
    for (const position of [4, 5, 6, 7, 8]) expect(html).not.toContain(secretOf(position));
    const pdf = await house.app.inject({ url: `${playbook.path}/edition.pdf` });
    const { text } = await extractText(new Uint8Array(pdf.rawPayload), { mergePages: true });
    expect(text).toContain('Secret sentence of step 3');
    expect(text).not.toContain('Secret sentence of step 4');
    for (const url of [
      `${playbook.path}/gate`,
      `${playbook.path}/progress`,
      `${playbook.path}?gate=open&step=4`,
    ]) {
      expect((await browser.get(url)).html).not.toContain('Secret sentence of step 4');
    }
  });

  it('stands from the moment of publishing, before anything was made for it', async () => {
    const { body: other } = await house.call('POST', '/api/v1/playbooks', {
      title: 'Published a moment ago',
    });
    const steps = [1, 2, 3, 4].map((position) => ({
      id: `s${position}`,
      position,
      title: `Title ${position}`,
      instructions: [{ text: secretOf(position) }],
    }));
    await house.call('PUT', `/api/v1/playbooks/${other.id}/draft`, {
      revision: other.draft.revision,
      content: { ...other.draft.content, steps },
    });
    await house.call('POST', `/api/v1/playbooks/${other.id}/versions`, { overrideReason: 'A test needs it' });
    const { html } = await openBrowser().get(`/p/${house.workspace.slug}/${other.slug}`);
    expect(html).toContain('Step 4 is next. Want it?');
    expect(html).not.toContain(secretOf(4));
    await house.settle();
  });

  it('lets a reader through without script, one question a page, and back at any time', async () => {
    const { body: link } = await house.call('POST', '/api/v1/links', {
      playbookId: playbook.id,
      slug: 'three-jobs',
      utm: { source: 'linkedin' },
    });
    const browser = openBrowser();
    const first = await browser.get(`/l/${link.slug}`);
    expect(first.url).toMatch(/[?&]c=/);
    const asked = await browser.post(`${playbook.path}/gate`, {
      ...hidden(first.html),
      email: ' Noor@StudioHalvorn.example ',
    });
    expect(asked.html).toContain('What does your business turn over in a year?');
    expect(asked.html).toContain('2 of 4');
    expect(asked.html).not.toContain(secretOf(4));
    const back = await browser.get(asked.url.replace('q=1', 'q=0'));
    expect(back.html).toContain('value="noor@studiohalvorn.example"');
    const second = await browser.post(`${playbook.path}/gate`, { ...hidden(asked.html), value: '250-500k' });
    expect(second.html).toContain('How many of you are there?');
    const wrong = await browser.post(`${playbook.path}/gate`, { ...hidden(second.html) });
    expect([wrong.status, wrong.html.includes('Choose one.')]).toEqual([422, true]);
    const resumed = await browser.get(second.url.replace(/&q=\d/, ''));
    expect(resumed.html).toContain('How many of you are there?');
    const third = await browser.post(`${playbook.path}/gate`, { ...hidden(second.html), value: '6-12' });
    expect(third.html).toContain('Open steps 4 to 7');
    house.clock.advance({ seconds: 40 });
    const open = await browser.post(`${playbook.path}/gate`, { ...hidden(third.html), value: 'scope' });
    expect(open.url).toBe(`${playbook.path}#step-4`);
    for (const position of [4, 5, 6, 7, 8]) expect(open.html).toContain(secretOf(position));
    await house.settle();

    expect((await house.call('GET', `/api/v1/links/${link.id}`)).body.clicks).toEqual({
      people: 1,
      machines: 0,
      raw: 1,
    });
    const { body } = await house.call('GET', '/api/v1/leads?q=halvorn');
    expect(body.data).toHaveLength(1);
    const [lead] = body.data;
    expect(lead).toMatchObject({
      email: 'noor@studiohalvorn.example',
      isSuspect: false,
      source: { link: { slug: 'three-jobs' }, playbook: { id: playbook.id }, channel: 'linkedin' },
      next: { kind: 'confirmation' },
    });
    expect(lead.segments.map(({ name }: { name: string }) => name).sort()).toEqual([
      'Established',
      'Margin pain',
      'Teams of 6 and more',
    ]);
  });

  it('asks for consent to what it needs, and for the newsletter apart', async () => {
    const page = (await openBrowser().get(playbook.path)).html;
    expect(page).toMatch(/<input type="checkbox" name="newsletter" value="yes"\/>/);
    expect((await passByScript({ email: 'plain@example.com', answers: ANSWERS })).statusCode).toBe(200);
    expect(
      (await passByScript({ email: 'letter@example.com', answers: ANSWERS, newsletter: true })).statusCode,
    ).toBe(200);
    const consentsOf = async (email: string) => {
      const { id } = (await house.call('GET', `/api/v1/leads?q=${email}`)).body.data[0];
      return (await house.call('GET', `/api/v1/leads/${id}`)).body.consents;
    };
    expect(
      (await consentsOf('plain@example.com')).map(({ purpose }: { purpose: string }) => purpose),
    ).toEqual(['gate']);
    const both = await consentsOf('letter@example.com');
    expect(
      both.map(({ purpose, state }: { purpose: string; state: string }) => [purpose, state]).sort(),
    ).toEqual([
      ['gate', 'granted'],
      ['newsletter', 'granted'],
    ]);
    const shown = page.replaceAll('&#x27;', "'");
    for (const { text, page: where } of both) {
      expect(shown).toContain(text);
      expect(where).toBe(`http://localhost:3000${playbook.path}`);
    }
  });

  it('takes everything in one go as JSON, and brings along what was filled in before', async () => {
    const answer = await passByScript({
      email: 'script@example.com',
      answers: ANSWERS,
      carried: { answers: { 'blank-2': 'My own line' }, done: ['step-1'] },
    });
    expect(answer.json()).toMatchObject({
      opened: { from: 4, to: 7 },
      mailTo: 'script@example.com',
      didYouMean: null,
    });
    const cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const page = await house.app.inject({ url: playbook.path, headers: { cookie } });
    expect(page.payload).toContain(secretOf(8));
    expect(page.payload).toContain('My own line');
  });

  it('says nothing about whether an address is known, and shows nobody what another device filled in', async () => {
    const body = (email: string) => ({
      email,
      answers: ANSWERS,
      carried: { answers: { 'blank-1': `private line of ${email}` }, done: [] },
    });
    const first = await passByScript(body('known@example.com'));
    const again = await passByScript({ email: 'known@example.com', answers: ANSWERS });
    const fresh = await passByScript({ email: 'fresh@example.com', answers: ANSWERS });
    const without = (answer: typeof first) => answer.payload.replace(/known|fresh/, '');
    expect([again.statusCode, without(again)]).toEqual([fresh.statusCode, without(fresh)]);
    const cookie = again.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    expect((await house.app.inject({ url: playbook.path, headers: { cookie } })).payload).not.toContain(
      'private line',
    );
    expect((await house.call('GET', '/api/v1/leads?q=known@example.com')).body.data).toHaveLength(1);
  });

  it('keeps the readings of two playbooks apart on one device', async () => {
    const other = await publishPlaybook(house, { title: 'Another playbook', steps: 6 });
    const browser = openBrowser('203.0.113.90');
    const passing = async ({ path }: PublishedPlaybook, line: string) => {
      const carried = { answers: { 'blank-1': line }, done: [] };
      const answer = await house.app.inject({
        method: 'POST',
        url: `${path}/gate`,
        headers: {
          'user-agent': BROWSER,
          cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        },
        payload: { email: 'both@example.com', answers: ANSWERS, carried },
      });
      for (const { name, value } of answer.cookies) browser.cookies.set(name, value);
    };
    await passing(playbook, 'a line of the first');
    await passing(other, 'a line of the other');
    const [first, second] = [await browser.get(playbook.path), await browser.get(other.path)];
    expect([first.html.includes('a line of the first'), first.html.includes('a line of the other')]).toEqual([
      true,
      false,
    ]);
    expect([
      second.html.includes('a line of the first'),
      second.html.includes('a line of the other'),
    ]).toEqual([false, true]);
    const kept = await house.app.inject({
      method: 'POST',
      url: `${playbook.path}/progress`,
      headers: { cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      payload: { answers: { 'blank-2': 'written later' }, stepsDone: ['step-1'], position: 2 },
    });
    expect(kept.statusCode).toBe(204);
    expect((await browser.get(playbook.path)).html).toContain('written later');
    expect((await browser.get(other.path)).html).not.toContain('written later');
  });

  it('opens nothing for a cookie that we did not sign, or signed for another', async () => {
    const answer = await passByScript({ email: 'honest@example.com', answers: ANSWERS });
    const [made] = answer.cookies;
    const [leadId = '', readingId = '', signature = ''] = made!.value.split('.');
    const other = `${leadId.slice(0, -1)}${leadId.endsWith('0') ? '1' : '0'}`;
    for (const value of [`${leadId}.${readingId}.forged`, `${other}.${readingId}.${signature}`]) {
      const page = await house.app.inject({
        url: playbook.path,
        headers: { cookie: `${made!.name}=${value}` },
      });
      expect(page.payload).not.toContain(secretOf(4));
    }
  });

  it('names what is wrong, field by field, and keeps what was typed', async () => {
    const refused = await passByScript({ email: 'nobody', answers: ANSWERS });
    expect(refused.statusCode).toBe(422);
    expect(refused.json().errors).toMatchObject([{ pointer: '/email' }]);
    const missing = await passByScript({ email: 'a@example.com', answers: { revenue: 'a lot' } });
    expect(missing.json().errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/answers/revenue',
      '/answers/team',
      '/answers/pain',
    ]);
    expect((await house.call('GET', '/api/v1/leads?q=a@example.com')).body.data).toEqual([]);
    const page = await openBrowser().post(`${playbook.path}/gate`, { email: 'nobody@', newsletter: 'yes' });
    expect(page.status).toBe(422);
    expect(page.html).toContain('value="nobody@"');
    expect(page.html).toMatch(
      /name="newsletter" checked=""|checked="" name="newsletter"|name="newsletter" value="yes" checked=""|checked=""/,
    );
  });

  it('answers whatever is sent to it with the right words, and never breaks', async () => {
    const url = `${playbook.path}/gate`;
    const send = (payload: string, type: string) =>
      house.app.inject({ method: 'POST', url, headers: { 'content-type': type }, payload });
    const json = 'application/json';
    const form = 'application/x-www-form-urlencoded';
    for (const [payload, type, status] of [
      ['{"email":', json, 400],
      ['[]', json, 422],
      ['null', json, 422],
      ['{"email":["a@example.com"],"answers":[]}', json, 422],
      [JSON.stringify({ email: 'a@example.com', answers: { ...ANSWERS, shoe: '42' } }), json, 422],
      ['email=a%40example.com&email=b%40example.com', form, 422],
      ['s=not-an-id&q=1&value=x', form, 422],
      [`s=${playbook.id}&q=1&value=x`, form, 404],
      ['<email>a@example.com</email>', 'text/xml', 415],
      [`email=a%40example.com&carried=${'x'.repeat(300_000)}`, form, 413],
    ] as const) {
      expect([payload.slice(0, 60), (await send(payload, type)).statusCode]).toEqual([
        payload.slice(0, 60),
        status,
      ]);
    }
    const odd = {
      email: 'odd@example.com',
      answers: ANSWERS,
      carried: { answers: { 'a\u0000b': ['x\u0000', '\ud800'] }, done: ['\u0000'] },
    };
    expect((await passByScript(odd)).statusCode).toBe(200);
    expect((await house.app.inject({ url: `${url}?s=nothing&q=-1` })).statusCode).toBe(200);
    expect((await house.app.inject({ url: `${url}?s=${playbook.id}` })).statusCode).toBe(404);
    expect(
      (await house.app.inject({ url: `/p/${house.workspace.slug}/no-such-playbook/gate` })).statusCode,
    ).toBe(404);
  });

  it('offers the address they probably meant, and takes the one they typed when they insist', async () => {
    const browser = openBrowser();
    const page = await browser.post(`${playbook.path}/gate`, { email: 'lea@gmial.com' });
    expect(page.html).toContain('Did you mean');
    expect(page.html).toContain('lea@gmail.com');
    const insisted = await browser.post(`${playbook.path}/gate`, {
      ...hidden(page.html),
      email: 'lea@gmial.com',
    });
    expect(insisted.html).toContain('2 of 4');
    const corrected = await openBrowser().post(`${playbook.path}/gate`, {
      ...hidden(page.html),
      email: 'lea@gmial.com',
      use: 'lea@gmail.com',
    });
    expect(corrected.html).toContain('value="250-500k"');
    const another = await openBrowser().post(`${playbook.path}/gate`, {
      ...hidden(page.html),
      email: 'nobody@',
      use: 'lea@gmail.com',
    });
    expect(another.status).toBe(422);
    expect(corrected.html).toContain('2 of 4');
  });

  it('marks machines and throw-away addresses instead of dropping them', async () => {
    const doubtful = [
      { email: 'trap@example.com', website: 'https://spam.example' },
      { email: 'fast@example.com', elapsedMs: 300 },
      { email: 'gone@mailinator.com' },
    ];
    for (const body of doubtful)
      expect((await passByScript({ ...body, answers: ANSWERS })).statusCode).toBe(200);
    const bot = await passByScript(
      { email: 'bot@example.com', answers: ANSWERS },
      { 'user-agent': 'Googlebot/2.1 (+http://www.google.com/bot.html)' },
    );
    expect(bot.statusCode).toBe(200);
    const { body } = await house.call('GET', '/api/v1/leads?suspect=yes');
    expect(body.data.map(({ email }: { email: string }) => email).sort()).toEqual([
      'bot@example.com',
      'fast@example.com',
      'gone@mailinator.com',
      'trap@example.com',
    ]);
  });

  it('has enough of a visitor who fills it in all day', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 31; n += 1)
      statuses.push(
        (await passByScript({ email: `many${n}@example.com`, answers: ANSWERS }, {}, '198.51.100.9'))
          .statusCode,
      );
    expect(statuses.slice(0, 30)).toEqual(Array(30).fill(200));
    const last = await passByScript({ email: 'more@example.com', answers: ANSWERS }, {}, '198.51.100.9');
    expect([last.statusCode, last.json().type]).toEqual([429, 'urn:playbookos:problem:too-many']);
    expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('moves, asks anew and keeps the old words with the old answers', async () => {
    const before = (await house.call('GET', '/api/v1/gates')).body.data.find(
      (gate: { playbook: { id: string } }) => gate.playbook.id === playbook.id,
    );
    const [revenue, ...others] = before.revision.questions;
    const changed = await house.call('PUT', `/api/v1/gates/${before.id}`, {
      position: 4,
      questions: [{ ...revenue, text: 'What came in last year?' }, ...others],
    });
    expect(changed.body).toMatchObject({
      position: 4,
      revision: {
        number: before.revision.number + 1,
        questions: [{ version: 2 }, { version: 1 }, { version: 1 }],
      },
    });
    expect((await house.call('GET', `/api/v1/playbooks/${playbook.id}`)).body.gatePosition).toBe(4);
    const { id } = (await house.call('GET', '/api/v1/leads?q=halvorn')).body.data[0];
    const { answers } = (await house.call('GET', `/api/v1/leads/${id}`)).body;
    expect(answers.map(({ question }: { question: string }) => question)).toContain(
      'What does your business turn over in a year?',
    );
    const { html } = await openBrowser().get(`${playbook.path}?fresh=1`);
    expect(html).toContain(secretOf(4));
    expect(html).not.toContain(secretOf(5));
    expect((await house.call('PUT', `/api/v1/gates/${before.id}`, { position: 9 })).status).toBe(422);
  });

  it('is nothing to another workspace', async () => {
    const { apiKey } = await house.neighbour();
    const { id } = (await house.call('GET', '/api/v1/gates')).body.data[0];
    const foreign = { authorization: `Bearer ${apiKey}` };
    expect((await house.call('GET', `/api/v1/gates/${id}`, undefined, foreign)).status).toBe(404);
    expect((await house.call('PUT', `/api/v1/gates/${id}`, { position: 2 }, foreign)).status).toBe(404);
    const page = await house.app.inject({
      method: 'POST',
      url: `/p/other-place/${playbook.slug}/gate`,
      payload: { email: 'x@example.com', answers: ANSWERS },
    });
    expect(page.statusCode).toBe(404);
  });
});
