import type { Context } from '#context';
import { newId } from '#kernel/database';
import { publish } from '#kernel/events';
import { enqueue } from '#kernel/jobs';
import { notify } from '#kernel/live';
import { type IncomingMail, messagesByMessageId, suppress } from '#kernel/mail';
import { countLater } from '../campaigns/jobs.ts';
import * as people from '../campaigns/people-queries.ts';
import { findCampaign } from '../campaigns/queries.ts';
import * as mailboxes from '../mailboxes/queries.ts';
import { findProspect } from '../prospects/queries.ts';
import * as sends from '../sends/queries.ts';
import { stop, stopAll } from '../sends/stop.ts';
import { fullWindow, instantAt, minutesOf, nextInWindow, wallClock } from '../sends/zone.ts';
import { classifyReply, REPLY_CLASSIFIER_VERSION, type ReplyVerdict } from './classify.ts';
import { newWordsOf } from './cut.ts';
import type { matches, ReplyKind } from './kinds.ts';
import * as queries from './queries.ts';

/** Whose answer a mail is, and how we know. */
interface Match {
  person: people.PersonRow | undefined;
  thread: queries.ThreadRow | undefined;
  messageId: string | null;
  mailboxId: string | null;
  by: (typeof matches)[number] | null;
}

/** They come from a person who read us: whoever is meant is not written to by the sequence any more. */
const NOT_AN_ANSWER: readonly ReplyKind[] = ['out_of_office', 'bounce'];

/**
 * Takes in one mail: finds whose answer it is, says what it wants, stops the sequence before the next mail leaves, and puts
 * it into the inbox. A mail that belongs to nobody we wrote to lands there as well. Once per Message-ID. What the mail says
 * is data: no rule here does anything because a mail asks for it, save to stop.
 */
export async function receive(ctx: Context, mail: IncomingMail): Promise<void> {
  const { db, workspace } = ctx;
  if (await queries.findReplyByMessageId(db, workspace.id, mail.rfcMessageId)) return;
  const match = await findMatch(ctx, mail);
  const meant = match.person && (match.by !== 'company' || (await stopsForCompany(ctx, match.person)));
  const person =
    meant && match.person ? await people.lockPerson(db, workspace.id, match.person.id) : undefined;
  const newText = newWordsOf(mail.text);
  const verdict = classifyReply({
    subject: mail.subject,
    words: newText,
    headers: mail.headers,
    receivedAt: mail.receivedAt,
  });
  const replyId = newId();
  const threadId = await threadFor(ctx, mail, match, verdict);
  const isNew = await queries.insertReply(db, workspace.id, {
    id: replyId,
    threadId,
    mailboxId: match.mailboxId,
    messageId: match.messageId,
    rfcMessageId: mail.rfcMessageId,
    inReplyTo: mail.inReplyTo,
    rfcReferences: mail.references.slice(0, 50),
    fromEmail: mail.from.email,
    fromName: mail.from.name,
    toEmail: mail.to[0] ?? null,
    subject: mail.subject.slice(0, 900),
    text: mail.text.slice(0, 200_000),
    newText: newText.slice(0, 100_000),
    html: mail.html,
    matchedBy: match.by,
    kind: verdict.kind,
    certainty: verdict.certainty,
    reasons: verdict.reasons,
    classifier: 'rules',
    classifierVersion: REPLY_CLASSIFIER_VERSION,
    returnsOn: verdict.returnsOn,
    receivedAt: mail.receivedAt,
    createdAt: ctx.clock.now(),
  });
  if (!isNew) throw new Error('The same mail is being taken in by another process.');
  if (person) await act(ctx, mail, person, verdict);
  if (verdict.kind === 'unsubscribe' || verdict.kind === 'complaint')
    await suppressSender(ctx, mail, person, verdict.kind);
  await publish(ctx, 'prospect.replied', {
    replyId,
    prospectId: person?.prospectId ?? null,
    campaignId: person?.campaignId ?? null,
  });
  await notify(ctx, 'thread.changed', { threadId });
}

/** A colleague's mail stops somebody else's sequence only where the campaign says so. */
async function stopsForCompany(ctx: Context, person: people.PersonRow): Promise<boolean> {
  const campaign = await findCampaign(ctx.db, ctx.workspace.id, person.campaignId);
  return campaign?.settings.stopForCompany === true;
}

async function findMatch(ctx: Context, mail: IncomingMail): Promise<Match> {
  const { db, workspace } = ctx;
  const mailbox = await mailboxes.findByEmail(db, workspace.id, mail.to);
  const ids = [mail.inReplyTo, ...mail.references.toReversed()].filter((id) => id !== null);
  const known = await messagesByMessageId(ctx, [...new Set(ids)]);
  const message = ids
    .map((id) => known.find(({ rfcMessageId }) => rfcMessageId === id))
    .find((found) => found !== undefined);
  if (message) {
    const thread = await queries.findThreadOfMessage(db, workspace.id, message.id);
    const personId =
      (await sends.findByMessage(db, workspace.id, message.id))?.campaignProspectId ??
      thread?.campaignProspectId;
    const person = personId ? await people.findPerson(db, workspace.id, personId) : undefined;
    return {
      person,
      thread,
      messageId: message.id,
      mailboxId: message.mailboxId ?? mailbox?.id ?? null,
      by: message.rfcMessageId === mail.inReplyTo ? 'in_reply_to' : 'references',
    };
  }
  const rest = { thread: undefined, messageId: null, mailboxId: mailbox?.id ?? null };
  const byAddress = await people.findByEmail(db, workspace.id, mail.from.email);
  if (byAddress)
    return { ...rest, person: byAddress, mailboxId: rest.mailboxId ?? byAddress.mailboxId, by: 'person' };
  const domain = mail.from.email.slice(mail.from.email.lastIndexOf('@') + 1);
  const byCompany = await people.findByCompany(db, workspace.id, domain);
  if (byCompany)
    return { ...rest, person: byCompany, mailboxId: rest.mailboxId ?? byCompany.mailboxId, by: 'company' };
  return { ...rest, person: undefined, by: null };
}

async function threadFor(
  ctx: Context,
  mail: IncomingMail,
  match: Match,
  verdict: ReplyVerdict,
): Promise<string> {
  const { db, workspace, clock } = ctx;
  const personId = match.person?.id ?? null;
  const found =
    match.thread ?? (await queries.findThread(db, workspace.id, { personId, email: mail.from.email }));
  const needsLook =
    verdict.kind === 'other' ||
    verdict.kind === 'bounce' ||
    verdict.kind === 'complaint' ||
    match.by === null;
  const changes = {
    state: verdict.kind === 'out_of_office' && found ? found.state : ('open' as const),
    kind: verdict.kind,
    certainty: verdict.certainty,
    needsLook,
    lastReplyAt: mail.receivedAt,
    lastMessageAt: mail.receivedAt,
    snoozedUntil: null,
    updatedAt: clock.now(),
  };
  const id = found?.id ?? newId();
  if (found) await queries.updateThread(db, workspace.id, id, changes);
  else
    await queries.insertThread(db, workspace.id, {
      id,
      mailboxId: match.mailboxId,
      campaignId: match.person?.campaignId ?? null,
      campaignProspectId: personId,
      email: mail.from.email,
      name: mail.from.name,
      subject: mail.subject.replace(/^(?:(?:re|aw|sv|antw|fwd?)\s*:\s*)+/i, '').slice(0, 300),
      createdAt: clock.now(),
      ...changes,
    });
  const sent = personId ? await sends.listMessageIds(db, workspace.id, [personId]) : [];
  await queries.addMessages(db, workspace.id, id, [...sent, ...(match.messageId ? [match.messageId] : [])]);
  return id;
}

async function act(
  ctx: Context,
  mail: IncomingMail,
  person: people.PersonRow,
  verdict: ReplyVerdict,
): Promise<void> {
  const { db, workspace } = ctx;
  const at = mail.receivedAt;
  if (verdict.kind === 'out_of_office') await postpone(ctx, person, verdict.returnsOn);
  if (!NOT_AN_ANSWER.includes(verdict.kind)) {
    const isWish = verdict.kind === 'unsubscribe' || verdict.kind === 'complaint';
    const answered = {
      code: isWish ? 'unsubscribed' : 'replied',
      reason: isWish ? 'They asked for no more mail.' : 'They answered.',
      at,
    };
    await stop(ctx, person.id, {
      ...answered,
      repliedAt: person.repliedAt ?? at,
      replyKind: verdict.kind,
      ...(isWish && { unsubscribedAt: at }),
    });
    const campaign = await findCampaign(db, workspace.id, person.campaignId);
    const prospect = await findProspect(db, workspace.id, person.prospectId);
    if (campaign?.settings.stopForCompany && prospect?.companyDomain)
      await stopAll(
        ctx,
        { campaignId: person.campaignId, companyDomain: prospect.companyDomain },
        { code: 'company_replied', reason: `Somebody at ${prospect.companyDomain} answered.`, at },
      );
    if (person.mailboxId) {
      const mailbox = await mailboxes.findMailbox(db, workspace.id, person.mailboxId);
      const day = wallClock(at, mailbox?.timeZone ?? 'UTC').day;
      await mailboxes.tally(db, workspace.id, { mailboxId: person.mailboxId, day, what: 'replied' });
    }
  }
  await enqueue(
    ctx,
    countLater,
    { workspaceId: workspace.id, campaignId: person.campaignId },
    { key: `campaign.count:${person.campaignId}` },
  );
}

/** Somebody is away: what waits for them waits until they are back, or a week where they did not say. */
async function postpone(ctx: Context, person: people.PersonRow, returnsOn: string | null): Promise<void> {
  const { db, workspace, clock } = ctx;
  const campaign = await findCampaign(db, workspace.id, person.campaignId);
  const prospect = await findProspect(db, workspace.id, person.prospectId);
  const zone = prospect?.timeZone ?? workspace.timeZone;
  const window = fullWindow(campaign?.sendWindow ?? {});
  const back = returnsOn
    ? instantAt(returnsOn, minutesOf(window.from), zone)
    : new Date(clock.now().getTime() + 7 * 86_400_000);
  const earliest = nextInWindow(back, zone, window);
  for (const send of await sends.listOfPerson(db, workspace.id, person.id))
    if (send.state === 'planned' && send.plannedAt < earliest)
      await sends.updateSend(db, workspace.id, send.id, {
        earliestAt: earliest,
        plannedAt: earliest,
        movesAt: earliest,
        waitCode: 'away',
        waitReason: returnsOn ? `They are away until ${returnsOn}.` : 'They are away.',
      });
}

async function suppressSender(
  ctx: Context,
  mail: IncomingMail,
  person: people.PersonRow | undefined,
  kind: 'unsubscribe' | 'complaint',
): Promise<void> {
  // The one who writes, and the address we wrote to: an alias must not be the way back in.
  for (const email of new Set([mail.from.email, ...(person ? [person.email] : [])]))
    if (!email.endsWith('@unknown.invalid'))
      await suppress(ctx, {
        email,
        stream: 'outreach',
        reason: kind === 'complaint' ? 'complaint' : 'reply',
        detail: 'Said so in an answer.',
      });
}
