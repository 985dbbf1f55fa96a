import type { Context } from '#context';
import type { leads } from '#modules/capture';
import { playbooks } from '#modules/creation';
import { links } from '#modules/distribution';
import type { CheckoutRow } from '../checkouts/queries.ts';

/** One touch on the way to an order, as it was when the order was made. */
export interface PathEntry {
  at: string;
  kind: 'click' | 'lead' | 'trial' | 'hand-raise' | 'video' | 'checkout' | 'order';
  label: string;
  /** Below the workspace; null where nothing can be opened. */
  href: string | null;
}

type Lead = Awaited<ReturnType<typeof leads.getRow>>;

/** The way somebody came to buy, from the first click to the payment. */
export async function pathOf(
  ctx: Context,
  lead: Lead,
  checkout: CheckoutRow,
  paid: { at: Date; label: string },
): Promise<PathEntry[]> {
  const entries: (PathEntry | undefined)[] = [];
  const clickIds = [...new Set([lead.firstClickId, checkout.clickId].filter((id) => id !== null))];
  for (const clickId of clickIds) {
    const origin = await links.originOf(ctx, clickId);
    if (origin)
      entries.push(
        entry(
          'click',
          origin.click.occurredAt,
          `Clicked /l/${origin.link.slug}`,
          `/links/${origin.link.slug}`,
        ),
      );
  }
  const playbookId = checkout.playbookId ?? lead.playbookId;
  const name = playbookId ? (await playbooks.namesOf(ctx, [playbookId])).get(playbookId) : undefined;
  const where = name ? ` of “${name.title}”` : '';
  const record = `/leads/${lead.id}`;
  if (lead.source === 'gate') entries.push(entry('lead', lead.capturedAt, `Passed the gate${where}`, record));
  entries.push(entry('trial', lead.trialRequestedAt, 'Asked the clone', record));
  entries.push(entry('hand-raise', lead.handRaisedAt, 'Raised their hand', record));
  if (checkout.videoId)
    entries.push(entry('video', checkout.openedAt, 'Came from their video', `/videos/${checkout.videoId}`));
  entries.push(entry('checkout', checkout.openedAt, 'Opened the checkout', null));
  entries.push(entry('order', paid.at, paid.label, null));
  // Sorting keeps the order of what happened in the same millisecond.
  return entries
    .filter((touch) => touch !== undefined)
    .filter(({ at }) => at <= paid.at.toISOString())
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

const entry = (
  kind: PathEntry['kind'],
  at: Date | null,
  label: string,
  href: string | null,
): PathEntry | undefined => (at ? { at: at.toISOString(), kind, label, href } : undefined);
