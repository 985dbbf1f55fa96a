import { z } from 'zod';
import { job } from '#kernel/jobs';
import { probe } from './account.ts';

/** Signs in to one account to see whether it works. */
export const testMailboxLater = job({
  name: 'mailbox.test',
  payload: z.object({ workspaceId: z.uuid(), mailboxId: z.uuid() }),
  maxAttempts: 3,
  run: (platform, payload) => probe(platform, payload),
});
