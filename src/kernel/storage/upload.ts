import type { Actor, Platform, Workspace } from '#context';
import { inWorkspace } from '#kernel/database';
import { get, keep } from './service.ts';

/** One file of a multipart request, as the parser hands it over. */
interface Part {
  filename?: string | undefined;
  file: AsyncIterable<Uint8Array> & { truncated?: boolean };
}

interface Sender {
  workspace: Workspace;
  actor: Actor;
  correlationId: string;
}

/** A file of the workspace, as its new owner wants to know it. */
export interface KeptFile {
  fileId: string;
  name: string;
  mediaType: string;
  bytes: number;
}

/**
 * Streams an upload to disk, then makes it a file of the workspace in a transaction of its own.
 * @throws FileTooLarge, StorageUnavailable
 */
export async function keepUpload(
  platform: Platform,
  sender: Sender,
  part: Part,
  purpose = 'upload',
): Promise<KeptFile> {
  const stored = await platform.storage.put(part.file);
  const row = await inWorkspace(platform, sender, (ctx) =>
    keep(ctx, stored, { name: part.filename ?? '', purpose }),
  );
  return { fileId: row.id, name: row.name, mediaType: row.mediaType, bytes: row.sizeBytes };
}

/**
 * The content of a file of the workspace.
 * @throws FileMissing, StorageUnavailable
 */
export async function readFile(
  platform: Platform,
  file: { workspaceId: string; fileId: string },
): Promise<Buffer> {
  const row = await inWorkspace(
    platform,
    { workspaceId: file.workspaceId, actor: { kind: 'system', name: 'files' }, readOnly: true },
    (ctx) => get(ctx, file.fileId),
  );
  return platform.storage.readAll(row.sha256);
}
