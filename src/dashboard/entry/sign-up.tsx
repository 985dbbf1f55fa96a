import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { sentenceOf } from '../api/problems.ts';
import { session } from '../api/session.ts';
import { paths } from '../paths.ts';
import { useUrlState } from '../shell/url-state.ts';
import { Button } from '../ui/button.tsx';
import { Field, Input } from '../ui/field.tsx';
import { EntryLayout } from './entry-layout.tsx';
import { PasswordField, submit } from './sign-in.tsx';

/** Make an account. The answer is the same whether the address is known or not; the mail tells. */
export function SignUpPage() {
  const navigate = useNavigate();
  const [next] = useUrlState('next');
  const [given] = useUrlState('email');
  const [name, setName] = useState('');
  const [email, setEmail] = useState(given ?? '');
  const [password, setPassword] = useState('');
  const signUp = useMutation({
    mutationFn: () => session.signUp(name.trim(), email.trim(), password, next),
    onSuccess: () =>
      navigate({ to: paths.verify, search: { email: email.trim(), ...(next ? { next } : {}) } as never }),
  });
  return (
    <EntryLayout
      title="Create an account"
      foot={
        <>
          Have one?{' '}
          <Link
            to={paths.signIn}
            {...(next ? { search: { next } as never } : {})}
            className="opens-rows text-ink"
          >
            Sign in
          </Link>
        </>
      }
    >
      <form onSubmit={submit(() => signUp.mutate())} className="flex flex-col gap-4">
        <Field label="Your name">
          <Input
            height="lg"
            name="name"
            autoComplete="name"
            autoFocus
            required
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field label="E-mail" error={signUp.error ? sentenceOf(signUp.error).text : undefined}>
          <Input
            height="lg"
            type="email"
            name="email"
            autoComplete="email"
            required
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </Field>
        <PasswordField
          value={password}
          onChange={setPassword}
          autoComplete="new-password"
          hint="Eight characters at least. A sentence is a good password."
        />
        <Button type="submit" look="primary" size="lg" busy={signUp.isPending && 'Creating'}>
          Create account
        </Button>
      </form>
    </EntryLayout>
  );
}
