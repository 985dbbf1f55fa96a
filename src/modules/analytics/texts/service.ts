import { sql } from 'drizzle-orm';
import type { Context } from '#context';

/** What somebody wrote to us: the new words of a reply, or a question to the clone. Undefined when it is gone. */
export async function said(
  ctx: Context,
  { type, id }: { type: 'reply' | 'clone_question'; id: string },
): Promise<{ text: string; leadId: string | null } | undefined> {
  const { rows } = await ctx.db.execute<{ text: string; leadId: string | null }>(
    type === 'reply'
      ? sql`select coalesce(nullif(r.new_text, ''), r.text) as text, t.lead_id as "leadId"
          from app.replies r left join app.threads t on t.id = r.thread_id where r.workspace_id = ${ctx.workspace.id} and r.id = ${id}`
      : sql`select q.question as text, q.lead_id as "leadId" from app.clone_turns q where q.workspace_id = ${ctx.workspace.id} and q.id = ${id}`,
  );
  return rows[0];
}
