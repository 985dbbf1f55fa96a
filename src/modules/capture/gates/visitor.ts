import { createHmac } from 'node:crypto';
import type { Platform } from '#context';
import type { KnownReader } from '#kernel/pages';

/** Keyed, so that nobody can turn it back into an address. */
export const hashIp = (platform: Platform, workspaceId: string, ip: string): string =>
  createHmac('sha256', platform.settings.signingKey)
    .update(`ip ${workspaceId} ${ip}`)
    .digest('hex')
    .slice(0, 32);

/** Whom a device stands for from now on; what the same person began on it before stays theirs. */
export function readerOf(
  { leadId, readingId }: { leadId: string; readingId: string | null },
  device: KnownReader | null,
): KnownReader {
  const before = device?.leadId === leadId ? [device.readingId, ...(device.earlierIds ?? [])] : [];
  return {
    leadId,
    readingId,
    earlierIds: before.filter((id): id is string => id !== null && id !== readingId),
  };
}
