import { z } from 'zod';
import { type App, publicPage } from '#kernel/http';
import { type Asset, findAsset } from './assets.ts';

const YEAR = 31_536_000;

/** Serves what public pages load: the hash in the name makes every answer good for ever. */
export function assetRoutes(app: App): void {
  publicPage(
    app,
    { url: '/assets/public/:name', params: z.object({ name: z.string().max(120) }) },
    async ({ params, request, reply }) => {
      const asset = findAsset(`/assets/public/${params.name}`);
      if (!asset)
        return reply
          .code(404)
          .header('cache-control', 'no-store')
          .type('text/plain')
          .send('There is no such file.');
      const { body, encoding } = pick(asset, String(request.headers['accept-encoding'] ?? ''));
      if (encoding) reply.header('content-encoding', encoding);
      return reply
        .header('content-type', asset.type)
        .header('cache-control', `public, max-age=${YEAR}, immutable`)
        .header('vary', 'accept-encoding')
        .header('access-control-allow-origin', '*')
        .header('cross-origin-resource-policy', 'cross-origin')
        .send(body);
    },
  );
}

function pick({ body, packed }: Asset, accepted: string): { body: Buffer; encoding?: string } {
  if (packed.br && /\bbr\b/.test(accepted)) return { body: packed.br, encoding: 'br' };
  if (packed.gzip && /\bgzip\b/.test(accepted)) return { body: packed.gzip, encoding: 'gzip' };
  return { body };
}
