import { sql } from 'drizzle-orm';
import type { Transaction } from '#kernel/database';
import type { Hit } from '../shapes.ts';

interface HitRow extends Record<string, unknown> {
  kind: Hit['kind'];
  id: string;
  title: string;
  sentence: string | null;
  href: string;
}

/** What a searcher may see in the answer. */
export interface Reach {
  leads: boolean;
  sources: boolean;
  playbooks: boolean;
  links: boolean;
}

/** Exact matches first, then beginnings, then whatever holds the words. Addresses are shown only to who may read leads. */
export async function findHits(
  db: Transaction,
  workspaceId: string,
  words: string,
  reach: Reach,
  limit: number,
): Promise<HitRow[]> {
  const escaped = words.replace(/[\\%_]/g, '\\$&');
  const anywhere = `%${escaped}%`;
  const { rows } = await db.execute<HitRow>(sql`
    select kind, id, title, sentence, href from (
      select 'lead' as kind, l.id::text, coalesce(l.name, l.email) as title, l.email as sentence, '/leads/' || l.id as href, l.captured_at as at
        from app.leads l where ${reach.leads} and l.workspace_id = ${workspaceId} and l.archived_at is null
          and (l.email ilike ${anywhere} or l.name ilike ${anywhere} or l.company ilike ${anywhere})
      union all
      select 'playbook', p.id::text, p.title, p.outcome, '/playbooks/' || p.slug, p.updated_at
        from app.playbooks p where ${reach.playbooks} and p.workspace_id = ${workspaceId} and p.archived_at is null and p.title ilike ${anywhere}
      union all
      select 'step', p.id::text || '/' || (s.step ->> 'position'), s.step ->> 'title', p.title, '/playbooks/' || p.slug || '/steps/' || (s.step ->> 'position'), p.updated_at
        from app.playbooks p cross join lateral jsonb_array_elements(p.draft -> 'steps') as s(step)
        where ${reach.playbooks} and p.workspace_id = ${workspaceId} and p.archived_at is null and s.step ->> 'title' ilike ${anywhere}
      union all
      select 'link', k.id::text, '/l/' || k.slug, k.title, '/links/' || k.slug, k.created_at
        from app.links k where ${reach.links} and k.workspace_id = ${workspaceId} and k.archived_at is null and (k.slug ilike ${anywhere} or k.title ilike ${anywhere})
      union all
      select 'source', s.id::text, s.title, s.author, '/sources/' || s.id, s.created_at
        from app.sources s where ${reach.sources} and s.workspace_id = ${workspaceId} and s.deleted_at is null and s.title ilike ${anywhere}
      union all
      select 'expert', e.id::text, e.name, e.trade, '/experts', e.created_at
        from app.experts e where ${reach.playbooks} and e.workspace_id = ${workspaceId} and e.archived_at is null and e.name ilike ${anywhere}
      union all
      (select 'passage', g.id::text, s.title, g.quote, '/sources/' || s.id || '#' || g.start_offset || '-' || g.end_offset, s.created_at
        from app.passages g join app.sources s on s.id = g.source_id
        where ${reach.sources} and g.workspace_id = ${workspaceId} and s.deleted_at is null and g.search @@ websearch_to_tsquery('simple', ${words})
        limit 20)
    ) as found
    order by (lower(title) = lower(${words})) desc, (title ilike ${`${escaped}%`}) desc,
      array_position(array['lead', 'playbook', 'step', 'link', 'expert', 'source', 'passage'], kind), at desc
    limit ${limit}`);
  return rows;
}
