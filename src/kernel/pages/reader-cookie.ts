import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Settings } from '#context';
import { isId } from '#kernel/database';

/** Who reads, as they showed at a gate: the tie of one journey, kept on their own device. */
export interface KnownReader {
  leadId: string;
  readingId: string | null;
}

const HALF_A_YEAR = 180 * 86_400;

const nameOf = (workspaceSlug: string): string => `pb_reader_${workspaceSlug}`;

/** Reads the signed cookie of one workspace; null for strangers and for whatever we did not sign. */
export function readReader(
  request: Pick<FastifyRequest, 'cookies'>,
  workspaceSlug: string,
  settings: Pick<Settings, 'signingKey'>,
): KnownReader | null {
  const value = request.cookies[nameOf(workspaceSlug)];
  const [leadId, readingId, signature] = value?.split('.') ?? [];
  if (!leadId || !signature || !isId(leadId)) return null;
  const expected = sign(workspaceSlug, leadId, readingId ?? '', settings.signingKey);
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, Buffer.from(expected))) return null;
  return { leadId, readingId: readingId && isId(readingId) ? readingId : null };
}

/** Hands the tie to a reader who passed a gate. First-party, not readable by script. */
export function rememberReader(
  reply: FastifyReply,
  workspaceSlug: string,
  reader: KnownReader,
  settings: Pick<Settings, 'signingKey' | 'publicUrl'>,
): void {
  const { leadId, readingId } = reader;
  const signature = sign(workspaceSlug, leadId, readingId ?? '', settings.signingKey);
  reply.setCookie(nameOf(workspaceSlug), `${leadId}.${readingId ?? ''}.${signature}`, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: settings.publicUrl.startsWith('https:'),
    maxAge: HALF_A_YEAR,
  });
}

const sign = (workspaceSlug: string, leadId: string, readingId: string, key: string): string =>
  createHmac('sha256', key).update(`reader ${workspaceSlug} ${leadId} ${readingId}`).digest('base64url');
