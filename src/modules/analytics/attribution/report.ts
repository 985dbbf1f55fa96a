import type { z } from 'zod';
import type { Context } from '#context';
import { joinByHash } from '../funnel/people.ts';
import { rowsQueryOf, sliceOf, sliceQuery } from '../period.ts';
import { LOOK_BACK_DAYS } from './arrivals.ts';
import { channelGroupOf, channelLabel } from './channel.ts';
import { MODELS, type Model } from './credit.ts';
import * as queries from './report-queries.ts';
import type { Attribution, AttributionQuery } from './shapes.ts';

type Row = Attribution['rows'][number];
type By = z.output<typeof AttributionQuery>['by'];

/**
 * Where the money came from. In minor units exactly: attributed + unattributed = booked - refunded, under every model;
 * what is booked and not yet counted stands as the difference.
 */
export async function report(
  ctx: Context,
  { model, days, playbookId, by }: z.output<typeof AttributionQuery>,
): Promise<Attribution> {
  const { db, workspace } = ctx;
  const slice = sliceOf(ctx, days, playbookId);
  const asked = sliceQuery(days, playbookId);
  await joinByHash(db);
  const booked = await queries.listBooked(db, workspace.id, slice);
  const { currency } = workspace;
  const mine = booked.find((one) => one.currency === currency);
  const table = new Table(by, asked);
  for (const row of await queries.listEarned(db, workspace.id, slice, currency, by))
    if (row.channelGroup !== 'unattributed') table.earn(row, model);
  const ownHost = new URL(ctx.platform.settings.publicUrl).hostname;
  for (const row of await queries.listReadersByOrigin(db, workspace.id, slice))
    table.at({ ...row, channelGroup: originOf(row, ownHost) }).readers += row.readers;
  for (const row of await queries.listEmailsByOrigin(db, workspace.id, slice))
    table.at({ ...row, channelGroup: row.channelGroup ?? 'direct' }).emails += row.emails;
  const reasons = await queries.listUnattributed(db, workspace.id, slice, currency);
  const rows = table.finished(model);
  const attributedMinor = rows.reduce((sum, row) => sum + row.amountMinor, 0);
  const unattributedMinor = reasons.reduce((sum, row) => sum + row.amountMinor, 0);
  const net = (mine?.bookedMinor ?? 0) - (mine?.refundedMinor ?? 0);
  return {
    model,
    days,
    currency,
    booked: {
      minor: mine?.bookedMinor ?? 0,
      currency,
      orders: mine?.orders ?? 0,
      testMinor: mine?.testMinor ?? 0,
      rowsQuery: rowsQueryOf('booked', asked),
    },
    refunds: {
      count: mine?.refunds ?? 0,
      amountMinor: mine?.refundedMinor ?? 0,
      rowsQuery: rowsQueryOf('refunds', asked),
    },
    rows,
    attributedMinor,
    unattributed: {
      amountMinor: unattributedMinor,
      orders: reasons.reduce((sum, row) => sum + row.orders, 0),
      reasons,
      rowsQuery: rowsQueryOf('unattributed', asked),
    },
    difference: net - attributedMinor - unattributedMinor,
    otherCurrencies: booked
      .filter((one) => one.currency !== currency)
      .map(({ orders, bookedMinor, ...one }) => ({ currency: one.currency, orders, bookedMinor })),
    lookBackDays: LOOK_BACK_DAYS,
    countedAt: slice.until.toISOString(),
  };
}

const originOf = (
  { linkId, channelKind, utmSource, utmMedium, host }: queries.CameRow,
  ownHost: string,
): string =>
  channelGroupOf({
    channelKind,
    utmSource,
    utmMedium,
    isLink: linkId !== null,
    referrer: host && host !== ownHost ? `https://${host}/` : null,
  });

interface Place {
  channelGroup: string;
  linkId?: string | null;
  linkSlug?: string | null;
  playbookId?: string | null;
  playbookTitle?: string | null;
}

/** The rows of the report while they are being added up. */
class Table {
  private readonly rows = new Map<string, Row>();
  constructor(
    private readonly by: By,
    private readonly asked: string,
  ) {}

  at({ channelGroup: group, linkId, linkSlug, playbookId, playbookTitle }: Place): Row {
    const link = this.by === 'link' && linkId && linkSlug ? { id: linkId, slug: linkSlug } : null;
    // A link is one row, whatever the ways of coming to it were.
    const channelGroup = link ? 'link' : group;
    const playbook =
      this.by === 'playbook' && playbookId ? { id: playbookId, title: playbookTitle ?? '' } : null;
    const key = JSON.stringify([channelGroup, link?.id, playbook?.id]);
    const known = this.rows.get(key);
    if (known) {
      if (playbook?.title && known.playbook) known.playbook.title = playbook.title;
      return known;
    }
    const earned = (model: Model) => ({
      amountMinor: 0,
      rowsQuery: rowsQueryOf(
        'attributed',
        `model=${model}`,
        link ? '' : `channel=${encodeURIComponent(channelGroup)}`,
        link ? `linkId=${link.id}` : '',
        playbook && !this.asked.includes('playbookId') ? `playbookId=${playbook.id}` : '',
        this.asked,
      ),
    });
    const row: Row = {
      channelGroup,
      label: channelLabel(channelGroup),
      link,
      playbook,
      readers: 0,
      emails: 0,
      people: 0,
      orders: 0,
      amountMinor: 0,
      rowsQuery: '',
      models: {
        first: earned('first'),
        last: earned('last'),
        linear: earned('linear'),
        position: earned('position'),
      },
    };
    this.rows.set(key, row);
    return row;
  }

  earn(earned: queries.EarnedRow, model: Model): void {
    const row = this.at(earned);
    row.models[earned.model].amountMinor += earned.amountMinor;
    if (earned.model !== model) return;
    row.people += earned.people;
    row.orders += earned.orders;
  }

  /** Most money first, then most readers. */
  finished(model: Model): Row[] {
    const most = (row: Row) => Math.max(...MODELS.map((one) => row.models[one].amountMinor));
    return [...this.rows.values()]
      .map((row) => ({ ...row, ...row.models[model] }))
      .sort((a, b) => most(b) - most(a) || b.readers - a.readers || a.label.localeCompare(b.label));
  }
}
