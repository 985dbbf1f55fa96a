import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { send } from '../api/client.ts';
import { signInOptionsQuery } from '../api/session.ts';
import { buttonClass, TextButton } from '../ui/button.tsx';
import { StandIn } from '../ui/chip.tsx';
import { age } from '../ui/words.ts';

interface AccountMail {
  id: string;
  subject: string;
  text: string;
  links: string[];
  receivedAt: string;
}

/** Without a mail server the mail stays on this machine: here it can be read, on an installation nobody else can reach. */
export function CaughtMail({ to, open }: { to: string; open: string }) {
  const options = useQuery(signInOptionsQuery);
  const caught = options.data?.accountMail === true;
  const mails = useQuery({
    queryKey: ['account-mail', to],
    queryFn: () =>
      send<{ data: AccountMail[] }>('GET', '/api/v1/stand-ins/account-mail', { query: { to, limit: 1 } }),
    enabled: caught && to.includes('@'),
    refetchInterval: 3000,
  });
  const [reading, setReading] = useState(false);
  if (!caught) return null;
  const mail = mails.data?.data[0];
  return (
    <section
      aria-label="Local mail catcher"
      className="mt-6 rounded-3 border border-line-control border-dashed p-3.5"
    >
      <p className="flex flex-wrap items-center gap-2 text-ink-2 text-xs">
        <StandIn>local mail catcher</StandIn> No mail server is connected, so the mail stayed here.
      </p>
      {mail ? (
        <>
          <p className="mt-2.5">
            <strong className="font-medium">{mail.subject}</strong>{' '}
            <span className="text-ink-3 text-xs">{age(mail.receivedAt)}</span>
          </p>
          <div className="mt-2 flex flex-wrap items-center gap-4 text-xs">
            {mail.links[0] ? (
              <a href={mail.links[0]} className={buttonClass('secondary', 'sm')}>
                {open}
              </a>
            ) : null}
            <TextButton aria-expanded={reading} onClick={() => setReading(!reading)}>
              {reading ? 'Fold it' : 'Read it'}
            </TextButton>
          </div>
          {reading ? (
            <pre className="mt-2.5 max-h-60 overflow-y-auto whitespace-pre-wrap break-words font-sans text-xs">
              {mail.text}
            </pre>
          ) : null}
        </>
      ) : (
        <p className="mt-2 text-ink-2 text-xs">Nothing for this address yet.</p>
      )}
    </section>
  );
}
