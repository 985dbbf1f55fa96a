import type { Context } from '#context';
import { namesOfUsers } from '#kernel/identity';
import { messagesOf } from '#kernel/mail';
import { playbooks } from '#modules/creation';
import { links, trails } from '#modules/distribution';
import { listPassedOf } from '../gates/queries.ts';
import { listChanges } from '../scoring/queries.ts';
import { listMemberships } from '../segments/queries.ts';
import * as segments from '../segments/service.ts';
import { activitiesOf } from './activities.ts';
import * as queries from './queries.ts';
import * as say from './sentences.ts';
import { getRow } from './service.ts';
import type { TimelineEntry } from './shapes.ts';

type Entry = Omit<TimelineEntry, 'at'> & { at: Date };

const MOST = 1_000;

/**
 * What happened with a person, newest first, each with the row that proves it.
 * @param raw also what machines did
 * @throws NotFound
 */
export async function timeline(ctx: Context, leadId: string, { raw = false } = {}): Promise<TimelineEntry[]> {
  const lead = await getRow(ctx, leadId);
  const entries: Entry[] = [
    ...(await arrivals(ctx, lead)),
    ...(await reading(ctx, leadId)),
    ...(await gates(ctx, leadId)),
    ...(await confirmations(ctx, leadId)),
    ...(await mails(ctx, leadId)),
    ...(await scores(ctx, leadId)),
    ...(await joins(ctx, leadId)),
    ...(await notes(ctx, leadId)),
    ...milestones(lead),
    ...(await behind(ctx, leadId)),
  ];
  return entries
    .filter(({ machine }) => raw || !machine)
    .sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1))
    .slice(0, MOST)
    .map((entry) => ({ ...entry, at: entry.at.toISOString() }));
}

const entry = (
  kind: string,
  id: string,
  at: Date,
  sentence: string,
  rest: Partial<Omit<Entry, 'kind' | 'id' | 'at' | 'sentence'>> = {},
): Entry => ({
  id: `${kind}:${id}`,
  kind,
  at,
  sentence,
  detail: null,
  points: null,
  machine: false,
  refs: {},
  ...rest,
});

async function arrivals(ctx: Context, lead: queries.LeadRow): Promise<Entry[]> {
  const found: Entry[] = [];
  const origin = lead.firstClickId ? await links.originOf(ctx, lead.firstClickId) : null;
  if (origin) {
    const { click, link } = origin;
    const detail = say.clickDetail({
      slug: link.slug,
      isBot: click.isBot,
      botReason: click.botReason,
      userAgent: click.userAgent,
    });
    found.push(
      entry('click', click.id, click.occurredAt, say.cameFrom({ ...link, referrer: click.referrer }), {
        detail,
        refs: { clickId: click.id, linkId: link.id },
      }),
    );
  }
  if (lead.source !== 'gate')
    found.push(
      entry(
        'added',
        lead.id,
        lead.capturedAt,
        lead.source === 'import' ? 'Came in with an import' : 'Added by hand',
      ),
    );
  return found;
}

/** What later layers noted on the person. */
function milestones({ id, trialRequestedAt, handRaisedAt }: queries.LeadRow): Entry[] {
  return [
    ...(trialRequestedAt ? [entry('trial', id, trialRequestedAt, 'Asked the clone a first question')] : []),
    ...(handRaisedAt ? [entry('hand', id, handRaisedAt, 'Raised their hand')] : []),
  ];
}

/** What later layers told that the person did there. */
async function behind(ctx: Context, leadId: string): Promise<Entry[]> {
  return (await activitiesOf(ctx, leadId)).map(({ id, kind, occurredAt, summary, detail, isMachine }) =>
    entry(kind, id, occurredAt, summary, {
      machine: isMachine,
      refs: (detail as { refs?: Entry['refs'] }).refs ?? {},
    }),
  );
}

async function reading(ctx: Context, leadId: string): Promise<Entry[]> {
  const { views, steps } = await trails.trailOf(ctx, leadId);
  const names = await playbooks.namesOf(ctx, [
    ...new Set([...views, ...steps].map(({ playbookId }) => playbookId)),
  ]);
  const titleOf = (playbookId: string) => names.get(playbookId)?.title ?? 'a playbook';
  const seen = views.map((view) =>
    entry('view', view.id, view.occurredAt, `Opened “${titleOf(view.playbookId)}”`, {
      detail: say.botDetail(view) ?? say.deviceOf(view.userAgent),
      machine: view.isBot,
      refs: { playbookId: view.playbookId, versionId: view.versionId },
    }),
  );
  const done = steps.flatMap((event) => {
    const sentence = say.stepSentence(event.kind, event.stepPosition);
    const refs = {
      playbookId: event.playbookId,
      versionId: event.versionId,
      ...(event.stepId && { stepId: event.stepId }),
    };
    return sentence
      ? [
          entry(`step-${event.kind}`, event.id, event.occurredAt, sentence, {
            detail: say.botDetail(event),
            machine: event.isBot,
            refs,
          }),
        ]
      : [];
  });
  return [...seen, ...done];
}

async function gates(ctx: Context, leadId: string): Promise<Entry[]> {
  const answers = await queries.listAnswers(ctx.db, ctx.workspace.id, leadId);
  return (await listPassedOf(ctx.db, ctx.workspace.id, leadId)).flatMap((submission) => {
    if (!submission.submittedAt) return [];
    const given = answers
      .filter(({ submissionId }) => submissionId === submission.id)
      .map(({ answerLabel, answerValue }) => answerLabel ?? answerValue);
    return [
      entry(
        'gate',
        submission.id,
        submission.submittedAt,
        `Passed the gate after step ${submission.stepPosition}`,
        {
          detail:
            [...given.reverse(), ...(submission.suspectReason ? [submission.suspectReason] : [])].join(
              ' · ',
            ) || null,
          refs: {
            submissionId: submission.id,
            playbookId: submission.playbookId,
            versionId: submission.versionId,
          },
        },
      ),
    ];
  });
}

async function confirmations(ctx: Context, leadId: string): Promise<Entry[]> {
  const consents = await queries.listConsents(ctx.db, ctx.workspace.id, leadId);
  const confirmed = (await queries.listConfirmations(ctx.db, ctx.workspace.id, leadId)).flatMap(
    ({ id, confirmedAt }) => {
      if (!confirmedAt) return [];
      const kept = consents
        .filter(({ confirmationId }) => confirmationId === id)
        .map(({ purpose }) => say.purposeOf(purpose));
      return [
        entry('confirmed', id, confirmedAt, 'Confirmed their e-mail', {
          detail: kept.length > 0 ? `Said yes again to ${kept.join(' and ')}` : null,
          refs: { confirmationId: id },
        }),
      ];
    },
  );
  const given = consents
    .filter(({ method, purpose }) => method !== 'confirmation' && purpose !== 'gate')
    .map(({ id, purpose, state, occurredAt, textShown }) =>
      entry(
        'consent',
        id,
        occurredAt,
        state === 'withdrawn'
          ? `Took back their yes to ${say.purposeOf(purpose)}`
          : `Said yes to ${say.purposeOf(purpose)}`,
        {
          detail: `“${textShown}”`,
          refs: { consentId: id },
        },
      ),
    );
  return [...confirmed, ...given];
}

async function mails(ctx: Context, leadId: string): Promise<Entry[]> {
  return (await messagesOf(ctx, leadId)).map((message) =>
    entry('message', message.id, message.sentAt ?? message.createdAt, say.mailSentence(message), {
      detail: message.reason,
      refs: { messageId: message.id },
    }),
  );
}

/** One line for each time the scores were worked out anew, with what moved them. */
async function scores(ctx: Context, leadId: string): Promise<Entry[]> {
  const changes = (await listChanges(ctx.db, ctx.workspace.id, leadId, MOST)).filter(
    ({ ruleKey }) => ruleKey !== 'bounds',
  );
  const rounds = Map.groupBy(changes, ({ createdAt, score }) => `${createdAt.toISOString()} ${score}`);
  return [...rounds.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const points = Math.round(group.reduce((sum, { delta }) => sum + delta, 0));
    const sorted = group.toSorted((a, b) => Math.abs(b.delta) - Math.abs(a.delta));
    const name = first.score === 'fit' ? 'Fit' : first.score === 'engagement' ? 'Engagement' : 'Readiness';
    return [
      entry(
        'score',
        first.id,
        first.createdAt,
        `${name} ${points < 0 ? 'fell' : 'rose'} by ${Math.abs(points)}`,
        {
          detail: sorted
            .map(({ delta, reason }) => `${delta > 0 ? '+' : '−'}${Math.abs(Math.round(delta))} ${reason}`)
            .join(' · '),
          points,
          machine: true,
          refs: { scoreChangeId: first.id },
        },
      ),
    ];
  });
}

async function joins(ctx: Context, leadId: string): Promise<Entry[]> {
  const names = await segments.namesOf(ctx);
  return (await listMemberships(ctx.db, ctx.workspace.id, leadId)).flatMap(
    ({ segmentId, joinedAt, reasons }) => {
      const name = names.get(segmentId);
      return name
        ? [
            entry('segment', segmentId, joinedAt, `Joined ${name}`, {
              detail: reasons.map(String).join(', ') || null,
              refs: { segmentId },
            }),
          ]
        : [];
    },
  );
}

async function notes(ctx: Context, leadId: string): Promise<Entry[]> {
  const rows = await queries.listNotes(ctx.db, ctx.workspace.id, leadId);
  const authors = await namesOfUsers(
    ctx,
    rows.flatMap(({ authorId }) => authorId ?? []),
  );
  return rows.map(({ id, body, authorId, createdAt }) =>
    entry('note', id, createdAt, `${(authorId && authors.get(authorId)) || 'Somebody'} wrote a note`, {
      detail: body,
      refs: { noteId: id },
    }),
  );
}
