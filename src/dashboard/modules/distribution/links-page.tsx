import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Outlet, Link as RouterLink } from '@tanstack/react-router';
import { Copy, Plus } from 'lucide-react';
import { useDeferredValue } from 'react';
import { useAct } from '../../api/act.ts';
import { repeatable, send } from '../../api/client.ts';
import { readAt, readPages, rowsOf } from '../../api/queries.ts';
import type { Shape } from '../../api/shapes.ts';
import { useKeys } from '../../shell/keyboard.ts';
import { NoPermissionPage } from '../../shell/no-permission.tsx';
import { Page } from '../../shell/page.tsx';
import { useUrlState } from '../../shell/url-state.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { FilterBar } from '../../ui/filters.tsx';
import { RawSplit, useRawSplit } from '../../ui/raw-split.tsx';
import { EmptyState, ErrorBlock } from '../../ui/states.tsx';
import { tell } from '../../ui/toasts.tsx';
import { money, number, plural } from '../../ui/words.ts';
import { NewLinkDialog } from './new-link-dialog.tsx';
import { type Link, purposeWords, targetWords } from './words.ts';

/** Copies a short link and says so. */
export const copyLink = (link: Pick<Link, 'shortUrl' | 'slug'>) =>
  void navigator.clipboard.writeText(link.shortUrl).then(() => tell(`/l/${link.slug} copied`));

/** Make and judge short links; newest first. A link opens beside the list. */
export function LinksPage() {
  const { paths, can, workspace } = useWorkspace();
  const [find, setFind] = useUrlState('q');
  const [making, setMaking] = useUrlState('new');
  const { raw } = useRawSplit();
  const q = useDeferredValue(find?.trim() || undefined);
  const list = useInfiniteQuery({ ...readPages<Link>('/api/v1/links', { q }), enabled: can('links.read') });
  const performance = useQuery({
    ...readAt<{ data: Shape<'LinkPerformance'>[] }>('/api/v1/performance/links'),
    enabled: can('links.read'),
  });
  const canWrite = can('links.write');
  useKeys(canWrite ? [{ key: 'c', label: 'New link', group: 'This list', run: () => setMaking('1') }] : []);
  if (!can('links.read')) return <NoPermissionPage what="Links" needs="links.read" />;

  const did = new Map(performance.data?.data.map((row) => [row.linkId, row]));
  const rows = rowsOf(list.data);
  const none = list.isSuccess && rows.length === 0 && !q;
  const { currency } = workspace;
  const leadsOf = (row: Link) => (performance.data ? number(did.get(row.id)?.leads ?? 0) : '–');
  const moneyOf = (row: Link) => (performance.data ? money(did.get(row.id)?.moneyMinor ?? 0, currency) : '–');
  const sum = (pick: (row: Link) => number) => rows.reduce((all, row) => all + pick(row), 0);

  const columns: Column<Link>[] = [
    {
      id: 'slug',
      header: 'Link',
      width: '25%',
      cell: (row) => (
        <>
          <RouterLink
            to={paths.link(row.slug)}
            search={(now: Record<string, string>) => now}
            className="rounded-1 font-medium hover:underline"
          >
            /l/{row.slug}
          </RouterLink>
          {row.title && row.title !== targetWords(row) && row.title !== row.slug ? (
            <span className="text-ink-3"> {row.title}</span>
          ) : null}
        </>
      ),
    },
    { id: 'target', header: 'Leads to', width: '26%', cell: (row) => targetWords(row) },
    {
      id: 'purpose',
      header: 'Purpose',
      width: '16%',
      quiet: true,
      cell: (row) => (row.purpose ? purposeWords[row.purpose] : <span className="text-ink-3">–</span>),
    },
    { id: 'people', header: 'People', align: 'end', cell: (row) => number(row.clicks.people) },
    {
      id: 'bots',
      header: 'Machines',
      align: 'end',
      quiet: true,
      cell: (row) => number(row.clicks.machines),
    },
    ...(raw
      ? [
          {
            id: 'raw',
            header: 'Raw',
            align: 'end' as const,
            cell: (row: Link) => number(row.clicks.raw),
          },
        ]
      : []),
    { id: 'leads', header: 'Leads', align: 'end', cell: leadsOf },
    { id: 'money', header: 'Money', align: 'end', cell: moneyOf },
    {
      id: 'acts',
      header: <span className="sr-only">Acts</span>,
      width: '3.5rem',
      align: 'end',
      cell: (row) => (
        <IconButton label={`Copy /l/${row.slug}`} size="sm" onClick={() => copyLink(row)}>
          <Copy />
        </IconButton>
      ),
    },
  ];

  return (
    <Page
      title="Links"
      note={rows.length > 0 ? `${number(rows.length)}${list.hasNextPage ? ' and more' : ''}` : undefined}
      actions={
        canWrite && !none ? (
          <Button look="primary" icon={<Plus />} onClick={() => setMaking('1')}>
            New link
          </Button>
        ) : null
      }
      head={
        none ? null : (
          <FilterBar
            kinds={[]}
            filters={{}}
            onChange={() => {}}
            find={{ value: find ?? '', onChange: (text) => setFind(text || undefined), label: 'Find a link' }}
            aside={<RawSplit />}
          />
        )
      }
      foot={
        performance.error && rows.length > 0
          ? 'Leads and money cannot be counted right now. Clicks are complete.'
          : rows.length > 0
            ? 'Machines are counted apart, each with its reason.'
            : undefined
      }
    >
      {list.error && rows.length === 0 ? (
        <div className="px-5 py-6">
          <ErrorBlock
            error={list.error}
            safe="Every link still leads where it led."
            onRetry={() => void list.refetch()}
          />
        </div>
      ) : none ? (
        <NoLinks canWrite={canWrite} onNew={() => setMaking('1')} />
      ) : (
        <DataTable
          caption="Links"
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          rowName={(row) => row.slug}
          rowHref={(row) => paths.link(row.slug)}
          loading={list.isLoading}
          phone={(row) => ({
            title: `/l/${row.slug}`,
            note: targetWords(row),
            end: plural(
              raw ? row.clicks.raw : row.clicks.people,
              raw ? 'click' : 'person',
              raw ? 'clicks' : 'people',
            ),
            endNote: moneyOf(row),
          })}
          foot={{
            slug: list.hasNextPage ? `${plural(rows.length, 'link')} loaded` : plural(rows.length, 'link'),
            people: number(sum((row) => row.clicks.people)),
            bots: number(sum((row) => row.clicks.machines)),
            raw: number(sum((row) => row.clicks.raw)),
            ...(performance.data
              ? {
                  leads: number(sum((row) => did.get(row.id)?.leads ?? 0)),
                  money: money(
                    sum((row) => did.get(row.id)?.moneyMinor ?? 0),
                    currency,
                  ),
                }
              : {}),
          }}
          empty={
            <EmptyState
              title={`Nothing for “${q ?? ''}”`}
              actions={<Button onClick={() => setFind(undefined)}>Show all links</Button>}
            >
              Short addresses and names were searched.
            </EmptyState>
          }
          more={
            list.hasNextPage
              ? { load: () => void list.fetchNextPage(), loading: list.isFetchingNextPage }
              : undefined
          }
        />
      )}
      {making && canWrite ? <NewLinkDialog onClose={() => setMaking(undefined)} /> : null}
      <Outlet />
    </Page>
  );
}

/** No link yet: offers one for the newest version. */
function NoLinks({ canWrite, onNew }: { canWrite: boolean; onNew: () => void }) {
  const playbooks = useQuery(
    readAt<{ data: Shape<'PlaybookSummary'>[] }>('/api/v1/playbooks', { limit: 100 }),
  );
  const newest = playbooks.data?.data
    .filter((playbook) => playbook.currentVersion)
    .sort((a, b) =>
      String(b.currentVersion?.publishedAt).localeCompare(String(a.currentVersion?.publishedAt)),
    )[0];
  const make = useAct({
    run: (playbookId: string) =>
      send<Link>('POST', '/api/v1/links', { body: { playbookId }, headers: repeatable() }),
    changes: ['links', 'performance'],
    says: (_, link) => `/l/${link.slug} is made`,
    undo: (_, link) => send('DELETE', `/api/v1/links/${link.id}`),
  });
  return (
    <div className="px-5 py-6 max-phone:px-4">
      <EmptyState
        title="No link yet"
        actions={
          canWrite ? (
            <>
              {newest ? (
                <Button
                  look="primary"
                  busy={make.isPending && 'Making it'}
                  onClick={() => make.mutate(newest.id)}
                >
                  Make a link to “{newest.title}”
                </Button>
              ) : null}
              <Button look={newest || playbooks.isPending ? 'secondary' : 'primary'} onClick={onNew}>
                {newest ? 'To another page' : 'New link'}
              </Button>
            </>
          ) : null
        }
      >
        A short link counts who came through it, people and machines apart, and which of them left an e-mail.
      </EmptyState>
    </div>
  );
}
