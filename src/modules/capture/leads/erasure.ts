import { createHmac } from 'node:crypto';
import type { Context } from '#context';
import { audit } from '#kernel/audit';
import { newId } from '#kernel/database';
import { publish } from '#kernel/events';
import { NotFound } from '#kernel/http';
import { forgetAddress } from '#kernel/mail';
import { readings } from '#modules/creation';
import { trails } from '#modules/distribution';
import { deleteLead, deleteTracesOf, insertErasure } from './erasure-queries.ts';
import * as queries from './queries.ts';

/**
 * Removes a person everywhere: answers, consents, scores, notes, what they filled in, the text of mail to them, their
 * name on facts. Facts stay as counts of nobody; a keyed hash of the address stays, so that nobody writes to it again.
 * Cannot be undone. @throws NotFound
 */
export async function erase(ctx: Context, id: string): Promise<void> {
  const lead = await queries.lockLead(ctx.db, ctx.workspace.id, id);
  if (!lead) throw new NotFound('There is no such lead.');
  const now = ctx.clock.now();
  const facts = await trails.forget(ctx, id);
  const readingsGone = await readings.forget(ctx, id);
  const mail = await forgetAddress(ctx, lead.email);
  const traces = await deleteTracesOf(ctx.db, ctx.workspace.id, lead.email);
  await deleteLead(ctx.db, ctx.workspace.id, id);
  await insertErasure(ctx.db, ctx.workspace.id, {
    id: newId(),
    emailHash: createHmac('sha256', ctx.platform.settings.signingKey)
      .update(`erasure:${ctx.workspace.id}:${lead.email}`)
      .digest('hex'),
    askedAt: now,
    doneAt: now,
    removed: {
      facts,
      readings: readingsGone,
      messages: mail.messages,
      caughtMails: mail.caughtMails,
      ...traces,
    },
    askedBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    createdAt: now,
  });
  await audit(ctx, { action: 'lead.erased', subject: { type: 'lead', id } });
  await publish(ctx, 'lead.erased', { leadId: id });
}
