import type { Context } from '#context';
import { segments } from '#modules/capture';
import type { CloneRow } from '../clones/queries.ts';
import { ruleOf } from '../clones/show.ts';

/** What is known of whether somebody may try the clone. */
interface Person {
  id: string;
  trialEligible: boolean | null;
  trialEligibilityReason: string | null;
}

export interface Eligibility {
  holds: boolean;
  /** In words, for the person themselves and for who looks at the trial later. */
  reason: string;
}

/** By the clone's own rule where it has one, else by what the gate's rule said of the answers. */
export async function eligibilityOf(ctx: Context, clone: CloneRow, lead: Person): Promise<Eligibility> {
  const rule = ruleOf(clone.eligibilityRule);
  if (!rule) {
    const holds = lead.trialEligible !== false;
    return { holds, reason: lead.trialEligibilityReason ?? 'May try the clone: no rule stands in the way.' };
  }
  const [verdict] = await segments.judge(ctx, lead.id, [rule]);
  const holds = verdict?.holds ?? false;
  const because = (holds ? verdict?.reasons : verdict?.against)?.join(', ');
  return {
    holds,
    reason: `${holds ? 'May try the clone' : 'May not try the clone yet'}${because ? `: ${because}` : ''}.`,
  };
}
