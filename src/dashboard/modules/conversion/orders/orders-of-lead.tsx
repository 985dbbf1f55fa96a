import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { readAt } from '../../../api/queries.ts';
import { useWorkspace } from '../../../shell/workspace.ts';
import { DotMark, StandIn } from '../../../ui/chip.tsx';
import { Section } from '../../../ui/rows.tsx';
import { money, shortDay } from '../../../ui/words.ts';
import { type OrderSummary, stateWords, sumsOf } from './words.ts';

/** What one person bought, in the panel of their record; nothing while there is none. */
export function OrdersOfLead({ leadId }: { leadId: string }) {
  const { paths, can } = useWorkspace();
  const found = useQuery({
    ...readAt<{ data: OrderSummary[] }>('/api/v1/orders', { leadId, limit: 20 }),
    enabled: can('orders.read'),
  });
  const orders = found.data?.data ?? [];
  if (orders.length === 0) return null;
  return (
    <Section
      title="Bought"
      aside={sumsOf(orders)
        .map((sum) => money(sum.minor, sum.currency))
        .join(' + ')}
    >
      <ul className="flex flex-col gap-1.5">
        {orders.map((order) => (
          <li key={order.id} className="flex flex-wrap items-baseline gap-x-2.5">
            <Link to={paths.order(order.id)} className="opens-rows min-w-0 rounded-1">
              {order.offer?.name ?? `Order ${order.number}`}
            </Link>
            {order.isTest ? <StandIn plug={false}>test</StandIn> : null}
            <span className="ml-auto text-ink-2 text-xs">
              {order.state === 'paid' ? (
                shortDay(order.bookedAt)
              ) : (
                <DotMark tone={stateWords[order.state].tone}>{stateWords[order.state].label}</DotMark>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
