import type { Workspace } from '#context';
import type { Account, Identity } from './identity.ts';

/** Who owns the sample workspace. Has no password: one click signs in, and only on the machine itself. */
export const SAMPLE_OWNER = { email: 'owner@example.com', name: 'Anouk Verrin' };

/** Makes the person, unless the address has an account already. */
async function ensureAccount(
  identity: Identity,
  account: { email: string; name: string; password?: string },
): Promise<Account> {
  return (await identity.findAccountByEmail(account.email)) ?? (await identity.makeAccount(account));
}

/**
 * Makes the sample's owner and its workspace, once; later calls find them.
 * @returns the workspace, and whether it was made now and still needs its content
 */
export async function ensureSampleOwner(
  identity: Identity,
): Promise<{ owner: Account; workspace: Workspace; isNew: boolean }> {
  const owner = await ensureAccount(identity, SAMPLE_OWNER);
  const found = (await identity.listAccess(owner.userId)).find(
    ({ workspace }) => workspace.kind === 'sample',
  );
  if (found) return { owner, workspace: found.workspace, isNew: false };
  const workspace = await identity.foundWorkspace({
    userId: owner.userId,
    name: 'Sample',
    slug: 'sample',
    kind: 'sample',
    organizationName: 'Sample organization',
  });
  return { owner, workspace, isNew: true };
}

/** Makes a person with an organization and a workspace of their own, without mail: for the first start and for tests. */
export async function createFirstOwner(
  identity: Identity,
  wanted: {
    email: string;
    name: string;
    password?: string;
    workspace: string;
    slug?: string;
    organization?: string;
  },
): Promise<{ owner: Account; workspace: Workspace }> {
  const { email, name, password, workspace: workspaceName, slug, organization } = wanted;
  const owner = await ensureAccount(identity, { email, name, ...(password !== undefined && { password }) });
  const workspace = await identity.foundWorkspace({
    userId: owner.userId,
    name: workspaceName,
    slug,
    organizationName: organization,
  });
  return { owner, workspace };
}
