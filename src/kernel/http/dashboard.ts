import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { App } from './module.ts';
import { publicPage } from './pages.ts';

/** Addresses that the web app answers; everything else that is unknown is a 404. */
export const SCREENS = [
  '/',
  '/sign-in',
  '/sign-up',
  '/verify',
  '/forgot',
  '/reset',
  '/magic-link',
  '/invitations/*',
  '/new',
  '/w/*',
  '/o/*',
  '/dev/*',
];

/** Serves the built web app: its files for ever under /app/, its one document at every screen's address. */
export async function registerDashboard(app: App, folder: string): Promise<void> {
  const index = join(folder, 'index.html');
  if (!existsSync(index)) {
    app.platform.log.warn({ folder }, 'the web app is not built; only the API and public pages are served');
    return;
  }
  const document = await readFile(index);
  await app.register(async (files) => {
    files.addHook('onRoute', (options) => {
      options.config = { ...options.config, permission: 'public', page: true } as typeof options.config;
    });
    await files.register(fastifyStatic, {
      root: folder,
      prefix: '/app/',
      index: false,
      decorateReply: false,
      setHeaders: (reply, path) => {
        reply.header(
          'cache-control',
          path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
        );
      },
    });
  });
  for (const url of SCREENS) {
    publicPage(app, { url }, ({ reply }) =>
      reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(document),
    );
  }
}
