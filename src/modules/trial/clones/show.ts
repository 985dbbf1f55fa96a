import type { Context } from '#context';
import { segments } from '#modules/capture';
import { experts, playbooks } from '#modules/creation';
import { countTrials } from '../trials/queries.ts';
import * as queries from './queries.ts';
import type { Clone, TestRun } from './shapes.ts';
import { listNewestRuns } from './test-queries.ts';

interface KeptRule {
  all: unknown[];
  any: unknown[];
}

/** The rule of a clone itself, or null when the gate's decides. */
export function ruleOf(kept: Record<string, unknown>): KeptRule | null {
  const { all = [], any = [] } = kept as Partial<KeptRule>;
  return all.length + any.length > 0 ? { all, any } : null;
}

export async function show(ctx: Context, row: queries.CloneRow): Promise<Clone> {
  return (await showAll(ctx, [row]))[0] as Clone;
}

export async function showAll(ctx: Context, rows: queries.CloneRow[]): Promise<Clone[]> {
  const { db, workspace } = ctx;
  const names = await playbooks.namesOf(
    ctx,
    rows.map(({ playbookId }) => playbookId),
  );
  const turns = await queries.countTurns(db, workspace.id);
  const trials = await countTrials(db, workspace.id);
  const runs = await listNewestRuns(
    db,
    workspace.id,
    rows.map(({ id }) => id),
  );
  const shown: Clone[] = [];
  for (const row of rows) {
    const playbook = names.get(row.playbookId) ?? { slug: '', title: '' };
    const rule = ruleOf(row.eligibilityRule);
    const run = runs.get(row.id);
    shown.push({
      id: row.id,
      name: row.name,
      state: row.state,
      greeting: row.greeting,
      freeUses: row.freeUses,
      eligibilityRule: rule,
      eligibilitySentence: rule ? ((await segments.sayRules(ctx, [rule]))[0] ?? null) : null,
      // A `real` comes back with more digits than were kept.
      passingRate: Math.round(row.passingRate * 1_000) / 1_000,
      playbook: { id: row.playbookId, ...playbook },
      expert: row.expertId ? await expertOf(ctx, row.expertId) : null,
      testRate: run && run.state !== 'running' ? (showRun(run).right ?? null) : null,
      turns: turns.get(row.id)?.turns ?? 0,
      notInMaterial: turns.get(row.id)?.notInMaterial ?? 0,
      trials: trials.get(row.id) ?? 0,
      publishedAt: row.publishedAt?.toISOString() ?? null,
      publicUrl: `${ctx.platform.settings.publicUrl}/p/${workspace.slug}/${playbook.slug}#clone`,
      composer: composerNow(ctx),
    });
  }
  return shown;
}

async function expertOf(ctx: Context, id: string): Promise<Clone['expert']> {
  const { name } = await experts.get(ctx, id);
  return { id, name };
}

/** Who would answer a question now. */
export const composerNow = ({ platform }: Pick<Context, 'platform'>): string =>
  platform.ai.state().state === 'stand-in' ? 'built-in composer' : 'model';

const rate = (value: number, n: number) => (n === 0 ? null : { value: value / n, n });

export function showRun(row: queries.TestRunRow): TestRun {
  const answers = row.results.filter(({ expected }) => expected === 'answer').length;
  const refusals = row.results.length - answers;
  return {
    id: row.id,
    state: row.state,
    questions: row.questions,
    grounded: rate(row.grounded, answers),
    refused: rate(row.refusedRightly, refusals),
    right: row.state === 'running' ? null : rate(row.grounded + row.refusedRightly, row.results.length),
    results: row.results,
    composer: row.model ? `model: ${row.model}` : 'built-in composer',
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
