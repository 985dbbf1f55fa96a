import { z } from 'zod';
import { Id, Instant, Line, Slug } from '#kernel/shapes';
import { permissions, roles, scopes } from './permissions.ts';

const Email = z.string().trim().toLowerCase().max(254).pipe(z.email('That is not an e-mail address.'));
const OrganizationRole = z.enum(['owner', 'admin', 'member']);
const TimeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, { message: 'Name a time zone such as Europe/Brussels.' });
const Currency = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{3}$/, 'Use the three letters of the currency, such as EUR.');

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

export const WorkspaceShape = z
  .object({
    id: Id,
    slug: z.string(),
    name: z.string(),
    kind: z.enum(['normal', 'sample', 'system']),
    organizationId: Id.nullable(),
    timeZone: z.string(),
    currency: z.string(),
  })
  .meta({ id: 'Workspace' });

export const MyWorkspace = WorkspaceShape.extend({
  organization: z.object({ id: Id, slug: z.string(), name: z.string() }).nullable(),
  role: z.enum(roles),
  permissions: z.array(z.enum(permissions)).describe('what you may do in it'),
}).meta({ id: 'MyWorkspace' });

export const Me = z
  .object({
    kind: z.enum(['user', 'key']),
    user: z
      .object({
        id: Id,
        email: z.string(),
        name: z.string(),
        emailVerified: z.boolean(),
        twoFactorEnabled: z.boolean(),
      })
      .nullable(),
    key: z.object({ id: Id, name: z.string() }).nullable(),
    via: z
      .enum(['cookie', 'session-token', 'access-token', 'api-key'])
      .describe('how you proved who you are'),
    organizations: z.array(
      z.object({
        id: Id,
        slug: z.string(),
        name: z.string(),
        role: OrganizationRole.nullable().describe('null for experts and subscribers of its workspaces'),
      }),
    ),
    workspaces: z.array(MyWorkspace),
  })
  .meta({ id: 'Me' });

export const MyWorkspaces = z.object({ data: z.array(MyWorkspace), nextCursor: z.null() });

export const NewWorkspace = z.object({
  name: Line(120),
  slug: Slug.optional().describe('part of every address; made from the name when left out'),
  organizationId: Id.optional().describe('left out: a new organization is made'),
  organizationName: Line(120).optional(),
  timeZone: TimeZone.optional(),
  currency: Currency.optional(),
});

export const WorkspaceChanges = z.object({
  name: Line(120).optional(),
  timeZone: TimeZone.optional(),
  currency: Currency.optional(),
});

export const ApiKeyShape = z
  .object({
    id: Id,
    name: z.string(),
    start: z.string().describe('first characters, to tell keys apart'),
    scopes: z.array(z.enum(permissions)).nullable().describe('null: every scope'),
    createdAt: Instant,
    expiresAt: Instant.nullable(),
    lastUsedAt: Instant.nullable(),
  })
  .meta({ id: 'ApiKey' });

export const ApiKeys = z.object({ data: z.array(ApiKeyShape), nextCursor: z.null() });

export const MadeApiKey = ApiKeyShape.extend({ key: z.string().describe('shown this once') }).meta({
  id: 'MadeApiKey',
});

export const NewApiKey = z.object({
  name: Line(120),
  scopes: z
    .array(z.enum(scopes as [(typeof scopes)[number], ...(typeof scopes)[number][]]))
    .min(1, 'Name a scope, or leave the field out for all.')
    .max(200)
    .optional(),
  expiresAt: Instant.optional(),
});

export const OrganizationShape = z
  .object({
    id: Id,
    slug: z.string(),
    name: z.string(),
    plan: z.enum(['free', 'pro', 'enterprise']),
    limitsOn: z.boolean().describe('whether the limits of the plan hold'),
    createdAt: Instant,
  })
  .meta({ id: 'Organization' });

export const OrganizationChanges = z.object({ name: Line(120) });
export const OrganizationEnd = z.object({
  name: z.string().max(200).describe('the name of the organization, to confirm'),
});

export const MemberShape = z
  .object({
    id: Id,
    userId: Id,
    name: z.string(),
    email: z.string(),
    role: OrganizationRole,
    workspaceIds: z.array(Id).nullable().describe('null: sees every workspace'),
    createdAt: Instant,
  })
  .meta({ id: 'Member' });
export const Members = z.object({ data: z.array(MemberShape), nextCursor: z.null() });
export const MemberChanges = z.object({
  role: OrganizationRole.optional(),
  workspaceIds: z.array(Id).max(500).nullable().optional().describe('null lifts the limit'),
});

const InvitedRole = z.enum(['admin', 'member', 'expert', 'subscriber']);

export const InvitationShape = z
  .object({
    id: Id,
    email: z.string(),
    role: InvitedRole,
    workspaceIds: z.array(Id).nullable(),
    expiresAt: Instant,
    createdAt: Instant,
  })
  .meta({ id: 'Invitation' });
export const Invitations = z.object({ data: z.array(InvitationShape), nextCursor: z.null() });
export const NewInvitation = z.object({
  email: Email,
  role: InvitedRole.default('member'),
  workspaceIds: z
    .array(Id)
    .min(1)
    .max(500)
    .nullable()
    .optional()
    .describe('limits a member; where an expert or subscriber joins'),
  expertId: Id.optional().describe('which expert of the workspace this is'),
});

export const InvitationToken = z.object({ token: z.string().min(16).max(100) });
export const InvitationPreviewShape = z
  .object({
    organization: z.string(),
    email: z.string(),
    role: InvitedRole,
    inviter: z.string().nullable(),
    hasAccount: z.boolean().describe('whether that address signs in, or makes an account first'),
    expiresAt: Instant,
  })
  .meta({ id: 'InvitationPreview' });
export const Acceptance = z.object({
  name: Line(120).optional().describe('for a new account'),
  password: z
    .string()
    .min(8, 'Use at least 8 characters.')
    .max(128, 'Use at most 128 characters.')
    .optional(),
});
export const Accepted = z.object({
  organizationId: Id,
  token: z.string().nullable().describe('session of a new account; null for who was signed in'),
});

export const SignInOptions = z
  .object({
    sample: z.boolean().describe('whether the sample workspace can be entered with one click'),
    accountMail: z.boolean().describe('whether account mail stays in the local catcher and can be read here'),
  })
  .meta({ id: 'SignInOptions' });

export const SampleSession = z.object({
  token: z.string(),
  user: z.object({ id: Id, email: z.string(), name: z.string() }),
});
export const Params = z.object({ id: Id });
