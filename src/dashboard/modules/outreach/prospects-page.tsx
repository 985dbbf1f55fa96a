import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useAct } from '../../api/act.ts';
import { repeatable, send } from '../../api/client.ts';
import { read, readPages, rowsOf } from '../../api/queries.ts';
import type { Shape } from '../../api/shapes.ts';
import { NoPermissionPage } from '../../shell/no-permission.tsx';
import { Page } from '../../shell/page.tsx';
import { useUrlState } from '../../shell/url-state.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Button } from '../../ui/button.tsx';
import { StateMark } from '../../ui/chip.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Input } from '../../ui/field.tsx';
import { FilterBar } from '../../ui/filters.tsx';
import { EmptyState, ErrorBlock } from '../../ui/states.tsx';
import { number } from '../../ui/words.ts';
import { PasteList } from './paste-list.tsx';

type Prospect = Shape<'Prospect'>;
type Imported = Shape<'ProspectImport'>;

const states: Record<Prospect['state'], { words: string; tone: 'ok' | 'wait' | 'plain' }> = {
  new: { words: 'New', tone: 'plain' },
  ready: { words: 'Ready', tone: 'ok' },
  held: { words: 'Held back', tone: 'wait' },
  removed: { words: 'Removed', tone: 'plain' },
};

/** People a campaign may write to, and those held back with the reason. */
export function ProspectsPage() {
  const { can } = useWorkspace();
  const [find, setFind] = useUrlState('q');
  const [list, setList] = useUrlState('list');
  const [state, setState] = useUrlState('state');
  const [adding, setAdding] = useUrlState('new');
  const q = useDeferredValue(find?.trim() || undefined);
  const may = can('prospects.read');
  const lists = useQuery({
    ...read('/api/v1/prospect-lists', { params: { query: { limit: 100 } } }),
    enabled: may,
  });
  const found = useInfiniteQuery({
    ...readPages<Prospect>('/api/v1/prospects', { q, list, state }),
    enabled: may,
  });
  const canWrite = can('prospects.write');
  const let_ = useAct({
    run: ({ row, to }: { row: Prospect; to: 'ready' | 'held' }) =>
      send<Prospect>('PATCH', `/api/v1/prospects/${row.id}`, { body: { state: to } }),
    changes: ['prospects', 'prospect-lists'],
    says: ({ row, to }) => (to === 'ready' ? `${row.email} may be written to` : `${row.email} is held back`),
  });
  if (!may) return <NoPermissionPage what="Prospects" needs="prospects.read" />;
  const rows = rowsOf(found.data);
  const none = found.isSuccess && rows.length === 0 && !q && !list && !state;
  const nameOf = (row: Prospect) => [row.firstName, row.lastName].filter(Boolean).join(' ');
  const columns: Column<Prospect>[] = [
    {
      id: 'email',
      header: 'Address',
      width: '26%',
      cell: (row) => <strong className="font-medium">{row.email}</strong>,
    },
    { id: 'name', header: 'Name', cell: (row) => nameOf(row) || <span className="text-ink-3">–</span> },
    { id: 'company', header: 'Company', cell: (row) => row.company ?? <span className="text-ink-3">–</span> },
    { id: 'list', header: 'List', quiet: true, cell: (row) => row.list.name },
    {
      id: 'state',
      header: 'State',
      width: '26%',
      cell: (row) => (
        <StateMark tone={states[row.state].tone}>
          {row.heldReason ? `${states[row.state].words}: ${row.heldReason}` : states[row.state].words}
        </StateMark>
      ),
    },
    ...(canWrite
      ? [
          {
            id: 'acts',
            header: <span className="sr-only">Acts</span>,
            width: '6rem',
            align: 'end' as const,
            cell: (row: Prospect) =>
              row.state === 'ready' || row.state === 'held' ? (
                <Button
                  size="sm"
                  look="quiet"
                  onClick={() => let_.mutate({ row, to: row.state === 'held' ? 'ready' : 'held' })}
                >
                  {row.state === 'held' ? 'Let in' : 'Hold back'}
                </Button>
              ) : null,
          },
        ]
      : []),
  ];
  const add = canWrite ? (
    <Button look="primary" icon={<Plus />} onClick={() => setAdding('1')}>
      New list
    </Button>
  ) : null;
  const filters = { ...(list && { list: [list] }), ...(state && { state: [state] }) };
  return (
    <Page
      title="Prospects"
      note={rows.length > 0 ? `${number(rows.length)}${found.hasNextPage ? ' and more' : ''}` : undefined}
      actions={none ? null : add}
      head={
        none ? null : (
          <FilterBar
            kinds={[
              {
                id: 'list',
                label: 'List',
                options: (lists.data?.data ?? []).map((one) => ({ value: one.id, label: one.name })),
              },
              {
                id: 'state',
                label: 'State',
                options: [
                  { value: 'ready', label: 'Ready' },
                  { value: 'held', label: 'Held back' },
                ],
              },
            ]}
            filters={filters}
            onChange={(next) => {
              setList(next.list?.at(-1));
              setState(next.state?.at(-1));
            }}
            find={{
              value: find ?? '',
              onChange: (text) => setFind(text || undefined),
              label: 'Find a prospect',
            }}
          />
        )
      }
    >
      {found.error && rows.length === 0 ? (
        <div className="px-5 py-6">
          <ErrorBlock error={found.error} onRetry={() => void found.refetch()} />
        </div>
      ) : none ? (
        <div className="px-5 py-6 max-phone:px-4">
          <EmptyState title="Nobody yet" actions={add}>
            Paste people or take a CSV file. Addresses are checked, and whoever must not be written to is held
            back with the reason.
          </EmptyState>
        </div>
      ) : (
        <DataTable
          caption="Prospects"
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          rowName={(row) => row.email}
          loading={found.isLoading}
          phone={(row) => ({
            title: nameOf(row) || row.email,
            note: row.company ?? row.email,
            end: states[row.state].words,
          })}
          empty={<EmptyState title="Nobody fits">Change the filter.</EmptyState>}
          more={
            found.hasNextPage
              ? { load: () => void found.fetchNextPage(), loading: found.isFetchingNextPage }
              : undefined
          }
        />
      )}
      {adding && canWrite ? <NewListDialog onClose={() => setAdding(undefined)} /> : null}
    </Page>
  );
}

function NewListDialog({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('');
  const body = (text: string) => ({ name: name.trim() || 'New list', origin: 'paste', text });
  const take = useAct({
    run: (text: string) =>
      send<Imported>('POST', '/api/v1/prospect-lists', { body: body(text), headers: repeatable() }),
    changes: ['prospects', 'prospect-lists'],
    says: (_, told) => told.sentence,
    onDone: onClose,
  });
  return (
    <Dialog open onClose={onClose} title="New list" width="max-w-180">
      <div className="flex flex-col gap-4">
        <Field label="Name">
          <Input
            value={name}
            placeholder="Small architects, autumn"
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <PasteList
          check={(text) =>
            send<Imported>('POST', '/api/v1/prospect-lists', { body: { ...body(text), dryRun: true } })
          }
          take={(text) => take.mutate(text)}
          taking={take.isPending}
        />
      </div>
    </Dialog>
  );
}
