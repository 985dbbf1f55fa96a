import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { readPages, rowsOf } from '../../../api/queries.ts';
import { useKeys } from '../../../shell/keyboard.ts';
import { NoPermissionPage } from '../../../shell/no-permission.tsx';
import { Page } from '../../../shell/page.tsx';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Button } from '../../../ui/button.tsx';
import { Avatar } from '../../../ui/chip.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { EmptyState, ErrorBlock } from '../../../ui/states.tsx';
import { number, plural, shortDay } from '../../../ui/words.ts';
import type { Expert } from '../shapes.ts';
import { ExpertDialog } from './expert-dialog.tsx';

/** The people whose methods these are. */
export function ExpertsPage() {
  const { paths, can } = useWorkspace();
  const [open, setOpen] = useState<Expert | 'new' | undefined>();
  const list = useInfiniteQuery({ ...readPages<Expert>('/api/v1/experts'), enabled: can('experts.read') });
  const canWrite = can('experts.write');
  useKeys(
    canWrite ? [{ key: 'c', label: 'Add an expert', group: 'This list', run: () => setOpen('new') }] : [],
  );
  if (!can('experts.read')) return <NoPermissionPage what="Experts" needs="experts.read" />;
  const rows = rowsOf(list.data);
  const none = list.isSuccess && rows.length === 0;
  const columns: Column<Expert>[] = [
    {
      id: 'name',
      header: 'Expert',
      width: '30%',
      cell: (row) => (
        <button
          type="button"
          disabled={!canWrite}
          onClick={() => setOpen(row)}
          className="inline-flex max-w-full items-center gap-2.5 font-medium hover:underline"
        >
          <Avatar name={row.name} />
          <span className="truncate">{row.name}</span>
        </button>
      ),
    },
    {
      id: 'trade',
      header: 'Trade',
      width: '26%',
      quiet: true,
      cell: (row) => row.trade || <span className="text-ink-3">–</span>,
    },
    {
      id: 'sources',
      header: 'Sources',
      align: 'end',
      cell: (row) => (
        <Link to={paths.sources} search={{ expert: row.id } as never} className="opens-rows">
          {number(row.sourceCount)}
        </Link>
      ),
    },
    {
      id: 'playbooks',
      header: 'Playbooks',
      align: 'end',
      cell: (row) => (
        <Link to={paths.playbooks} search={{ q: row.name } as never} className="opens-rows">
          {number(row.playbookCount)}
        </Link>
      ),
    },
    { id: 'since', header: 'Since', align: 'end', quiet: true, cell: (row) => shortDay(row.createdAt) },
  ];
  return (
    <Page
      title="Experts"
      note={rows.length > 0 ? number(rows.length) : undefined}
      actions={
        canWrite && !none ? (
          <Button look="primary" icon={<Plus />} onClick={() => setOpen('new')}>
            Add an expert
          </Button>
        ) : null
      }
    >
      {list.error && rows.length === 0 ? (
        <div className="px-5 py-6">
          <ErrorBlock error={list.error} onRetry={() => void list.refetch()} />
        </div>
      ) : (
        <DataTable
          caption="Experts"
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          rowName={(row) => row.name}
          loading={list.isLoading}
          empty={
            <EmptyState
              title="No expert yet"
              actions={
                canWrite ? (
                  <Button look="primary" onClick={() => setOpen('new')}>
                    Add an expert
                  </Button>
                ) : null
              }
            >
              An expert is the person whose method it is. Their name stands on the playbook and behind every
              quote.
            </EmptyState>
          }
          more={
            list.hasNextPage
              ? { load: () => void list.fetchNextPage(), loading: list.isFetchingNextPage }
              : undefined
          }
        />
      )}
      {none || !canWrite ? null : (
        <p className="px-5 py-3 text-ink-3 text-xs">
          {plural(rows.length, 'expert')}. Their funnel and share come with a later version.
        </p>
      )}
      {open ? (
        <ExpertDialog expert={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />
      ) : null}
    </Page>
  );
}
