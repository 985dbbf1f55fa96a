import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
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
  const navigate = useNavigate();
  const { expert: asked } = useParams({ strict: false }) as { expert?: string };
  const at = (id: string) => `${paths.experts}/${id}`;
  const list = useInfiniteQuery({ ...readPages<Expert>('/api/v1/experts'), enabled: can('experts.read') });
  const canWrite = can('experts.write');
  useKeys(
    canWrite
      ? [
          {
            key: 'c',
            label: 'Add an expert',
            group: 'This list',
            run: () => void navigate({ to: at('new') }),
          },
        ]
      : [],
  );
  if (!can('experts.read')) return <NoPermissionPage what="Experts" needs="experts.read" />;
  const rows = rowsOf(list.data);
  const chosen = rows.find((row) => row.id === asked);
  const none = list.isSuccess && rows.length === 0;
  const columns: Column<Expert>[] = [
    {
      id: 'name',
      header: 'Expert',
      width: '30%',
      cell: (row) => (
        <Link
          to={at(row.id)}
          className="inline-flex max-w-full items-center gap-2.5 font-medium hover:underline"
        >
          <Avatar name={row.name} />
          <span className="truncate">{row.name}</span>
        </Link>
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
          <Button look="primary" icon={<Plus />} onClick={() => void navigate({ to: at('new') })}>
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
          rowHref={(row) => at(row.id)}
          phone={(row) => ({
            title: row.name,
            note: row.trade,
            end: plural(row.playbookCount, 'playbook'),
            endNote: plural(row.sourceCount, 'source'),
          })}
          loading={list.isLoading}
          empty={
            <EmptyState
              title="No expert yet"
              actions={
                canWrite ? (
                  <Button look="primary" onClick={() => void navigate({ to: at('new') })}>
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
      {canWrite && (asked === 'new' || chosen) ? (
        <ExpertDialog
          key={asked}
          expert={chosen}
          onClose={() => void navigate({ to: paths.experts, replace: true })}
        />
      ) : null}
    </Page>
  );
}
