/**
 * Who may do what, written by hand from DESIGN.md §6 and kept apart from the code that decides it
 * (src/kernel/identity/permissions.ts). One line per permission: the roles that hold it.
 *
 * owner: deletes the organization, manages billing, and all below. admin: invites members, changes roles, manages
 * resources, launches, publishes, approves. member: views, creates tasks and drafts, uses features. expert: sees own
 * playbooks, funnel and share, comments and approves versions, corrects the clone. subscriber: sees own library,
 * progress and purchases.
 */
const owner = ['owner'] as const;
const admin = ['owner', 'admin'] as const;
const member = ['owner', 'admin', 'member'] as const;
const expert = ['expert'] as const;
const subscriber = ['subscriber'] as const;

export const roleTable: Readonly<Record<string, readonly string[]>> = {
  // The organization
  'organization.delete': owner,
  'organization.billing': owner,
  'organization.manage': admin,
  'organization.read': member,
  'members.read': member,
  'members.invite': admin,
  'members.manage': admin,
  'workspaces.read': member,
  'workspaces.create': admin,
  'audit.read': admin,

  // The workspace and how it is wired
  'workspace.read': member,
  'workspace.manage': admin,
  'connections.read': member,
  'connections.manage': admin,
  'webhooks.read': admin,
  'webhooks.manage': admin,
  'api-keys.read': admin,
  'api-keys.manage': admin,
  'mail.read': member,
  'mail.manage': admin,
  'standins.read': member,
  'running.read': member,
  'jobs.read': member,
  'jobs.retry': admin,
  'usage.read': member,
  'events.read': member,
  'files.read': member,
  'files.write': member,

  // Creation
  'experts.read': member,
  'experts.write': member,
  'sources.read': member,
  'sources.write': member,
  'playbooks.read': member,
  'playbooks.write': member,
  'playbooks.comment': member,
  'playbooks.publish': admin,
  'reviews.read': member,
  'reviews.write': member,
  'templates.read': member,
  'templates.write': member,

  // Distribution
  'links.read': member,
  'links.write': member,
  'posts.read': member,
  'posts.write': member,
  'posts.publish': admin,
  'channels.read': member,
  'channels.manage': admin,
  'relationships.read': member,
  'relationships.write': member,
  'mentions.read': member,
  'mentions.write': member,

  // Capture
  'gates.read': member,
  'gates.write': member,
  'leads.read': member,
  'leads.write': member,
  'leads.export': member,
  'segments.read': member,
  'segments.write': member,
  'scoring.read': member,
  'scoring.write': admin,
  'sequences.read': member,
  'sequences.write': member,
  'sequences.launch': admin,

  // Trial
  'clones.read': member,
  'clones.write': member,
  'clones.publish': admin,
  'trials.read': member,
  'trials.write': member,
  'signals.read': member,
  'signals.write': member,

  // Conversion
  'videos.read': member,
  'videos.write': member,
  'videos.deliver': admin,
  'offers.read': member,
  'offers.write': member,
  'offers.publish': admin,
  'orders.read': member,
  'orders.refund': admin,

  // Outreach
  'campaigns.read': member,
  'campaigns.write': member,
  'campaigns.launch': admin,
  'prospects.read': member,
  'prospects.write': member,
  'mailboxes.read': member,
  'mailboxes.manage': admin,
  'inbox.read': member,
  'inbox.write': member,

  // The CEO
  'insights.read': member,
  'insights.write': member,
  'actions.read': member,
  'actions.approve': admin,
  'policy.read': member,
  'policy.write': admin,
  'tasks.read': member,
  'tasks.write': member,
  'conversations.read': member,
  'conversations.write': member,
  'briefs.read': member,

  // Analytics
  'analytics.read': member,
  'experiments.read': member,
  'experiments.write': member,
  'experiments.launch': admin,

  // The expert of a workspace: their own things and nothing else
  'own-playbooks.read': expert,
  'own-playbooks.comment': expert,
  'own-playbooks.approve': expert,
  'own-funnel.read': expert,
  'own-share.read': expert,
  'own-clone.correct': expert,

  // A subscriber: their own things and nothing else
  'own-library.read': subscriber,
  'own-progress.write': subscriber,
  'own-purchases.read': subscriber,
};
