import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { send } from '../api/client.ts';
import { hasStatus, sentenceOf } from '../api/problems.ts';
import { meQuery, session } from '../api/session.ts';
import { paths } from '../paths.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Field, Input } from '../ui/field.tsx';
import { ErrorBlock, Skeleton } from '../ui/states.tsx';
import { useGoOn } from './after.ts';
import { EntryLayout } from './entry-layout.tsx';
import { PasswordField, submit } from './sign-in.tsx';

interface Invitation {
  email: string;
  organization: string;
  inviter: string | null;
  role: string;
  /** Whether that address signs in, or makes an account first. */
  hasAccount: boolean;
}

/** Accept an invitation: signed in with one click, else with a name and a password. */
export function InvitationPage() {
  const { invitation: token } = useParams({ strict: false }) as { invitation: string };
  const goOn = useGoOn();
  const me = useQuery(meQuery);
  const at = `/api/v1/invitations/${encodeURIComponent(token)}`;
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => send<Invitation>('GET', at),
    retry: false,
  });
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const accept = useMutation({
    mutationFn: (body: object) => send<unknown>('POST', `${at}/acceptances`, { body }),
    onSuccess: () => goOn(),
  });
  const change = useMutation({ mutationFn: session.signOut, onSuccess: () => me.refetch() });

  if (invitation.isPending)
    return (
      <EntryLayout title="Your invitation">
        <Skeleton rows={3} />
      </EntryLayout>
    );
  if (invitation.error)
    return (
      <EntryLayout
        title={hasStatus(invitation.error, 404) ? 'This invitation is no longer open' : 'Your invitation'}
      >
        {hasStatus(invitation.error, 404) ? (
          <p className="text-ink-2">
            It was used, withdrawn, or is older than seven days. Ask whoever invited you for a new one.
          </p>
        ) : (
          <ErrorBlock error={invitation.error} onRetry={() => void invitation.refetch()} />
        )}
      </EntryLayout>
    );

  const { email, organization, inviter, role, hasAccount } = invitation.data;
  const note = `${inviter ?? 'Somebody'} invites ${email} as ${/^[aeo]/.test(role) ? 'an' : 'a'} ${role}.`;
  const failed = accept.error ? sentenceOf(accept.error).text : undefined;
  if (me.data)
    return (
      <EntryLayout title={`Join ${organization}`} note={note}>
        {me.data.user.email.toLowerCase() === email.toLowerCase() ? (
          <Button
            look="primary"
            size="lg"
            busy={accept.isPending && 'Joining'}
            onClick={() => accept.mutate({})}
          >
            Join {organization}
          </Button>
        ) : (
          <>
            <p className="mb-4">
              You are signed in as {me.data.user.email}, and the invitation is for another address.
            </p>
            <Button onClick={() => change.mutate()}>Switch account</Button>
          </>
        )}
        {failed ? <p className="mt-3 text-bad-ink">{failed}</p> : null}
      </EntryLayout>
    );
  if (hasAccount)
    return (
      <EntryLayout title={`Join ${organization}`} note={note}>
        <ButtonLink
          look="primary"
          size="lg"
          to={paths.signIn}
          search={{ email, next: paths.invitation(token) } as never}
        >
          Sign in to join
        </ButtonLink>
      </EntryLayout>
    );
  return (
    <EntryLayout
      title={`Join ${organization}`}
      note={note}
      foot={
        <Link
          to={paths.signIn}
          search={{ email, next: paths.invitation(token) } as never}
          className="opens-rows text-ink"
        >
          I have an account
        </Link>
      }
    >
      <form
        onSubmit={submit(() => accept.mutate({ name: name.trim(), password }))}
        className="flex flex-col gap-4"
      >
        <Field label="Your name" error={failed}>
          <Input
            height="lg"
            autoComplete="name"
            autoFocus
            required
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <PasswordField
          value={password}
          onChange={setPassword}
          autoComplete="new-password"
          hint="Eight characters at least."
        />
        <Button type="submit" look="primary" size="lg" busy={accept.isPending && 'Joining'}>
          Join {organization}
        </Button>
      </form>
    </EntryLayout>
  );
}
