import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { hasStatus, sentenceOf } from '../api/problems.ts';
import { session } from '../api/session.ts';
import { paths } from '../paths.ts';
import { useUrlState } from '../shell/url-state.ts';
import { Button, TextButton } from '../ui/button.tsx';
import { Field, Input } from '../ui/field.tsx';
import { tell } from '../ui/toasts.tsx';
import { useGoOn } from './after.ts';
import { CaughtMail } from './caught-mail.tsx';
import { EntryLayout } from './entry-layout.tsx';
import { submit } from './sign-in.tsx';

/** Confirm an address: by the link of the mail, which leads to a button here, or by typing the code in it. */
export function VerifyPage() {
  const [token] = useUrlState('token');
  const [next] = useUrlState('next');
  const goOn = useGoOn();
  const navigate = useNavigate();
  const confirm = useMutation({
    mutationFn: session.verifyByLink,
    // An address that was confirmed before opens no session: the way on leads through the password.
    onSuccess: () =>
      goOn().catch(() => navigate({ to: paths.signIn, search: (next ? { next } : {}) as never })),
  });
  if (!token || hasStatus(confirm.error, 400)) return <TypeCode failed={confirm.isError} />;
  return (
    <EntryLayout title="Is this address yours?" note="One press says that it is, and signs you in.">
      <Button
        look="primary"
        size="lg"
        busy={confirm.isPending && 'Confirming'}
        onClick={() => confirm.mutate(token)}
      >
        Yes, it is mine
      </Button>
      {confirm.error ? <p className="mt-3 text-bad-ink">{sentenceOf(confirm.error).text}</p> : null}
      <p className="mt-4 text-ink-2 text-xs">
        If you did not sign up, close this page. Nothing follows from it.
      </p>
    </EntryLayout>
  );
}

function TypeCode({ failed }: { failed: boolean }) {
  const goOn = useGoOn();
  const [given] = useUrlState('email');
  const [email, setEmail] = useState(given ?? '');
  const [code, setCode] = useState('');
  const verify = useMutation({
    mutationFn: () => session.verifyCode(email.trim(), code.replace(/\D/g, '')),
    onSuccess: () => goOn(),
  });
  const again = useMutation({
    mutationFn: () => session.mailCode(email.trim()),
    onSuccess: () => tell('A new code is on its way.'),
  });
  return (
    <EntryLayout
      title={failed ? 'That link no longer works' : 'Confirm your address'}
      note={
        failed
          ? 'It is older than a day, or was cut off on its way. Have a new mail sent, and type the code in it.'
          : given
            ? `We sent a code to ${given}. The link in that mail works too.`
            : 'The mail you got holds a code and a link; either works.'
      }
    >
      <form onSubmit={submit(() => verify.mutate())} className="flex flex-col gap-4">
        {given ? null : (
          <Field label="E-mail">
            <Input
              height="lg"
              type="email"
              autoComplete="email"
              required
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
          </Field>
        )}
        <Field
          label="Six digits"
          error={verify.error ? 'That code does not fit, or it is older than ten minutes.' : undefined}
          aside={
            <TextButton onClick={() => email && again.mutate()} aria-disabled={!email}>
              Send again
            </TextButton>
          }
          hint={again.error ? sentenceOf(again.error).text : undefined}
        >
          <Input
            height="lg"
            autoFocus
            required
            inputMode="numeric"
            autoComplete="one-time-code"
            pattern="[0-9 ]{6,7}"
            value={code}
            onChange={(event) => setCode(event.target.value)}
            className="figures font-mono tracking-[0.2em]"
          />
        </Field>
        <Button type="submit" look="primary" size="lg" busy={verify.isPending && 'Confirming'}>
          Confirm
        </Button>
      </form>
      <CaughtMail to={email.trim()} open="Confirm by its link" />
    </EntryLayout>
  );
}
