import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Archive, Plus } from 'lucide-react';
import { useDeferredValue } from 'react';
import { useAct } from '../../../api/act.ts';
import { send } from '../../../api/client.ts';
import { readAt, readPages, rowsOf } from '../../../api/queries.ts';
import { Doors } from '../../../entry/first-run-doors.tsx';
import { FirstRunProgress } from '../../../entry/first-run-progress.tsx';
import { useKeys } from '../../../shell/keyboard.ts';
import { NoPermissionPage } from '../../../shell/no-permission.tsx';
import { Page } from '../../../shell/page.tsx';
import { useUrlState } from '../../../shell/url-state.ts';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { FilterBar } from '../../../ui/filters.tsx';
import { EmptyState, ErrorBlock } from '../../../ui/states.tsx';
import { ViewTabs } from '../../../ui/tabs.tsx';
import { age, money, number } from '../../../ui/words.ts';
import type { PlaybookSummary } from '../shapes.ts';
import { type Performance, RateWords, rateWords, VersionWords, versionWords } from './figures.tsx';
import { NewPlaybookDialog } from './new-playbook.tsx';

/** All playbooks and how they do; last edited first. */
export function PlaybooksPage() {
  const { paths, can, workspace } = useWorkspace();
  const [find, setFind] = useUrlState('q');
  const [view, setView] = useUrlState('view');
  const [making, setMaking] = useUrlState('new');
  const archived = view === 'archived';
  const q = useDeferredValue(find?.trim() || undefined);
  const list = useInfiniteQuery({
    ...readPages<PlaybookSummary>('/api/v1/playbooks', { q, ...(archived ? { archived: true } : {}) }),
    enabled: can('playbooks.read'),
  });
  const performance = useQuery({
    ...readAt<{ data: Performance[] }>('/api/v1/performance/playbooks'),
    retry: false,
    enabled: can('playbooks.read'),
  });
  const did = new Map(performance.data?.data.map((row) => [row.playbookId, row]));
  const restore = useAct({
    run: (row: PlaybookSummary) => send('POST', `/api/v1/playbooks/${row.id}/restorations`, { body: {} }),
    changes: ['playbooks'],
    says: (row) => `“${row.title}” is back`,
    undo: (row) => send('DELETE', `/api/v1/playbooks/${row.id}`),
  });
  const archive = useAct({
    run: (row: PlaybookSummary) => send('DELETE', `/api/v1/playbooks/${row.id}`),
    changes: ['playbooks'],
    says: (row) => `“${row.title}” archived`,
    undo: (row) => send('POST', `/api/v1/playbooks/${row.id}/restorations`, { body: {} }),
  });
  const canWrite = can('playbooks.write');
  useKeys(
    canWrite ? [{ key: 'c', label: 'New playbook', group: 'This list', run: () => setMaking('1') }] : [],
  );
  if (!can('playbooks.read')) return <NoPermissionPage what="Playbooks" needs="playbooks.read" />;
  const rows = rowsOf(list.data);
  const none = list.isSuccess && rows.length === 0 && !q && !archived;
  const currency = workspace.currency;
  const dash = <span className="text-ink-3">–</span>;

  const columns: Column<PlaybookSummary>[] = [
    {
      id: 'title',
      header: 'Playbook',
      width: '30%',
      cell: (row) => (
        <Link to={paths.playbook(row.slug)} className="font-medium hover:underline">
          {row.title}
        </Link>
      ),
    },
    { id: 'expert', header: 'Expert', width: '15%', quiet: true, cell: (row) => row.expert?.name ?? dash },
    { id: 'version', header: 'Version', width: '17%', cell: (row) => <VersionWords row={row} /> },
    {
      id: 'letters',
      header: 'Below 4',
      cell: (row) =>
        row.lettersBelow.length > 0 ? (
          <span className="inline-flex gap-1">
            {row.lettersBelow.map((letter, at) => (
              <span
                // biome-ignore lint/suspicious/noArrayIndexKey: A stands for two criteria; letters have no identity besides their place.
                key={`${letter}${at + 1}`}
                className="inline-flex size-5 items-center justify-center rounded-1 bg-bad-soft font-strong text-bad-ink text-xs"
              >
                {letter}
              </span>
            ))}
          </span>
        ) : (
          <span className="text-ink-2">{row.draft.steps > 0 ? 'none' : dash}</span>
        ),
    },
    {
      id: 'readers',
      header: 'Readers',
      align: 'end',
      cell: (row) => (did.has(row.id) ? number(did.get(row.id)?.readers ?? 0) : dash),
    },
    { id: 'rate', header: 'E-mail left', align: 'end', cell: (row) => <RateWords row={did.get(row.id)} /> },
    {
      id: 'money',
      header: 'Money',
      align: 'end',
      cell: (row) => (did.has(row.id) ? money(did.get(row.id)?.moneyMinor ?? 0, currency) : dash),
    },
    {
      id: 'edited',
      header: 'Edited',
      align: 'end',
      quiet: true,
      cell: (row) => age(row.draft.savedAt ?? row.updatedAt),
    },
    ...(canWrite
      ? [
          {
            id: 'acts',
            header: <span className="sr-only">Acts</span>,
            width: '3.5rem',
            align: 'end' as const,
            cell: (row: PlaybookSummary) =>
              archived ? (
                <Button size="sm" look="quiet" onClick={() => restore.mutate(row)}>
                  Bring back
                </Button>
              ) : (
                <IconButton
                  label={`Archive ${row.title}`}
                  size="sm"
                  className="opacity-0 focus-visible:opacity-100 group-focus-within:opacity-100 group-hover:opacity-100"
                  onClick={() => archive.mutate(row)}
                >
                  <Archive />
                </IconButton>
              ),
          },
        ]
      : []),
  ];
  return (
    <Page
      title="Playbooks"
      note={
        list.isSuccess && rows.length > 0
          ? `${number(rows.length)}${list.hasNextPage ? ' and more' : ''}`
          : undefined
      }
      actions={
        canWrite && !none ? (
          <Button look="primary" icon={<Plus />} onClick={() => setMaking('1')}>
            New playbook
          </Button>
        ) : null
      }
      head={
        none ? null : (
          <>
            <ViewTabs
              views={[
                { id: 'active', label: 'All playbooks' },
                { id: 'archived', label: 'Archived' },
              ]}
              value={archived ? 'archived' : 'active'}
              onChange={(id) => setView(id === 'archived' ? 'archived' : undefined)}
            />
            <FilterBar
              kinds={[]}
              filters={{}}
              onChange={() => {}}
              find={{
                value: find ?? '',
                onChange: (text) => setFind(text || undefined),
                label: 'Find a playbook',
              }}
            />
          </>
        )
      }
      foot={
        performance.error && rows.length > 0 ? (
          <span>Readers, e-mails and money are not counted yet; the columns stay empty until they are.</span>
        ) : undefined
      }
    >
      {list.error && rows.length === 0 ? (
        <div className="px-5 py-6">
          <ErrorBlock error={list.error} onRetry={() => void list.refetch()} />
        </div>
      ) : none ? (
        <FirstOnes canWrite={canWrite} onEmpty={() => setMaking('1')} />
      ) : (
        <DataTable
          caption={archived ? 'Archived playbooks' : 'Playbooks'}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          rowName={(row) => row.title}
          rowHref={(row) => paths.playbook(row.slug)}
          loading={list.isLoading}
          phone={(row) => ({
            title: row.title,
            note: versionWords(row),
            end: rateWords(did.get(row.id)),
            endNote: did.has(row.id)
              ? money(did.get(row.id)?.moneyMinor ?? 0, currency)
              : row.lettersBelow.length > 0
                ? `${row.lettersBelow.join(' ')} below 4`
                : undefined,
          })}
          empty={
            archived ? (
              <EmptyState title="Nothing is archived">
                What you archive waits here and can be brought back.
              </EmptyState>
            ) : (
              <EmptyState
                title={`Nothing for “${q ?? ''}”`}
                actions={<Button onClick={() => setFind(undefined)}>Show all</Button>}
              >
                Titles and experts were searched.
              </EmptyState>
            )
          }
          more={
            list.hasNextPage
              ? { load: () => void list.fetchNextPage(), loading: list.isFetchingNextPage }
              : undefined
          }
        />
      )}
      {making && canWrite ? <NewPlaybookDialog onClose={() => setMaking(undefined)} /> : null}
    </Page>
  );
}

/** No playbook yet: the doors through which the first source comes in. */
function FirstOnes({ canWrite, onEmpty }: { canWrite: boolean; onEmpty: () => void }) {
  return (
    <div className="mx-auto max-w-[calc(55rem+2*var(--gutter))] px-gutter pt-8 pb-16 max-phone:pt-5">
      <h2 className="font-[500]! font-serif text-h2">Start with something your expert has already said.</h2>
      <p className="mt-1 font-serif text-[1.125rem] text-ink-2 leading-7">
        A first draft takes about two minutes.
      </p>
      {canWrite ? (
        <>
          <FirstRunProgress />
          <Doors />
          <p className="mt-4 text-ink-2">
            Nothing recorded yet?{' '}
            <button type="button" className="opens-rows min-h-target" onClick={onEmpty}>
              Write the steps yourself
            </button>
            . Templates come with a later version.
          </p>
        </>
      ) : (
        <p className="mt-5 text-ink-2">No playbook yet. A member of the organization can start one.</p>
      )}
    </div>
  );
}
