import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { App } from './module.ts';
import { publicPage } from './pages.ts';

/** Scripts that Vite writes into the page, and its socket for changes: for development on this machine only. */
const DEVELOPMENT_POLICY =
  "default-src 'self' 'unsafe-inline' data: blob: ws: https:; frame-ancestors 'none'";

/** Serves the web app from its sources, so that a change is seen at once. Only for `npm run dev`. */
export async function registerDashboardSources(app: App, folder: string, screens: string[]): Promise<void> {
  // Imported here so that the program as people run it never loads it.
  const { createServer } = await import('vite');
  const vite = await createServer({
    configFile: join(folder, 'vite.config.ts'),
    server: { middlewareMode: true, hmr: { server: app.server } },
    appType: 'custom',
    logLevel: 'warn',
  });
  app.addHook('onClose', () => vite.close());
  publicPage(app, { url: '/app/*' }, ({ request, reply }) => {
    reply.hijack();
    vite.middlewares(request.raw, reply.raw, () => reply.raw.writeHead(404).end());
  });
  for (const url of screens) {
    publicPage(app, { url }, async ({ request, reply }) => {
      const html = await vite.transformIndexHtml(
        request.url,
        await readFile(join(folder, 'index.html'), 'utf8'),
      );
      return reply
        .type('text/html; charset=utf-8')
        .header('content-security-policy', DEVELOPMENT_POLICY)
        .send(html);
    });
  }
}
