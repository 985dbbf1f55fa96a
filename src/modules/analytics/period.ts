import type { Context } from '#context';
import type { Days } from './days.ts';

const DAY_MS = 86_400_000;

/** From when until when, and of which playbook. */
export interface Slice {
  /** Null for all time. */
  since: Date | null;
  until: Date;
  playbookId: string | null;
}

/** The last so many days up to now. */
export function sliceOf(ctx: Context, days: Days, playbookId: string | undefined): Slice {
  const until = ctx.clock.now();
  const since = days === 'all' ? null : new Date(until.getTime() - Number(days) * DAY_MS);
  return { since, until, playbookId: playbookId ?? null };
}

/** The period as the filters of a number say it. */
export const daysInWords = (days: Days): string => (days === 'all' ? 'all time' : `last ${days} days`);

/** The same slice as the end of a query of GET /rows; nothing for what is meant without it. */
export function sliceQuery(days: Days, playbookId: string | undefined): string {
  const params = new URLSearchParams();
  if (days !== '28') params.set('days', days);
  if (playbookId) params.set('playbookId', playbookId);
  return params.toString();
}

/** A query of GET /rows as it stands behind a number: `emails?days=90`. */
export function rowsQueryOf(name: string, ...params: string[]): string {
  const all = params.filter(Boolean).join('&');
  return all ? `${name}?${all}` : name;
}
