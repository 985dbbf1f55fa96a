import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { hasStatus, sentenceOf } from '../api/problems.ts';
import { session } from '../api/session.ts';
import { paths } from '../paths.ts';
import { useUrlState } from '../shell/url-state.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Field, Input } from '../ui/field.tsx';
import { tell } from '../ui/toasts.tsx';
import { CaughtMail } from './caught-mail.tsx';
import { EntryLayout } from './entry-layout.tsx';
import { PasswordField, submit } from './sign-in.tsx';

/** Ask for a new password. Nobody learns from the answer who has an account. */
export function ForgotPage() {
  const [given] = useUrlState('email');
  const [email, setEmail] = useState(given ?? '');
  const ask = useMutation({ mutationFn: () => session.forgot(email.trim()) });
  if (ask.isSuccess)
    return (
      <EntryLayout
        title="Look in your mail"
        note={`If ${email.trim()} has an account, a link to choose a new password is on its way. It holds for an hour.`}
      >
        <ButtonLink to={paths.signIn}>Back to sign-in</ButtonLink>
        <CaughtMail to={email.trim()} open="Choose a new password" />
      </EntryLayout>
    );
  return (
    <EntryLayout title="Choose a new password" note="We mail you a link." foot={<BackToSignIn />}>
      <form onSubmit={submit(() => ask.mutate())} className="flex flex-col gap-4">
        <Field label="E-mail" error={ask.error ? sentenceOf(ask.error).text : undefined}>
          <Input
            height="lg"
            type="email"
            autoComplete="username"
            autoFocus
            required
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </Field>
        <Button type="submit" look="primary" size="lg" busy={ask.isPending && 'Sending'}>
          Mail me the link
        </Button>
      </form>
    </EntryLayout>
  );
}

/** The page that link leads to. */
export function ResetPage() {
  const navigate = useNavigate();
  const [token] = useUrlState('token');
  const [password, setPassword] = useState('');
  const reset = useMutation({
    mutationFn: () => session.reset(token ?? '', password),
    onSuccess: async () => {
      tell('New password kept. Every other session has ended.');
      await navigate({ to: paths.signIn });
    },
  });
  if (!token)
    return (
      <EntryLayout
        title="This link is not whole"
        note="It may have been cut in two by a mail program. Ask for a new one."
      >
        <ButtonLink look="primary" to={paths.forgot}>
          Ask again
        </ButtonLink>
      </EntryLayout>
    );
  return (
    <EntryLayout title="Choose a new password" foot={<BackToSignIn />}>
      <form onSubmit={submit(() => reset.mutate())} className="flex flex-col gap-4">
        <PasswordField
          label="New password"
          value={password}
          onChange={setPassword}
          autoComplete="new-password"
          hint="Eight characters at least."
          error={
            reset.error
              ? hasStatus(reset.error, 400)
                ? 'This link has been used or is older than an hour. Ask for a new one.'
                : sentenceOf(reset.error).text
              : undefined
          }
        />
        <Button type="submit" look="primary" size="lg" busy={reset.isPending && 'Keeping'}>
          Keep it
        </Button>
      </form>
    </EntryLayout>
  );
}

function BackToSignIn() {
  return (
    <Link to={paths.signIn} className="opens-rows text-ink">
      Back to sign-in
    </Link>
  );
}
