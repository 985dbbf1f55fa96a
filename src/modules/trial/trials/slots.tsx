import { newId } from '#kernel/database';
import type { SlotPage, Slots } from '#kernel/pages';
import { leads } from '#modules/capture';
import { experts, playbooks } from '#modules/creation';
import { listTurnsOfReading } from '../clones/queries.ts';
import * as clones from '../clones/service.ts';
import { composerNow } from '../clones/show.ts';
import { CloneBlock, type Standing } from './block.tsx';
import { eligibilityOf } from './eligibility.ts';
import * as queries from './queries.ts';
import { script } from './script.ts';
import { showTurns } from './show.ts';

/** Puts the clone on public pages, after the step where the playbook wants its trial, for readers who passed the gate. */
export function trialSlots(slots: Slots): void {
  slots.registerAfterStep('clone', async (page, position) => {
    const { leadId, readingId } = page.reader;
    if (!leadId || !readingId) return null;
    const places = await playbooks.placesOf(page.ctx, page.playbook.id);
    if (!places?.trialPosition) return null;
    if (position !== Math.min(places.trialPosition, page.steps.length)) return null;
    return showBlock(page, { leadId, readingId }, places.expertName);
  });
}

async function showBlock(
  { ctx, playbook, path, query }: SlotPage,
  { leadId, readingId }: { leadId: string; readingId: string },
  expertName: string,
) {
  const clone = await clones.findPublished(ctx, playbook.id);
  if (!clone || clone.freeUses === 0) return null;
  const expert = clone.expertId
    ? (await experts.get(ctx, clone.expertId)).name
    : expertName || ctx.workspace.name;
  const trial = await queries.findTrial(ctx.db, ctx.workspace.id, { leadId, cloneId: clone.id });
  const turns = trial ? await listTurnsOfReading(ctx.db, ctx.workspace.id, trial.id, readingId) : [];
  return (
    <CloneBlock
      expert={expert}
      greeting={clone.greeting}
      composer={composerNow(ctx)}
      standing={await standingOf()}
      quota={trial?.quota ?? clone.freeUses}
      turns={await showTurns(ctx, turns)}
      action={`${path}/clone/questions`}
      requestKey={newId()}
      trouble={query.clone}
      script={script.url}
    />
  );

  async function standingOf(): Promise<Standing> {
    if (trial)
      return {
        kind: trial.state === 'open' ? 'open' : 'spent',
        left: trial.quota - trial.used - trial.reserved,
      };
    const lead = await leads.getRow(ctx, leadId);
    const { holds, reason } = await eligibilityOf(ctx, clone as NonNullable<typeof clone>, lead);
    return holds ? { kind: 'open', left: clone?.freeUses ?? 0 } : { kind: 'refused', reason };
  }
}
