import { z } from 'zod';

/** What the file is, said in its first entry. */
export const FORMAT = 'playbookos-workspace';
export const FORMAT_VERSION = 1;

/** The first entry of an archive; everything after it is `tables/<name>/<part>.jsonl` and `files/<sha256>`. */
export const Manifest = z.object({
  format: z.literal(FORMAT),
  formatVersion: z.number().int().max(FORMAT_VERSION),
  madeAt: z.iso.datetime(),
  workspace: z.object({
    id: z.uuid(),
    organizationId: z.uuid().nullable(),
    slug: z.string(),
    name: z.string(),
    purpose: z.string().nullable(),
    timeZone: z.string(),
    currency: z.string(),
    settings: z.record(z.string(), z.unknown()),
  }),
  /** Rows and columns of each table. */
  tables: z.record(z.string(), z.object({ rows: z.number().int(), columns: z.array(z.string()) })),
  files: z.array(z.object({ sha256: z.string(), sizeBytes: z.number().int() })),
  /** Accounts that the rows name, to be found again by their address. */
  people: z.array(z.object({ id: z.uuid(), email: z.string(), name: z.string() })),
});
export type Manifest = z.output<typeof Manifest>;

/**
 * Tables that stay behind: secrets and private links (they belong to one installation's key), what another organization
 * pays, what is only about this installation's own work, and the chain over the audit log, which each installation makes
 * over the entries that it has seen.
 */
export const LEFT_BEHIND: ReadonlySet<string> = new Set([
  'archives',
  'audit_chain',
  'caught_mails',
  'idempotency_keys',
  'organization_plans',
  'public_tokens',
  'running_work',
  'unsubscribe_tokens',
  'usage_counters',
  'webhook_deliveries',
  'webhook_endpoints',
  'workspaces',
]);

/** Columns sealed by the installation's vault; the other installation could not open them. */
export const isSealed = (column: string): boolean => column.endsWith('_sealed');

/** Columns that hold accounts, which live outside the workspace. */
export const holdsAccount = (column: string): boolean =>
  column.endsWith('_by') || ['actor_id', 'assignee_id', 'author_id', 'owner_id', 'user_id'].includes(column);

const PRIVATE_LINK =
  /\/(u|v|confirm|checkout|library|interview|review|magic-link|verify|invitations?)\/[\w-]{20,}/g;

/** Takes the tokens of private links out of mails that were sent: whoever gets the archive must not act for a reader. */
export const withoutPrivateLinks = (line: string): string => line.replace(PRIVATE_LINK, '/$1/removed');
