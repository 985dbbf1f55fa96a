import type { Funnel } from '../funnel/shapes.ts';
import type { Home } from '../shapes.ts';
import type { Counts, Sold } from './queries.ts';
import { plural } from './words.ts';

type BriefPart = Home['brief']['parts'][number];

const said = (text: string): BriefPart => ({ text, rowsQuery: null });
const opens = (text: string, rowsQuery: string): BriefPart => ({ text, rowsQuery });

const money = (minor: number, currency: string): string => {
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  return new Intl.NumberFormat('en', { style: 'currency', currency, maximumFractionDigits: 0 }).format(
    minor / 10 ** digits,
  );
};

/** How many more or fewer than in as long a time before. */
function trendOf(now: number, before: number): string {
  if (before === 0) return '';
  if (now === before) return ', as many as in the four weeks before';
  return now > before
    ? `, ${now - before} more than in the four weeks before`
    : `, ${before - now} fewer than in the four weeks before`;
}

const LEAKS: Record<Funnel['rates'][number]['key'], string> = {
  reader_to_email: 'readers left an address',
  email_to_trial: 'who left an address tried the clone',
  trial_to_video: 'who tried the clone watched their video',
  video_to_purchase: 'who watched their video ordered',
};

/**
 * The brief in pieces, so that every number in it can be opened: what was sold, how many read and left an address, the
 * rate that is clearly low, the hands that wait.
 * @param sold null when whoever looks may not see money
 */
export function briefOf(
  counts: Counts,
  told: Funnel,
  sold: (Sold & { currency: string }) | null,
): BriefPart[] {
  if (counts.sources === 0)
    return [
      said('Start with something your expert has already said. A first draft takes about two minutes.'),
    ];
  const [readers, emails] = told.stages;
  if (!readers || !emails) return [];
  if (readers.people === 0 && counts.leads === 0 && !sold?.orders) {
    return counts.unpublished > 0
      ? [
          said(
            `Nobody has read anything yet: ${plural(counts.unpublished, 'playbook')} ${counts.unpublished === 1 ? 'waits' : 'wait'} to be published.`,
          ),
        ]
      : [said('Nobody has read anything yet. Share a link to the playbook that is published.')];
  }
  const parts: BriefPart[] = [];
  if (sold && sold.orders > 0)
    parts.push(
      said(`${plural(sold.orders, 'order')} in the last four weeks, `),
      opens(`${money(sold.bookedMinor, sold.currency)} booked`, 'booked'),
      said(`${trendOf(sold.orders, sold.ordersBefore)}. `),
    );
  parts.push(
    opens(plural(readers.people, 'person', 'people'), readers.rowsQuery),
    said(sold?.orders ? ' read and ' : ' read in the last four weeks and '),
    opens(`${counts.leads} left an address`, 'leads'),
    said(`${trendOf(counts.leads, counts.leadsBefore)}.`),
  );
  const [leak] = told.rates
    .filter((rate) => rate.verdict === 'below')
    .toSorted((a, b) => (a.value ?? 0) / a.target - (b.value ?? 0) / b.target);
  const stage = told.stages.find(({ key }) => key === leak?.to);
  if (leak && stage)
    parts.push(
      said(' One rate is clearly low: '),
      opens(`${leak.part} of ${leak.n}`, stage.rowsQuery),
      said(` ${LEAKS[leak.key]}.`),
    );
  if (told.handsWaiting > 0)
    parts.push(
      said(' And '),
      opens(plural(told.handsWaiting, 'person', 'people'), 'hands-waiting?days=all'),
      said(
        ` who raised a hand ${told.handsWaiting === 1 ? 'has' : 'have'} neither watched the video nor ordered.`,
      ),
    );
  const open = counts.leads - counts.confirmed;
  // "Of them" is said right behind those who left an address, or not at all.
  if (open > 0 && parts.at(-2)?.rowsQuery === 'leads')
    parts.push(
      said(' '),
      opens(`${counts.confirmed} of them confirmed it`, 'confirmed'),
      said(`; ${plural(open, 'address', 'addresses')} still open.`),
    );
  return parts;
}
