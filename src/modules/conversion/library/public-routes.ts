import type { FastifyReply } from 'fastify';
import { createElement, type ReactElement } from 'react';
import { z } from 'zod';
import { inTransaction, newId } from '#kernel/database';
import { type App, assertOwnForm, publicPage } from '#kernel/http';
import { enqueue } from '#kernel/jobs';
import { rememberReader, sendPage } from '#kernel/pages';
import { Id, readEmail } from '#kernel/shapes';
import { mailLibraryLink } from './jobs.ts';
import { AskedPage, AskPage, LibraryPage } from './pages.tsx';
import * as libraries from './service.ts';

const params = z.object({ token: z.string().max(100) });
const Place = z
  .string()
  .regex(/^[a-z0-9-]{1,63}$/)
  .nullable()
  .catch(null);

/** The subscriber's library: by a mailed link, without an account. */
export function libraryPages(app: App): void {
  const { publicUrl } = app.platform.settings;

  publicPage(app, { url: '/library', query: z.object({ workspace: Place }) }, async ({ query, reply }) =>
    send(reply, createElement(AskPage, { publicUrl, workspace: query.workspace })),
  );

  publicPage(
    app,
    {
      method: 'POST',
      url: '/library',
      body: z.object({ email: z.string().max(400).catch(''), workspace: Place }),
      bodyLimit: 4 * 1024,
    },
    async ({ platform, body, request, reply }) => {
      assertOwnForm(request);
      const read = readEmail(body.email);
      if (!read.ok) {
        const page = { publicUrl, workspace: body.workspace, problem: read.problem, email: body.email };
        return send(reply, createElement(AskPage, page), 422);
      }
      // Looked up by a job: neither the answer nor its time tells who bought here.
      await inTransaction(platform.database.pool, {}, (db) =>
        enqueue({ db, correlationId: newId() }, mailLibraryLink, {
          email: read.email,
          workspace: body.workspace,
        }),
      );
      return send(reply, createElement(AskedPage, { publicUrl }));
    },
  );

  publicPage(app, { url: '/library/:token', params }, async ({ platform, params, reply }) => {
    const library = await libraries.find(platform, params.token);
    if (!library)
      return send(reply, createElement(AskPage, { publicUrl, workspace: null, isLost: true }), 404);
    const path = `/library/${encodeURIComponent(params.token)}`;
    return send(reply, createElement(LibraryPage, { library, path, publicUrl }));
  });

  publicPage(
    app,
    {
      method: 'POST',
      url: '/library/:token/openings',
      params,
      body: z.object({ playbook: Id }),
      bodyLimit: 1024,
    },
    async ({ platform, params, body, request, reply }) => {
      // Whoever sends this form decides as whom this device goes on reading.
      assertOwnForm(request);
      const opened = await libraries.openPlaybook(platform, params.token, body.playbook);
      if (!opened) return reply.redirect(`/library/${encodeURIComponent(params.token)}`, 303);
      rememberReader(reply, opened.workspace.slug, opened.reader, platform.settings);
      return reply.redirect(opened.path, 303);
    },
  );
}

function send(reply: FastifyReply, page: ReactElement, status = 200): FastifyReply {
  reply.header('referrer-policy', 'no-referrer').header('x-robots-tag', 'noindex');
  return sendPage(reply, page, { status, cache: 'private, no-store' });
}
