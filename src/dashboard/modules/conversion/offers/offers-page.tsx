import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { readPages, rowsOf } from '../../../api/queries.ts';
import { useKeys } from '../../../shell/keyboard.ts';
import { NoPermissionPage } from '../../../shell/no-permission.tsx';
import { Page } from '../../../shell/page.tsx';
import { useUrlState } from '../../../shell/url-state.ts';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Button } from '../../../ui/button.tsx';
import { DotMark } from '../../../ui/chip.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { EmptyState, ErrorBlock } from '../../../ui/states.tsx';
import { ViewTabs } from '../../../ui/tabs.tsx';
import { money, number, plural } from '../../../ui/words.ts';
import { NewOfferDialog } from './new-offer-dialog.tsx';
import { type Offer, priceWords, stateWords } from './words.ts';

/** What is sold, at which price, with which promise; newest first. */
export function OffersPage() {
  const { can, paths, workspace } = useWorkspace();
  const [view, setView] = useUrlState('view');
  const [making, setMaking] = useUrlState('new');
  const closed = view === 'closed';
  const list = useInfiniteQuery({
    ...readPages<Offer>('/api/v1/offers', closed ? { archived: true } : {}),
    enabled: can('offers.read'),
  });
  const canWrite = can('offers.write');
  useKeys(canWrite ? [{ key: 'c', label: 'New offer', group: 'This list', run: () => setMaking('1') }] : []);
  if (!can('offers.read')) return <NoPermissionPage what="Offers" needs="a role that sells" />;

  const rows = rowsOf(list.data);
  const none = list.isSuccess && rows.length === 0 && !closed;
  const booked = (row: Offer) => money(row.bookedMinor, row.price?.currency ?? workspace.currency);
  const columns: Column<Offer>[] = [
    {
      id: 'name',
      header: 'Offer',
      width: '30%',
      cell: (row) => (
        <Link to={paths.offer(row.id)} className="rounded-1 font-medium hover:underline">
          {row.name}
        </Link>
      ),
    },
    {
      id: 'playbook',
      header: 'Playbook',
      width: '26%',
      quiet: true,
      cell: (row) => row.playbook?.title ?? <span className="text-ink-3">–</span>,
    },
    { id: 'price', header: 'Price', align: 'end', cell: priceWords },
    { id: 'orders', header: 'Orders', align: 'end', cell: (row) => number(row.orders) },
    { id: 'booked', header: 'Booked', align: 'end', cell: booked },
    {
      id: 'state',
      header: 'State',
      width: '9.5rem',
      cell: (row) => <DotMark tone={stateWords[row.state].tone}>{stateWords[row.state].label}</DotMark>,
    },
  ];
  const add = canWrite && !none && (
    <Button look="primary" icon={<Plus />} onClick={() => setMaking('1')}>
      New offer
    </Button>
  );
  return (
    <Page
      title="Offers"
      note={rows.length > 0 ? `${number(rows.length)}${list.hasNextPage ? ' and more' : ''}` : undefined}
      actions={add || null}
      head={
        none ? null : (
          <ViewTabs
            value={closed ? 'closed' : 'open'}
            onChange={(next) => setView(next === 'closed' ? 'closed' : undefined)}
            views={[
              { id: 'open', label: 'Drafts and open' },
              { id: 'closed', label: 'Closed' },
            ]}
          />
        )
      }
      foot={rows.length > 0 ? 'Booked is what was paid, less what was given back.' : undefined}
    >
      {list.error && rows.length === 0 ? (
        <div className="px-5 py-6">
          <ErrorBlock
            error={list.error}
            safe="Checkouts work as before."
            onRetry={() => void list.refetch()}
          />
        </div>
      ) : none ? (
        <div className="px-5 py-6 max-phone:px-4">
          <EmptyState
            title="Nothing is sold yet"
            actions={
              canWrite ? (
                <Button look="primary" icon={<Plus />} onClick={() => setMaking('1')}>
                  New offer
                </Button>
              ) : null
            }
          >
            An offer names what the buyer gets, what it costs and what they may open. Readers who raise their
            hand are led to it.
          </EmptyState>
        </div>
      ) : (
        <DataTable
          caption="Offers"
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          rowName={(row) => row.name}
          rowHref={(row) => paths.offer(row.id)}
          loading={list.isLoading}
          phone={(row) => ({
            title: row.name,
            note: stateWords[row.state].label,
            end: priceWords(row),
            endNote: plural(row.orders, 'order'),
          })}
          foot={{
            name: plural(rows.length, 'offer'),
            orders: number(rows.reduce((n, row) => n + row.orders, 0)),
          }}
          empty={
            <EmptyState title="No offer is closed">
              A closed offer keeps its orders and takes no new buyer.
            </EmptyState>
          }
          more={
            list.hasNextPage
              ? { load: () => void list.fetchNextPage(), loading: list.isFetchingNextPage }
              : undefined
          }
        />
      )}
      {making && canWrite ? <NewOfferDialog onClose={() => setMaking(undefined)} /> : null}
    </Page>
  );
}
