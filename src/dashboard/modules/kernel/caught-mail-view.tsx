import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { ExternalLink, Monitor, Reply, Smartphone } from 'lucide-react';
import { useState } from 'react';
import { read } from '../../api/queries.ts';
import { useUrlState } from '../../shell/url-state.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Button } from '../../ui/button.tsx';
import { StandIn } from '../../ui/chip.tsx';
import { Segmented } from '../../ui/choice.tsx';
import { Details } from '../../ui/rows.tsx';
import { ErrorBlock, Skeleton } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { moment, number } from '../../ui/words.ts';
import { AnswerAsDialog } from './answer-as-dialog.tsx';

/** One caught mail: as its reader gets it, its text part, its links, and as it came over the wire. */
export function CaughtMailView({ id }: { id: string }) {
  const { can, paths } = useWorkspace();
  const found = useQuery(read('/api/v1/stand-ins/mail/{id}', { params: { path: { id } } }));
  const [part, setPart] = useUrlState('part');
  const [width, setWidth] = useUrlState('width');
  const [answering, setAnswering] = useState(false);
  if (found.error)
    return (
      <div className="p-6">
        <ErrorBlock error={found.error} onRetry={() => void found.refetch()} />
      </div>
    );
  if (!found.data) return <Skeleton rows={6} className="p-6" />;
  const mail = found.data;
  const shown = part ?? (mail.html ? 'mail' : 'text');
  return (
    <article className="flex min-h-0 flex-1 flex-col" aria-label={mail.subject || 'No subject'}>
      <header className="px-gutter pt-5 pb-3 max-phone:px-4">
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
          <h2 className="min-w-0 font-strong text-lg">{mail.subject || 'No subject'}</h2>
          <span className="flex items-center gap-2">
            <StandIn>{mail.messageId ? 'caught, not sent' : 'written here'}</StandIn>
            {mail.messageId && can('inbox.write') ? (
              <Button size="sm" icon={<Reply />} onClick={() => setAnswering(true)}>
                Answer as them
              </Button>
            ) : null}
          </span>
        </div>
        <div className="mt-2">
          <Details
            width="3.75rem"
            items={[
              { label: 'From', value: mail.from },
              { label: 'To', value: mail.to.join(', ') },
              { label: 'When', value: moment(mail.receivedAt) },
              ...(mail.attachments.length > 0
                ? [{ label: 'With', value: mail.attachments.map((file) => file.name).join(', ') }]
                : []),
            ]}
          />
        </div>
        {mail.messageId && can('mail.read') ? (
          <p className="mt-2 text-xs">
            <Link
              to={`${paths.settings('messages')}?message=${mail.messageId}`}
              className="opens-rows rounded-1"
            >
              Why it was sent, and every attempt
            </Link>
          </p>
        ) : null}
      </header>
      <Tabs
        label="Parts of the mail"
        className="flex min-h-0 flex-1 flex-col [&>[role=tabpanel]]:flex [&>[role=tabpanel]]:min-h-0 [&>[role=tabpanel]]:flex-1 [&>[role=tabpanel]]:flex-col"
        value={shown}
        onChange={(next) => setPart(next)}
        tabs={[
          ...(mail.html ? [{ id: 'mail', label: 'Mail' }] : []),
          { id: 'text', label: 'Text' },
          { id: 'links', label: 'Links', count: mail.links.length },
          { id: 'raw', label: 'Raw' },
        ]}
        aside={
          shown === 'mail' && mail.html ? (
            <span className="max-phone:hidden">
              <Segmented
                label="Width"
                value={width === 'phone' ? 'phone' : 'desk'}
                onChange={(next) => setWidth(next === 'phone' ? 'phone' : undefined)}
                options={[
                  { value: 'desk', label: 'Desk', icon: <Monitor aria-hidden /> },
                  { value: 'phone', label: 'Phone', icon: <Smartphone aria-hidden /> },
                ]}
              />
            </span>
          ) : undefined
        }
      >
        {shown === 'mail' && mail.html ? (
          <div className="flex min-h-0 flex-1 justify-center bg-canvas p-4 max-phone:p-0">
            <iframe
              title="The mail as its reader gets it"
              // No scripts, no forms, no same origin. Links open in a page of their own, so that they can be tried.
              sandbox="allow-popups allow-popups-to-escape-sandbox"
              srcDoc={mail.html}
              // A mail expects white paper, in the dark too.
              style={{ background: 'white', colorScheme: 'light' }}
              className={clsx(
                'min-h-130 w-full flex-1 border border-line-control border-dashed',
                width === 'phone' && 'max-w-[24.375rem]',
              )}
            />
          </div>
        ) : shown === 'links' ? (
          <Links links={mail.links} />
        ) : (
          <pre
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
            tabIndex={0}
            className={clsx(
              'm-0 min-h-0 flex-1 overflow-auto whitespace-pre-wrap break-words px-gutter py-4 outline-offset-[-2px] max-phone:px-4',
              shown === 'raw' ? 'font-mono text-xs' : 'font-sans text-md',
            )}
          >
            {shown === 'raw' ? mail.raw : mail.text || 'This mail has no text part.'}
          </pre>
        )}
      </Tabs>
      <p className="border-line border-t px-gutter py-2 text-ink-3 text-xs max-phone:px-4">
        {number(Math.max(1, Math.round(mail.sizeBytes / 1024)))} kB. Pictures from outside are not loaded.
      </p>
      {answering ? (
        <AnswerAsDialog mail={id} to={mail.to[0] ?? ''} onClose={() => setAnswering(false)} />
      ) : null}
    </article>
  );
}

function Links({ links }: { links: string[] }) {
  if (links.length === 0)
    return <p className="px-gutter py-4 text-ink-2 max-phone:px-4">This mail has no link.</p>;
  return (
    <ol className="px-gutter py-2 max-phone:px-4">
      {links.map((link) => (
        <li key={link} className="border-line border-b">
          <a
            href={link}
            target="_blank"
            rel="noreferrer"
            className="flex items-center gap-2.5 py-2.5 font-mono text-xs hover:underline"
          >
            <ExternalLink className="size-3.5 shrink-0 text-ink-3" aria-hidden />
            <span className="min-w-0 break-all">{link}</span>
          </a>
        </li>
      ))}
    </ol>
  );
}
