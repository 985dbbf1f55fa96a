import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { send } from '../../api/client.ts';
import { fieldError } from '../../api/problems.ts';
import { read } from '../../api/queries.ts';
import { useUrlState } from '../../shell/url-state.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Button } from '../../ui/button.tsx';
import { DotMark, StandIn } from '../../ui/chip.tsx';
import { RadioList } from '../../ui/choice.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Input } from '../../ui/field.tsx';
import { EmptyState, ErrorBlock } from '../../ui/states.tsx';
import { moment, number } from '../../ui/words.ts';
import { SettingsPage } from '../kernel/settings/frame.tsx';
import type { Mailbox } from './words.ts';

const states: Record<Mailbox['status'], { words: string; tone: 'ok' | 'wait' | 'bad' | 'plain' }> = {
  untested: { words: 'Being tested', tone: 'plain' },
  active: { words: 'Sends', tone: 'ok' },
  paused: { words: 'Paused', tone: 'wait' },
  failing: { words: 'Does not answer', tone: 'bad' },
  disconnected: { words: 'Disconnected', tone: 'plain' },
};

/** Sending accounts, how much each may send, and how they are. */
export function MailboxesPage() {
  const { can } = useWorkspace();
  const [adding, setAdding] = useUrlState('new');
  const mayRead = can('mailboxes.read');
  const found = useQuery({ ...read('/api/v1/mailboxes'), enabled: mayRead });
  const mayManage = can('mailboxes.manage');
  const pause = useAct({
    run: (row: Mailbox) =>
      send<Mailbox>('PATCH', `/api/v1/mailboxes/${row.id}`, {
        body: { status: row.status === 'paused' ? 'active' : 'paused' },
      }),
    changes: ['mailboxes'],
    says: (row) => (row.status === 'paused' ? `${row.email} sends again` : `${row.email} is paused`),
  });
  const rows = found.data?.data ?? [];
  const columns: Column<Mailbox>[] = [
    {
      id: 'email',
      header: 'Address',
      width: '34%',
      cell: (row) => (
        <span className="inline-flex items-center gap-2">
          <strong className="font-medium">{row.email}</strong>
          {row.isStandIn ? <StandIn>mail catcher</StandIn> : null}
        </span>
      ),
    },
    {
      id: 'state',
      header: 'State',
      cell: (row) => (
        <DotMark tone={states[row.status].tone}>
          {row.statusReason ? `${states[row.status].words}: ${row.statusReason}` : states[row.status].words}
        </DotMark>
      ),
    },
    {
      id: 'today',
      header: 'Today',
      align: 'end',
      cell: (row) => `${number(row.sentToday)} of ${number(row.capToday)}`,
    },
    { id: 'cap', header: 'Cap', align: 'end', cell: (row) => number(row.dailyCap) },
    { id: 'gap', header: 'Gap', align: 'end', quiet: true, cell: (row) => `${number(row.gapSeconds)} s` },
    {
      id: 'last',
      header: 'Last mail',
      align: 'end',
      quiet: true,
      cell: (row) => (row.lastSentAt ? moment(row.lastSentAt) : '–'),
    },
    ...(mayManage
      ? [
          {
            id: 'acts',
            header: <span className="sr-only">Acts</span>,
            width: '6rem',
            align: 'end' as const,
            cell: (row: Mailbox) => (
              <Button size="sm" look="quiet" onClick={() => pause.mutate(row)}>
                {row.status === 'paused' ? 'Go on' : 'Pause'}
              </Button>
            ),
          },
        ]
      : []),
  ];
  const add = mayManage ? (
    <Button look="primary" icon={<Plus />} onClick={() => setAdding('1')}>
      Add mailbox
    </Button>
  ) : null;
  const none = found.isSuccess && rows.length === 0;
  return (
    <SettingsPage
      page="mailboxes"
      flush
      actions={none ? null : add}
      foot={none ? undefined : 'Caps hold across all campaigns.'}
    >
      {found.error ? (
        <div className="px-gutter py-5">
          <ErrorBlock error={found.error} onRetry={() => void found.refetch()} />
        </div>
      ) : none ? (
        <div className="px-gutter py-5">
          <EmptyState title="No mailbox yet" actions={add}>
            A campaign sends from mailboxes. Connect an account of your own, or begin with the local mail
            catcher: it takes every mail, and nobody outside gets one.
          </EmptyState>
        </div>
      ) : (
        <DataTable
          caption="Mailboxes"
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          rowName={(row) => row.email}
          loading={found.isLoading}
          phone={(row) => ({
            title: row.email,
            note: states[row.status].words,
            end: `${number(row.sentToday)} of ${number(row.capToday)}`,
            endNote: 'today',
          })}
        />
      )}
      {adding && mayManage ? <NewMailboxDialog onClose={() => setAdding(undefined)} /> : null}
    </SettingsPage>
  );
}

function NewMailboxDialog({ onClose }: { onClose: () => void }) {
  const [kind, setKind] = useState<'catcher' | 'smtp'>('catcher');
  const [given, setGiven] = useState({
    email: '',
    senderName: '',
    host: '',
    port: '587',
    username: '',
    password: '',
  });
  const set = (change: Partial<typeof given>) => setGiven({ ...given, ...change });
  const connect = useAct({
    run: () =>
      send<Mailbox>('POST', '/api/v1/mailboxes', {
        body: {
          email: given.email,
          ...(given.senderName.trim() ? { senderName: given.senderName.trim() } : {}),
          ...(kind === 'smtp'
            ? {
                server: {
                  host: given.host.trim(),
                  port: Number(given.port),
                  ...(given.username ? { username: given.username } : {}),
                  ...(given.password ? { password: given.password } : {}),
                },
              }
            : {}),
        },
      }),
    changes: ['mailboxes', 'campaigns'],
    says: (_, row) =>
      row.isStandIn ? `${row.email} sends into the mail catcher` : `${row.email} is being tested`,
    onError: () => undefined,
    onDone: onClose,
  });
  const error = (pointer: string) => fieldError(connect.error, pointer);
  return (
    <Dialog
      open
      onClose={onClose}
      title="Add a mailbox"
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            Leave it
          </Button>
          <Button look="primary" form="mailbox" type="submit" busy={connect.isPending && 'Connecting'}>
            Connect
          </Button>
        </>
      }
    >
      <form
        id="mailbox"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          connect.mutate(undefined);
        }}
      >
        <RadioList
          label="What sends"
          value={kind}
          onChange={setKind}
          options={[
            {
              value: 'catcher',
              label: 'Local mail catcher',
              note: 'To try it out. Every mail stays on this machine.',
            },
            {
              value: 'smtp',
              label: 'An account of yours',
              note: 'SMTP. Begins with few mails a day and adds some every day.',
            },
          ]}
        />
        <Field label="Address" error={error('/email') ?? error('/server')}>
          <Input type="email" value={given.email} onChange={(event) => set({ email: event.target.value })} />
        </Field>
        <Field label="Name people see">
          <Input value={given.senderName} onChange={(event) => set({ senderName: event.target.value })} />
        </Field>
        {kind === 'smtp' ? (
          <>
            <div className="grid grid-cols-[1fr_6rem] gap-3">
              <Field label="Server" error={error('/server/host')}>
                <Input
                  value={given.host}
                  placeholder="smtp.example.com"
                  onChange={(event) => set({ host: event.target.value })}
                />
              </Field>
              <Field label="Port" error={error('/server/port')}>
                <Input
                  inputMode="numeric"
                  value={given.port}
                  onChange={(event) => set({ port: event.target.value })}
                />
              </Field>
            </div>
            <Field label="User">
              <Input
                value={given.username}
                autoComplete="off"
                onChange={(event) => set({ username: event.target.value })}
              />
            </Field>
            <Field label="Password" hint="Kept encrypted; an app password where your provider has them.">
              <Input
                type="password"
                value={given.password}
                autoComplete="new-password"
                onChange={(event) => set({ password: event.target.value })}
              />
            </Field>
          </>
        ) : null}
        {connect.error && !error('/email') && !error('/server') ? <ErrorBlock error={connect.error} /> : null}
      </form>
    </Dialog>
  );
}
