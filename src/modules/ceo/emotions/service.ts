import type { Context } from '#context';
import { newId } from '#kernel/database';
import { texts } from '#modules/analytics';
import { detect } from './detect.ts';
import { emotionReadings } from './schema.ts';

export { detect };

/** Reads how a reply or a question to the clone sounds, and keeps it, once per reader of texts. */
export async function keep(
  ctx: Context,
  subject: { type: 'reply' | 'clone_question'; id: string },
  at: Date,
): Promise<void> {
  const said = await texts.said(ctx, subject);
  if (!said?.text.trim()) return;
  const { emotion, confidence, scores, provider, providerVersion } = detect(said.text);
  await ctx.db
    .insert(emotionReadings)
    .values({
      id: newId(),
      workspaceId: ctx.workspace.id,
      subjectType: subject.type,
      subjectId: subject.id,
      leadId: said.leadId,
      ...{ emotion, confidence, scores, provider, providerVersion },
      createdAt: at,
    })
    .onConflictDoNothing();
}
