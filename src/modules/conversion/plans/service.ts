import { type Context, type Platform, system } from '#context';
import { inWorkspace, newId, SYSTEM_WORKSPACE_ID } from '#kernel/database';
import { type PaidPlan, planPrices, usage } from '#kernel/usage';
import * as checkouts from '../checkouts/service.ts';
import * as offers from '../offers/service.ts';

const KEY = /^plan:([0-9a-f-]{36}):(pro|enterprise):/;
const NAMES: Record<PaidPlan, string> = { pro: 'PlaybookOS Pro', enterprise: 'PlaybookOS Enterprise' };

/** The system workspace sells plans as any workspace sells offers, so that money takes one way through the house. */
const inHouse = <T>(platform: Platform, correlationId: string, work: (ctx: Context) => Promise<T>) =>
  inWorkspace(platform, { workspaceId: SYSTEM_WORKSPACE_ID, actor: system('plans'), correlationId }, work);

/**
 * Opens the checkout of a plan for one organization. What was paid takes effect with the payment event.
 * @returns the checkout, and the address to pay at
 */
export async function openPlanCheckout(
  platform: Platform,
  correlationId: string,
  { organizationId, plan, email }: { organizationId: string; plan: PaidPlan; email: string | null },
): Promise<checkouts.OpenedCheckout> {
  return inHouse(platform, correlationId, async (ctx) =>
    checkouts.open(ctx, {
      offerId: await offerOf(ctx, plan),
      email,
      key: `plan:${organizationId}:${plan}:${newId()}`,
    }),
  );
}

async function offerOf(ctx: Context, plan: PaidPlan): Promise<string> {
  const { data } = await offers.list(ctx, { limit: 50 });
  const known = data.find(({ name, state }) => name === NAMES[plan] && state === 'active');
  if (known) return known.id;
  const { id } = await offers.create(ctx, {
    name: NAMES[plan],
    headline: 'One month for your whole organization.',
    contents: [{ text: 'Higher monthly limits', detail: 'From the moment it is paid.' }],
    grants: [{ kind: 'other', subjectId: null, label: NAMES[plan], days: 31, uses: null }],
    fulfilment: [{ kind: 'grant' }],
    price: planPrices[plan],
  });
  await offers.publish(ctx, id);
  return id;
}

/** Puts the plan in force that a checkout of the system workspace paid for; money given back ends it. */
export async function settlePlan(
  ctx: Context,
  checkoutKey: string,
  outcome: 'paid' | 'refunded',
): Promise<void> {
  const [, organizationId, plan] = KEY.exec(checkoutKey) ?? [];
  if (!organizationId || !plan) return;
  await ctx.db.$client.query(`select set_config('app.organization_id', $1, true)`, [organizationId]);
  await usage.setPlan(ctx, organizationId, outcome === 'paid' ? (plan as PaidPlan) : 'free');
}
