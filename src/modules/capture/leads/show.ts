import type { Context } from '#context';
import { playbooks } from '#modules/creation';
import { links } from '#modules/distribution';
import * as segments from '../segments/service.ts';
import { quietDaysOf } from './facts.ts';
import type { LeadRow } from './queries.ts';
import type { LeadSummary } from './shapes.ts';

/** Knows the names that a page of leads needs, and shows each. */
export async function shower(ctx: Context, rows: LeadRow[]): Promise<(row: LeadRow) => LeadSummary> {
  const now = ctx.clock.now();
  const segmentNames = await segments.namesOf(ctx);
  const linkNames = await links.namesOf(
    ctx,
    rows.flatMap(({ firstLinkId }) => firstLinkId ?? []),
  );
  const playbookNames = await playbooks.namesOf(
    ctx,
    rows.flatMap(({ playbookId }) => playbookId ?? []),
  );
  return (row) => {
    const link = row.firstLinkId ? linkNames.get(row.firstLinkId) : undefined;
    const playbook = row.playbookId ? playbookNames.get(row.playbookId) : undefined;
    return {
      id: row.id,
      name: row.name ?? row.email,
      email: row.email,
      company: row.company,
      stage: row.stage,
      status: row.status,
      priority: row.priority,
      grade: row.grade,
      fitScore: row.fitScore,
      engagementScore: row.engagementScore,
      segments: row.segmentIds.flatMap((id) => {
        const name = segmentNames.get(id);
        return name ? [{ id, name }] : [];
      }),
      source: {
        link: link && row.firstLinkId ? { id: row.firstLinkId, slug: link.slug } : null,
        playbook:
          playbook && row.playbookId
            ? { id: row.playbookId, slug: playbook.slug, title: playbook.title }
            : null,
        channel: channelOf(row),
      },
      next: nextOf(row),
      quietDays: quietDaysOf(row, now),
      isSuspect: row.isSuspect,
      capturedAt: row.capturedAt.toISOString(),
      confirmedAt: row.confirmedAt?.toISOString() ?? null,
    };
  };
}

function channelOf({ utmSource, firstReferrer, source }: LeadRow): string | null {
  if (utmSource) return utmSource;
  if (firstReferrer && URL.canParse(firstReferrer))
    return new URL(firstReferrer).hostname.replace(/^www\./, '');
  return source === 'gate' ? null : source;
}

function nextOf({ confirmedAt, source, isSuspect, suspectReason }: LeadRow): LeadSummary['next'] {
  if (isSuspect) return { kind: 'suspect', sentence: suspectReason ?? 'May not be a person', at: null };
  if (!confirmedAt && source === 'gate')
    return { kind: 'confirmation', sentence: 'Waits for their confirmation', at: null };
  return null;
}
