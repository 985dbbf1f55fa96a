import type { Actor, Context } from '#context';
import { newId } from '#kernel/database';
import { Fact } from '#kernel/http';
import {
  limits,
  monthOf,
  nextMonth,
  type Plan,
  plans,
  type Resource,
  resourceNames,
  resources,
} from './plans.ts';
import { addToCounter, findPlan, insertRecord, listCounters, upsertPlan } from './queries.ts';
import type { Usage } from './shapes.ts';

/** The plan allows no more of this in this month. */
export class PlanLimitReached extends Fact {
  override readonly status = 402;
  override readonly title = 'The plan allows no more this month';

  constructor(
    readonly resource: Resource,
    readonly plan: Plan,
    used: number,
    limit: number,
    resetsAt: Date,
  ) {
    const name = resourceNames[resource];
    const day = resetsAt.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
    const higher = plans[plans.indexOf(plan) + 1];
    const now = higher ? `, or now on ${higher[0]?.toUpperCase()}${higher.slice(1)}` : '';
    super(`${used} of ${limit} ${name} this month. The next is possible on ${day}${now}.`, [
      {
        pointer: `/usage/${resource}`,
        detail: `${used} of ${limit} used; resets on ${resetsAt.toISOString()}.`,
      },
    ]);
  }
}

interface Terms {
  plan: Plan;
  enforced: boolean;
  limitOf(resource: Resource): number | null;
}

/**
 * Takes n of what the organization may use this month, in the caller's transaction: given back when it rolls back.
 * Exact under concurrency. With limits off everything is counted and nothing refused.
 * @throws PlanLimitReached (402)
 */
export async function reserve(
  ctx: Context,
  resource: Resource,
  n = 1,
  subject?: { type: string; id: string },
): Promise<void> {
  const { organizationId } = ctx.workspace;
  if (!organizationId || n <= 0) return;
  const now = ctx.clock.now();
  const month = monthOf(now);
  const terms = await termsOf(ctx, organizationId);
  const limit = terms.enforced ? terms.limitOf(resource) : null;
  const used = await addToCounter(ctx.db, { organizationId, resource, month }, n, limit);
  if (used === undefined) {
    const counters = await listCounters(ctx.db, organizationId, month);
    const soFar = counters.find((counter) => counter.resource === resource)?.used ?? 0;
    throw new PlanLimitReached(resource, terms.plan, soFar, limit ?? 0, nextMonth(now));
  }
  await insertRecord(ctx.db, {
    id: newId(),
    workspaceId: ctx.workspace.id,
    organizationId,
    resource,
    quantity: n,
    month,
    subjectType: subject?.type ?? null,
    subjectId: subject?.id ?? null,
    ...actorColumns(ctx.actor),
    occurredAt: now,
  });
}

/** What the organization has used this month, of what. */
export async function show(ctx: Context): Promise<Usage> {
  const now = ctx.clock.now();
  const organizationId = ctx.workspace.organizationId ?? '';
  const terms = await termsOf(ctx, organizationId);
  const counters = organizationId ? await listCounters(ctx.db, organizationId, monthOf(now)) : [];
  return {
    plan: terms.plan,
    limitsEnforced: terms.enforced,
    month: monthOf(now),
    resetsAt: nextMonth(now).toISOString(),
    resources: resources.map((resource) => ({
      resource,
      used: counters.find((counter) => counter.resource === resource)?.used ?? 0,
      limit: terms.limitOf(resource),
    })),
  };
}

const MONTH_DAYS = 31;

/** Puts a plan in force for a month; free has no end. The transaction must be behind the wall of the organization. */
export async function setPlan(ctx: Context, organizationId: string, plan: Plan): Promise<void> {
  const now = ctx.clock.now();
  await upsertPlan(ctx.db, {
    organizationId,
    plan,
    currentPeriodStart: plan === 'free' ? null : now,
    currentPeriodEnd: plan === 'free' ? null : new Date(now.getTime() + MONTH_DAYS * 86_400_000),
    updatedAt: now,
  });
}

/** The plan of the workspace's organization. */
export async function planOf(ctx: Context): Promise<Plan> {
  return (await termsOf(ctx, ctx.workspace.organizationId ?? '')).plan;
}

// Self-hosted without a plan row counts as enterprise; PLAN_LIMITS=on makes the limits bind.
async function termsOf(ctx: Context, organizationId: string): Promise<Terms> {
  const row = organizationId ? await findPlan(ctx.db, organizationId) : undefined;
  const installed = ctx.platform.settings.planLimits;
  const hasEnded = row?.currentPeriodEnd != null && row.currentPeriodEnd < ctx.clock.now();
  const plan = hasEnded ? 'free' : (row?.plan ?? (installed ? 'free' : 'enterprise'));
  return {
    plan,
    enforced: installed || (row?.limitsEnforced ?? false),
    limitOf: (resource) => {
      const override = row?.limitOverrides[resource];
      return override === undefined ? limits[plan][resource] : override;
    },
  };
}

function actorColumns(actor: Actor): { actorKind: string; actorId: string | null } {
  if (actor.kind === 'user') return { actorKind: 'user', actorId: actor.userId };
  if (actor.kind === 'key') return { actorKind: 'key', actorId: actor.keyId };
  return { actorKind: actor.kind, actorId: actor.kind === 'system' ? actor.name : actor.leadId };
}
