import { sql } from 'drizzle-orm';
import type { Context } from '#context';
import type { Work } from '../shapes.ts';

interface Row extends Record<string, unknown> {
  id: string;
  kind: string;
  title: string;
  stages: { name: string; state: string; count?: number | null; done?: number; total?: number | null }[];
  startedAt: Date;
  href: string;
}

/** Everything longer that is under way: imports, drafts being composed, editions, and named work. */
export async function list(ctx: Context): Promise<Work[]> {
  const id = ctx.workspace.id;
  const { rows } = await ctx.db.execute<Row>(sql`
    select w.id::text, w.kind, w.title, w.stages, w.started_at as "startedAt", coalesce(w.open_path, '/') as href
      from app.running_work w where w.workspace_id = ${id} and w.state in ('waiting', 'running')
    union all
    select s.id::text, 'source', coalesce(nullif(s.title, ''), s.file_name, s.url, 'A source'), s.stages, s.updated_at, '/sources/' || s.id
      from app.sources s where s.workspace_id = ${id} and s.status = 'importing' and s.deleted_at is null
    union all
    select x.id::text, 'extraction', 'A draft of “' || p.title || '”', x.stages, coalesce(x.started_at, x.created_at), '/playbooks/' || p.slug
      from app.extractions x join app.playbooks p on p.id = x.playbook_id where x.workspace_id = ${id} and x.state in ('queued', 'running')
    union all
    select e.id::text, 'edition', 'PDF of “' || v.title || '”', '[]'::jsonb, e.created_at, '/playbooks'
      from app.editions e join app.versions v on v.id = e.version_id where e.workspace_id = ${id} and e.state in ('queued', 'rendering')
    order by "startedAt" desc limit 100`);
  return rows.map(({ stages, startedAt, ...row }) => {
    const counted = stages.map((stage) => ({
      name: stage.name,
      state: stage.state,
      done: stage.done ?? stage.count ?? null,
      total: stage.total ?? null,
    }));
    return {
      ...row,
      stages: counted,
      progress: progressOf(counted),
      startedAt: new Date(startedAt).toISOString(),
    };
  });
}

/** 0 to 1 where totals are known, else null: no bar is better than a made-up one. */
function progressOf(stages: Work['stages']): number | null {
  const totals = stages.filter((stage) => stage.total !== null && stage.total > 0);
  if (totals.length === 0) return null;
  const total = totals.reduce((sum, stage) => sum + (stage.total ?? 0), 0);
  const done = totals.reduce((sum, stage) => sum + Math.min(stage.done ?? 0, stage.total ?? 0), 0);
  return done / total;
}
