import { z } from 'zod';
import { Id, Instant, PageQuery } from '#kernel/shapes';
import { Turn } from '../clones/shapes.ts';

const TrialState = z.enum(['open', 'spent', 'expired', 'closed']);

export const TrialQuery = PageQuery.extend({
  q: z.string().max(200).optional().describe('name, e-mail or company'),
  state: TrialState.optional(),
});
export type TrialQuery = z.output<typeof TrialQuery>;

/** One person's free questions to one clone. */
export const Trial = z
  .object({
    id: Id,
    lead: z.object({ id: Id, name: z.string(), email: z.string() }),
    clone: z.object({ id: Id, name: z.string() }),
    playbook: z.object({ id: Id, slug: z.string(), title: z.string() }),
    state: TrialState,
    quota: z.number().int(),
    used: z.number().int(),
    reserved: z.number().int().describe('asked and not answered yet'),
    eligibilityReason: z.string(),
    requestedAt: Instant,
    firstUsedAt: Instant.nullable(),
    lastUsedAt: Instant.nullable(),
    spentAt: Instant.nullable(),
  })
  .meta({ id: 'Trial' });
export type Trial = z.output<typeof Trial>;

export const TrialRecord = Trial.extend({ turns: z.array(Turn) }).meta({ id: 'TrialRecord' });
export type TrialRecord = z.output<typeof TrialRecord>;

/** What the public page receives for a question. */
export interface PublicAnswer {
  turnId: string;
  state: 'reserved' | 'answered' | 'not_in_material' | 'failed' | 'released';
  question: string;
  answer: string | null;
  citations: PublicCitation[];
  /** Who wrote the answer. */
  composer: string;
  left: number;
  quota: number;
  handRaised: boolean;
}

/** What an answer rests on, with the place on the page that opens. */
export interface PublicCitation {
  stepId: string | null;
  stepPosition: number | null;
  stepTitle: string | null;
  passageId: string | null;
  sourceId: string | null;
  sourceTitle: string | null;
  quote: string;
  /** `#step-3`; null where the words stand in a source. */
  href: string | null;
}
