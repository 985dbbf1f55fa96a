import { z } from 'zod';
import { job } from '#kernel/jobs';
import { importSource } from './import.ts';

/** Fetches where needed, reads and cuts one source. Safe to repeat: it replaces what it made before. */
export const readSourceLater = job({
  name: 'source.read',
  payload: z.object({ workspaceId: z.uuid(), sourceId: z.uuid() }),
  maxAttempts: 5,
  run: (platform, { workspaceId, sourceId }, run) =>
    importSource(platform, { workspaceId, sourceId, ...run }),
});
