import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type TestHouse } from '../support/harness.ts';

const INTERVIEW = `# How I price a workshop day

I teach carpenters to sell a repair day without haggling. By the end you have one sheet with a price you can say out loud.

## 1. List the last five repairs
First list the last five repairs you did. Write the hours you really spent beside each. I never lost money on the repair,
I lost it on the driving. It takes about 30 minutes. You are done when five lines have hours.

## 2. Add the driving
Then add the driving to each line. Use the clock in the van, not your memory. A common mistake is to count only the way there.
You are done when each line has two numbers.

## 3. Divide by the days
Next divide the total by the days you worked. In my case 2,350 euros became 470 a day. You are done when one number stands at the bottom.

## 4. Write the price on the sheet
Write that number on the sheet in ink. Add ten percent for the calls. You are done when the sheet shows one price.

## 5. Say it aloud three times
Say the price aloud three times before the phone rings. Ask somebody to listen. You are done when you no longer explain it.

## 6. Send the sheet the same day
Finally send the sheet the same day. Use one page. You are done when it has left the house.
`;

let house: TestHouse;
let site: Server;
let siteUrl: string;

beforeAll(async () => {
  site = createServer((request, response) => {
    if (request.url === '/inwards')
      return response.writeHead(302, { location: 'http://127.0.0.1:8080/' }).end();
    if (request.url === '/picture')
      return response.writeHead(200, { 'content-type': 'image/png' }).end('not a page');
    return response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(
        `<html><head><title>The repair day</title></head><body><article>${'<p>First list the repairs. Then price them. You are done when each has a price.</p>'.repeat(8)}</article></body></html>`,
      );
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const { port } = site.address() as AddressInfo;
  siteUrl = `http://127.0.0.1:${port}`;
  house = await openHouse({ env: { ALLOW_PRIVATE_HOSTS: `127.0.0.1:${port}` } });
});
afterAll(async () => {
  await house.close();
  await new Promise((resolve) => site.close(resolve));
});

async function paste(text: string, title = 'Interview'): Promise<string> {
  const { status, body } = await house.call('POST', '/api/v1/sources', { kind: 'paste', text, title });
  expect(status).toBe(201);
  await house.settle();
  return body.id;
}

/** Applies every fix that the review can write by itself, as a person would with the panel open. */
async function mend(playbookId: string): Promise<void> {
  for (let round = 0; round < 40; round += 1) {
    const { draft } = (await house.call('GET', `/api/v1/playbooks/${playbookId}`)).body;
    const review = (await house.call('GET', `/api/v1/playbooks/${playbookId}/review`)).body;
    const finding = review.findings.find((candidate: { apply?: unknown }) => candidate.apply);
    if (!finding) return;
    const fixed = await house.call('POST', `/api/v1/playbooks/${playbookId}/fixes`, {
      revision: draft.revision,
      findingId: finding.id,
    });
    expect(fixed.status).toBe(200);
  }
}

describe('a source', () => {
  it('is cut into passages whose offsets are exact', async () => {
    const id = await paste(INTERVIEW);
    const { body } = await house.call('GET', `/api/v1/sources/${id}`);
    expect(body.status).toBe('ready');
    expect(body.passages.length).toBeGreaterThan(20);
    for (const passage of body.passages)
      expect(body.text.slice(passage.start, passage.end)).toBe(passage.quote);
    const opened = await house.call('GET', `/api/v1/passages/${body.passages[3].id}`);
    expect(opened.body).toMatchObject({ wordForWord: true, quote: body.passages[3].quote });
  });

  it('is kept when it cannot be read, and says what is wrong', async () => {
    const boundary = 'pb';
    const payload = [
      `--${boundary}`,
      'content-disposition: form-data; name="files"; filename="broken.pdf"',
      'content-type: application/pdf',
      '',
      '%PDF-1.7 nothing here',
      `--${boundary}--`,
      '',
    ].join('\r\n');
    const answer = await house.app.inject({
      method: 'POST',
      url: '/api/v1/sources/uploads',
      headers: {
        authorization: `Bearer ${house.apiKey}`,
        'content-type': `multipart/form-data; boundary=${boundary}`,
      },
      payload,
    });
    expect(answer.statusCode).toBe(201);
    const [{ id }] = answer.json().data;
    await house.settle();
    const { body } = await house.call('GET', `/api/v1/sources/${id}`);
    expect(body.status).toBe('failed');
    expect(body.problem.sentence).toMatch(/kept/i);
  });

  it('comes from an address', async () => {
    const { body } = await house.call('POST', '/api/v1/sources', { kind: 'url', url: `${siteUrl}/page` });
    await house.settle();
    const source = (await house.call('GET', `/api/v1/sources/${body.id}`)).body;
    expect(source).toMatchObject({ status: 'ready', title: 'The repair day' });
  });

  it.each([
    ['points into our own network', 'http://169.254.169.254/latest/meta-data', /own network/],
    ['redirects inwards', '/inwards', /own network/],
    ['is no page', '/picture', /page/],
    ['has no such host', 'http://nobody.invalid/', /nobody\.invalid/],
  ])('is refused with its reason when the address %s', async (_why, url, sentence) => {
    const { body } = await house.call('POST', '/api/v1/sources', {
      kind: 'url',
      url: url.startsWith('/') ? siteUrl + url : url,
    });
    await house.settle();
    const source = (await house.call('GET', `/api/v1/sources/${body.id}`)).body;
    expect(source.status).toBe('failed');
    expect(source.problem.sentence).toMatch(sentence);
  });

  it('refuses an empty text at once', async () => {
    const { status, body } = await house.call('POST', '/api/v1/sources', { kind: 'paste', text: '   ' });
    expect(status).toBe(422);
    expect(body.errors[0].pointer).toBe('/text');
  });
});

describe('a playbook', () => {
  it('is composed from a source, reviewed, mended and published, with every citation word for word', async () => {
    const sourceId = await paste(INTERVIEW, 'The repair day');
    const { body: started } = await house.call('POST', '/api/v1/playbooks', {
      title: 'The Repair Day',
      sourceIds: [sourceId],
    });
    await house.settle();
    const { body: playbook } = await house.call('GET', `/api/v1/playbooks/${started.id}`);
    expect(playbook.extraction).toMatchObject({ state: 'done', stepsFound: 6 });
    const { text } = (await house.call('GET', `/api/v1/sources/${sourceId}`)).body;
    const citations = JSON.stringify(playbook.draft.content).match(/"sourceId"/g) ?? [];
    expect(citations.length).toBeGreaterThan(10);
    for (const step of playbook.draft.content.steps) {
      for (const citation of step.citations)
        expect(text.slice(citation.start, citation.end)).toBe(citation.quote);
    }
    await mend(started.id);
    const version = await house.call('POST', `/api/v1/playbooks/${started.id}/versions`, {
      note: 'first',
      overrideReason: 'six steps are enough for one day',
    });
    expect(version.status).toBe(201);
    expect(version.body).toMatchObject({ number: 1, stepCount: 6, isCurrent: true });
    await house.settle();
    const page = await house.app.inject({
      url: '/p/tallowgate/the-repair-day',
      headers: { accept: 'text/html' },
    });
    expect(page.statusCode).toBe(200);
    expect(page.payload).toContain('List the last five repairs');
    const again = await house.call('POST', `/api/v1/playbooks/${started.id}/versions`, {});
    expect(again.status).toBe(409);
    const { body: versions } = await house.call('GET', `/api/v1/playbooks/${started.id}/versions`);
    expect(versions.data[0].editions).toMatchObject([{ kind: 'pdf', state: 'ready' }]);
  });

  it('is not composed out of a text without a method, and says so', async () => {
    const sourceId = await paste(
      'I went to the harbour on a Tuesday. The boats were red. My uncle told me about the winter of 1963, when the ice came up to the church. We ate soup and I slept well.',
      'A visit',
    );
    const { body } = await house.call('POST', '/api/v1/playbooks', {
      title: 'A visit',
      sourceIds: [sourceId],
    });
    await house.settle();
    const { body: playbook } = await house.call('GET', `/api/v1/playbooks/${body.id}`);
    expect(playbook.extraction).toMatchObject({ state: 'failed', problem: { code: 'no_method' } });
    expect(playbook.draft.content.steps).toEqual([]);
  });

  it('refuses to publish while a letter is below, and names it', async () => {
    const { body } = await house.call('POST', '/api/v1/playbooks', { title: 'Thin' });
    const step = {
      id: 's1',
      position: 1,
      title: 'Do things',
      instructions: [{ text: 'Try to do various things soon.' }],
    };
    const saved = await house.call('PUT', `/api/v1/playbooks/${body.id}/draft`, {
      revision: 0,
      content: { title: 'Thin', methodologyType: 'process', steps: [step] },
    });
    expect(saved.status).toBe(200);
    const refused = await house.call('POST', `/api/v1/playbooks/${body.id}/versions`, {});
    expect(refused.status).toBe(409);
    expect(refused.body.type).toBe('urn:playbookos:problem:review-not-passed');
    expect(refused.body.errors.length).toBeGreaterThan(0);
  });

  it('carries what people say about a step, until it is dealt with', async () => {
    const { body } = await house.call('POST', '/api/v1/playbooks', { title: 'Talked about' });
    const url = `/api/v1/playbooks/${body.id}/comments`;
    const said = await house.call('POST', url, { body: ' Is this the right order? ', stepId: 's1' });
    expect(said).toMatchObject({
      status: 201,
      body: { body: 'Is this the right order?', stepId: 's1', resolvedAt: null },
    });
    await house.call('PATCH', `/api/v1/comments/${said.body.id}`, { resolved: true });
    const { data } = (await house.call('GET', url)).body;
    expect(data).toMatchObject([{ id: said.body.id, resolvedAt: expect.any(String) }]);
    expect((await house.call('POST', url, { body: '  ' })).status).toBe(422);
  });

  it('keeps both when two people save: the second is told and loses nothing', async () => {
    const { body } = await house.call('POST', '/api/v1/playbooks', { title: 'Two hands' });
    const content = { title: 'Two hands', methodologyType: 'process', steps: [] };
    expect(
      (await house.call('PUT', `/api/v1/playbooks/${body.id}/draft`, { revision: 0, content })).status,
    ).toBe(200);
    const stale = await house.call('PUT', `/api/v1/playbooks/${body.id}/draft`, { revision: 0, content });
    expect(stale.status).toBe(409);
    expect(stale.body.type).toBe('urn:playbookos:problem:draft-changed');
  });
});
