import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { sentenceOf } from '../api/problems.ts';
import { session } from '../api/session.ts';
import { useUrlState } from '../shell/url-state.ts';
import { Button, TextButton } from '../ui/button.tsx';
import { Field, Input } from '../ui/field.tsx';
import { tell } from '../ui/toasts.tsx';
import { useGoOn } from './after.ts';
import { CaughtMail } from './caught-mail.tsx';
import { EntryLayout } from './entry-layout.tsx';
import { submit } from './sign-in.tsx';

/** Type the code of the confirmation mail; the link in it does the same. */
export function VerifyPage() {
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
      title="Confirm your address"
      note={
        given
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
