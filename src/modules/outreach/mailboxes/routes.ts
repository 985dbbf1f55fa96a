import { z } from 'zod';
import { type App, route } from '#kernel/http';
import { Id } from '#kernel/shapes';
import * as mailboxes from './service.ts';
import { Mailbox, MailboxChange, NewMailbox } from './shapes.ts';

const tags = ['Mailboxes'];
const params = z.object({ id: Id });

export function mailboxRoutes(app: App): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/mailboxes',
      permission: 'mailboxes.read',
      summary: 'List sending accounts',
      tags,
      answers: { 200: z.object({ data: z.array(Mailbox), nextCursor: z.null() }) },
    },
    async (ctx) => ({ data: await mailboxes.list(ctx), nextCursor: null }),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/mailboxes',
      permission: 'mailboxes.manage',
      summary: 'Connect a sending account',
      description:
        'Without a server it is the local catcher, the stand-in of an installation that sends nothing.',
      tags,
      body: NewMailbox,
      answers: { 201: Mailbox },
    },
    (ctx, { body }) => mailboxes.connect(ctx, body),
  );
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/mailboxes/:id',
      permission: 'mailboxes.read',
      summary: 'Read one sending account',
      tags,
      params,
      answers: { 200: Mailbox },
    },
    (ctx, { params: { id } }) => mailboxes.get(ctx, id),
  );
  route(
    app,
    {
      method: 'PATCH',
      url: '/api/v1/mailboxes/:id',
      permission: 'mailboxes.manage',
      summary: 'Change limits or the server of a sending account',
      tags,
      params,
      body: MailboxChange,
      answers: { 200: Mailbox },
    },
    (ctx, { params: { id }, body }) => mailboxes.change(ctx, id, body),
  );
  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/mailboxes/:id/tests',
      permission: 'mailboxes.manage',
      summary: 'Test the connection of a sending account again',
      tags,
      params,
      answers: { 202: Mailbox },
    },
    (ctx, { params: { id } }) => mailboxes.test(ctx, id),
  );
  route(
    app,
    {
      method: 'DELETE',
      url: '/api/v1/mailboxes/:id',
      permission: 'mailboxes.manage',
      summary: 'Take a sending account out of use',
      tags,
      params,
      answers: { 204: z.void() },
    },
    (ctx, { params: { id } }) => mailboxes.remove(ctx, id),
  );
}
