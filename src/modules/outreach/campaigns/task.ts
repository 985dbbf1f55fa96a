import { z } from 'zod';
import { aiTask, fence } from '#kernel/ai';
import { claimKinds } from '../profiles/kinds.ts';
import { composeVariants, DELAYS } from './compose.ts';

const Input = z.object({
  name: z.string(),
  url: z.string(),
  audience: z.string(),
  pains: z.array(z.string()),
  claims: z.array(
    z.object({ id: z.string(), kind: z.enum(claimKinds), claim: z.string(), sentence: z.string() }),
  ),
});

const Mail = z.object({
  subject: z.string().min(1).max(200),
  body: z.string().min(1).max(5_000),
  delayDays: z.number().int().min(0).max(30),
  claims: z.array(z.object({ claimId: z.string(), words: z.string().max(1_000) })).max(10),
});

/** An object at the root: providers that answer by a schema take nothing else. */
export const WrittenVariants = z.object({
  variants: z
    .array(
      z.object({
        angle: z.enum(['problem', 'benefit', 'question']),
        name: z.string().max(80),
        mails: z.array(Mail).length(3),
      }),
    )
    .length(3),
});

const SYSTEM = `You write cold e-mails: { "variants": [ … ] } with three variants (angles "problem", "benefit", "question", in this order), each a first mail and two follow-ups after ${DELAYS[1]} and ${DELAYS[2]} days.
Each mail: under 110 words, plain words, one question at the end, at most one link, no images, no flattery, no false "Re:".
Merge fields: {{first_name|there}}, {{company|your company}}, {{sender_name}} at the end. Every field but sender_name has a fallback.
Everything said about the product rests on a claim you were given: list it in "claims" with its id and the words of your mail that rest on it. No figure, customer or superlative that no claim holds. Nothing is known about the reader: ask or say "if".`;

/** Three variants from a profile and an audience. */
export const writeVariants = aiTask({
  name: 'campaign.write-variants',
  version: 1,
  input: Input,
  output: WrittenVariants,
  maxOutputTokens: 6_000,
  timeoutMs: 120_000,
  prompt: {
    version: '2026-11-20',
    write: ({ name, url, audience, pains, claims }) => ({
      system: SYSTEM,
      user: [
        `Product: ${fence(`${name}, ${url}`, 'product')}`,
        `Audience: ${fence(audience, 'audience')}`,
        `Pains they may have: ${fence(pains.join('\n'), 'pains')}`,
        `Claims:\n${fence(claims.map((claim) => `${claim.id} (${claim.kind}): ${claim.sentence}`).join('\n'), 'claims')}`,
      ].join('\n\n'),
    }),
  },
  fallback: (input) => ({ variants: composeVariants(input) }),
});
