import { listener } from '#kernel/events';
import { enqueue } from '#kernel/jobs';
import { renderEditionsLater } from './jobs.ts';
import { plan } from './service.ts';

/** A published version gets its editions: the whole, and what may be given away before the gate. */
export const whenPlaybookPublished = listener({
  name: 'creation.plan-editions',
  event: 'playbook.published',
  async handle(ctx, { payload: { versionId } }) {
    await plan(ctx, versionId);
    await enqueue(ctx, renderEditionsLater, { workspaceId: ctx.workspace.id, versionId });
  },
});
