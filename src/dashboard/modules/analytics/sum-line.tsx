import { CircleAlert, CircleCheck } from 'lucide-react';
import type { Shape } from '../../api/shapes.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { StandIn } from '../../ui/chip.tsx';
import { OpensRows } from '../../ui/rows.tsx';
import { money, plural } from '../../ui/words.ts';

/** The sum that closes, with its tick; without the tick while something is booked and not counted. */
export function SumLine({ money: told }: { money: Shape<'Attribution'> }) {
  const { can } = useWorkspace();
  if (told.booked.orders === 0 && told.refunds.count === 0) return null;
  const opens = can('leads.read') && can('orders.read');
  const amount = (minor: number) => <strong>{money(minor, told.currency, minor % 100 !== 0)}</strong>;
  const orders = plural(told.booked.orders, 'order');
  const closes = told.difference === 0;
  return (
    <section
      aria-label="The sum"
      className="mx-gutter mt-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 rounded-3 border border-line bg-sunken px-4 py-3"
    >
      <p className="figures flex flex-wrap items-center gap-x-2 gap-y-1">
        {closes ? (
          <CircleCheck className="text-ok-ink" aria-label="The sum closes" />
        ) : (
          <CircleAlert className="text-bad-ink" aria-label="The sum does not close" />
        )}
        <span>Attributed {amount(told.attributedMinor)}</span> +
        <span>unattributed {amount(told.unattributed.amountMinor)}</span>
        {closes ? null : <span>+ not counted yet {amount(told.difference)}</span>} =
        <span>booked {amount(told.booked.minor)}</span>
        {told.refunds.amountMinor > 0 ? <span>− given back {amount(told.refunds.amountMinor)}</span> : null}
        <span>in {opens ? <OpensRows rows={told.booked.rowsQuery}>{orders}</OpensRows> : orders}</span>
      </p>
      <p className="flex flex-wrap items-center gap-2 text-ink-2 text-xs">
        <span>
          Same sum in every model.
          {told.refunds.count > 0 ? (
            <>
              {' '}
              {plural(told.refunds.count, 'refund')} taken off
              {opens ? (
                <>
                  ; <OpensRows rows={told.refunds.rowsQuery}>see refunds</OpensRows>
                </>
              ) : null}
              .
            </>
          ) : null}
          {told.otherCurrencies.map(({ currency, bookedMinor, orders: count }) => (
            <span key={currency}>
              {' '}
              {money(bookedMinor, currency)} in {plural(count, 'order')} stand beside it.
            </span>
          ))}
        </span>
        {told.booked.testMinor > 0 ? (
          <StandIn>{money(told.booked.testMinor, told.currency)} from the test checkout</StandIn>
        ) : null}
      </p>
    </section>
  );
}
