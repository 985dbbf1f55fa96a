import type { Context } from '#context';
import { NotFound } from '#kernel/http';
import { cutPage, decodeCursor, instantIn, type Page } from '#kernel/shapes';
import { leads, people } from '#modules/capture';
import { playbooks } from '#modules/creation';
import * as clones from '../clones/service.ts';
import * as turns from '../clones/turns.ts';
import * as queries from './queries.ts';
import type { Trial, TrialQuery, TrialRecord } from './shapes.ts';

export { ask } from './ask.ts';
export { NotEligible, TrialSpent } from './reservations.ts';

/** Most people that a search of trials looks at. */
const MOST_FOUND = 200;

/** Trials of the workspace, newest first. */
export async function list(ctx: Context, { cursor, limit, q, state }: TrialQuery): Promise<Page<Trial>> {
  const [requestedAt, id] = cursor ? decodeCursor(cursor, 2) : [];
  const after = requestedAt && id ? { requestedAt: instantIn(requestedAt), id: String(id) } : undefined;
  const leadIds = q
    ? (await leads.list(ctx, { q, limit: MOST_FOUND })).data.map((lead) => lead.id)
    : undefined;
  const rows = await queries.listTrials(ctx.db, ctx.workspace.id, { state, leadIds, after }, limit + 1);
  const show = await shower(ctx, rows);
  return cutPage(rows, limit, (row) => [row.requestedAt.toISOString(), row.id], show);
}

/** One trial with what was asked. @throws NotFound */
export async function get(ctx: Context, id: string): Promise<TrialRecord> {
  const row = await queries.findTrial(ctx.db, ctx.workspace.id, { id });
  if (!row) throw new NotFound('There is no such trial.');
  return { ...(await shower(ctx, [row]))(row), turns: await turns.listOfTrial(ctx, id) };
}

/** Trials of one person, oldest first. */
export const listOf = (ctx: Context, leadId: string): Promise<queries.TrialRow[]> =>
  queries.listTrialsOf(ctx.db, ctx.workspace.id, leadId);

async function shower(ctx: Context, rows: queries.TrialRow[]): Promise<(row: queries.TrialRow) => Trial> {
  const known = await people.namesOf(
    ctx,
    rows.map(({ leadId }) => leadId),
  );
  const cloneNames = await clones.namesOf(
    ctx,
    rows.map(({ cloneId }) => cloneId),
  );
  const titles = await playbooks.namesOf(
    ctx,
    rows.map(({ playbookId }) => playbookId),
  );
  const iso = (at: Date | null) => at?.toISOString() ?? null;
  return (row) => {
    const person = known.get(row.leadId);
    return {
      id: row.id,
      lead: { id: row.leadId, name: person?.name ?? '', email: person?.email ?? '' },
      clone: { id: row.cloneId, name: cloneNames.get(row.cloneId) ?? '' },
      playbook: { id: row.playbookId, ...(titles.get(row.playbookId) ?? { slug: '', title: '' }) },
      state: row.state,
      quota: row.quota,
      used: row.used,
      reserved: row.reserved,
      eligibilityReason: row.eligibilityReason,
      requestedAt: row.requestedAt.toISOString(),
      firstUsedAt: iso(row.firstUsedAt),
      lastUsedAt: iso(row.lastUsedAt),
      spentAt: iso(row.spentAt),
    };
  };
}
