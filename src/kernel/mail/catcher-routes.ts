import { z } from 'zod';
import { system } from '#context';
import { inWorkspace, SYSTEM_WORKSPACE_ID } from '#kernel/database';
import { type App, isLocalRequest, NotFound, route } from '#kernel/http';
import { Id, page } from '#kernel/shapes';
import {
  deleteCaughtMails,
  findCaughtMail,
  listCaughtMails,
  listNewestCaughtMails,
} from './catcher-queries.ts';
import { answerCaught } from './incoming.ts';
import {
  AccountMailQuery,
  AccountMailShape,
  CaughtMail,
  CaughtMailQuery,
  CaughtMailRecord,
  CaughtMailReply,
} from './shapes.ts';
import { showAccountMail, showCaughtMail, showCaughtMailRecord, showPage, startOf } from './show.ts';

/** What the local mail catcher kept. */
export function catcherRoutes(app: App): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/stand-ins/mail',
      permission: 'standins.read',
      summary: 'List what the local mail catcher kept, newest first',
      tags: ['Stand-ins'],
      query: CaughtMailQuery,
      answers: { 200: page(CaughtMail) },
    },
    async (ctx, { query }) => {
      const { limit, search } = query;
      const rows = await listCaughtMails(
        ctx.db,
        ctx.workspace.id,
        { ...startOf(query), ...(search && { search }) },
        limit + 1,
      );
      return showPage(rows, limit, showCaughtMail);
    },
  );

  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/stand-ins/mail/:id',
      permission: 'standins.read',
      summary: 'Read one mail that the local catcher kept',
      tags: ['Stand-ins'],
      params: z.object({ id: Id }),
      answers: { 200: CaughtMailRecord },
    },
    async (ctx, { params }) => {
      const row = await findCaughtMail(ctx.db, ctx.workspace.id, params.id);
      if (!row) throw new NotFound('The catcher has no such mail.');
      return showCaughtMailRecord(row);
    },
  );

  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/stand-ins/mail/:id/replies',
      permission: 'inbox.write',
      summary: 'Answer a caught mail as the person it went to',
      description: 'The answer is read like any incoming mail: it stops the sequence and lands in the inbox.',
      tags: ['Stand-ins'],
      params: z.object({ id: Id }),
      body: CaughtMailReply,
      answers: { 201: CaughtMail },
    },
    async (ctx, { params, body }) => {
      const { text, from, subject } = body;
      return showCaughtMail(
        await answerCaught(ctx, params.id, { text, ...(from && { from }), ...(subject && { subject }) }),
      );
    },
  );

  route(
    app,
    {
      method: 'DELETE',
      url: '/api/v1/stand-ins/mail',
      permission: 'mail.manage',
      summary: 'Empty the local mail catcher of this workspace',
      tags: ['Stand-ins'],
      answers: { 200: z.object({ deleted: z.number().int() }) },
    },
    async (ctx) => ({ deleted: await deleteCaughtMails(ctx.db, ctx.workspace.id) }),
  );

  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/stand-ins/account-mail',
      permission: 'public',
      summary: 'Read account mails on this machine, to confirm a sign-up without a mail server',
      description:
        'Only on an installation that nobody else can reach, and only while account mail stays in the local catcher.',
      tags: ['Stand-ins'],
      query: AccountMailQuery,
      answers: { 200: z.object({ data: z.array(AccountMailShape) }) },
      callsPerMinute: 120,
    },
    async ({ platform }, { query, request }) => {
      if (!isLocalRequest(platform, request) || platform.mail.transportOf('transactional') !== 'catcher')
        throw new NotFound();
      const rows = await inWorkspace(
        platform,
        { workspaceId: SYSTEM_WORKSPACE_ID, actor: system('mail catcher'), readOnly: true },
        (ctx) => listNewestCaughtMails(ctx.db, ctx.workspace.id, query.to, query.limit),
      );
      return { data: rows.map(showAccountMail) };
    },
  );
}
