import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../../api/act.ts';
import { repeatable, send } from '../../../api/client.ts';
import { fieldError } from '../../../api/problems.ts';
import { useStandIns } from '../../../shell/counts.ts';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Button } from '../../../ui/button.tsx';
import { StandIn } from '../../../ui/chip.tsx';
import { Checkbox, RadioList } from '../../../ui/choice.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field, Input } from '../../../ui/field.tsx';
import { ErrorBlock } from '../../../ui/states.tsx';
import { type Invitation, roleWords } from './words.ts';

const roles = ['member', 'admin', 'expert', 'subscriber'] as const;

/** Invites an address, with a role and a reach. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { workspace, paths } = useWorkspace();
  const caught = useStandIns().some((row) => row.id === 'mail');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Invitation['role']>('member');
  const [onlyHere, setOnlyHere] = useState(false);
  const isGuest = role === 'expert' || role === 'subscriber';
  const invite = useAct({
    run: () =>
      send<Invitation>('POST', '/api/v1/organization/invitations', {
        body: {
          email: email.trim(),
          role,
          ...(isGuest || (role === 'member' && onlyHere) ? { workspaceIds: [workspace.id] } : {}),
        },
        headers: repeatable(),
      }),
    changes: ['organization', 'audit', 'stand-ins'],
    says: (_, made) => `${made.email} is invited`,
    undo: (_, made) => send('DELETE', `/api/v1/organization/invitations/${made.id}`),
    onError: () => {},
    onDone: onClose,
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title="Invite somebody"
      note="They get a mail with a link that opens for 7 days."
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button look="primary" type="submit" form="invite" busy={invite.isPending && 'Inviting'}>
            Send the invitation
          </Button>
        </>
      }
    >
      <form
        id="invite"
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          invite.mutate(undefined);
        }}
      >
        <Field label="E-mail" error={fieldError(invite.error, '/email')}>
          <Input
            type="email"
            required
            autoComplete="off"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </Field>
        <div>
          <p className="mb-2 font-medium">Role</p>
          <RadioList
            label="Role"
            value={role}
            onChange={setRole}
            options={roles.map((value) => ({ value, ...roleWords[value] }))}
          />
        </div>
        {role === 'member' ? (
          <Checkbox
            checked={onlyHere}
            onChange={setOnlyHere}
            label={`Only this workspace, ${workspace.name}`}
            note="Otherwise they see every workspace of the organization."
          />
        ) : isGuest ? (
          <p className="text-ink-2">They join this workspace, {workspace.name}, and no other.</p>
        ) : null}
        {caught ? (
          <p className="flex flex-wrap items-center gap-2 text-ink-2 text-xs">
            <StandIn>mail catcher</StandIn> The mail stays on this machine. You find it in the{' '}
            <Link to={paths.mailCatcher} className="opens-rows">
              mail catcher
            </Link>
            .
          </p>
        ) : null}
        {invite.error && !fieldError(invite.error, '/email') ? <ErrorBlock error={invite.error} /> : null}
      </form>
    </Dialog>
  );
}
