import { z } from 'zod';
import { job } from '#kernel/jobs';
import { Id } from '#kernel/shapes';
import * as tests from './test-runs.ts';

/** Asks a clone its test set; a model may take a minute for it. */
export const runTestLater = job({
  name: 'clone.test',
  payload: z.object({ workspaceId: Id, runId: Id }),
  maxAttempts: 4,
  run: (platform, { workspaceId, runId }) => tests.run(platform, workspaceId, runId),
});
