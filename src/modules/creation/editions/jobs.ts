import { z } from 'zod';
import { job } from '#kernel/jobs';
import { renderEditions } from './render.ts';

/** Typesets what a version still lacks. Safe to repeat: an edition that is ready is left alone. */
export const renderEditionsLater = job({
  name: 'edition.render',
  payload: z.object({ workspaceId: z.uuid(), versionId: z.uuid() }),
  maxAttempts: 6,
  run: (platform, { workspaceId, versionId }, run) =>
    renderEditions(platform, { workspaceId, versionId, ...run }),
});
