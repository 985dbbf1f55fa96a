import { z } from 'zod';
import { type App, route } from '#kernel/http';
import { type Invitation, invite, listInvitations, revokeInvitation } from './invitations.ts';
import {
  changeMember,
  deleteOrganization,
  getOrganization,
  listMembers,
  type Member,
  removeMember,
  renameOrganization,
} from './members.ts';
import * as shapes from './shapes.ts';

const tags = ['Organization'];

/** The organization of the workspace that the request names: its name, its people, who is invited. */
export function organizationRoutes(app: App): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/organization',
      permission: 'organization.read',
      summary: 'Read the organization and its plan',
      tags,
      answers: { 200: shapes.OrganizationShape },
    },
    async (ctx) => showOrganization(await getOrganization(ctx)),
  );

  route(
    app,
    {
      method: 'PATCH',
      url: '/api/v1/organization',
      permission: 'organization.manage',
      summary: 'Rename the organization',
      tags,
      body: shapes.OrganizationChanges,
      answers: { 200: shapes.OrganizationShape },
    },
    async (ctx, { body }) => showOrganization(await renameOrganization(ctx, body.name)),
  );

  route(
    app,
    {
      method: 'DELETE',
      url: '/api/v1/organization',
      permission: 'organization.delete',
      summary: 'End the organization with every workspace in it',
      tags,
      body: shapes.OrganizationEnd,
      answers: { 204: z.void() },
    },
    async (ctx, { body }) => deleteOrganization(ctx, body.name),
  );

  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/organization/members',
      permission: 'members.read',
      summary: 'List members',
      tags,
      answers: { 200: shapes.Members },
    },
    async (ctx) => ({ data: (await listMembers(ctx)).map(showMember), nextCursor: null }),
  );

  route(
    app,
    {
      method: 'PATCH',
      url: '/api/v1/organization/members/:id',
      permission: 'members.manage',
      summary: 'Change a role, or which workspaces a member sees',
      tags,
      params: shapes.Params,
      body: shapes.MemberChanges,
      answers: { 200: shapes.MemberShape },
    },
    async (ctx, { params, body }) => showMember(await changeMember(ctx, params.id, body)),
  );

  route(
    app,
    {
      method: 'DELETE',
      url: '/api/v1/organization/members/:id',
      permission: 'members.manage',
      summary: 'End a membership',
      tags,
      params: shapes.Params,
      answers: { 204: z.void() },
    },
    async (ctx, { params }) => removeMember(ctx, params.id),
  );

  route(
    app,
    {
      method: 'GET',
      url: '/api/v1/organization/invitations',
      permission: 'members.invite',
      summary: 'List open invitations',
      tags,
      answers: { 200: shapes.Invitations },
    },
    async (ctx) => ({ data: (await listInvitations(ctx)).map(showInvitation), nextCursor: null }),
  );

  route(
    app,
    {
      method: 'POST',
      url: '/api/v1/organization/invitations',
      permission: 'members.invite',
      summary: 'Invite somebody by e-mail',
      tags,
      body: shapes.NewInvitation,
      answers: { 201: shapes.InvitationShape },
    },
    async (ctx, { body }) => showInvitation(await invite(ctx, body)),
  );

  route(
    app,
    {
      method: 'DELETE',
      url: '/api/v1/organization/invitations/:id',
      permission: 'members.invite',
      summary: 'Take an invitation back',
      tags,
      params: shapes.Params,
      answers: { 204: z.void() },
    },
    async (ctx, { params }) => revokeInvitation(ctx, params.id),
  );
}

const showOrganization = ({ createdAt, ...rest }: Awaited<ReturnType<typeof getOrganization>>) => ({
  ...rest,
  createdAt: createdAt.toISOString(),
});

const showMember = ({ createdAt, ...rest }: Member) => ({ ...rest, createdAt: createdAt.toISOString() });

const showInvitation = ({ createdAt, expiresAt, ...rest }: Invitation) => ({
  ...rest,
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
});
