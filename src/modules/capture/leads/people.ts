import type { Context } from '#context';
import { listPeopleById, markTrialRequest } from './people-queries.ts';

/** A person as other layers name them in their lists. */
export interface PersonName {
  id: string;
  name: string;
  email: string;
  company: string | null;
  stage: string;
}

/** People by id, for layers that name them; whoever is gone is absent. */
export async function namesOf(ctx: Context, ids: string[]): Promise<Map<string, PersonName>> {
  const rows = await listPeopleById(ctx.db, ctx.workspace.id, [...new Set(ids)]);
  return new Map(
    rows.map(({ name, firstName, lastName, ...row }) => [
      row.id,
      { ...row, name: name || [firstName, lastName].filter(Boolean).join(' ') || row.email },
    ]),
  );
}

/** Notes when somebody first asked the clone. @returns whether this was the first time */
export const markTrialRequested = (ctx: Context, leadId: string, at: Date): Promise<boolean> =>
  markTrialRequest(ctx.db, ctx.workspace.id, leadId, at);
