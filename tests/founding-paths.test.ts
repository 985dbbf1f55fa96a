import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type TestHouse } from './support/harness.ts';
import { pay } from './support/offer.ts';

// What the founding documents name, called as a client written to them would.

const PAGE = `<!doctype html><html lang="en"><head><title>Quotebench</title></head><body><main>
<h1>Quotebench writes fixed-price quotes for interior studios</h1>
<p>Quotebench turns three past jobs into a quote that a studio can keep. It is made for studios of two to ten people.</p>
<p>Studios that use Quotebench send a quote in 40 minutes instead of a day.</p>
<p>It costs 29 euros a month, and the first month is free.</p></main></body></html>`;

const site = createServer((request, response) => {
  const isPage = request.url === '/';
  response.writeHead(isPage ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
  response.end(isPage ? PAGE : '');
});
let url: string;
let house: TestHouse;

beforeAll(async () => {
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const { port } = site.address() as AddressInfo;
  url = `http://127.0.0.1:${port}/`;
  house = await openHouse({ env: { ALLOW_PRIVATE_HOSTS: `127.0.0.1:${port}` } });
});
afterAll(async () => {
  await house.close();
  await new Promise((resolve) => site.close(resolve));
});

/** Calls and runs jobs beside it, as the worker does beside a request that waits for its job. */
async function waiting<T>(call: Promise<T>): Promise<T> {
  let isOpen = true;
  const done = call.finally(() => {
    isOpen = false;
  });
  while (isOpen) await house.settle();
  return done;
}

describe('outreach', () => {
  it('makes a campaign with three texts, takes its people and counts it', async () => {
    const made = await waiting(
      house.call('POST', '/api/create-campaign', {
        url,
        target_audience: 'Interior studios of two to ten people',
        user_id: 'user_2abc123xyz',
        leads_csv: null,
      }),
    );
    expect(made.status).toBe(200);
    const { campaign_id, lead_list_id, variants } = made.body;
    expect(new Set(variants.map(({ subject }: { subject: string }) => subject)).size).toBe(3);
    const taken = await house.call('POST', '/api/upload-leads', {
      campaign_name: campaign_id,
      leads: [{ email: 'john@company.example', first_name: 'John', company: 'Company Inc' }],
    });
    expect(taken).toMatchObject({ status: 200, body: { success: true, lead_list_id } });
    const counted = await house.call('GET', `/api/analytics/${campaign_id}?user_id=somebody`);
    expect(counted.body).toMatchObject({ success: true, analytics: { sent: 0, open_rate: 0 } });
    const { body } = await house.call('GET', '/api/campaigns');
    expect(body.campaigns).toMatchObject([{ campaign_id, copy_variants: [{}, {}, {}], url }]);
  });

  it('answers what is wrong as { detail }', async () => {
    const cases: [string, unknown, number, string][] = [
      ['/api/create-campaign', { target_audience: 'x' }, 422, 'url'],
      ['/api/create-campaign', { url: 'not an address', target_audience: 'x' }, 422, 'address'],
      ['/api/upload-leads', { campaign_name: 'x', leads: [] }, 422, 'leads'],
      ['/api/create-email-account', { email: 'nobody', smtp_config: {} }, 422, 'email'],
      ['/api/stripe/create-checkout', { plan: 'golden' }, 422, 'plan'],
    ];
    for (const [path, body, status, word] of cases) {
      const answer = await house.call('POST', path, body);
      expect(answer.status, path).toBe(status);
      expect(Object.keys(answer.body)).toEqual(['detail']);
      expect(answer.body.detail.toLowerCase()).toContain(word);
    }
  });

  it('knows nobody without a token, and shows nobody else’s campaigns', async () => {
    const stranger = await house.app.inject({ url: '/api/campaigns?user_id=user_2abc123xyz' });
    expect(stranger.statusCode).toBe(401);
    const { apiKey } = await house.neighbour();
    const own = (await house.call('GET', '/api/campaigns')).body.campaigns[0].campaign_id;
    const headers = { authorization: `Bearer ${apiKey}` };
    expect((await house.call('GET', '/api/campaigns', undefined, headers)).body.campaigns).toEqual([]);
    expect((await house.call('GET', `/api/analytics/${own}`, undefined, headers)).status).toBe(404);
  });
});

describe('the engine', () => {
  it('looks, learns and says which model it is', async () => {
    const looked = await house.call('POST', '/api/agentic/analyze', {});
    expect(looked.status).toBe(200);
    expect(looked.body.insights).toContainEqual(
      expect.objectContaining({ type: 'low_content', confidence: 0.8, evidence: expect.anything() }),
    );
    const learned = await house.call('GET', '/api/neural-network/learn/any-organization');
    expect(learned.body).toMatchObject({ conversionRate: 0, accuracy: null, model: 'founding heuristic' });
  });
});

describe('the chat', () => {
  it('answers from the data and keeps question and answer', async () => {
    const asked = await house.call('POST', '/api/chat/message', { content: 'How many leads do we have?' });
    expect(asked.body).toMatchObject({ message: 'How many leads do we have?', response: expect.any(String) });
    const kept = await house.call('GET', `/api/v1/conversations/${asked.body.conversationId}`);
    expect(kept.body.messages).toHaveLength(2);
  });

  it('says how a text sounds, and reads no faces', async () => {
    const read = await house.call('POST', '/api/ai/emotion/detect', { text: 'I love how simple this is!' });
    expect(read.body).toMatchObject({ emotion: expect.any(String), provider: 'built-in lexicon' });
    const face = await house.call('POST', '/api/ai/emotion/detect', { imageData: 'iVBORw0KGgo=' });
    expect(face).toMatchObject({ status: 422, body: { detail: expect.stringContaining('text') } });
  });
});

describe('posts', () => {
  it('for LinkedIn stay drafts without an account, and say so', async () => {
    const kept = await house.call('POST', '/api/integrations/linkedin/post', {
      text: 'Count three past jobs.',
    });
    expect(kept.body).toMatchObject({ state: 'draft', reason: expect.stringContaining('by hand') });
    const { body } = await house.call('GET', `/api/v1/posts/${kept.body.postId}`);
    expect(body.body).toBe('Count three past jobs.');
  });
});

describe('plans', () => {
  it('open a checkout that puts the plan in force once it is paid, and refuse forged news of it', async () => {
    const opened = await house.call('POST', '/api/stripe/create-checkout', {
      plan: 'pro',
      successUrl: 'http://localhost:3000/ok',
      cancelUrl: 'http://localhost:3000/no',
    });
    expect(opened.body).toMatchObject({
      sessionId: expect.any(String),
      url: expect.stringContaining('/checkout/'),
    });
    const forged = await house.call(
      'POST',
      '/api/stripe/webhook',
      { type: 'checkout.session.completed' },
      { 'stripe-signature': 't=1,v1=00' },
    );
    expect(forged.status).toBe(400);
    await pay(house, new URL(opened.body.url).pathname, house.owner.email);
    expect((await house.call('GET', '/api/v1/usage')).body).toMatchObject({ plan: 'pro' });
  });
});
