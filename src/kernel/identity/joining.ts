import type { Platform, Workspace } from '#context';
import { audit, type Deed } from '#kernel/audit';
import { inWorkspace } from '#kernel/database';
import type { Identity } from './identity.ts';
import type { Role } from './permissions.ts';
import type { Principal } from './principal.ts';

type Person = Pick<Extract<Principal, { kind: 'user' }>, 'userId' | 'email' | 'name'>;

/** Writes down, in the audit log of a workspace, what somebody did on their way into it. */
export async function noteDown(
  platform: Platform,
  {
    principal,
    workspace,
    role,
    correlationId,
  }: { principal: Person; workspace: Workspace; role: Role; correlationId: string },
  deed: Deed,
): Promise<void> {
  const { userId, email, name } = principal;
  const actor = { kind: 'user' as const, userId, email, name, role };
  await inWorkspace(platform, { workspace, actor, correlationId }, (ctx) => audit(ctx, deed));
}

/** Accepts an invitation for a person, and writes it down in the first workspace that it opens to them. */
export async function joinBy(
  platform: Platform,
  { token, person, correlationId }: { token: string; person: Person; correlationId: string },
): Promise<Awaited<ReturnType<Identity['acceptInvitation']>>> {
  const { userId, email } = person;
  const accepted = await platform.identity.acceptInvitation({ token, userId, email });
  const opened = (await platform.identity.listAccess(userId)).find(
    ({ workspace }) => workspace.organizationId === accepted.organizationId,
  );
  if (opened) {
    const { workspace, role } = opened;
    await noteDown(
      platform,
      { principal: person, workspace, role, correlationId },
      {
        action: 'invitation.accepted',
        subject: { type: 'user', id: userId },
        after: { role },
      },
    );
  }
  return accepted;
}
