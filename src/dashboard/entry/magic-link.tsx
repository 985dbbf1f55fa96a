import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { hasStatus, sentenceOf } from '../api/problems.ts';
import { session } from '../api/session.ts';
import { paths } from '../paths.ts';
import { useUrlState } from '../shell/url-state.ts';
import { Button } from '../ui/button.tsx';
import { Field, Input } from '../ui/field.tsx';
import { ownAddress, useGoOn } from './after.ts';
import { CaughtMail } from './caught-mail.tsx';
import { EntryLayout } from './entry-layout.tsx';
import { submit } from './sign-in.tsx';

/** A link by mail instead of a password; also where that link leads: to a button, since mail scanners open links too. */
export function MagicLinkPage() {
  const [token] = useUrlState('token');
  const goOn = useGoOn();
  const enter = useMutation({ mutationFn: session.enterByLink, onSuccess: () => goOn() });
  if (!token || hasStatus(enter.error, 400)) return <AskForLink failed={enter.isError} />;
  return (
    <EntryLayout
      title="Sign in by your link"
      note="One press signs you in on this device. The link works once."
    >
      <Button
        look="primary"
        size="lg"
        busy={enter.isPending && 'Signing in'}
        onClick={() => enter.mutate(token)}
      >
        Sign in
      </Button>
      {enter.error ? <p className="mt-3 text-bad-ink">{sentenceOf(enter.error).text}</p> : null}
    </EntryLayout>
  );
}

function AskForLink({ failed }: { failed: boolean }) {
  const [given] = useUrlState('email');
  const [next] = useUrlState('next');
  const [email, setEmail] = useState(given ?? '');
  const ask = useMutation({ mutationFn: () => session.mailLink(email.trim(), ownAddress(next)) });
  const foot = (
    <Link to={paths.signIn} className="opens-rows text-ink">
      Use a password
    </Link>
  );
  if (ask.isSuccess)
    return (
      <EntryLayout
        title="Look in your mail"
        note={`If ${email.trim()} has an account, a link is on its way. It holds for ten minutes and works once.`}
        foot={foot}
      >
        <Button onClick={() => ask.reset()}>Send it again</Button>
        <CaughtMail to={email.trim()} open="Sign in" />
      </EntryLayout>
    );
  return (
    <EntryLayout
      title={failed ? 'That link no longer works' : 'A link by mail'}
      note={
        failed
          ? 'It was used already, or it is older than ten minutes. Ask for a new one.'
          : 'No password needed. Open the link on this device.'
      }
      foot={foot}
    >
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
          Mail me a link
        </Button>
      </form>
    </EntryLayout>
  );
}
