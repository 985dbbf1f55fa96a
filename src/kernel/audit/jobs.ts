import { z } from 'zod';
import { system } from '#context';
import { inWorkspace } from '#kernel/database';
import { job } from '#kernel/jobs';
import { append } from './chain.ts';

/** Appends a workspace's new audit entries to its chain, after they have been committed. */
export const appendToChain = job({
  name: 'audit.append-to-chain',
  payload: z.object({ workspaceId: z.uuid() }),
  async run(platform, { workspaceId }, { correlationId }) {
    const entry = { workspaceId, actor: system('audit'), correlationId };
    while ((await inWorkspace(platform, entry, append)) > 0);
  },
});
