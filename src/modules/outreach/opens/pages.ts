import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Platform, system } from '#context';
import { inWorkspace, newId, WorkspaceGone } from '#kernel/database';
import { type App, publicPage } from '#kernel/http';
import { enqueue } from '#kernel/jobs';
import { messagesById } from '#kernel/mail';
import { CLASSIFIER_VERSION } from '#kernel/tracking';
import { countLater } from '../campaigns/jobs.ts';
import { addressesIn } from '../campaigns/render.ts';
import { findSend } from '../sends/queries.ts';
import { markSweep } from './queries.ts';
import { readTracked, type Tracked } from './tokens.ts';

const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
// Addresses of one mail that are asked for within a second: nobody presses so fast.
const SWEEP_MS = 1_000;
/** Apple's proxies load every picture when the mail lands, under a name that says nothing more. */
const MAIL_PROXY = /^Mozilla\/5\.0$|YahooMailProxy/;

/** `/t/o/<token>.gif` and `/t/c/<token>`: what was shown and followed, kept raw, with machine or human beside it. */
export function trackingPages(app: App): void {
  publicPage(
    app,
    { url: '/t/o/:file', params: z.object({ file: z.string().max(200) }) },
    async ({ platform, params, request, reply }) => {
      const tracked = readTracked(platform.settings, 'o', params.file.replace(/\.gif$/, ''));
      if (tracked) await noteOpen(platform, tracked, request);
      return reply
        .header('cache-control', 'no-store')
        .header('referrer-policy', 'no-referrer')
        .type('image/gif')
        .send(GIF);
    },
  );
  publicPage(
    app,
    { url: '/t/c/:token', params: z.object({ token: z.string().max(200) }) },
    async ({ platform, params, request, reply }) => {
      const tracked = readTracked(platform.settings, 'c', params.token);
      const url = tracked && (await noteClick(platform, tracked, request));
      reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
      if (!url) return reply.code(404).type('text/plain; charset=utf-8').send('This link leads nowhere.');
      return reply.redirect(url, 302);
    },
  );
}

interface Sent {
  messageId: string;
  campaignId: string;
  text: string;
}

async function find(platform: Platform, { workspaceId, sendId }: Tracked): Promise<Sent | null> {
  try {
    return await inWorkspace(
      platform,
      { workspaceId, actor: system('mail tracking'), readOnly: true },
      async (ctx) => {
        const send = await findSend(ctx.db, workspaceId, sendId);
        const [message] = send?.messageId ? await messagesById(ctx, [send.messageId]) : [];
        return send && message
          ? { messageId: message.id, campaignId: send.campaignId, text: message.text }
          : null;
      },
    );
  } catch (error) {
    if (error instanceof WorkspaceGone) return null;
    throw error;
  }
}

async function look(platform: Platform, workspaceId: string, request: FastifyRequest) {
  const userAgent = request.headers['user-agent'] ?? '';
  const { visitorHash: _visitor, ...seen } = await platform.facts.observe(workspaceId, {
    ip: request.ip,
    userAgent,
    method: request.method,
    headers: request.headers,
  });
  const isProxy = !seen.isBot && MAIL_PROXY.test(userAgent.trim());
  return {
    userAgent: userAgent.slice(0, 500),
    ...seen,
    ...(isProxy && { isBot: true, botReason: 'mail proxy' }),
  };
}

async function noteOpen(platform: Platform, tracked: Tracked, request: FastifyRequest): Promise<void> {
  const sent = await find(platform, tracked);
  if (!sent) return;
  await platform.facts.record('message_opens', {
    id: newId(),
    workspaceId: tracked.workspaceId,
    messageId: sent.messageId,
    occurredAt: platform.clock.now(),
    ...(await look(platform, tracked.workspaceId, request)),
  });
  await recountLater(platform, tracked.workspaceId, sent.campaignId);
}

/** @returns where the link leads; null when it is none of the mail's */
async function noteClick(
  platform: Platform,
  tracked: Tracked,
  request: FastifyRequest,
): Promise<string | null> {
  const sent = await find(platform, tracked);
  const url = sent && addressesIn(sent.text)[tracked.index];
  if (!sent || !url) return null;
  const { workspaceId } = tracked;
  const seen = await look(platform, workspaceId, request);
  const now = platform.clock.now();
  const isSweep = await inWorkspace(platform, { workspaceId, actor: system('mail tracking') }, (ctx) =>
    markSweep(ctx.db, workspaceId, {
      messageId: sent.messageId,
      url,
      since: new Date(now.getTime() - SWEEP_MS),
      classifierVersion: CLASSIFIER_VERSION,
    }),
  );
  await platform.facts.record('message_clicks', {
    id: newId(),
    workspaceId,
    messageId: sent.messageId,
    url,
    occurredAt: now,
    method: request.method,
    ...seen,
    ...(isSweep && !seen.isBot && { isBot: true, botReason: 'sweep' }),
  });
  await recountLater(platform, workspaceId, sent.campaignId);
  return url;
}

const recountLater = (platform: Platform, workspaceId: string, campaignId: string): Promise<void> =>
  inWorkspace(platform, { workspaceId, actor: system('mail tracking') }, (ctx) =>
    enqueue(ctx, countLater, { workspaceId, campaignId }, { key: `campaign.count:${campaignId}` }),
  );
