import { useQuery } from '@tanstack/react-query';
import { readAt } from '../../../api/queries.ts';
import type { Shape } from '../../../api/shapes.ts';
import { Page } from '../../../shell/page.tsx';
import { StandIn } from '../../../ui/chip.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { EmptyState, ErrorBlock } from '../../../ui/states.tsx';
import { number, plural, shortDay } from '../../../ui/words.ts';
import { exact } from './words.ts';

type Share = Shape<'OwnShares'>['data'][number];

const columns: Column<Share>[] = [
  {
    id: 'order',
    header: 'Order',
    width: '6.5rem',
    cell: (row) => <span className="figures">{row.number}</span>,
  },
  {
    id: 'what',
    header: 'What',
    width: '38%',
    cell: (row) => (
      <span className="flex items-center gap-2">
        {row.what ?? 'an order'}
        {row.shareMinor < 0 ? <span className="text-ink-2">given back</span> : null}
        {row.isTest ? <StandIn plug={false}>test</StandIn> : null}
      </span>
    ),
  },
  { id: 'of', header: 'Of', align: 'end', quiet: true, cell: (row) => exact(row.baseMinor, row.currency) },
  { id: 'percent', header: 'Percent', align: 'end', quiet: true, cell: (row) => `${number(row.percent)}%` },
  { id: 'share', header: 'Your share', align: 'end', cell: (row) => exact(row.shareMinor, row.currency) },
  { id: 'when', header: 'When', align: 'end', quiet: true, cell: (row) => shortDay(row.bookedAt) },
];

/** What an expert sees of the orders: their own share of each, and never who bought. */
export function OwnSharesPage() {
  const found = useQuery(readAt<Shape<'OwnShares'>>('/api/v1/own-shares'));
  const rows = found.data?.data ?? [];
  const sums = (found.data?.sums ?? []).map((sum) => exact(sum.minor, sum.currency)).join(' + ');
  return (
    <Page
      title="Orders"
      note={sums ? `${sums} for you` : undefined}
      foot={
        rows.length > 0
          ? 'Each order and each refund stands by itself. Buyers are not named here.'
          : undefined
      }
    >
      {found.error && !found.data ? (
        <div className="px-5 py-6">
          <ErrorBlock error={found.error} onRetry={() => void found.refetch()} />
        </div>
      ) : (
        <DataTable
          caption="Your share of each order"
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          loading={found.isLoading}
          phone={(row) => ({
            title: row.what ?? `Order ${row.number}`,
            note: `${row.shareMinor < 0 ? 'given back, ' : ''}${number(row.percent)}% of ${exact(row.baseMinor, row.currency)}${row.isTest ? ', test' : ''}`,
            end: exact(row.shareMinor, row.currency),
            endNote: shortDay(row.bookedAt),
          })}
          foot={{ order: plural(rows.length, 'row'), share: sums }}
          empty={
            <EmptyState title="Nothing is owed to you yet">
              When an offer with your share is bought, each order stands here with what it owes you.
            </EmptyState>
          }
        />
      )}
    </Page>
  );
}
