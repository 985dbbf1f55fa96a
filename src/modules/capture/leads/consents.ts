import type { Context } from '#context';
import { newId } from '#kernel/database';
import { publish } from '#kernel/events';
import type { SubmissionRow } from '../gates/queries.ts';
import * as queries from './queries.ts';

interface Given {
  leadId: string;
  purpose: 'gate' | 'newsletter';
  /** The exact words that were on the page. */
  text: string;
  version: string | null;
  submission: SubmissionRow;
  language: string;
}

/** Writes down a permission given on a form, with the words, the page and what showed that it was them. */
export async function record(
  ctx: Context,
  { leadId, purpose, text, version, submission, language }: Given,
): Promise<void> {
  const id = newId();
  const now = ctx.clock.now();
  await queries.insertConsent(ctx.db, ctx.workspace.id, {
    id,
    leadId,
    purpose,
    state: 'granted',
    textShown: text,
    textVersion: version,
    gateRevisionId: submission.gateRevisionId,
    method: 'form',
    pageUrl: submission.pageUrl,
    language,
    ipHash: submission.ipHash,
    userAgent: submission.userAgent,
    evidence: { submissionId: submission.id },
    occurredAt: now,
    createdAt: now,
  });
  await publish(ctx, 'consent.recorded', { consentId: id, leadId, purpose, granted: true });
}

interface Confirmed {
  leadId: string;
  confirmationId: string;
  ipHash: string | null;
  userAgent: string | null;
  pageUrl: string;
}

/** Confirms what the person granted and has not withdrawn: the same words, now from their own mailbox. */
export async function confirm(
  ctx: Context,
  { leadId, confirmationId, ipHash, userAgent, pageUrl }: Confirmed,
): Promise<void> {
  const now = ctx.clock.now();
  const newest = new Map<string, queries.ConsentRow>();
  for (const row of await queries.listConsents(ctx.db, ctx.workspace.id, leadId))
    if (!newest.has(row.purpose)) newest.set(row.purpose, row);
  for (const granted of newest.values()) {
    if (granted.state !== 'granted') continue;
    const id = newId();
    await queries.insertConsent(ctx.db, ctx.workspace.id, {
      id,
      leadId,
      purpose: granted.purpose,
      state: 'confirmed',
      textShown: granted.textShown,
      textVersion: granted.textVersion,
      gateRevisionId: granted.gateRevisionId,
      confirmationId,
      method: 'confirmation',
      pageUrl,
      language: granted.language,
      ipHash,
      userAgent,
      evidence: { grantedBy: granted.id },
      occurredAt: now,
      createdAt: now,
    });
    await publish(ctx, 'consent.recorded', {
      consentId: id,
      leadId,
      purpose: granted.purpose,
      granted: true,
    });
  }
}

/** Takes back a permission that holds; without one there is nothing to take back. */
export async function withdraw(
  ctx: Context,
  leadId: string,
  purpose: queries.ConsentRow['purpose'],
): Promise<void> {
  const holding = (await queries.listConsents(ctx.db, ctx.workspace.id, leadId)).find(
    (row) => row.purpose === purpose,
  );
  if (!holding || holding.state === 'withdrawn') return;
  const id = newId();
  const now = ctx.clock.now();
  await queries.insertConsent(ctx.db, ctx.workspace.id, {
    id,
    leadId,
    purpose,
    state: 'withdrawn',
    textShown: holding.textShown,
    textVersion: holding.textVersion,
    gateRevisionId: holding.gateRevisionId,
    method: 'unsubscribe',
    language: holding.language,
    evidence: { grantedBy: holding.id },
    occurredAt: now,
    createdAt: now,
  });
  await publish(ctx, 'consent.recorded', { consentId: id, leadId, purpose, granted: false });
  await publish(ctx, 'lead.updated', { leadId });
}
