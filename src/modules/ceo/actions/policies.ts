import type { Context } from '#context';
import { audit } from '#kernel/audit';
import { newId } from '#kernel/database';
import { namesOfUsers } from '#kernel/identity';
import * as queries from './queries.ts';
import { KINDS, type Kind, type Policy, type PolicyChange } from './shapes.ts';

const kinds = Object.keys(KINDS) as Kind[];

/** What stays in the house runs from day one; whatever leaves it asks (DESIGN.md §6). */
const defaultMode = (kind: Kind): Policy['mode'] => (KINDS[kind].reach === 'inside' ? 'alone' : 'ask');

/** What the machine may do, one line per kind of action. */
export async function list(ctx: Context): Promise<Policy[]> {
  const rows = await queries.listPolicies(ctx.db, ctx.workspace.id);
  const names = await namesOfUsers(
    ctx,
    rows.flatMap(({ setBy }) => (setBy ? [setBy] : [])),
  );
  return kinds.map((kind) => {
    const row = rows.find(({ actionKind }) => actionKind === kind);
    return {
      kind,
      name: KINDS[kind].name,
      reach: KINDS[kind].reach,
      mode: row?.mode ?? defaultMode(kind),
      maxPeople: row?.limits.maxPeople ?? null,
      isDefault: !row,
      setAt: row?.setAt.toISOString() ?? null,
      setBy: row?.setBy ? (names.get(row.setBy) ?? 'somebody who is gone') : null,
    };
  });
}

/** Says what the machine may do from now on. */
export async function set(ctx: Context, kind: Kind, { mode, maxPeople }: PolicyChange): Promise<Policy> {
  const { reach } = KINDS[kind];
  const before = (await list(ctx)).find((policy) => policy.kind === kind);
  const id = newId();
  await queries.replacePolicy(ctx.db, {
    id,
    workspaceId: ctx.workspace.id,
    actionKind: kind,
    reach,
    mode,
    limits: maxPeople === null ? {} : { maxPeople },
    setBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    setAt: ctx.clock.now(),
  });
  await audit(ctx, {
    action: 'policy.set',
    subject: { type: 'policy', id },
    before: { kind, mode: before?.mode, maxPeople: before?.maxPeople },
    after: { kind, mode, maxPeople },
  });
  return (await list(ctx)).find((policy) => policy.kind === kind) as Policy;
}

export interface Judgement {
  mode: Policy['mode'];
  policyId: string | null;
  /** Why it asks; null when it may act alone. */
  asksBecause: string | null;
}

/** Whether an action may run by itself. */
export async function judge(
  ctx: Context,
  action: { kind: Kind; people: number; confidence: number | null },
  { actsAbove, isStopped }: { actsAbove: number; isStopped: boolean },
): Promise<Judgement> {
  const row = (await queries.listPolicies(ctx.db, ctx.workspace.id)).find(
    ({ actionKind }) => actionKind === action.kind,
  );
  const mode = row?.mode ?? defaultMode(action.kind);
  const most = row?.limits.maxPeople;
  const { reach, name } = KINDS[action.kind];
  const policyId = row?.id ?? null;
  if (mode === 'never') return { mode, policyId, asksBecause: null };
  const because = isStopped
    ? 'All actions are stopped.'
    : mode === 'ask'
      ? row
        ? `The policy for “${name}” says ask.`
        : `${reach === 'outside' ? 'It leaves the house' : 'It is of this kind'}, and no policy lets it act alone.`
      : most !== undefined && action.people > most
        ? `It reaches ${action.people} people; alone it may reach ${most}.`
        : action.confidence !== null && action.confidence <= actsAbove
          ? `It is not sure enough: ${action.confidence.toFixed(2)}, and it acts alone above ${actsAbove.toFixed(2)}.`
          : null;
  return { mode: because ? 'ask' : 'alone', policyId, asksBecause: because };
}
