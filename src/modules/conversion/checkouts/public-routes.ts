import type { FastifyReply } from 'fastify';
import { createElement, type ReactElement } from 'react';
import { z } from 'zod';
import type { Platform } from '#context';
import { type App, assertOwnForm, publicPage } from '#kernel/http';
import { PUBLIC_CONTENT_SECURITY_POLICY, renderPage } from '#kernel/pages';
import { CheckoutPage, DonePage, NoCheckoutPage } from './pages.tsx';
import * as checkouts from './service.ts';
import { CheckoutForm } from './shapes.ts';
import { answerBank, lookUpLater, type Submitted, submit } from './submit.ts';

const params = z.object({ token: z.string().max(100) });
const LOOK_AGAIN_SECONDS = 2;

/** Where people pay: the page, its form, and what became of it. */
export function checkoutPages(app: App): void {
  publicPage(app, { url: '/checkout/:token', params }, async ({ platform, params, reply }) => {
    const view = await checkouts.find(platform, params.token);
    if (!view) return nothing(platform, reply);
    const path = pathOf(params.token);
    const isElsewhere = view.state === 'completed' || (view.state === 'paying' && view.provider === 'test');
    if (isElsewhere) return reply.redirect(`${path}/done`, 303);
    return send(platform, reply, createElement(CheckoutPage, { view, path, ...publicUrlOf(platform) }));
  });

  publicPage(
    app,
    { method: 'POST', url: '/checkout/:token', params, body: CheckoutForm, bodyLimit: 16 * 1024 },
    async ({ platform, params, body, request, reply }) => {
      assertOwnForm(request);
      return answer(platform, reply, params.token, await submit(platform, params.token, body));
    },
  );

  publicPage(app, { url: '/checkout/:token/done', params }, async ({ platform, params, reply }) => {
    const view = await checkouts.find(platform, params.token);
    if (!view) return nothing(platform, reply);
    const path = pathOf(params.token);
    if (['open', 'failed', 'expired', 'cancelled'].includes(view.state)) return reply.redirect(path, 303);
    if (view.state !== 'completed') {
      await lookUpLater(platform, params.token);
      if (!view.isAsking) reply.header('refresh', String(LOOK_AGAIN_SECONDS));
    }
    return send(platform, reply, createElement(DonePage, { view, path, ...publicUrlOf(platform) }));
  });

  publicPage(
    app,
    {
      method: 'POST',
      url: '/checkout/:token/bank',
      params,
      body: z.object({ answer: z.enum(['yes', 'no']) }),
      bodyLimit: 1024,
    },
    async ({ platform, params, body, request, reply }) => {
      assertOwnForm(request);
      const result = await answerBank(platform, params.token, body.answer === 'yes');
      return answer(platform, reply, params.token, result);
    },
  );
}

const pathOf = (token: string): string => `/checkout/${encodeURIComponent(token)}`;
const publicUrlOf = ({ settings }: Platform) => ({ publicUrl: settings.publicUrl });

function answer(platform: Platform, reply: FastifyReply, token: string, result: Submitted | null) {
  if (!result) return nothing(platform, reply);
  const path = pathOf(token);
  if (result.kind === 'pay') return reply.redirect(result.url, 303);
  if (result.kind === 'done') return reply.redirect(`${path}/done`, 303);
  const { view, problems } = result;
  const page = createElement(CheckoutPage, { view, path, problems, ...publicUrlOf(platform) });
  return send(platform, reply, page, problems.provider ? 503 : 422);
}

const nothing = (platform: Platform, reply: FastifyReply): FastifyReply =>
  send(platform, reply, createElement(NoCheckoutPage, publicUrlOf(platform)), 404);

// A form whose answer leads to Stripe's page needs to be allowed to go there; browsers ask the policy of our page.
function send(platform: Platform, reply: FastifyReply, page: ReactElement, status = 200): FastifyReply {
  const policy =
    platform.payments.provider === 'stripe'
      ? PUBLIC_CONTENT_SECURITY_POLICY.replace("form-action 'self'", "form-action 'self' https:")
      : PUBLIC_CONTENT_SECURITY_POLICY;
  return reply
    .code(status)
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-security-policy', policy)
    .header('cache-control', 'private, no-store')
    .header('referrer-policy', 'no-referrer')
    .header('x-robots-tag', 'noindex')
    .send(renderPage(page));
}
