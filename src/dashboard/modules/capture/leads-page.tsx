import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Download, Plus, Upload } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useAct } from '../../api/act.ts';
import { read, readPages, rowsOf } from '../../api/queries.ts';
import { useKeys } from '../../shell/keyboard.ts';
import { NoPermissionPage } from '../../shell/no-permission.tsx';
import { Page } from '../../shell/page.tsx';
import { useVerbs } from '../../shell/verbs.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Button, ButtonLink, IconButton } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { FilterBar } from '../../ui/filters.tsx';
import { Menu } from '../../ui/popover.tsx';
import { useSelection } from '../../ui/selection.ts';
import { EmptyState, ErrorBlock } from '../../ui/states.tsx';
import { clockTime, number, plural } from '../../ui/words.ts';
import { AddLead } from './add-lead.tsx';
import { LeadsBulk } from './leads-bulk.tsx';
import { leadColumns, leadOnPhone } from './leads-columns.tsx';
import {
  filterKinds,
  single,
  sortOfColumn,
  sortOfColumns,
  sorts,
  toFilters,
  useLeadsQuery,
} from './leads-query.ts';
import { LeadViews } from './leads-views.tsx';
import { rememberList } from './list-memory.ts';
import { saveQuery } from './save-csv.ts';
import { useFind } from './use-find.ts';
import { type LeadSummary, stageWord } from './words.ts';

/** Leads: find the right people, act on many. */
export function LeadsPage() {
  const { can } = useWorkspace();
  if (!can('leads.read')) return <NoPermissionPage what="Leads" needs="a role that works with leads" />;
  return <Leads />;
}

function Leads() {
  const { paths, workspace, can } = useWorkspace();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const views = useQuery(read('/api/v1/saved-views', { params: { query: { list: 'leads' } } }));
  const segments = useQuery(read('/api/v1/segments'));
  const list = useLeadsQuery(views.data?.data ?? []);
  const found = useInfiniteQuery(
    readPages<LeadSummary>('/api/v1/leads', { ...list.filters, sort: list.sort, limit: 50 }),
  );
  const counts = useQuery(read('/api/v1/leads/counts'));
  const matching = useQuery(read('/api/v1/leads/counts', { params: { query: list.filters as never } }));
  const rows = rowsOf(found.data);
  const total = matching.data?.total ?? rows.length;
  const selection = useSelection(
    rows.map((lead) => lead.id),
    total,
  );
  const [typed, find] = useFind(list.filters.q ?? '', (text) => list.set('q', text || undefined));
  const [adding, setAdding] = useState(false);
  const label = list.view?.name ?? 'All leads';

  useEffect(() => {
    rememberList(workspace.slug, { ids: rows.map((lead) => lead.id), total, label, search: list.search });
  });
  useKeys([
    ...(can('leads.write')
      ? [{ key: 'c', label: 'Add a lead', group: 'This page', run: () => setAdding(true) }]
      : []),
  ]);
  useVerbs('Leads', [
    ...(can('leads.write')
      ? [
          { id: 'lead.add', label: 'Add a lead', keys: 'c', run: () => setAdding(true) },
          {
            id: 'lead.import',
            label: 'Import leads',
            run: () => void navigate({ to: `${paths.leads}/import` }),
          },
        ]
      : []),
  ]);

  const nobody = counts.data?.total === 0 && !list.isFiltered;
  const head = (
    <div className="max-phone:pb-2">
      <LeadViews list={list} views={views.data?.data ?? []} total={counts.data?.total} />
      <FilterBar
        kinds={filterKinds(segments.data?.data ?? [])}
        filters={toFilters(list.filters)}
        onChange={(next) =>
          list.setFilters(
            Object.fromEntries(
              Object.entries(next).map(([name, values]) => [
                name,
                single.has(name) ? values.slice(-1) : values,
              ]),
            ),
          )
        }
        find={{
          value: typed,
          onChange: find,
        }}
        aside={
          <Menu
            label="Sort"
            trigger={
              <Button look="quiet" size="sm">
                Sort: {sorts.find((one) => one.value === list.sort)?.label ?? list.sort}
              </Button>
            }
            groups={[
              {
                items: sorts.map((one) => ({
                  label: one.label,
                  checked: one.value === list.sort,
                  onChoose: () => list.set('sort', one.value),
                })),
              },
            ]}
          />
        }
      />
    </div>
  );

  return (
    <Page
      title="Leads"
      note={counts.data ? <span className="figures">{number(counts.data.total)}</span> : null}
      head={head}
      actions={<Actions query={list.filters} onAdd={() => setAdding(true)} quiet={selection.count > 0} />}
      foot={
        <>
          <span>
            {plural(total, 'lead')}
            <span className="max-phone:hidden">
              {' '}
              · sorted by {sorts.find((one) => one.value === list.sort)?.label}
            </span>
          </span>
          {found.dataUpdatedAt ? <span>Counted {clockTime(found.dataUpdatedAt)}</span> : null}
        </>
      }
    >
      {found.error && !found.data ? (
        <div className="p-5">
          <ErrorBlock error={found.error} safe="No lead is lost." onRetry={() => void found.refetch()} />
        </div>
      ) : (
        <div className="flex min-h-full flex-col">
          <DataTable
            caption={`Leads, ${label}`}
            columns={leadColumns(paths)}
            rows={rows}
            rowKey={(lead) => lead.id}
            rowName={(lead) => lead.name}
            rowHref={(lead) => paths.lead(lead.id)}
            phone={leadOnPhone}
            {...(sortOfColumns(list.sort) ? { sort: sortOfColumns(list.sort) as never } : {})}
            onSort={({ column }) => list.set('sort', sortOfColumn(column))}
            selection={selection}
            loading={found.isPending}
            more={
              found.hasNextPage
                ? { load: () => void found.fetchNextPage(), loading: found.isFetchingNextPage }
                : undefined
            }
            onHover={(lead) =>
              void queries.prefetchQuery(read('/api/v1/leads/{id}', { params: { path: { id: lead.id } } }))
            }
            empty={nobody ? <NobodyYet onAdd={() => setAdding(true)} /> : <NothingFits list={list} />}
          />
          <div className="flex-1" />
          <LeadsBulk selection={selection} rows={rows} total={total} query={list.filters} />
        </div>
      )}
      <AddLead open={adding} onClose={() => setAdding(false)} />
    </Page>
  );
}

function Actions({
  query,
  onAdd,
  quiet,
}: {
  query: Record<string, string | undefined>;
  onAdd: () => void;
  /** The bar over the selection has the filled button then. */
  quiet: boolean;
}) {
  const { paths, can } = useWorkspace();
  const save = useAct({ run: () => saveQuery(query), changes: [] });
  return (
    <>
      {can('leads.export') ? (
        <Button
          look="quiet"
          icon={<Download />}
          busy={save.isPending && 'Exporting'}
          onClick={() => save.mutate(undefined)}
          className="max-phone:hidden"
        >
          Export
        </Button>
      ) : null}
      {can('leads.write') ? (
        <>
          <ButtonLink to={`${paths.leads}/import`} icon={<Upload />} className="max-phone:hidden">
            Import CSV
          </ButtonLink>
          <Button
            icon={<Plus />}
            onClick={onAdd}
            look={quiet ? 'secondary' : 'primary'}
            className="max-phone:hidden"
          >
            Add lead
          </Button>
          <IconButton label="Add lead" onClick={onAdd} className="phone:hidden">
            <Plus />
          </IconButton>
        </>
      ) : null}
    </>
  );
}

function NobodyYet({ onAdd }: { onAdd: () => void }) {
  const { paths, can } = useWorkspace();
  return (
    <EmptyState
      title="Nobody has passed a gate yet."
      actions={
        <>
          <ButtonLink to={paths.links}>Open the links</ButtonLink>
          {can('leads.write') ? (
            <>
              <ButtonLink to={`${paths.leads}/import`}>Import a list</ButtonLink>
              <Button onClick={onAdd}>Add a lead</Button>
            </>
          ) : null}
        </>
      }
    >
      Share the link, or import a list you may write to.
    </EmptyState>
  );
}

/** Which filters leave nobody, and what to take out. */
function NothingFits({ list }: { list: ReturnType<typeof useLeadsQuery> }) {
  const { q, stage, grade, quietDays, confirmed } = list.filters;
  const wants = [
    q ? `“${q}” in name, e-mail or company` : '',
    stage
      ? `stage ${stage
          .split(',')
          .map((one) => stageWord(one as never))
          .join(' or ')}`
      : '',
    grade ? `score ${grade.split(',').join(' or ')}` : '',
    quietDays ? `${quietDays} days of quiet` : '',
    confirmed ? `an e-mail that is ${confirmed === 'yes' ? '' : 'not '}confirmed` : '',
    list.filters.segment ? 'this segment' : '',
  ].filter(Boolean);
  return (
    <EmptyState
      title="Nobody here."
      actions={
        <Button onClick={list.isChanged ? list.reset : () => list.showView('all')}>
          Show all of {list.isChanged && list.view ? `“${list.view.name}”` : 'them'}
        </Button>
      }
    >
      {wants.length > 0
        ? `The list wants ${wants.join(' and ')}. Remove ${wants.length > 1 ? 'either' : 'it'}.`
        : 'No lead fits.'}
    </EmptyState>
  );
}
