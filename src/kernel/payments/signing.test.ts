import { describe, expect, it } from 'vitest';
import { sign, signerOf } from './signing.ts';

// Computed from the algorithm as Stripe documents it: HMAC-SHA256 over "<t>.<body>", the whole secret as the key.
const SECRET = 'whsec_test_secret';
const SIGNED_AT = 1_700_000_000;
const BODY =
  '{"id":"evt_test_webhook","object":"event","type":"checkout.session.completed","data":{"object":{"id":"cs_test_123","object":"checkout.session"}}}';
const GOOD = 'b7787e5ab64340af3b67afca0111ceb28df17f388ccf0e7863acd324a41839d5';
const OTHER = '6eb983c327c4e2d21233ebb0f0b0b3490404bd40413144aaf9f53eee36540674';

const check = (header: string | undefined, { body = BODY, after = 0, secrets = [SECRET] } = {}) =>
  signerOf(Buffer.from(body), header, secrets, new Date((SIGNED_AT + after) * 1000));

describe('a signature', () => {
  it('is the one that Stripe would make', () => {
    expect(sign(BODY, SECRET, new Date(SIGNED_AT * 1000))).toBe(`t=${SIGNED_AT},v1=${GOOD}`);
  });

  it.each([
    ['alone', `t=${SIGNED_AT},v1=${GOOD}`],
    ['as the second of two', `t=${SIGNED_AT},v1=${OTHER},v1=${GOOD}`],
    ['beside an unknown scheme', `t=${SIGNED_AT},v0=${OTHER},v1=${GOOD}`],
  ])('counts %s', (_words, header) => {
    expect(check(header)).toBe(0);
  });

  it('tells which of several secrets made it', () => {
    expect(check(`t=${SIGNED_AT},v1=${GOOD}`, { secrets: ['whsec_new', SECRET] })).toBe(1);
  });

  it.each([
    ['the body was altered', `t=${SIGNED_AT},v1=${GOOD}`, { body: BODY.replace('123', '124') }],
    [
      'the body was written anew',
      `t=${SIGNED_AT},v1=${GOOD}`,
      { body: JSON.stringify(JSON.parse(BODY), null, 1) },
    ],
    ['there is none', undefined, {}],
    ['the scheme is another', `t=${SIGNED_AT},v0=${GOOD}`, {}],
    ['it is too old', `t=${SIGNED_AT},v1=${GOOD}`, { after: 301 }],
    ['the time was altered', `t=${SIGNED_AT + 200},v1=${GOOD}`, { after: 400 }],
    ['it is no signature', 'nonsense', {}],
    ['the secret is not ours', `t=${SIGNED_AT},v1=${GOOD}`, { secrets: ['whsec_other'] }],
    ['we have no secret', `t=${SIGNED_AT},v1=${GOOD}`, { secrets: [] }],
  ])('is refused when %s', (_words, header, options) => {
    expect(() => check(header, options)).toThrow(/signature|Stripe-Signature/);
  });
});
