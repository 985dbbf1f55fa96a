import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useDeferredValue } from 'react';
import { readPages, rowsOf } from '../../../api/queries.ts';
import { NoPermissionPage } from '../../../shell/no-permission.tsx';
import { Page } from '../../../shell/page.tsx';
import { useUrlState } from '../../../shell/url-state.ts';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Button, ButtonLink, TextButton } from '../../../ui/button.tsx';
import { DotMark, StandIn } from '../../../ui/chip.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { FilterBar } from '../../../ui/filters.tsx';
import { EmptyState, ErrorBlock } from '../../../ui/states.tsx';
import { ViewTabs } from '../../../ui/tabs.tsx';
import { money, number, plural, shortDay } from '../../../ui/words.ts';
import { OwnSharesPage } from './own-shares.tsx';
import { netMinor, type OrderSummary, stateWords, sumsOf } from './words.ts';

/** Orders for who sells, their own share for experts. */
export function OrdersPage() {
  const { can } = useWorkspace();
  if (can('orders.read')) return <AllOrders />;
  if (can('own-share.read')) return <OwnSharesPage />;
  return <NoPermissionPage what="Orders" needs="a role that sells" />;
}

/** What was sold, newest first; each order opens to its whole path. */
function AllOrders() {
  const { can, paths } = useWorkspace();
  const [find, setFind] = useUrlState('q');
  const [state, setState] = useUrlState('state');
  const [offerId, setOfferId] = useUrlState('offerId');
  const q = useDeferredValue(find?.trim() || undefined);
  const list = useInfiniteQuery(readPages<OrderSummary>('/api/v1/orders', { q, state, offerId }));

  const rows = rowsOf(list.data);
  const isNarrowed = Boolean(q || state || offerId);
  const none = list.isSuccess && rows.length === 0 && !isNarrowed;
  const net = (row: OrderSummary) => money(netMinor(row), row.currency, netMinor(row) % 100 !== 0);
  const columns: Column<OrderSummary>[] = [
    {
      id: 'number',
      header: 'Order',
      width: '6.5rem',
      cell: (row) => (
        <Link to={paths.order(row.id)} className="figures rounded-1 font-medium hover:underline">
          {row.number}
        </Link>
      ),
    },
    { id: 'buyer', header: 'Buyer', width: '20%', cell: (row) => row.lead?.name ?? row.email },
    { id: 'offer', header: 'Offer', width: '23%', cell: (row) => row.offer?.name ?? <Dash /> },
    {
      id: 'playbook',
      header: 'Playbook',
      width: '20%',
      quiet: true,
      cell: (row) => row.playbook?.title ?? <Dash />,
    },
    { id: 'booked', header: 'Booked', align: 'end', cell: net },
    {
      id: 'state',
      header: 'State',
      width: '12.5rem',
      cell: (row) => (
        <span className="flex items-center gap-2">
          <DotMark tone={stateWords[row.state].tone}>{stateWords[row.state].label}</DotMark>
          {row.isTest ? <StandIn plug={false}>test</StandIn> : null}
        </span>
      ),
    },
    { id: 'when', header: 'When', align: 'end', quiet: true, cell: (row) => shortDay(row.bookedAt) },
  ];
  return (
    <Page
      title="Orders"
      note={rows.length > 0 ? `${number(rows.length)}${list.hasNextPage ? ' and more' : ''}` : undefined}
      head={
        none ? null : (
          <>
            <ViewTabs
              value={state ?? 'all'}
              onChange={(next) => setState(next === 'all' ? undefined : next)}
              views={[
                { id: 'all', label: 'All' },
                ...Object.entries(stateWords).map(([id, { label }]) => ({ id, label })),
              ]}
            />
            <FilterBar
              kinds={[]}
              filters={{}}
              onChange={() => {}}
              find={{
                value: find ?? '',
                onChange: (text) => setFind(text || undefined),
                label: 'Find an order',
              }}
              aside={
                offerId ? (
                  <TextButton onClick={() => setOfferId(undefined)}>
                    Only “{rows[0]?.offer?.name ?? 'one offer'}”. Show all
                  </TextButton>
                ) : undefined
              }
            />
          </>
        )
      }
      foot={
        rows.some((row) => row.isTest)
          ? 'No money moved for orders marked “test”.'
          : rows.length > 0
            ? 'Booked is what was paid, less what was given back.'
            : undefined
      }
    >
      {list.error && rows.length === 0 ? (
        <div className="px-5 py-6">
          <ErrorBlock
            error={list.error}
            safe="Payments are kept and booked as before."
            onRetry={() => void list.refetch()}
          />
        </div>
      ) : none ? (
        <div className="px-5 py-6 max-phone:px-4">
          <EmptyState
            title="No sale yet"
            actions={can('offers.read') ? <ButtonLink to={paths.offers}>See the offers</ButtonLink> : null}
          >
            The first order will show its whole path: every step that led to it.
          </EmptyState>
        </div>
      ) : (
        <DataTable
          caption="Orders"
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          rowName={(row) => `order ${row.number}`}
          rowHref={(row) => paths.order(row.id)}
          loading={list.isLoading}
          phone={(row) => ({
            title: row.lead?.name ?? row.email,
            note: [String(row.number), row.offer?.name, row.isTest && 'test'].filter(Boolean).join(', '),
            end: net(row),
            endNote: row.state === 'paid' ? shortDay(row.bookedAt) : stateWords[row.state].label,
          })}
          foot={{
            number: list.hasNextPage ? `${number(rows.length)} loaded` : plural(rows.length, 'order'),
            booked: sumsOf(rows)
              .map((sum) => money(sum.minor, sum.currency))
              .join(' + '),
          }}
          empty={
            <EmptyState
              title="No order fits"
              actions={
                <Button
                  onClick={() => {
                    setFind(undefined);
                    setState(undefined);
                    setOfferId(undefined);
                  }}
                >
                  Show all orders
                </Button>
              }
            >
              Numbers, names and addresses were searched.
            </EmptyState>
          }
          more={
            list.hasNextPage
              ? { load: () => void list.fetchNextPage(), loading: list.isFetchingNextPage }
              : undefined
          }
        />
      )}
    </Page>
  );
}

const Dash = () => <span className="text-ink-3">–</span>;
