import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Check, CircleAlert, LoaderCircle, Plus, Trash2 } from 'lucide-react';
import { useDeferredValue } from 'react';
import { useAct } from '../../../api/act.ts';
import { send } from '../../../api/client.ts';
import { readPages, rowsOf } from '../../../api/queries.ts';
import { Doors } from '../../../entry/first-run-doors.tsx';
import { useKeys } from '../../../shell/keyboard.ts';
import { NoPermissionPage } from '../../../shell/no-permission.tsx';
import { Page } from '../../../shell/page.tsx';
import { useUrlState } from '../../../shell/url-state.ts';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { StateMark } from '../../../ui/chip.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FilterBar } from '../../../ui/filters.tsx';
import { EmptyState, ErrorBlock } from '../../../ui/states.tsx';
import { age, number, plural } from '../../../ui/words.ts';
import type { SourceSummary } from '../shapes.ts';

const kinds: Record<SourceSummary['kind'], string> = {
  paste: 'Pasted',
  upload: 'File',
  url: 'Web page',
  feed: 'Feed',
  interview: 'Interview',
  audio: 'Recording',
};

/** Everything the experts have said, and whether it could be read. */
export function SourcesPage() {
  const { paths, can } = useWorkspace();
  const [find, setFind] = useUrlState('q');
  const [adding, setAdding] = useUrlState('new');
  const [expertId, setExpertId] = useUrlState('expert');
  const q = useDeferredValue(find?.trim() || undefined);
  const list = useInfiniteQuery({
    ...readPages<SourceSummary>('/api/v1/sources', { q, ...(expertId ? { expertId } : {}) }),
    enabled: can('sources.read'),
    refetchInterval: (query) =>
      rowsOf(query.state.data).some((row) => row.status === 'importing') ? 1500 : false,
  });
  const remove = useAct({
    run: (row: SourceSummary) => send('DELETE', `/api/v1/sources/${row.id}`),
    changes: ['sources', 'playbooks'],
    says: (row) => `“${row.title}” removed. Steps keep its quotes`,
    undo: (row) => send('POST', `/api/v1/sources/${row.id}/restorations`, { body: {} }),
  });
  const canWrite = can('sources.write');
  useKeys(
    canWrite ? [{ key: 'c', label: 'Add a source', group: 'This list', run: () => setAdding('1') }] : [],
  );
  if (!can('sources.read')) return <NoPermissionPage what="Sources" needs="sources.read" />;
  const rows = rowsOf(list.data);
  const none = list.isSuccess && rows.length === 0 && !q && !expertId;
  const columns: Column<SourceSummary>[] = [
    {
      id: 'title',
      header: 'Source',
      width: '32%',
      cell: (row) => (
        <Link to={paths.source(row.id)} className="font-medium hover:underline">
          {row.title}
        </Link>
      ),
    },
    {
      id: 'expert',
      header: 'Expert',
      width: '16%',
      quiet: true,
      cell: (row) => row.expert?.name ?? <span className="text-ink-3">–</span>,
    },
    { id: 'kind', header: 'Kind', quiet: true, cell: (row) => kinds[row.kind] },
    { id: 'state', header: 'State', width: '18%', cell: (row) => <SourceState row={row} /> },
    {
      id: 'words',
      header: 'Words',
      align: 'end',
      cell: (row) => (row.status === 'ready' ? number(row.wordCount) : '–'),
    },
    {
      id: 'passages',
      header: 'Passages',
      align: 'end',
      cell: (row) => (row.status === 'ready' ? number(row.passageCount) : '–'),
    },
    {
      id: 'used',
      header: 'In steps',
      align: 'end',
      cell: (row) => (row.status === 'ready' ? number(row.usedInSteps) : '–'),
    },
    { id: 'added', header: 'Added', align: 'end', quiet: true, cell: (row) => age(row.createdAt) },
    ...(canWrite
      ? [
          {
            id: 'acts',
            header: <span className="sr-only">Acts</span>,
            width: '3.5rem',
            align: 'end' as const,
            cell: (row: SourceSummary) => (
              <IconButton
                label={`Remove ${row.title}`}
                size="sm"
                className="opacity-0 focus-visible:opacity-100 group-focus-within:opacity-100 group-hover:opacity-100"
                onClick={() => remove.mutate(row)}
              >
                <Trash2 />
              </IconButton>
            ),
          },
        ]
      : []),
  ];
  return (
    <Page
      title="Sources"
      note={rows.length > 0 ? `${number(rows.length)}${list.hasNextPage ? ' and more' : ''}` : undefined}
      actions={
        canWrite && !none ? (
          <Button look="primary" icon={<Plus />} onClick={() => setAdding('1')}>
            Add a source
          </Button>
        ) : null
      }
      head={
        none ? null : (
          <FilterBar
            kinds={[]}
            filters={{}}
            onChange={() => {}}
            find={{
              value: find ?? '',
              onChange: (text) => setFind(text || undefined),
              label: 'Find a source',
            }}
            aside={
              expertId ? (
                <Button size="sm" look="quiet" onClick={() => setExpertId(undefined)}>
                  One expert only. Show all
                </Button>
              ) : undefined
            }
          />
        )
      }
    >
      {list.error && rows.length === 0 ? (
        <div className="px-5 py-6">
          <ErrorBlock error={list.error} onRetry={() => void list.refetch()} />
        </div>
      ) : none ? (
        <div className="mx-auto max-w-[calc(55rem+2*var(--gutter))] px-gutter pt-8 pb-16 max-phone:pt-5">
          <h2 className="font-[500]! font-serif text-h2">
            Start with something your expert has already said.
          </h2>
          {canWrite ? (
            <Doors />
          ) : (
            <p className="mt-3 text-ink-2">No source yet. A member of the organization can add one.</p>
          )}
        </div>
      ) : (
        <DataTable
          caption="Sources"
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          rowName={(row) => row.title}
          rowHref={(row) => paths.source(row.id)}
          loading={list.isLoading}
          phone={(row) => ({
            title: row.title,
            note:
              row.status === 'failed'
                ? (row.problem?.sentence ?? 'Could not be read')
                : row.status === 'importing'
                  ? 'Being read'
                  : `${kinds[row.kind]} · ${plural(row.wordCount, 'word')}`,
            end: row.status === 'ready' ? plural(row.passageCount, 'passage') : undefined,
            endNote: row.status === 'ready' ? `in ${plural(row.usedInSteps, 'step')}` : undefined,
          })}
          empty={
            <EmptyState
              title={q ? `Nothing for “${q}”` : 'No source of this expert'}
              actions={
                <Button onClick={() => (q ? setFind(undefined) : setExpertId(undefined))}>Show all</Button>
              }
            >
              {q ? 'Titles were searched.' : 'Add one, or give a source to them on its page.'}
            </EmptyState>
          }
          more={
            list.hasNextPage
              ? { load: () => void list.fetchNextPage(), loading: list.isFetchingNextPage }
              : undefined
          }
        />
      )}
      {adding && canWrite ? (
        <Dialog
          open
          onClose={() => setAdding(undefined)}
          title="Add a source"
          note="It appears in the list at once; reading it takes a few seconds."
          width="max-w-180"
        >
          <Doors />
        </Dialog>
      ) : null}
    </Page>
  );
}

/** Read, being read, or why not. */
export function SourceState({ row }: { row: Pick<SourceSummary, 'status' | 'problem' | 'duplicateOf'> }) {
  if (row.status === 'importing')
    return (
      <StateMark tone="info" icon={<LoaderCircle className="animate-spin" />}>
        Being read
      </StateMark>
    );
  if (row.status === 'failed')
    return (
      <StateMark tone="bad" icon={<CircleAlert />}>
        <span title={row.problem?.sentence}>{row.problem?.sentence ?? 'Could not be read'}</span>
      </StateMark>
    );
  return (
    <StateMark tone="ok" icon={<Check />}>
      {row.duplicateOf ? `Same as ${row.duplicateOf.title}` : 'Read'}
    </StateMark>
  );
}
