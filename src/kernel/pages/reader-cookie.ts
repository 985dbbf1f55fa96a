import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Settings } from '#context';
import { isId } from '#kernel/database';

/** Who reads, as they showed at a gate: the tie of one journey, kept on their own device. */
export interface KnownReader {
  leadId: string;
  /** The reading begun last on this device. */
  readingId: string | null;
  /** Readings begun here before, of other pages; newest first. */
  earlierIds?: string[];
}

const HALF_A_YEAR = 180 * 86_400;
/** Most readings a device is remembered for: the cookie must stay small. */
const MOST_READINGS = 8;

const nameOf = (workspaceSlug: string): string => `pb_reader_${workspaceSlug}`;

/** Reads the signed cookie of one workspace; null for strangers and for whatever we did not sign. */
export function readReader(
  request: Pick<FastifyRequest, 'cookies'>,
  workspaceSlug: string,
  settings: Pick<Settings, 'signingKey'>,
): KnownReader | null {
  const value = request.cookies[nameOf(workspaceSlug)];
  const [leadId, readingIds = '', signature] = value?.split('.') ?? [];
  if (!leadId || !signature || !isId(leadId)) return null;
  const expected = sign(workspaceSlug, leadId, readingIds, settings.signingKey);
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, Buffer.from(expected))) return null;
  const [readingId = null, ...earlierIds] = readingIds.split('~').filter(isId);
  return { leadId, readingId, earlierIds };
}

/** Hands the tie to a reader who passed a gate. First-party, not readable by script. */
export function rememberReader(
  reply: FastifyReply,
  workspaceSlug: string,
  reader: KnownReader,
  settings: Pick<Settings, 'signingKey' | 'publicUrl'>,
): void {
  const { leadId, readingId, earlierIds = [] } = reader;
  const readingIds = [...new Set([...(readingId ? [readingId] : []), ...earlierIds])]
    .slice(0, MOST_READINGS)
    .join('~');
  const signature = sign(workspaceSlug, leadId, readingIds, settings.signingKey);
  reply.setCookie(nameOf(workspaceSlug), `${leadId}.${readingIds}.${signature}`, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: settings.publicUrl.startsWith('https:'),
    maxAge: HALF_A_YEAR,
  });
}

const sign = (workspaceSlug: string, leadId: string, readingIds: string, key: string): string =>
  createHmac('sha256', key).update(`reader ${workspaceSlug} ${leadId} ${readingIds}`).digest('base64url');
