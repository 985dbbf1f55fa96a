import { z } from 'zod';
import { job } from '#kernel/jobs';
import { read } from './reading.ts';

/** Fetches and reads one site. Safe to repeat: one that has ended is left alone. */
export const readProfileLater = job({
  name: 'profile.read',
  payload: z.object({ workspaceId: z.uuid(), profileId: z.uuid(), audience: z.string() }),
  maxAttempts: 5,
  run: (platform, payload, run) => read(platform, { ...payload, ...run }),
});
