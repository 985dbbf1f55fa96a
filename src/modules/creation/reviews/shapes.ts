import { z } from 'zod';
import { Id, Instant } from '#kernel/shapes';
import { CriterionName, Finding } from './findings.ts';

export const Review = z
  .object({
    id: Id,
    draftRevision: z.number().int(),
    createdAt: Instant,
    composer: z.string(),
    passed: z.boolean().describe('every criterion reaches its threshold'),
    lowest: z.number().int(),
    blockedBy: z.array(CriterionName),
    scores: z.array(
      z.object({
        criterion: CriterionName,
        word: z.enum(['GOLDEN', 'SHARP']),
        letter: z.string(),
        name: z.string(),
        score: z.number().int(),
        threshold: z.number().int(),
        evidence: z.string(),
        findings: z.number().int(),
      }),
    ),
    findings: z.array(Finding.meta({ id: 'Finding' })),
  })
  .meta({ id: 'Review' });
export type Review = z.output<typeof Review>;
