import { and, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import type { Context } from '#context';
import { checkouts } from '../checkouts/schema.ts';
import { paymentEvents } from '../payments/schema.ts';
import { orders } from './schema.ts';

/** Stands where the address of somebody stood who was erased. */
const ERASED = 'erased';

/**
 * Takes out of orders, checkouts and what was told about them whoever was erased. The sums stay: they are the books of
 * the business. Every order and every attempt to pay belongs to a person, so one that belongs to nobody was theirs.
 */
export async function forgetErased(ctx: Context): Promise<void> {
  const { db, workspace } = ctx;
  const now = ctx.clock.now();
  await db
    .update(orders)
    .set({ email: ERASED, name: null, billing: {}, updatedAt: now })
    .where(and(eq(orders.workspaceId, workspace.id), isNull(orders.leadId), ne(orders.email, ERASED)));
  const gone = await db
    .update(checkouts)
    .set({
      email: null,
      name: null,
      company: null,
      country: null,
      taxId: null,
      billingAddress: {},
      updatedAt: now,
    })
    .where(
      and(
        eq(checkouts.workspaceId, workspace.id),
        isNull(checkouts.leadId),
        isNotNull(checkouts.triedAt),
        isNotNull(checkouts.email),
      ),
    )
    .returning({ id: checkouts.id });
  for (const { id } of gone)
    await db
      .update(paymentEvents)
      .set({
        payload: sql`${paymentEvents.payload} #- '{data,object,customer_details}' #- '{data,object,customer_email}'
          #- '{data,object,receipt_email}' #- '{data,object,billing_details}'`,
      })
      .where(and(eq(paymentEvents.workspaceId, workspace.id), eq(paymentEvents.objectId, id)));
}
