import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Eye, EyeOff, Mail } from 'lucide-react';
import { type FormEvent, useEffect, useState } from 'react';
import { hasStatus, ProblemError, sentenceOf } from '../api/problems.ts';
import { meQuery, session, signInOptionsQuery } from '../api/session.ts';
import { paths } from '../paths.ts';
import { useUrlState } from '../shell/url-state.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Field, Input } from '../ui/field.tsx';
import { clockTime } from '../ui/words.ts';
import { useGoOn } from './after.ts';
import { EntryLayout, Or } from './entry-layout.tsx';
import { ExploreSample } from './explore-sample.tsx';

/** Get in, or look around without an account. */
export function SignInPage() {
  const goOn = useGoOn();
  const navigate = useNavigate();
  const [next] = useUrlState('next');
  const [given] = useUrlState('email');
  const [email, setEmail] = useState(given ?? '');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [secondFactor, setSecondFactor] = useState(false);
  const already = useQuery({ ...meQuery, staleTime: 0 });
  const options = useQuery(signInOptionsQuery);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is known that somebody is signed in.
  useEffect(() => {
    if (already.isSuccess) void goOn();
  }, [already.isSuccess]);

  const signIn = useMutation({
    mutationFn: () => session.signIn(email.trim(), password),
    onSuccess: async (answer) => {
      if (answer?.twoFactorRedirect) setSecondFactor(true);
      else await goOn();
    },
    onError: (error) => {
      if (hasStatus(error, 403))
        void navigate({
          to: paths.verify,
          search: { email: email.trim(), ...(next ? { next } : {}) } as never,
        });
    },
  });
  const verify = useMutation({
    mutationFn: () => session.verifySecondFactor(code.trim()),
    onSuccess: () => goOn(),
  });

  if (secondFactor)
    return (
      <EntryLayout title="One more step" note={`The six digits from your authenticator, for ${email}.`}>
        <form onSubmit={submit(() => verify.mutate())} className="flex flex-col gap-4">
          <Field
            label="Code"
            error={verify.error ? 'That code does not fit. Codes change every 30 seconds.' : undefined}
          >
            <Input
              height="lg"
              autoFocus
              autoComplete="one-time-code"
              inputMode="numeric"
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
          </Field>
          <Button type="submit" look="primary" size="lg" busy={verify.isPending && 'Signing in'}>
            Sign in
          </Button>
        </form>
      </EntryLayout>
    );

  return (
    <EntryLayout
      title="Welcome back"
      foot={
        <>
          No account yet?{' '}
          <Link
            to={paths.signUp}
            {...(next ? { search: { next } as never } : {})}
            className="opens-rows text-ink"
          >
            Create one
          </Link>
        </>
      }
    >
      <form onSubmit={submit(() => signIn.mutate())} className="flex flex-col gap-4">
        <Field label="E-mail" error={signIn.error ? wrongWords(signIn.error) : undefined}>
          <Input
            height="lg"
            type="email"
            name="email"
            autoComplete="username"
            autoFocus
            required
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </Field>
        <PasswordField
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          aside={
            <Link to={paths.forgot} search={{ email } as never} className="opens-rows">
              Forgot it?
            </Link>
          }
        />
        <Button type="submit" look="primary" size="lg" busy={signIn.isPending && 'Signing in'}>
          Sign in
        </Button>
      </form>
      <Or />
      <ButtonLink
        to={paths.magicLink}
        search={{ ...(email ? { email } : {}), ...(next ? { next } : {}) } as never}
        size="lg"
        icon={<Mail />}
        className="w-full"
      >
        Mail me a link
      </ButtonLink>

      {options.data?.sample ? <ExploreSample /> : null}
    </EntryLayout>
  );
}

/** Sends a form without leaving the page. */
export function submit(run: () => void) {
  return (event: FormEvent) => {
    event.preventDefault();
    run();
  };
}

/** The same words whether the address or the password is wrong. */
function wrongWords(error: unknown): string {
  if (hasStatus(error, 401) || hasStatus(error, 400)) return 'E-mail and password do not match.';
  if (error instanceof ProblemError && error.problem.status === 429 && error.problem.retryAfterSeconds)
    return `Too many tries. The next is possible at ${clockTime(Date.now() + 1000 * error.problem.retryAfterSeconds)}.`;
  return sentenceOf(error).text;
}

interface PasswordFieldProps {
  label?: string;
  value: string;
  onChange: (value: string) => void;
  autoComplete: 'current-password' | 'new-password';
  aside?: React.ReactNode;
  hint?: string;
  error?: string | undefined;
}

/** A password that can be looked at, pasted and kept by a password manager. */
export function PasswordField({
  label = 'Password',
  value,
  onChange,
  autoComplete,
  aside,
  hint,
  error,
}: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <Field label={label} aside={aside} hint={hint} error={error}>
      <Input
        height="lg"
        type={shown ? 'text' : 'password'}
        name="password"
        autoComplete={autoComplete}
        required
        minLength={autoComplete === 'new-password' ? 8 : 1}
        maxLength={128}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        trail={
          <button
            type="button"
            aria-label={shown ? 'Hide the password' : 'Show the password'}
            onClick={() => setShown(!shown)}
            className="flex size-8 items-center justify-center rounded-1 text-ink-2"
          >
            {shown ? <EyeOff /> : <Eye />}
          </button>
        }
      />
    </Field>
  );
}
