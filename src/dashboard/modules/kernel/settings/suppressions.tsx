import { useInfiniteQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useAct } from '../../../api/act.ts';
import { repeatable, send } from '../../../api/client.ts';
import { fieldError } from '../../../api/problems.ts';
import { readPages, rowsOf } from '../../../api/queries.ts';
import type { Shape } from '../../../api/shapes.ts';
import { useUrlState } from '../../../shell/url-state.ts';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Button } from '../../../ui/button.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { DestroyDialog, Dialog } from '../../../ui/dialog.tsx';
import { Field, Input, Select } from '../../../ui/field.tsx';
import { FilterBar } from '../../../ui/filters.tsx';
import { EmptyState, ErrorBlock } from '../../../ui/states.tsx';
import { shortDay } from '../../../ui/words.ts';
import { SettingsPage } from './frame.tsx';

type Suppression = Shape<'Suppression'>;

const streamWords: Record<Suppression['stream'], string> = {
  all: 'Every mail',
  transactional: 'Account and service mails',
  marketing: 'Newsletters and sequences',
  outreach: 'Cold mails',
};
const reasonWords: Record<Suppression['reason'], string> = {
  unsubscribe: 'Left the list',
  hard_bounce: 'Does not exist',
  complaint: 'Complained',
  manual: 'By hand',
  erasure: 'Was erased',
  reply: 'Asked for it in an answer',
  import: 'Imported',
};

/** Addresses that must not be written to. */
export function SuppressionsPage() {
  const { can } = useWorkspace();
  const [find, setFind] = useUrlState('q');
  const [stream, setStream] = useUrlState('stream');
  const [adding, setAdding] = useUrlState('new');
  const [lifting, setLifting] = useState<Suppression>();
  const search = useDeferredValue(find?.trim() || undefined);
  const found = useInfiniteQuery({
    ...readPages<Suppression>('/api/v1/suppressions', { search, stream }),
    enabled: can('mail.read'),
  });
  const mayManage = can('mail.manage');
  const lift = useAct({
    run: (row: Suppression) => send('DELETE', `/api/v1/suppressions/${row.id}`),
    changes: ['suppressions', 'leads'],
    says: (row) => `${row.email ?? 'The address'} may be written to again`,
    onDone: () => setLifting(undefined),
  });
  const rows = rowsOf(found.data);
  const liftOf = (row: Suppression) =>
    row.email && mayManage ? (
      <Button size="sm" look="quiet" aria-label={`Lift it for ${row.email}`} onClick={() => setLifting(row)}>
        Lift
      </Button>
    ) : null;
  const columns: Column<Suppression>[] = [
    {
      id: 'email',
      header: 'Address',
      width: '32%',
      cell: (row) =>
        row.email ? (
          <strong className="font-medium">{row.email}</strong>
        ) : (
          <span className="text-ink-2">erased, still recognised</span>
        ),
    },
    { id: 'stream', header: 'Gets no', cell: (row) => streamWords[row.stream] },
    {
      id: 'reason',
      header: 'Because',
      quiet: true,
      cell: (row) => (
        <span title={row.detail ?? ''}>
          {[reasonWords[row.reason], row.detail].filter(Boolean).join(': ')}
        </span>
      ),
    },
    {
      id: 'since',
      header: 'Since',
      width: '6.5rem',
      align: 'end',
      quiet: true,
      cell: (row) => shortDay(row.createdAt),
    },
    ...(mayManage
      ? [
          {
            id: 'acts',
            header: <span className="sr-only">Acts</span>,
            width: '5.5rem',
            align: 'end' as const,
            cell: liftOf,
          },
        ]
      : []),
  ];
  return (
    <SettingsPage
      page="suppressions"
      flush
      actions={
        mayManage ? (
          <Button look="primary" icon={<Plus />} onClick={() => setAdding('1')}>
            Add address
          </Button>
        ) : null
      }
    >
      <FilterBar
        kinds={[
          {
            id: 'stream',
            label: 'Gets no',
            verb: 'from',
            options: Object.entries(streamWords).map(([value, label]) => ({ value, label })),
          },
        ]}
        filters={stream ? { stream: [stream] } : {}}
        onChange={(filters) => setStream(filters.stream?.at(-1))}
        find={{ value: find ?? '', onChange: (text) => setFind(text || undefined), label: 'Find an address' }}
      />
      {found.error && rows.length === 0 ? (
        <div className="px-5 py-5">
          <ErrorBlock
            error={found.error}
            safe="Nobody on the list is written to meanwhile."
            onRetry={() => void found.refetch()}
          />
        </div>
      ) : (
        <DataTable
          caption="Suppression list"
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          loading={found.isLoading}
          phone={(row) => ({
            title: row.email ?? 'erased, still recognised',
            note: `${streamWords[row.stream]}, ${reasonWords[row.reason].toLowerCase()}`,
            end: liftOf(row) ?? shortDay(row.createdAt),
          })}
          empty={
            search || stream ? (
              <EmptyState
                title="Nobody on the list is like that"
                actions={
                  <Button
                    onClick={() => {
                      setFind(undefined);
                      setTimeout(() => setStream(undefined));
                    }}
                  >
                    Show all
                  </Button>
                }
              >
                Addresses were searched{stream ? ', among those that get no such mail' : ''}.
              </EmptyState>
            ) : (
              <EmptyState title="Nobody is on the list">
                Who leaves the list, bounces for good, complains or is erased comes here by themselves, and no
                mail leaves for them.
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
      {adding && mayManage ? <AddDialog onClose={() => setAdding(undefined)} /> : null}
      {lifting ? (
        <DestroyDialog
          open
          onClose={() => setLifting(undefined)}
          title={`Write to ${lifting.email} again`}
          loss={`${reasonWords[lifting.reason]}, ${shortDay(lifting.createdAt)}. Lift it only when they asked for it or it was a mistake; who lifted it stands in the audit log.`}
          action="Lift it"
          busy={lift.isPending && 'Lifting'}
          onConfirm={() => lift.mutate(lifting)}
        />
      ) : null}
    </SettingsPage>
  );
}

function AddDialog({ onClose }: { onClose: () => void }) {
  const [email, setEmail] = useState('');
  const [stream, setStream] = useState<Suppression['stream']>('all');
  const [detail, setDetail] = useState('');
  const add = useAct({
    run: () =>
      send<Suppression>('POST', '/api/v1/suppressions', {
        body: { email: email.trim(), stream, ...(detail.trim() ? { detail: detail.trim() } : {}) },
        headers: repeatable(),
      }),
    changes: ['suppressions', 'leads'],
    says: (_, made) => `${made.email} is written to no more`,
    undo: (_, made) => send('DELETE', `/api/v1/suppressions/${made.id}`),
    onError: () => {},
    onDone: onClose,
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title="Write to somebody no more"
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button look="primary" type="submit" form="suppress" busy={add.isPending && 'Adding'}>
            Add address
          </Button>
        </>
      }
    >
      <form
        id="suppress"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate(undefined);
        }}
      >
        <Field label="E-mail" error={fieldError(add.error, '/email')}>
          <Input
            type="email"
            required
            autoComplete="off"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </Field>
        <Field label="Gets no">
          <Select value={stream} onChange={(event) => setStream(event.target.value as Suppression['stream'])}>
            {Object.entries(streamWords).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Why" hint="Kept with the address.">
          <Input value={detail} maxLength={500} onChange={(event) => setDetail(event.target.value)} />
        </Field>
        {add.error && !fieldError(add.error, '/email') ? <ErrorBlock error={add.error} /> : null}
      </form>
    </Dialog>
  );
}
