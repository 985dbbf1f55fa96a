import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Settings } from '#context';

/** Everything from our own origin; styles inline because editors and charts set them; no framing. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob: https:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "media-src 'self' blob:",
  "frame-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Said over https only. */
export const HTTPS_FROM_NOW_ON = {
  name: 'strict-transport-security',
  value: 'max-age=31536000; includeSubDomains',
};

const ALWAYS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

/** Headers of every answer, raw ones included: set before anything is hijacked. */
export function setSecurityHeaders(
  request: FastifyRequest,
  reply: FastifyReply,
  settings: Pick<Settings, 'publicUrl'>,
): void {
  reply.header('x-request-id', request.id);
  reply.headers(ALWAYS);
  if (settings.publicUrl.startsWith('https:')) {
    reply.header(HTTPS_FROM_NOW_ON.name, HTTPS_FROM_NOW_ON.value);
    // Only a proxy knows that the person came without encryption; a direct call on loopback has no such header.
    if (
      request.headers['x-forwarded-proto'] === 'http' &&
      request.protocol === 'http' &&
      request.url !== '/api/health'
    ) {
      reply.redirect(settings.publicUrl + request.url, 308);
    }
  }
}
