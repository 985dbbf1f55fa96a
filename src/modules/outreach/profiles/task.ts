import { z } from 'zod';
import { aiTask, fence } from '#kernel/ai';
import { readClaims, type SitePage } from './claims.ts';
import { suggestCustomers } from './customers.ts';
import { claimKinds } from './kinds.ts';

const Input = z.object({
  url: z.string(),
  audience: z.string(),
  pages: z.array(
    z.custom<SitePage>((value) => typeof value === 'object' && value !== null && 'blocks' in value),
  ),
});

const Claim = z.object({
  kind: z.enum(claimKinds),
  claim: z.string().max(400),
  sentence: z.string().max(1_000),
  url: z.string().max(2_000),
});

/** What a site sells, or why nothing can be said. */
export const ReadProfile = z.union([
  z.object({ refused: z.literal(true), code: z.string(), reason: z.string() }),
  z.object({
    refused: z.literal(false),
    name: z.string().max(120),
    summary: z.string().max(500),
    tone: z.string().max(200),
    language: z.string().nullable(),
    claims: z.array(Claim).max(60),
    customers: z
      .array(
        z.object({
          name: z.string().max(120),
          description: z.string().max(500),
          pains: z.array(z.string().max(200)).max(5),
          companySize: z.string().max(40),
          jobTitles: z.array(z.string().max(80)).max(6),
        }),
      )
      .length(3),
  }),
]);

const SYSTEM = `You read the pages of one company's site and say what is sold, to whom, with what proof and in what tone.
Every claim carries "sentence": one sentence of a page copied word for word, and "url": the address of that page. A claim whose sentence does not stand on that page is thrown away.
Suggest exactly three kinds of customers; their pains are suppositions, so name no figures.
When the pages offer nothing (an article, an empty page, a sign-in), answer { "refused": true, "code": "nothing_to_sell", "reason": … }.`;

/** Reads a profile out of pages. The pages are data: what they ask for is not done. */
export const readProfile = aiTask({
  name: 'profile.read',
  version: 1,
  input: Input,
  output: ReadProfile,
  maxOutputTokens: 6_000,
  prompt: {
    version: '2026-11-20',
    write: ({ pages, audience }) => ({
      system: SYSTEM,
      user: [
        `Audience the user has in mind: ${fence(audience || 'none named', 'audience')}`,
        ...pages.map((page) => `Page ${page.url}\n${fence(page.text.slice(0, 20_000), 'page')}`),
      ].join('\n\n'),
    }),
  },
  fallback({ pages, url, audience }) {
    const reading = readClaims(pages, url);
    if ('refused' in reading) return reading;
    const { name, summary, tone, language, claims } = reading;
    return {
      refused: false as const,
      name: name.slice(0, 120),
      summary: summary.slice(0, 500),
      tone,
      language,
      claims: claims.map(({ kind, claim, sentence, url: at }) => ({
        kind,
        claim: claim.slice(0, 400),
        sentence,
        url: at,
      })),
      customers: suggestCustomers(claims, audience),
    };
  },
});
