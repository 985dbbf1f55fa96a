import type { FastifyReply } from 'fastify';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/** Everything from our own origin, no inline script, no inline style, in nobody's frame. */
export const PUBLIC_CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: https:",
  "font-src 'self'",
  "connect-src 'self'",
  "media-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Turns a `PublicDocument` into the bytes of a page. */
export function renderPage(document: ReactElement): string {
  return `<!doctype html>${renderToStaticMarkup(document)}`;
}

interface PageOptions {
  status?: number;
  /** Pages that differ by reader must not be kept by anybody else; that is the default. */
  cache?: string;
}

/** Answers with a public page and its strict policy. */
export function sendPage(
  reply: FastifyReply,
  document: ReactElement,
  options: PageOptions = {},
): FastifyReply {
  return reply
    .code(options.status ?? 200)
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-security-policy', PUBLIC_CONTENT_SECURITY_POLICY)
    .header('cache-control', options.cache ?? 'private, no-cache')
    .send(renderPage(document));
}
