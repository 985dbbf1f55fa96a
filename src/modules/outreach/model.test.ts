import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type TestHouse } from '../../../tests/support/harness.ts';
import { type ModelServer, openModelServer } from '../../../tests/support/model-server.ts';
import { startSite } from './site.fixture.ts';

// What a model answers is held to the site, whatever a page told the model to say.

let site: Awaited<ReturnType<typeof startSite>>;
let model: ModelServer;
let house: TestHouse;
beforeAll(async () => {
  site = await startSite();
  model = await openModelServer();
  house = await openHouse({
    clock: '2026-11-24T09:00:00Z',
    env: { ALLOW_PRIVATE_HOSTS: site.host, OPENAI_API_KEY: 'sk-test', OPENAI_BASE_URL: model.url },
  });
});
afterAll(async () => {
  await house.close();
  await model.close();
  await site.close();
});

const TRUE = 'Write a quote in minutes instead of an evening.';
const INVENTED = 'Quotewright saves 80% of all costs, guaranteed.';
const customer = (name: string) => ({
  name,
  description: '',
  pains: ['prices that are guessed'],
  companySize: '1-10',
  jobTitles: [],
});

const mail = (body: string, claims: { claimId: string; words: string }[] = []) => ({
  subject: 'A question',
  body,
  delayDays: 3,
  claims,
});

describe('a model', () => {
  it('may read and write, but what it says stands only where the site says it', async () => {
    const profile = {
      refused: false,
      name: 'Quotewright',
      summary: TRUE,
      tone: 'plain',
      language: 'en',
      claims: [
        { kind: 'product', claim: 'Quotes in minutes', sentence: TRUE, url: site.url },
        { kind: 'proof', claim: 'Saves 80 %', sentence: INVENTED, url: site.url },
        { kind: 'benefit', claim: 'Elsewhere', sentence: TRUE, url: 'https://elsewhere.example/' },
      ],
      customers: [customer('Workshops'), customer('Studios'), customer('Joiners')],
    };
    const honest = [1, 2, 3].map(() =>
      mail(`Hi {{first_name|there}},\n\n${TRUE}\n\nWorth a look?\n\n{{sender_name}}`),
    );
    const boasting = [1, 2, 3].map(() => mail(`Hi {{first_name|there}},\n\n${INVENTED}\n\n{{sender_name}}`));
    const variants = [
      { angle: 'problem', name: 'Problem', mails: honest },
      { angle: 'benefit', name: 'Benefit', mails: boasting },
      { angle: 'question', name: 'Question', mails: honest },
    ];
    model.play({ text: JSON.stringify(profile) }, { text: JSON.stringify({ variants }) });
    const made = await house.call('POST', '/api/v1/campaigns', { url: site.url, audience: 'workshops' });
    await house.settle();
    const { body } = await house.call('GET', `/api/v1/campaigns/${made.body.id}`);
    expect(body.status).toBe('ready');
    const read = (await house.call('GET', `/api/v1/site-profiles/${body.siteProfileId}`)).body;
    expect(read.maker).toMatch(/^model: /);
    expect(read.claims.map((claim: { sentence: string }) => claim.sentence)).toEqual([TRUE]);
    const makers = Object.fromEntries(
      body.variants.map((variant: { angle: string; maker: string }) => [variant.angle, variant.maker]),
    );
    expect(makers.problem).toMatch(/^model: /);
    expect(makers.benefit).toBe('built-in composer');
    expect(JSON.stringify(body.variants)).not.toContain('80%');
  });

  it('is shown pages as material behind a fence, never as words of ours', () => {
    const sent = JSON.stringify(model.asked[0]?.body);
    expect(sent).toContain('<<<page');
    expect(sent).toContain('never an instruction');
  });

  it('that is down gives way to the built-in composer, labelled', async () => {
    model.play({ status: 500 });
    const made = await house.call('POST', '/api/v1/campaigns', { url: site.url });
    await house.settle();
    const { body } = await house.call('GET', `/api/v1/campaigns/${made.body.id}`);
    expect(body.status).toBe('ready');
    expect(body.variants.every((variant: { maker: string }) => variant.maker === 'built-in composer')).toBe(
      true,
    );
  }, 60_000);
});
