import type { Context } from '#context';
import { proportion } from '../proportion.ts';
import type { Home, KeyNumber } from '../shapes.ts';
import * as queries from './queries.ts';

const DAYS = 28;
const DAY_MS = 86_400_000;
/** The method's own target for readers who leave their address. */
const EMAIL_TARGET = 0.2;
const WEEKS_OF_MONEY = 12;

/** What whoever looks may see beside counts: names and addresses of people, money. */
interface Reach {
  leads: boolean;
  money: boolean;
}

/** What changed and what waits, in one read. The brief is written by rules from the same numbers. */
export async function show(ctx: Context, reach: Reach): Promise<Home> {
  const now = ctx.clock.now();
  const since = new Date(now.getTime() - DAYS * DAY_MS);
  const before = new Date(since.getTime() - DAYS * DAY_MS);
  const counts = await queries.countSince(ctx.db, ctx.workspace.id, since, before);
  const changes = await queries.listChanges(ctx.db, ctx.workspace.id, since, 12);
  const firstWeek = new Date(now.getTime() - WEEKS_OF_MONEY * 7 * DAY_MS);
  const money = reach.money
    ? await queries.listMoneyPerWeek(ctx.db, ctx.workspace.id, ctx.workspace.timeZone, firstWeek)
    : [];
  const parts = briefOf(counts);
  return {
    firstRun: counts.sources === 0,
    brief: {
      sentence: parts.map(({ text }) => text).join(''),
      parts,
      madeAt: now.toISOString(),
      maker: 'built-in composer',
    },
    numbers: numbersOf(counts),
    changes: changes.map((row) => ({
      at: new Date(row.occurredAt).toISOString(),
      ...sentenceOf(reach.leads ? row : { ...row, who: null }),
    })),
    money: money.map(({ week, amountMinor }) => ({ week, amountMinor: Number(amountMinor) })),
    currency: ctx.workspace.currency,
    today: waiting(counts),
    days: DAYS,
  };
}

function numbersOf(counts: queries.Counts): KeyNumber[] {
  const rate = proportion(counts.leads, counts.readers);
  const confirmed = proportion(counts.confirmed, counts.leads);
  const count = (key: string, label: string, value: number, rowsQuery: string): KeyNumber => ({
    key,
    label,
    format: 'count',
    value,
    low: null,
    high: null,
    n: null,
    target: null,
    rowsQuery,
  });
  const share = (
    key: string,
    label: string,
    found: typeof rate,
    target: number | null,
    rowsQuery: string,
  ): KeyNumber => ({
    key,
    label,
    format: 'share',
    value: found?.value ?? null,
    low: found?.low ?? null,
    high: found?.high ?? null,
    n: found?.n ?? 0,
    target,
    rowsQuery,
  });
  return [
    count('clicks', 'Clicks by people', counts.clicks, 'clicks'),
    count('readers', 'Readers', counts.readers, 'readers'),
    count('leads', 'Leads', counts.leads, 'leads'),
    share('emailRate', 'Reader to e-mail', rate, EMAIL_TARGET, 'leads'),
    share('confirmed', 'Addresses confirmed', confirmed, null, 'confirmed'),
  ];
}

const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

type BriefPart = Home['brief']['parts'][number];

const said = (text: string): BriefPart => ({ text, rowsQuery: null });
const opens = (text: string, rowsQuery: string): BriefPart => ({ text, rowsQuery });

/** The brief in pieces, so that every number in it can be opened. */
function briefOf(counts: queries.Counts): BriefPart[] {
  if (counts.sources === 0)
    return [
      said('Start with something your expert has already said. A first draft takes about two minutes.'),
    ];
  if (counts.readers === 0 && counts.leads === 0) {
    return counts.unpublished > 0
      ? [
          said(
            `Nobody has read anything yet: ${plural(counts.unpublished, 'playbook')} ${counts.unpublished === 1 ? 'waits' : 'wait'} to be published.`,
          ),
        ]
      : [said('Nobody has read anything yet. Share a link to the playbook that is published.')];
  }
  const trend =
    counts.leadsBefore === 0
      ? ''
      : counts.leads === counts.leadsBefore
        ? ', as many as in the four weeks before'
        : counts.leads > counts.leadsBefore
          ? `, ${counts.leads - counts.leadsBefore} more than in the four weeks before`
          : `, ${counts.leadsBefore - counts.leads} fewer than in the four weeks before`;
  const first = [
    opens(plural(counts.readers, 'person', 'people'), 'readers'),
    said(' read in the last four weeks and '),
    opens(`${counts.leads} left an address`, 'leads'),
    said(`${trend}.`),
  ];
  const open = counts.leads - counts.confirmed;
  if (open <= 0) return first;
  return [
    ...first,
    said(' '),
    opens(`${counts.confirmed} of them confirmed it`, 'confirmed'),
    said(`; ${plural(open, 'address', 'addresses')} still open.`),
  ];
}

function waiting(counts: queries.Counts): Home['today'] {
  const list: Home['today'] = [];
  if (counts.failedSources > 0)
    list.push({ sentence: `${plural(counts.failedSources, 'source')} could not be read`, href: '/sources' });
  if (counts.unpublished > 0)
    list.push({ sentence: `${plural(counts.unpublished, 'draft')} not published yet`, href: '/playbooks' });
  if (counts.unconfirmed > 0)
    list.push({
      sentence: `${plural(counts.unconfirmed, 'address', 'addresses')} not confirmed`,
      href: '/leads?confirmed=no',
    });
  return list;
}

function sentenceOf({ name, payload, title, slug, who }: queries.ChangeRow): {
  sentence: string;
  href: string | null;
} {
  const what = title ? `“${title}”` : 'something that is gone';
  switch (name) {
    case 'playbook.published':
      return {
        sentence: `Version ${payload.number} of ${what} was published`,
        href: slug ? `/playbooks/${slug}/versions` : null,
      };
    case 'playbook.drafted':
      return {
        sentence: `A draft of ${payload.steps} steps was composed for ${what}`,
        href: slug ? `/playbooks/${slug}` : null,
      };
    case 'source.imported':
      return { sentence: `${what} was read`, href: `/sources/${payload.sourceId}` };
    case 'source.failed':
      return { sentence: `${what} could not be read`, href: `/sources/${payload.sourceId}` };
    case 'lead.captured':
      return {
        sentence: `${who ?? 'Somebody'} passed the gate${title ? ` of ${what}` : ''}`,
        href: `/leads/${payload.leadId}`,
      };
    case 'lead.confirmed':
      return { sentence: `${who ?? 'Somebody'} confirmed their address`, href: `/leads/${payload.leadId}` };
    default:
      return { sentence: 'A link was made', href: '/links' };
  }
}
