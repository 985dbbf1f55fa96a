import type { Context } from '#context';
import { audit } from '#kernel/audit';
import { newId } from '#kernel/database';
import { publish } from '#kernel/events';
import { NotFound } from '#kernel/http';
import { cutPage, decodeCursor, type Page, type PageQuery } from '#kernel/shapes';
import { leads } from '#modules/capture';
import * as actions from '../actions/service.ts';
import { type Detector, detectors, type Finding } from './detectors.ts';
import { certainty, expectAnswer, measure } from './outcomes.ts';
import * as queries from './queries.ts';
import { type DetectorShape, Insight, type InsightQuery, type Run } from './shapes.ts';

/**
 * Looks at the business once: every detector counts, what it finds is kept with its rows, and what may be done alone is
 * done. The same finding again renews the insight of before and proposes nothing twice.
 */
export async function look(ctx: Context, trigger: Run['trigger']): Promise<Run> {
  const { db, workspace } = ctx;
  const now = ctx.clock.now();
  const id = newId();
  // One look at a time: the second waits here until the first has committed.
  await queries.insertRun(db, {
    ...{ id, workspaceId: workspace.id, trigger, startedAt: now },
    startedBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
  });
  await measure(ctx);
  const rows = await queries.ensureDetectors(db, workspace.id, detectors);
  const seen: string[] = [];
  let proposed = 0;
  let done = 0;
  for (const detector of detectors) {
    const row = rows.find(({ key }) => key === detector.key);
    if (row && !row.isActive) continue;
    const finding = await detector.look(ctx);
    if (!finding) continue;
    const confidence = certainty(row?.prior ?? detector.prior, row?.rightCount ?? 0, row?.wrongCount ?? 0);
    const { insight, isNew } = await keep(ctx, id, { detector, finding, confidence });
    seen.push(insight.id);
    if (!isNew) continue;
    await publish(ctx, 'insight.found', { insightId: insight.id, kind: detector.key });
    for (const proposal of finding.proposals) {
      const action = await actions.propose(ctx, { ...proposal, confidence, insightId: insight.id });
      if (!action) continue;
      if (action.state === 'proposed') proposed += 1;
      else done += 1;
      const people = action.items.flatMap((item) => (item.subjectType === 'lead' ? [item.subjectId] : []));
      await expectAnswer(ctx, insight, action.id, people);
    }
  }
  await queries.resolveOthers(db, workspace.id, seen, now);
  return showRun(
    await queries.endRun(db, workspace.id, id, {
      state: 'done',
      insightsFound: seen.length,
      actionsProposed: proposed,
      actionsDone: done,
      finishedAt: ctx.clock.now(),
    }),
  );
}

async function keep(
  ctx: Context,
  runId: string,
  { detector, finding, confidence }: { detector: Detector; finding: Finding; confidence: number },
): Promise<{ insight: queries.InsightRow; isNew: boolean }> {
  const { workspace } = ctx;
  const now = ctx.clock.now();
  const { title, statement, query, parameters, count, rows } = finding;
  const kept = await queries.keepInsight(ctx.db, {
    ...{ id: newId(), workspaceId: workspace.id, runId, title, statement, confidence },
    detectorKey: detector.key,
    type: detector.type,
    prior: detector.prior,
    evidence: { query, parameters, count },
    dedupeKey: detector.key,
    firstSeenAt: now,
    lastSeenAt: now,
    createdAt: now,
  });
  await queries.replaceEvidence(
    ctx.db,
    workspace.id,
    kept.insight.id,
    rows.map(({ type, id, note }, index) => ({
      ...{ id: newId(), workspaceId: workspace.id, insightId: kept.insight.id, position: index + 1, note },
      subjectType: type,
      subjectId: id,
    })),
  );
  return kept;
}

/** Insights, newest first. */
export async function listInsights(ctx: Context, query: InsightQuery): Promise<Page<Insight>> {
  const states = (query.state ?? '').split(',').flatMap((name) => {
    const known = Insight.shape.state.safeParse(name.trim());
    return known.success ? [known.data] : [];
  });
  const after = query.cursor ? String(decodeCursor(query.cursor, 1)[0]) : undefined;
  const page = { states, after, limit: query.limit + 1 };
  const rows = await queries.listInsights(ctx.db, ctx.workspace.id, page);
  return cutPage(rows, query.limit, ({ id }) => [id], showInsight);
}

/** One insight with the rows it was counted from. @throws NotFound */
export async function getInsight(ctx: Context, id: string) {
  const [row] = await queries.listInsightsById(ctx.db, ctx.workspace.id, [id]);
  if (!row) throw new NotFound('There is no such insight.');
  const rows = await queries.listEvidence(ctx.db, ctx.workspace.id, id);
  const leadIds = rows.flatMap(({ subjectType, subjectId }) => (subjectType === 'lead' ? [subjectId] : []));
  const people = new Map(
    (await leads.rowsOf(ctx, leadIds)).map((lead) => [lead.id, lead.name || lead.email]),
  );
  return {
    ...showInsight(row),
    rows: rows.map(({ subjectType: type, subjectId, note }) => {
      const name = type === 'lead' && people.get(subjectId);
      return { type, id: subjectId, note: name ? `${name}: ${note}` : note };
    }),
  };
}

/** What waits for a person. */
export async function listProposals(ctx: Context) {
  return (await actions.list(ctx, { state: 'proposed', limit: 50 })).data;
}

/** Puts an insight away. @throws NotFound also when it is not open any more */
export async function dismiss(ctx: Context, id: string): Promise<Insight> {
  const row = await queries.moveInsight(ctx.db, ctx.workspace.id, id, {
    state: 'dismissed',
    decidedAt: ctx.clock.now(),
    decidedBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
  });
  if (!row) throw new NotFound('There is no such insight open.');
  await audit(ctx, { action: 'insight.dismissed', subject: { type: 'insight', id } });
  return showInsight(row);
}

/** What each detector believed, and how often it was right. */
export async function listDetectors(ctx: Context): Promise<DetectorShape[]> {
  const rows = await queries.ensureDetectors(ctx.db, ctx.workspace.id, detectors);
  return rows.map(({ key, name, prior, rightCount, wrongCount, isActive }) => ({
    ...{ key, name, isActive },
    prior: round(prior),
    right: rightCount,
    wrong: wrongCount,
    certainty: round(certainty(prior, rightCount, wrongCount)),
  }));
}

export async function listRuns(ctx: Context, { cursor, limit }: PageQuery): Promise<Page<Run>> {
  const after = cursor ? String(decodeCursor(cursor, 1)[0]) : undefined;
  const rows = await queries.listRuns(ctx.db, ctx.workspace.id, { after, limit: limit + 1 });
  return cutPage(rows, limit, ({ id }) => [id], showRun);
}

const round = (value: number): number => Math.round(value * 100) / 100;

const showRun = (row: queries.RunRow): Run => ({
  id: row.id,
  trigger: row.trigger,
  state: row.state,
  insights: row.insightsFound,
  proposed: row.actionsProposed,
  done: row.actionsDone,
  startedAt: row.startedAt.toISOString(),
  finishedAt: row.finishedAt?.toISOString() ?? null,
});

const showInsight = (row: queries.InsightRow): Insight => ({
  id: row.id,
  detector: row.detectorKey,
  type: row.type,
  title: row.title,
  statement: row.statement,
  confidence: round(row.confidence),
  prior: row.prior === null ? null : round(row.prior),
  evidence: row.evidence,
  state: row.state,
  firstSeenAt: row.firstSeenAt.toISOString(),
  lastSeenAt: row.lastSeenAt.toISOString(),
});
