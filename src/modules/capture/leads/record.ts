import type { Context } from '#context';
import { isId } from '#kernel/database';
import { namesOfUsers } from '#kernel/identity';
import { playbooks, versions } from '#modules/creation';
import { links, trails } from '#modules/distribution';
import { reasonsOf } from '../scoring/service.ts';
import { newestAnswers } from './facts.ts';
import * as queries from './queries.ts';
import { getRow } from './service.ts';
import type { Lead } from './shapes.ts';
import { shower } from './show.ts';

const iso = (instant: Date | null | undefined): string | null => instant?.toISOString() ?? null;

/** Everything about one person, each claim with what stands behind it. @throws NotFound */
export async function get(ctx: Context, id: string): Promise<Lead> {
  const row = await getRow(ctx, id);
  const answers = await queries.listAnswers(ctx.db, ctx.workspace.id, id);
  const newest = new Set(newestAnswers(answers));
  const consents = await queries.listConsents(ctx.db, ctx.workspace.id, id);
  const { fit, engagement } = await reasonsOf(ctx, id);
  const show = (await shower(ctx, [row]))(row);
  return {
    ...show,
    details: {
      firstName: row.firstName,
      lastName: row.lastName,
      company: row.company,
      companyDomain: row.companyDomain,
      jobTitle: row.jobTitle,
      phone: row.phone,
      website: row.website,
      country: row.country,
      language: row.language,
      timeZone: row.timeZone,
      owner: await ownerOf(ctx, row.ownerId),
      source: row.source,
      suspectReason: row.suspectReason,
      custom: row.custom as Lead['details']['custom'],
    },
    answers: answers.map((answer) => ({
      questionId: answer.questionId,
      question: answer.questionText,
      answer: answer.answerLabel ?? answer.answerValue,
      value: answer.answerValue,
      at: answer.answeredAt.toISOString(),
      isNewest: newest.has(answer),
    })),
    consents: consents.map((consent) => ({
      id: consent.id,
      purpose: consent.purpose,
      state: consent.state,
      text: consent.textShown,
      version: consent.textVersion,
      at: consent.occurredAt.toISOString(),
      page: consent.pageUrl,
    })),
    scores: {
      fit: { total: row.fitScore, reasons: fit.map(shownReason) },
      engagement: { total: row.engagementScore, reasons: engagement.map(shownReason) },
    },
    path: await pathOf(ctx, row),
    trialEligible:
      row.trialEligible === null
        ? null
        : { value: row.trialEligible, reason: row.trialEligibilityReason ?? '' },
    firstTouch: await firstTouchOf(ctx, row),
    likelihood:
      row.conversionLikelihood === null
        ? null
        : {
            // A `real` comes back with more digits than were kept.
            value: Math.round(row.conversionLikelihood * 100) / 100,
            model: row.likelihoodModel ?? '',
            reasons: row.likelihoodReasons as { points: number; reason: string }[],
          },
  };
}

const shownReason = ({ points, reason, at }: { points: number; reason: string; at: Date }) => ({
  points,
  reason,
  at: at.toISOString(),
});

async function ownerOf(ctx: Context, ownerId: string | null): Promise<{ id: string; name: string } | null> {
  if (!ownerId) return null;
  return { id: ownerId, name: (await namesOfUsers(ctx, [ownerId])).get(ownerId) ?? 'Somebody who left' };
}

async function pathOf(ctx: Context, row: queries.LeadRow): Promise<Lead['path']> {
  const { views } = await trails.trailOf(ctx, row.id);
  const firstRead = views[0]?.occurredAt ?? (row.source === 'gate' ? row.capturedAt : null);
  const isPast = (stage: string) => row.stage === stage;
  return [
    { stage: 'reader', label: 'Reader', at: iso(firstRead) },
    { stage: 'captured', label: 'E-mail', at: row.capturedAt.toISOString() },
    {
      stage: 'trial',
      label: 'Trial',
      at: iso(row.trialRequestedAt ?? (isPast('trial') ? row.stageSince : null)),
    },
    {
      stage: 'hand_raised',
      label: 'Hand raised',
      at: iso(row.handRaisedAt ?? (isPast('hand_raised') ? row.stageSince : null)),
    },
    { stage: 'video', label: 'Video watched', at: isPast('video') ? iso(row.stageSince) : null },
    {
      stage: 'customer',
      label: 'Order',
      at: iso(row.convertedAt ?? (isPast('customer') ? row.stageSince : null)),
    },
  ];
}

/** Back to the click, the link, the version, the step before the gate and the passages that step rests on. */
async function firstTouchOf(ctx: Context, row: queries.LeadRow): Promise<Lead['firstTouch']> {
  const origin = row.firstClickId ? await links.originOf(ctx, row.firstClickId) : null;
  const playbook = row.playbookId
    ? (await playbooks.namesOf(ctx, [row.playbookId])).get(row.playbookId)
    : undefined;
  const evidence =
    row.versionId && row.stepPosition
      ? await versions.evidenceOf(ctx, row.versionId, row.stepPosition)
      : null;
  return {
    click: origin
      ? { id: origin.click.id, at: origin.click.occurredAt.toISOString(), referrer: origin.click.referrer }
      : null,
    link: origin ? { id: origin.link.id, slug: origin.link.slug, title: origin.link.title } : null,
    playbook: playbook && row.playbookId ? { id: row.playbookId, ...playbook } : null,
    version: evidence && row.versionId ? { id: row.versionId, number: evidence.number } : null,
    stepPosition: row.stepPosition,
    stepTitle: evidence?.stepTitle ?? null,
    passages: (evidence?.passages ?? []).map(({ passageId, sourceId, sourceTitle, quote, start, end }) => ({
      id: passageId && isId(passageId) ? passageId : null,
      quote,
      start,
      end,
      source: sourceId ? { id: sourceId, title: sourceTitle ?? '' } : null,
    })),
  };
}
