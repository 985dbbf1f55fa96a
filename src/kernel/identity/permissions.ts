/**
 * Every permission a route can ask for: noun of the trade, then what is done with it. `own-…` permissions reach only
 * what belongs to the person who asks; the wide ones reach everything in the workspace.
 */
export const permissions = [
  'workspace.read',
  'workspace.manage',
  'experts.read',
  'experts.write',
  'sources.read',
  'sources.write',
  'playbooks.read',
  'playbooks.write',
  'playbooks.comment',
  'playbooks.publish',
  'reviews.read',
  'reviews.write',
  'templates.read',
  'templates.write',
  'links.read',
  'links.write',
  'posts.read',
  'posts.write',
  'posts.publish',
  'channels.read',
  'channels.manage',
  'relationships.read',
  'relationships.write',
  'mentions.read',
  'mentions.write',
  'gates.read',
  'gates.write',
  'leads.read',
  'leads.write',
  'leads.export',
  'segments.read',
  'segments.write',
  'scoring.read',
  'scoring.write',
  'sequences.read',
  'sequences.write',
  'sequences.launch',
  'clones.read',
  'clones.write',
  'clones.publish',
  'trials.read',
  'trials.write',
  'signals.read',
  'signals.write',
  'videos.read',
  'videos.write',
  'videos.deliver',
  'offers.read',
  'offers.write',
  'offers.publish',
  'orders.read',
  'orders.refund',
  'campaigns.read',
  'campaigns.write',
  'campaigns.launch',
  'prospects.read',
  'prospects.write',
  'mailboxes.read',
  'mailboxes.manage',
  'inbox.read',
  'inbox.write',
  'insights.read',
  'insights.write',
  'actions.read',
  'actions.approve',
  'policy.read',
  'policy.write',
  'tasks.read',
  'tasks.write',
  'conversations.read',
  'conversations.write',
  'briefs.read',
  'analytics.read',
  'experiments.read',
  'experiments.write',
  'experiments.launch',
  'files.read',
  'files.write',
  'events.read',
  'mail.read',
  'mail.manage',
  'standins.read',
  'running.read',
  'jobs.read',
  'jobs.retry',
  'usage.read',
  'connections.read',
  'connections.manage',
  'webhooks.read',
  'webhooks.manage',
  'api-keys.read',
  'api-keys.manage',
  'audit.read',
  'members.read',
  'members.invite',
  'members.manage',
  'organization.read',
  'organization.manage',
  'organization.billing',
  'organization.delete',
  'workspaces.read',
  'workspaces.create',
  'own-playbooks.read',
  'own-playbooks.comment',
  'own-playbooks.approve',
  'own-funnel.read',
  'own-share.read',
  'own-clone.correct',
  'own-library.read',
  'own-progress.write',
  'own-purchases.read',
] as const;

export type Permission = (typeof permissions)[number];

export const roles = ['owner', 'admin', 'member', 'expert', 'subscriber'] as const;
export type Role = (typeof roles)[number];

const isOwn = (permission: Permission) => permission.startsWith('own-');

/** Reserved to the owner: ending the organization and what it pays. */
const ownerOnly: readonly Permission[] = ['organization.delete', 'organization.billing'];

/**
 * What a member may not do: let something leave the house, decide for others, or see and change how the house is
 * wired. Members view, create tasks and drafts, and use features.
 */
const aboveMember: readonly Permission[] = [
  'workspace.manage',
  'playbooks.publish',
  'posts.publish',
  'channels.manage',
  'scoring.write',
  'sequences.launch',
  'clones.publish',
  'videos.deliver',
  'offers.publish',
  'orders.refund',
  'campaigns.launch',
  'mailboxes.manage',
  'actions.approve',
  'policy.write',
  'experiments.launch',
  'mail.manage',
  'jobs.retry',
  'connections.manage',
  'webhooks.read',
  'webhooks.manage',
  'api-keys.read',
  'api-keys.manage',
  'audit.read',
  'members.invite',
  'members.manage',
  'organization.manage',
  'workspaces.create',
];

const wide = permissions.filter((permission) => !isOwn(permission));
const admin = wide.filter((permission) => !ownerOnly.includes(permission));
const member = admin.filter((permission) => !aboveMember.includes(permission));

/** What each role may do (DESIGN.md §6). */
export const rolePermissions: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  owner: new Set(wide),
  admin: new Set(admin),
  member: new Set(member),
  expert: new Set<Permission>([
    'own-playbooks.read',
    'own-playbooks.comment',
    'own-playbooks.approve',
    'own-funnel.read',
    'own-share.read',
    'own-clone.correct',
  ]),
  subscriber: new Set<Permission>(['own-library.read', 'own-progress.write', 'own-purchases.read']),
};

/** What an API key can be given. People are managed and organizations ended only by a person. */
export const scopes: readonly Permission[] = wide.filter(
  (permission) => permission !== 'organization.delete' && permission !== 'members.manage',
);

/** Every scope: what a key that was made without scopes may do. */
export const allScopes: ReadonlySet<Permission> = new Set(scopes);

const known: ReadonlySet<string> = new Set(permissions);

/** Whether a text names a permission of the catalogue. */
export const isPermission = (text: string): text is Permission => known.has(text);
