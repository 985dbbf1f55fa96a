import { z } from 'zod';
import { job } from '#kernel/jobs';
import { runExtraction } from './run.ts';

/** Composes the draft of one extraction. Safe to repeat: one that has ended is left alone. */
export const composeDraftLater = job({
  name: 'draft.compose',
  payload: z.object({ workspaceId: z.uuid(), extractionId: z.uuid() }),
  maxAttempts: 8,
  run: (platform, { workspaceId, extractionId }, run) =>
    runExtraction(platform, { workspaceId, extractionId, ...run }),
});
