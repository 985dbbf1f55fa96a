import { createHmac } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
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

/** The page of another site that a visitor came from; our own pages say nothing about that. */
export function referrerOf(
  { settings }: { settings: Pick<Platform['settings'], 'publicUrl'> },
  { headers: { referer, host } }: Pick<FastifyRequest, 'headers'>,
): string | null {
  if (!referer || !/^https?:/i.test(referer) || !URL.canParse(referer)) return null;
  const from = new URL(referer).host;
  return from === host || from === new URL(settings.publicUrl).host ? null : referer.slice(0, 1000);
}
