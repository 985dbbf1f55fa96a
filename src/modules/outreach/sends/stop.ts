import type { Context } from '#context';
import { publish } from '#kernel/events';
import { cancelMessage } from '#kernel/mail';
import * as people from '../campaigns/people-queries.ts';
import type { campaignProspects } from '../campaigns/schema.ts';
import * as queries from './queries.ts';

type Change = Partial<typeof campaignProspects.$inferInsert>;

/**
 * Ends the mails to one person of a campaign, before the next one leaves: what waits is cancelled, and what the mail engine
 * has not begun to hand over as well. Whoever is about to send waits for the same lock and finds it stopped.
 * @returns false when there was nothing to end
 */
export async function stop(
  ctx: Context,
  personId: string,
  { code, reason, at, ...also }: { code: string; reason: string; at: Date } & Change,
): Promise<boolean> {
  const { db, workspace } = ctx;
  const person = await people.lockPerson(db, workspace.id, personId);
  if (!person) return false;
  const isGoingOn = person.state === 'planned' || person.state === 'active' || person.state === 'held';
  await people.updatePerson(db, workspace.id, personId, {
    ...also,
    ...(isGoingOn && { state: 'stopped', stoppedCode: code, stoppedReason: reason, stoppedAt: at }),
  });
  for (const send of await queries.listOfPerson(db, workspace.id, personId)) {
    const waits = send.state === 'planned' || send.state === 'claimed' || send.state === 'held';
    const isStopped =
      waits ||
      (send.state === 'sending' && send.messageId && (await cancelMessage(ctx, send.messageId, reason)));
    if (isStopped)
      await queries.updateSend(db, workspace.id, send.id, {
        state: 'cancelled',
        waitCode: code,
        waitReason: reason,
        movesAt: null,
        problem: null,
      });
  }
  if (isGoingOn)
    await publish(ctx, 'prospect.stopped', {
      prospectId: person.prospectId,
      campaignId: person.campaignId,
      reason: code,
    });
  return isGoingOn;
}

/** The same for everybody who fits: an address in all campaigns, or a company in one. */
export async function stopAll(
  ctx: Context,
  who: Parameters<typeof people.listGoingOn>[2],
  why: Parameters<typeof stop>[2],
): Promise<number> {
  let stopped = 0;
  for (const id of await people.listGoingOn(ctx.db, ctx.workspace.id, who))
    if (await stop(ctx, id, why)) stopped += 1;
  return stopped;
}
