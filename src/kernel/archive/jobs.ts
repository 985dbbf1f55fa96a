import { z } from 'zod';
import { job } from '#kernel/jobs';
import { runExport, runImport } from './service.ts';

const payload = z.object({ workspaceId: z.uuid(), archiveId: z.uuid() });

export const exportWorkspace = job({
  name: 'workspace.export',
  payload,
  maxAttempts: 3,
  run: (platform, { workspaceId, archiveId }) => runExport(platform, workspaceId, archiveId),
});

export const importWorkspace = job({
  name: 'workspace.import',
  payload,
  maxAttempts: 3,
  run: (platform, { workspaceId, archiveId }) => runImport(platform, workspaceId, archiveId),
});
