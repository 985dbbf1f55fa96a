import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { read } from '../../api/queries.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Chain } from '../../ui/evidence-drawer.tsx';
import { Marked } from '../../ui/marks.tsx';
import { Section } from '../../ui/rows.tsx';
import { ErrorBlock, Skeleton } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { moment } from '../../ui/words.ts';
import { chainOf } from './chain.tsx';
import { LeadNotes } from './lead-notes.tsx';
import { LeadTimeline, RawSwitch } from './lead-timeline.tsx';
import { usePhone } from './use-phone.ts';
import type { Lead } from './words.ts';

interface LeadTabsProps {
  lead: Lead;
  tab: string | undefined;
  onTab: (tab: string) => void;
  /** What stands in the panel on a desk, and in tabs on a phone. */
  parts: { score: ReactNode; details: ReactNode };
}

/** Timeline, mail, answers, path, notes; on a phone also score and details. */
export function LeadTabs({ lead, tab, onTab, parts }: LeadTabsProps) {
  const isPhone = usePhone();
  const path = { params: { path: { id: lead.id } } };
  const timeline = useQuery(read('/api/v1/leads/{id}/timeline', path));
  const messages = useQuery(read('/api/v1/leads/{id}/messages', path));
  const notes = useQuery(read('/api/v1/leads/{id}/notes', path));
  const tabs = [
    { id: 'timeline', label: 'Timeline', count: isPhone ? undefined : timeline.data?.data.length },
    ...(isPhone ? [{ id: 'score', label: 'Score' }] : []),
    { id: 'mail', label: 'Mail', count: messages.data?.data.length },
    { id: 'answers', label: 'Answers', count: lead.answers.length },
    ...(isPhone ? [{ id: 'details', label: 'Details' }] : []),
    { id: 'path', label: 'Path to here' },
    { id: 'notes', label: 'Notes', count: notes.data?.data.length },
  ];
  const value = tabs.some((one) => one.id === tab) ? (tab as string) : 'timeline';
  return (
    <Tabs
      label="About this person"
      tabs={tabs}
      value={value}
      onChange={onTab}
      aside={value === 'timeline' && !isPhone ? <RawSwitch /> : null}
    >
      <h2 className="sr-only">{tabs.find((one) => one.id === value)?.label}</h2>
      {value === 'timeline' ? (
        <LeadTimeline lead={lead} />
      ) : value === 'mail' ? (
        <Part loading={messages.isPending} error={messages.error} retry={() => void messages.refetch()}>
          <Mails mails={messages.data?.data ?? []} />
        </Part>
      ) : value === 'answers' ? (
        <Answers lead={lead} />
      ) : value === 'path' ? (
        <PathToHere lead={lead} />
      ) : value === 'notes' ? (
        <Part loading={notes.isPending} error={notes.error} retry={() => void notes.refetch()}>
          <LeadNotes lead={lead} notes={notes.data?.data ?? []} />
        </Part>
      ) : (
        <div className="px-gutter py-4">{value === 'score' ? parts.score : parts.details}</div>
      )}
    </Tabs>
  );
}

function Part({
  loading,
  error,
  retry,
  children,
}: {
  loading: boolean;
  error: unknown;
  retry: () => void;
  children: ReactNode;
}) {
  if (loading) return <Skeleton className="px-gutter py-2" rows={4} />;
  if (error)
    return (
      <div className="px-gutter py-5">
        <ErrorBlock error={error} onRetry={retry} />
      </div>
    );
  return children;
}

type Mail = {
  id: string;
  subject: string;
  state: string;
  reason: string | null;
  at: string;
  sentAt: string | null;
  stream: string;
  text: string;
};

function Mails({ mails }: { mails: Mail[] }) {
  const { paths, can } = useWorkspace();
  if (mails.length === 0) return <Quiet>No mail went to this person.</Quiet>;
  return (
    <ol className="px-gutter py-3">
      {mails.map((mail) => (
        <li key={mail.id} className="border-line border-b py-2.5 last:border-b-0">
          <details>
            <summary className="flex flex-wrap items-baseline gap-x-3 rounded-1 marker:content-none">
              <strong className="min-w-0 flex-1">{mail.subject}</strong>
              <span
                className={
                  mail.state === 'failed' || mail.state === 'bounced' ? 'text-bad-ink' : 'text-ink-2'
                }
              >
                {mail.state}
              </span>
              <time dateTime={mail.sentAt ?? mail.at} className="figures text-ink-2 text-xs">
                {moment(mail.sentAt ?? mail.at)}
              </time>
            </summary>
            {mail.reason ? <p className="mt-1 text-ink-2 text-xs">{mail.reason}</p> : null}
            <p className="mt-2 max-w-160 whitespace-pre-wrap break-words rounded-3 border border-line bg-raised p-3.5 text-ink-2">
              {mail.text}
            </p>
          </details>
        </li>
      ))}
      {can('standins.read') ? (
        <li className="pt-3 text-ink-2 text-xs">
          Without a mail server, mails go to the{' '}
          <Link to={paths.mailCatcher} className="underline underline-offset-3">
            mail catcher
          </Link>
          .
        </li>
      ) : null}
    </ol>
  );
}

function Answers({ lead }: { lead: Lead }) {
  if (lead.answers.length === 0)
    return <Quiet>No question was answered: this person did not come through a gate.</Quiet>;
  return (
    <dl className="px-gutter py-3">
      {lead.answers.map((answer) => (
        <div
          key={`${answer.questionId}-${answer.at}`}
          className="border-line border-b py-2.5 last:border-b-0"
        >
          <dt className="text-ink-2 text-xs">
            {answer.question} · {moment(answer.at)}
            {answer.isNewest ? '' : ' · an earlier answer'}
          </dt>
          <dd className={answer.isNewest ? 'mt-0.5 font-strong' : 'mt-0.5 text-ink-2'}>{answer.answer}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Back to the click, the link, the version, the step, and every passage that step rests on. */
function PathToHere({ lead }: { lead: Lead }) {
  const { paths } = useWorkspace();
  const links = chainOf(lead, paths, { withLead: true });
  const { passages, stepPosition } = lead.firstTouch;
  if (links.length <= 1)
    return (
      <Quiet>
        {lead.details.source === 'import' ? 'Came in with an import' : 'Added by hand'},{' '}
        {moment(lead.capturedAt)}. No click or step stands before that.
      </Quiet>
    );
  return (
    <div className="px-gutter py-4">
      <div className="-mx-5 max-w-180">
        <Chain title="From sentence to e-mail" links={links} />
      </div>
      {passages.length > 1 ? (
        <Section
          title={`Step ${stepPosition} rests on ${passages.length} passages`}
          className="mt-2 border-t-0"
        >
          <ul className="flex max-w-170 flex-col gap-2.5">
            {passages.map((passage) => (
              <li
                key={`${passage.id}-${passage.start}-${passage.end}`}
                className="flex items-baseline justify-between gap-4"
              >
                <span className="font-serif text-quote">
                  <Marked>{passage.quote}</Marked>
                </span>
                {passage.source ? (
                  <Link
                    to={paths.source(passage.source.id)}
                    hash={`${passage.start}-${passage.end}`}
                    className="shrink-0 rounded-1 text-ink-2 text-xs underline underline-offset-3"
                  >
                    {passage.source.title}
                  </Link>
                ) : null}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </div>
  );
}

const Quiet = ({ children }: { children: ReactNode }) => (
  <p className="px-gutter py-6 text-ink-2">{children}</p>
);
