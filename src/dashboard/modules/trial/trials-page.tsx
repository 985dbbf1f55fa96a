import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { useDeferredValue } from 'react';
import { readPages, rowsOf } from '../../api/queries.ts';
import { NoPermissionPage } from '../../shell/no-permission.tsx';
import { Page } from '../../shell/page.tsx';
import { useUrlState } from '../../shell/url-state.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { DotMark } from '../../ui/chip.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { FilterBar } from '../../ui/filters.tsx';
import { EmptyState, ErrorBlock } from '../../ui/states.tsx';
import { age, number } from '../../ui/words.ts';
import { type Trial, trialStates, usedWords } from './trial-words.ts';

/** Who tries the clone: how much of their allowance is used, and what they asked beside the list. */
export function TrialsPage() {
  const { can, paths } = useWorkspace();
  const [find, setFind] = useUrlState('q');
  const [state, setState] = useUrlState('state');
  const q = useDeferredValue(find?.trim() || undefined);
  const list = useInfiniteQuery({
    ...readPages<Trial>('/api/v1/trials', { q, state }),
    enabled: can('trials.read'),
  });
  if (!can('trials.read')) return <NoPermissionPage what="Trials" needs="trials.read" />;
  const rows = rowsOf(list.data);
  const none = list.isSuccess && rows.length === 0 && !q && !state;
  const columns: Column<Trial>[] = [
    {
      id: 'lead',
      header: 'Person',
      width: '26%',
      cell: (row) => (
        <Link
          to={paths.trial(row.id)}
          search={(now: Record<string, string>) => now}
          className="block truncate rounded-1 outline-offset-[-2px]"
        >
          <strong>{row.lead.name}</strong>
          {row.lead.name === row.lead.email ? null : <span className="text-ink-3"> {row.lead.email}</span>}
        </Link>
      ),
    },
    { id: 'playbook', header: 'Playbook', width: '22%', quiet: true, cell: (row) => row.playbook.title },
    {
      id: 'state',
      header: 'State',
      cell: (row) => <DotMark tone={trialStates[row.state].tone}>{trialStates[row.state].words}</DotMark>,
    },
    { id: 'used', header: 'Questions', align: 'end', cell: (row) => usedWords(row) },
    { id: 'requested', header: 'Began', align: 'end', quiet: true, cell: (row) => age(row.requestedAt) },
    {
      id: 'last',
      header: 'Last asked',
      align: 'end',
      quiet: true,
      cell: (row) => (row.lastUsedAt ? age(row.lastUsedAt) : '–'),
    },
  ];
  return (
    <Page
      title="Trials"
      note={rows.length > 0 ? `${number(rows.length)}${list.hasNextPage ? ' and more' : ''}` : undefined}
      head={
        none ? null : (
          <FilterBar
            kinds={[
              {
                id: 'state',
                label: 'State',
                options: [
                  { value: 'open', label: 'Open' },
                  { value: 'spent', label: 'Used up' },
                ],
              },
            ]}
            filters={state ? { state: [state] } : {}}
            onChange={({ state: chosen = [] }) => setState(chosen.at(-1))}
            find={{
              value: find ?? '',
              onChange: (text) => setFind(text || undefined),
              label: 'Find a person',
            }}
          />
        )
      }
    >
      {list.error && rows.length === 0 ? (
        <div className="px-5 py-6">
          <ErrorBlock error={list.error} safe="Readers can still ask." onRetry={() => void list.refetch()} />
        </div>
      ) : none ? (
        <div className="px-5 py-6 max-phone:px-4">
          <EmptyState
            title="Nobody tried the clone yet"
            actions={<ButtonLink to={paths.clones}>Open the clones</ButtonLink>}
          >
            Readers who passed the gate can ask three questions after step 7. The first question begins a
            trial.
          </EmptyState>
        </div>
      ) : (
        <DataTable
          caption="Trials"
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          rowName={(row) => row.lead.name}
          rowHref={(row) => paths.trial(row.id)}
          loading={list.isLoading}
          phone={(row) => ({
            title: row.lead.name,
            note: row.playbook.title,
            end: usedWords(row),
            endNote: age(row.requestedAt),
          })}
          empty={
            <EmptyState
              title="Nobody fits"
              actions={
                <Button
                  onClick={() => {
                    setFind(undefined);
                    setState(undefined);
                  }}
                >
                  Show all trials
                </Button>
              }
            >
              Names, e-mails and companies were searched.
            </EmptyState>
          }
          more={
            list.hasNextPage
              ? { load: () => void list.fetchNextPage(), loading: list.isFetchingNextPage }
              : undefined
          }
        />
      )}
      <Outlet />
    </Page>
  );
}
