import type { FastifyReply } from 'fastify';
import { createElement } from 'react';
import { z } from 'zod';
import type { Platform } from '#context';
import { type App, assertOwnForm, publicPage } from '#kernel/http';
import { readReader, rememberReader, sendPage } from '#kernel/pages';
import { hashIp, readerOf } from '../gates/visitor.ts';
import { ConfirmPage } from './confirm-pages.tsx';
import { ConfirmationExpired, type ConfirmationOffer, confirm, findOffer } from './confirmations.ts';

const params = z.object({ token: z.string().max(100) });

/** The link in the mail: reading it shows a button, only pressing that confirms. */
export function confirmationPages(app: App): void {
  publicPage(app, { url: '/confirm/:token', params }, async ({ platform, params, reply }) => {
    return show(platform, reply, await findOffer(platform, params.token));
  });

  publicPage(
    app,
    { method: 'POST', url: '/confirm/:token', params },
    async ({ platform, params, request, reply }) => {
      assertOwnForm(request);
      const seen = {
        ipHash: (workspaceId: string) => hashIp(platform, workspaceId, request.ip),
        userAgent: request.headers['user-agent']?.slice(0, 500) ?? null,
      };
      const offer = await confirm(platform, params.token, seen).catch((error: unknown) => {
        if (error instanceof ConfirmationExpired) return findOffer(platform, params.token);
        throw error;
      });
      if (offer?.state === 'confirmed' && offer.isLive) {
        const { slug } = offer.workspace;
        const device = readReader(request, slug, platform.settings);
        rememberReader(reply, slug, readerOf(offer, device), platform.settings);
      }
      return show(platform, reply, offer);
    },
  );
}

function show(platform: Platform, reply: FastifyReply, offer: ConfirmationOffer | null): FastifyReply {
  reply.header('referrer-policy', 'no-referrer').header('x-robots-tag', 'noindex');
  const status = offer === null ? 404 : offer.state === 'expired' ? 410 : 200;
  return sendPage(reply, createElement(ConfirmPage, { offer, publicUrl: platform.settings.publicUrl }), {
    status,
    cache: 'no-store',
  });
}
