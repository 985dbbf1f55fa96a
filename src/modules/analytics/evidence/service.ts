import type { Context } from '#context';
import { NotFound } from '#kernel/http';
import { versions } from '#modules/creation';
import { channelLabel } from '../attribution/channel.ts';
import * as queries from './queries.ts';
import type { Chain } from './shapes.ts';

type Link = Chain['links'][number];

/**
 * One person or order from the sentence of the source to the euro. What nobody recorded is not in it.
 * @param of `lead:<id>` or `order:<id>`
 * @param reach whether whoever asks may see money
 * @throws NotFound
 */
export async function chain(ctx: Context, of: string, reach: { money: boolean }): Promise<Chain> {
  const [kind, id = ''] = of.split(':');
  const { db, workspace } = ctx;
  const sale = kind === 'order' && reach.money ? await queries.findSale(db, workspace.id, id) : undefined;
  if (kind === 'order' && !sale) throw new NotFound('There is no such order.');
  const leadId = sale ? sale.leadId : id;
  const way = leadId ? await queries.findWay(db, workspace.id, leadId) : undefined;
  if (kind === 'lead' && !way) throw new NotFound('There is no such lead.');
  const sales = sale ? [sale] : reach.money ? await queries.listSales(db, workspace.id, id) : [];
  return {
    of,
    title: sale?.buyer ?? way?.leadName ?? way?.leadEmail ?? 'Somebody',
    links: [
      ...(way ? await written(ctx, way) : []),
      ...(way ? await walked(ctx, way) : []),
      ...sales.flatMap((one) => sold(one)),
    ],
  };
}

const iso = (at: Date | null): string | null => (at ? new Date(at).toISOString() : null);

/** Source, passage, step, version: what the person had before them when they left their address. */
async function written(ctx: Context, way: queries.WayRow): Promise<Link[]> {
  if (!way.versionId || !way.stepPosition) return [];
  const evidence = await versions.evidenceOf(ctx, way.versionId, way.stepPosition);
  if (!evidence) return [];
  const [passage] = evidence.passages;
  const links: Link[] = [];
  if (passage?.sourceId) {
    links.push({
      kind: 'source',
      label: passage.sourceTitle ?? 'A source',
      detail: null,
      at: null,
      href: `/sources/${passage.sourceId}`,
    });
  }
  if (passage)
    links.push({
      kind: 'passage',
      label: passage.quote,
      detail: passage.sourceTitle ?? null,
      at: null,
      href: passage.sourceId ? `/sources/${passage.sourceId}#${passage.start}-${passage.end}` : null,
    });
  links.push({
    kind: 'step',
    label: [way.stepPosition, evidence.stepTitle].filter(Boolean).join(', '),
    detail: way.playbookTitle,
    at: null,
    href: way.playbookSlug ? `/playbooks/${way.playbookSlug}/steps/${way.stepPosition}` : null,
  });
  links.push({
    kind: 'version',
    label: `Version ${evidence.number}`,
    detail: way.playbookTitle,
    at: null,
    href: way.playbookSlug ? `/playbooks/${way.playbookSlug}/versions` : null,
  });
  return links;
}

/** Link, click, reader, lead, trial, hand-raise, video. */
async function walked(ctx: Context, way: queries.WayRow): Promise<Link[]> {
  const links: Link[] = [];
  const touch = way.leadId ? await queries.findFirstTouch(ctx.db, ctx.workspace.id, way.leadId) : undefined;
  const from = touch ? channelLabel(touch.channelGroup) : null;
  if (way.linkSlug)
    links.push({
      kind: 'link',
      label: `/l/${way.linkSlug}`,
      detail: way.linkTitle && way.linkTitle !== way.linkSlug ? way.linkTitle : from,
      at: null,
      href: `/links/${way.linkSlug}`,
    });
  if (way.clickAt)
    links.push({
      kind: 'click',
      label: way.clickIsBot ? 'A machine' : `A person${deviceOf(way.clickAgent)}`,
      detail: from,
      at: iso(way.clickAt),
      href: way.linkSlug ? `/links/${way.linkSlug}` : null,
    });
  if (way.views > 0 || touch)
    links.push({
      kind: 'reader',
      label: way.views > 0 ? `Read ${way.views} ${way.views === 1 ? 'time' : 'times'}` : 'Came to read',
      detail: from ? `from ${from}` : null,
      at: iso(way.firstViewAt ?? touch?.occurredAt ?? null),
      href: `/leads/${way.leadId}`,
    });
  links.push({
    kind: 'lead',
    label: way.leadName ?? way.leadEmail ?? 'A lead',
    detail: way.stepPosition ? `gate after step ${way.stepPosition}` : way.source,
    at: iso(way.capturedAt),
    href: `/leads/${way.leadId}`,
  });
  if (way.trialAt)
    links.push({
      kind: 'trial',
      label: `${way.trialUsed ?? 0} ${way.trialUsed === 1 ? 'question' : 'questions'} to the clone`,
      detail: null,
      at: iso(way.trialAt),
      href: `/trials?q=${encodeURIComponent(way.leadEmail ?? '')}`,
    });
  if (way.handAt)
    links.push({
      kind: 'hand-raise',
      label: `Signals add up to ${rounded(way.handTotal)}`,
      detail: `line at ${rounded(way.handThreshold)}`,
      at: iso(way.handAt),
      href: '/hand-raises',
    });
  if (way.videoAt || way.videoOpenedAt)
    links.push({
      kind: 'video',
      label: `${way.videoAt ? 'Watched' : 'Opened,'} ${clock(way.videoFurthestMs)} of ${clock(way.videoDurationMs)}`,
      detail: null,
      at: iso(way.videoAt ?? way.videoOpenedAt),
      href: '/videos',
    });
  return links;
}

function sold(sale: queries.SaleRow): Link[] {
  const words = new Intl.NumberFormat('en', { style: 'currency', currency: sale.currency });
  const digits = words.resolvedOptions().maximumFractionDigits ?? 2;
  const amount = (minor: number) => words.format(minor / 10 ** digits);
  const back = sale.refundedMinor > 0 ? `${amount(sale.refundedMinor)} given back` : null;
  return [
    {
      kind: 'order',
      label: [amount(sale.totalMinor), sale.offer].filter(Boolean).join(', '),
      detail: [`order ${sale.number}`, sale.isTest ? 'test checkout' : null, back].filter(Boolean).join(', '),
      at: iso(sale.bookedAt),
      href: `/orders/${sale.id}`,
    },
    ...(sale.shareMinor === null
      ? []
      : [
          {
            kind: 'share' as const,
            label: `${amount(sale.shareMinor)} to ${sale.expert ?? 'the expert'}`,
            detail: null,
            at: null,
            href: `/orders/${sale.id}`,
          },
        ]),
  ];
}

const rounded = (value: number | null): string => String(Math.round((value ?? 0) * 10) / 10);

function clock(ms: number | null): string {
  const seconds = Math.round((ms ?? 0) / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function deviceOf(agent: string | null): string {
  if (!agent) return '';
  return /Mobile|Android|iPhone/.test(agent) ? ', on a phone' : ', on a computer';
}
