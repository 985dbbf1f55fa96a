import { useQuery } from '@tanstack/react-query';
import { Ellipsis, UserMinus, UserPlus, X } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../../api/act.ts';
import { send } from '../../../api/client.ts';
import { read } from '../../../api/queries.ts';
import { useUrlState } from '../../../shell/url-state.ts';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Avatar, Chip } from '../../../ui/chip.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { DestroyDialog } from '../../../ui/dialog.tsx';
import { Menu } from '../../../ui/popover.tsx';
import { ErrorBlock, Note } from '../../../ui/states.tsx';
import { day, plural, shortDay } from '../../../ui/words.ts';
import { SettingsPage } from './frame.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { type Invitation, type Member, roleWords } from './words.ts';

/** Who may do what here, and who is invited. */
export function MembersPage() {
  const { can, me, workspace } = useWorkspace();
  const [inviting, setInviting] = useUrlState('invite');
  const [leaving, setLeaving] = useState<Member>();
  const found = useQuery({ ...read('/api/v1/organization/members'), enabled: can('members.read') });
  const mayInvite = can('members.invite');
  const mayManage = can('members.manage');
  const change = useAct({
    run: ({ member, role }: { member: Member; role: Member['role'] }) =>
      send('PATCH', `/api/v1/organization/members/${member.id}`, { body: { role } }),
    changes: ['organization', 'audit'],
    says: ({ member, role }) => `${member.name} is now ${role === 'member' ? 'a' : 'an'} ${role}`,
    undo: ({ member }) =>
      send('PATCH', `/api/v1/organization/members/${member.id}`, { body: { role: member.role } }),
  });
  const remove = useAct({
    run: (member: Member) => send('DELETE', `/api/v1/organization/members/${member.id}`),
    changes: ['organization', 'audit'],
    says: (member) => `${member.name} no longer belongs to the organization`,
    onDone: () => setLeaving(undefined),
  });
  const rows = found.data?.data ?? [];
  const isMe = (member: Member) => member.userId === me.user.id;
  const nameOf = (id: string) => me.workspaces.find((one) => one.id === id)?.name;
  const reachOf = (member: Member) =>
    member.workspaceIds === null
      ? 'Every workspace'
      : member.workspaceIds.map((id) => nameOf(id) ?? 'another').join(', ') || 'None';

  const menuOf = (member: Member) => (
    <MemberMenu
      member={member}
      mayMakeOwner={workspace.role === 'owner'}
      onRole={(role) => change.mutate({ member, role })}
      onRemove={() => setLeaving(member)}
      itsYou={isMe(member)}
    />
  );
  const columns: Column<Member>[] = [
    {
      id: 'name',
      header: 'Person',
      width: '38%',
      cell: (member) => (
        <span className="inline-flex max-w-full items-center gap-2.5 align-middle">
          <Avatar name={member.name} you={isMe(member)} />
          <span className="truncate">
            <strong className="font-medium">{member.name}</strong>{' '}
            <span className="text-ink-2">{member.email}</span>
          </span>
          {isMe(member) ? <Chip>you</Chip> : null}
        </span>
      ),
    },
    { id: 'role', header: 'Role', width: '14%', cell: (member) => roleWords[member.role].label },
    { id: 'reach', header: 'Sees', quiet: true, cell: reachOf },
    {
      id: 'since',
      header: 'Since',
      width: '6.5rem',
      quiet: true,
      align: 'end',
      cell: (member) => shortDay(member.createdAt),
    },
    ...(mayManage
      ? [
          {
            id: 'acts',
            header: <span className="sr-only">Acts</span>,
            width: '3.5rem',
            align: 'end' as const,
            cell: menuOf,
          },
        ]
      : []),
  ];
  return (
    <SettingsPage
      page="members"
      flush
      note={rows.length > 0 ? plural(rows.length, 'person', 'people') : undefined}
      actions={
        mayInvite ? (
          <Button look="primary" icon={<UserPlus />} onClick={() => setInviting('1')}>
            Invite
          </Button>
        ) : null
      }
    >
      {found.error && rows.length === 0 ? (
        <div className="px-5 py-5">
          <ErrorBlock error={found.error} onRetry={() => void found.refetch()} />
        </div>
      ) : (
        <DataTable
          caption="Members"
          columns={columns}
          rows={rows}
          rowKey={(member) => member.id}
          rowName={(member) => member.name}
          loading={found.isLoading}
          phone={(member) => ({
            title: member.name,
            note: member.email,
            end: (
              <span className="inline-flex items-center gap-1">
                {roleWords[member.role].label}
                {mayManage ? menuOf(member) : null}
              </span>
            ),
          })}
          empty={<p className="text-ink-2">Only you.</p>}
        />
      )}
      {mayInvite && rows.length === 1 && rows[0] && isMe(rows[0]) ? (
        <p className="px-5 py-4 text-ink-2">
          Only you. Invite whoever drafts, answers or approves with you; experts can be invited to their own
          playbooks alone.
        </p>
      ) : null}
      {mayInvite ? <Invitations /> : null}
      {!mayManage ? (
        <div className="max-w-140 px-5 py-4">
          <Note>You can see who is here. Inviting and changing roles need an owner or admin.</Note>
        </div>
      ) : null}
      {inviting && mayInvite ? <InviteDialog onClose={() => setInviting(undefined)} /> : null}
      {leaving ? (
        <DestroyDialog
          open
          onClose={() => setLeaving(undefined)}
          title={isMe(leaving) ? 'Leave the organization' : `Remove ${leaving.name}`}
          loss={
            <>
              {isMe(leaving) ? 'You lose' : `${leaving.name} loses`} every workspace of the organization at
              once. What {isMe(leaving) ? 'you' : 'they'} wrote stays, under{' '}
              {isMe(leaving) ? 'your' : 'their'} name. Coming back takes a new invitation.
            </>
          }
          action={isMe(leaving) ? 'Leave the organization' : `Remove ${leaving.name}`}
          busy={remove.isPending && 'Removing'}
          onConfirm={() => remove.mutate(leaving)}
        />
      ) : null}
    </SettingsPage>
  );
}

interface MemberMenuProps {
  member: Member;
  mayMakeOwner: boolean;
  itsYou: boolean;
  onRole: (role: Member['role']) => void;
  onRemove: () => void;
}

function MemberMenu({ member, mayMakeOwner, itsYou, onRole, onRemove }: MemberMenuProps) {
  const choices = (['owner', 'admin', 'member'] as const).filter((role) => role !== 'owner' || mayMakeOwner);
  return (
    <Menu
      label={`What to do with ${member.name}`}
      trigger={
        <IconButton label={`Role of ${member.name}`} size="sm">
          <Ellipsis />
        </IconButton>
      }
      groups={[
        {
          title: 'Role',
          items: choices.map((role) => ({
            label: (
              <span className="block max-w-72 py-1">
                {roleWords[role].label}
                <span className="block text-ink-3 text-xs">{roleWords[role].note}</span>
              </span>
            ),
            checked: role === member.role,
            onChoose: () => {
              if (role !== member.role) onRole(role);
            },
          })),
        },
        {
          items: [
            {
              label: itsYou ? 'Leave the organization' : `Remove ${member.name}`,
              icon: <UserMinus />,
              danger: true,
              onChoose: onRemove,
            },
          ],
        },
      ]}
    />
  );
}

function Invitations() {
  const found = useQuery(read('/api/v1/organization/invitations'));
  const withdraw = useAct({
    run: (invitation: Invitation) => send('DELETE', `/api/v1/organization/invitations/${invitation.id}`),
    changes: ['organization', 'audit'],
    says: (invitation) => `The invitation of ${invitation.email} no longer opens`,
  });
  const rows = found.data?.data ?? [];
  if (rows.length === 0 && !found.error) return null;
  return (
    <section aria-label="Invited" className="px-5 pt-6 pb-8 max-phone:px-4">
      <h2 className="font-strong">Invited</h2>
      {found.error ? (
        <div className="mt-2">
          <ErrorBlock error={found.error} onRetry={() => void found.refetch()} />
        </div>
      ) : null}
      <ul className="mt-1">
        {rows.map((invitation) => (
          <li key={invitation.id} className="flex min-h-row items-center gap-x-4 border-line border-b py-1.5">
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{invitation.email}</span>
              <span className="block truncate text-ink-2 text-xs">
                as {roleWords[invitation.role].label.toLowerCase()}, opens until {day(invitation.expiresAt)}
              </span>
            </span>
            <Button
              size="sm"
              look="quiet"
              icon={<X />}
              aria-label={`Withdraw the invitation of ${invitation.email}`}
              onClick={() => withdraw.mutate(invitation)}
            >
              Withdraw
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
