import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleAlert, CircleCheck, CircleHelp, Clock } from 'lucide-react';
import { useAct } from '../../../api/act.ts';
import { send } from '../../../api/client.ts';
import { read, readPages, rowsOf } from '../../../api/queries.ts';
import type { Shape } from '../../../api/shapes.ts';
import { useUrlState } from '../../../shell/url-state.ts';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Button } from '../../../ui/button.tsx';
import { StandIn, StateMark, type Tone } from '../../../ui/chip.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Drawer } from '../../../ui/dialog.tsx';
import { FilterBar } from '../../../ui/filters.tsx';
import { Details, Section } from '../../../ui/rows.tsx';
import { EmptyState, ErrorBlock, Note, Skeleton } from '../../../ui/states.tsx';
import { moment, number } from '../../../ui/words.ts';
import { SettingsPage } from './frame.tsx';

type Message = Shape<'Message'>;

const stateWords: Record<Message['state'], { words: string; tone: Tone }> = {
  queued: { words: 'Waits', tone: 'wait' },
  sending: { words: 'Leaving', tone: 'info' },
  sent: { words: 'Sent', tone: 'ok' },
  held: { words: 'Held back', tone: 'wait' },
  failed: { words: 'Failed', tone: 'bad' },
  bounced: { words: 'Bounced', tone: 'bad' },
  unconfirmed: { words: 'Unconfirmed', tone: 'wait' },
  cancelled: { words: 'Cancelled', tone: 'plain' },
};
const streamWords: Record<Message['stream'], string> = {
  transactional: 'Account and service',
  marketing: 'Newsletters and sequences',
  outreach: 'Cold mails',
};

/** Every mail to every person, newest first, with why it is not sent. */
export function MessagesPage() {
  const { can } = useWorkspace();
  const [state, setState] = useUrlState('state');
  const [stream, setStream] = useUrlState('stream');
  const [chosen, setChosen] = useUrlState('message');
  const found = useInfiniteQuery({
    ...readPages<Message>('/api/v1/messages', { state, stream }),
    enabled: can('mail.read'),
  });
  const rows = rowsOf(found.data);
  const columns: Column<Message>[] = [
    {
      id: 'to',
      header: 'To',
      width: '23%',
      cell: (row) => <strong className="font-medium">{row.to.name ?? row.to.email}</strong>,
    },
    {
      id: 'subject',
      header: 'Subject',
      width: '30%',
      cell: (row) => (
        <button
          type="button"
          className="rounded-1 text-left hover:underline"
          onClick={() => setChosen(row.id)}
        >
          {row.subject}
        </button>
      ),
    },
    { id: 'state', header: 'Now', width: '20%', cell: (row) => <MessageState message={row} /> },
    { id: 'stream', header: 'Stream', quiet: true, cell: (row) => streamWords[row.stream] },
    {
      id: 'when',
      header: 'When',
      width: '9rem',
      quiet: true,
      cell: (row) => moment(row.sentAt ?? row.createdAt),
    },
  ];
  const filtered = Boolean(state ?? stream);
  return (
    <SettingsPage page="messages" flush>
      <FilterBar
        kinds={[
          {
            id: 'state',
            label: 'State',
            options: Object.entries(stateWords).map(([value, { words }]) => ({ value, label: words })),
          },
          {
            id: 'stream',
            label: 'Stream',
            options: Object.entries(streamWords).map(([value, label]) => ({ value, label })),
          },
        ]}
        filters={{ ...(state ? { state: [state] } : {}), ...(stream ? { stream: [stream] } : {}) }}
        onChange={(filters) => {
          if (filters.state?.at(-1) !== state) setState(filters.state?.at(-1));
          else setStream(filters.stream?.at(-1));
        }}
      />
      {found.error && rows.length === 0 ? (
        <div className="px-5 py-5">
          <ErrorBlock
            error={found.error}
            safe="No mail is lost and none is sent twice."
            onRetry={() => void found.refetch()}
          />
        </div>
      ) : (
        <DataTable
          caption="Messages, newest first"
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          loading={found.isLoading}
          phone={(row) => ({
            title: (
              <button type="button" className="max-w-full truncate" onClick={() => setChosen(row.id)}>
                {row.to.name ?? row.to.email}
              </button>
            ),
            note: row.subject,
            end: inCatcher(row) ? 'In the catcher' : stateWords[row.state].words,
            endNote: moment(row.sentAt ?? row.createdAt),
          })}
          empty={
            filtered ? (
              <EmptyState title="No mail is like that">Remove a filter to see the others.</EmptyState>
            ) : (
              <EmptyState title="No mail yet">
                The first one leaves when somebody passes a gate and is asked to confirm their address.
              </EmptyState>
            )
          }
          more={
            found.hasNextPage
              ? { load: () => void found.fetchNextPage(), loading: found.isFetchingNextPage }
              : undefined
          }
        />
      )}
      {chosen ? <MessageDrawer key={chosen} id={chosen} onClose={() => setChosen(undefined)} /> : null}
    </SettingsPage>
  );
}

const inCatcher = (message: Pick<Message, 'state' | 'transport'>) =>
  message.state === 'sent' && message.transport === 'catcher';

function MessageState({ message }: { message: Message }) {
  const { words, tone } = stateWords[message.state];
  const icon =
    tone === 'ok' ? (
      <CircleCheck aria-hidden />
    ) : tone === 'bad' ? (
      <CircleAlert aria-hidden />
    ) : message.state === 'unconfirmed' ? (
      <CircleHelp aria-hidden />
    ) : (
      <Clock aria-hidden />
    );
  const why =
    message.reason ??
    (message.nextAttemptAt && message.state === 'queued' ? moment(message.nextAttemptAt) : undefined);
  return (
    <span className="block truncate" title={message.reason ?? ''}>
      <StateMark tone={tone} icon={icon}>
        {inCatcher(message) ? 'In the mail catcher' : why ? `${words}: ${why}` : words}
      </StateMark>
    </span>
  );
}

const outcomes: Record<string, string> = {
  accepted: 'Accepted',
  refused: 'Refused',
  deferred: 'Asked to wait',
  'not-reached': 'Not reached',
  unknown: 'No answer',
};

function MessageDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { paths, can } = useWorkspace();
  const found = useQuery(read('/api/v1/messages/{id}', { params: { path: { id } } }));
  const resolve = useAct({
    run: (outcome: 'arrived' | 'lost' | 'send-again') =>
      send('POST', `/api/v1/messages/${id}/resolutions`, { body: { outcome } }),
    changes: ['messages', 'leads'],
    says: (outcome) =>
      outcome === 'send-again'
        ? 'It leaves again'
        : outcome === 'arrived'
          ? 'Noted: it arrived'
          : 'Noted: it is lost',
  });
  const mail = found.data;
  const open = mail && (mail.state === 'unconfirmed' || mail.state === 'failed') && can('mail.manage');
  return (
    <Drawer
      open
      onClose={onClose}
      title={mail?.subject ?? 'A mail'}
      note={mail ? `to ${mail.to.name ? `${mail.to.name}, ` : ''}${mail.to.email}` : undefined}
      head={
        open ? (
          <div className="flex flex-wrap gap-1.5">
            {mail.state === 'unconfirmed' ? (
              <>
                <Button size="sm" onClick={() => resolve.mutate('arrived')}>
                  It arrived
                </Button>
                <Button size="sm" onClick={() => resolve.mutate('lost')}>
                  It is lost
                </Button>
              </>
            ) : null}
            <Button size="sm" look="quiet" onClick={() => resolve.mutate('send-again')}>
              Send again
            </Button>
          </div>
        ) : undefined
      }
    >
      <div className="px-5 py-4">
        {found.error ? (
          <ErrorBlock error={found.error} onRetry={() => void found.refetch()} />
        ) : !mail ? (
          <Skeleton rows={6} />
        ) : (
          <>
            {mail.state === 'unconfirmed' ? (
              <div className="mb-4">
                <Note tone="wait">
                  The server hung up after we handed over this mail. It is not sent again unless you say so,
                  because it may have arrived.
                </Note>
              </div>
            ) : null}
            <Details
              items={[
                {
                  label: 'Now',
                  value: inCatcher(mail) ? 'In the mail catcher' : stateWords[mail.state].words,
                },
                ...(mail.reason ? [{ label: 'Because', value: mail.reason }] : []),
                ...(mail.nextAttemptAt ? [{ label: 'Moves next', value: moment(mail.nextAttemptAt) }] : []),
                {
                  label: 'From',
                  value: mail.from.name ? `${mail.from.name}, ${mail.from.email}` : mail.from.email,
                },
                { label: 'Stream', value: streamWords[mail.stream] },
                ...(mail.leadId && can('leads.read')
                  ? [
                      {
                        label: 'Lead',
                        value: (
                          <Link to={paths.lead(mail.leadId)} className="opens-rows rounded-1">
                            Open the person
                          </Link>
                        ),
                      },
                    ]
                  : []),
                ...(mail.transport === 'catcher'
                  ? [{ label: 'Went to', value: <StandIn>mail catcher</StandIn> }]
                  : []),
              ]}
            />
            <Section title="Tries" className="mt-4" aside={number(mail.attemptLog.length)}>
              {mail.attemptLog.length === 0 ? <p className="text-ink-2">Not tried yet.</p> : null}
              <ol>
                {mail.attemptLog.map((attempt) => (
                  <li key={attempt.number} className="border-line border-b py-1.5 last:border-b-0">
                    {outcomes[attempt.outcome ?? ''] ?? 'Under way'}{' '}
                    <span className="text-ink-2">{moment(attempt.startedAt)}</span>
                    {attempt.response ? (
                      <span className="block break-words font-mono text-ink-2 text-xs">
                        {attempt.response}
                      </span>
                    ) : null}
                  </li>
                ))}
              </ol>
            </Section>
            <Section title="Text">
              {mail.text ? (
                <pre className="whitespace-pre-wrap break-words font-sans">{mail.text}</pre>
              ) : (
                <p className="text-ink-2">Its words are not kept once it has left.</p>
              )}
            </Section>
          </>
        )}
      </div>
    </Drawer>
  );
}
