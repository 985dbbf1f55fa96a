import { eq } from 'drizzle-orm';
import type { Context } from '#context';
import { audit } from '#kernel/audit';
import { namesOfUsers } from '#kernel/identity';
import { ceoConfigs } from './schema.ts';
import type { CeoConfig, CeoConfigChange } from './shapes.ts';

type Row = typeof ceoConfigs.$inferSelect;

const actorId = (ctx: Context): string | null => (ctx.actor.kind === 'user' ? ctx.actor.userId : null);

async function row(ctx: Context): Promise<Row> {
  await ctx.db
    .insert(ceoConfigs)
    .values({ workspaceId: ctx.workspace.id, createdAt: ctx.clock.now(), updatedAt: ctx.clock.now() })
    .onConflictDoNothing();
  const [found] = await ctx.db.select().from(ceoConfigs).where(eq(ceoConfigs.workspaceId, ctx.workspace.id));
  return found as Row;
}

/** What the CEO of this workspace is told to be, and whether it is stopped. */
export async function get(ctx: Context): Promise<CeoConfig> {
  const found = await row(ctx);
  const names = await namesOfUsers(ctx, found.stoppedBy ? [found.stoppedBy] : []);
  const { personality, goals, industry, language, isHourly, actsAbove, stoppedAt, stoppedBy } = found;
  return {
    ...{ personality, goals, industry, language, isHourly },
    actsAbove: Math.round(actsAbove * 100) / 100,
    stopped: stoppedAt
      ? {
          at: stoppedAt.toISOString(),
          by: stoppedBy ? (names.get(stoppedBy) ?? 'somebody who is gone') : 'a key',
          reason: found.stoppedReason,
        }
      : null,
  };
}

/** Tells it to be otherwise. */
export async function change(ctx: Context, input: CeoConfigChange): Promise<CeoConfig> {
  await row(ctx);
  await ctx.db
    .update(ceoConfigs)
    .set({ ...input, updatedBy: actorId(ctx), updatedAt: ctx.clock.now() })
    .where(eq(ceoConfigs.workspaceId, ctx.workspace.id));
  await audit(ctx, { action: 'ceo.changed', subject: { type: 'ceo', id: ctx.workspace.id }, after: input });
  return get(ctx);
}

/** The hard stop: nothing acts alone until it is lifted. */
export async function stop(ctx: Context, reason: string | null): Promise<CeoConfig> {
  return setStop(ctx, { at: ctx.clock.now(), by: actorId(ctx), reason });
}

/** Lets it act again, inside its policy. */
export async function resume(ctx: Context): Promise<CeoConfig> {
  return setStop(ctx, { at: null, by: null, reason: null });
}

async function setStop(
  ctx: Context,
  { at, by, reason }: { at: Date | null; by: string | null; reason: string | null },
): Promise<CeoConfig> {
  await row(ctx);
  await ctx.db
    .update(ceoConfigs)
    .set({ stoppedAt: at, stoppedBy: by, stoppedReason: reason, updatedAt: ctx.clock.now() })
    .where(eq(ceoConfigs.workspaceId, ctx.workspace.id));
  await audit(ctx, {
    action: at ? 'ceo.stopped' : 'ceo.resumed',
    subject: { type: 'ceo', id: ctx.workspace.id },
    ...(reason && { reason }),
  });
  return get(ctx);
}
