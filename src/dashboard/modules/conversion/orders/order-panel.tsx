import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWorkspace } from '../../../shell/workspace.ts';
import { StandIn } from '../../../ui/chip.tsx';
import { Details, Section } from '../../../ui/rows.tsx';
import { moment, number } from '../../../ui/words.ts';
import { exact, type Order, paymentWord, providerWord } from './words.ts';

/** Right of an order: who bought, how it was paid, what is owed to whom. */
export function OrderPanel({ order }: { order: Order }) {
  const { paths, can } = useWorkspace();
  const { currency, share } = order;
  return (
    <>
      <Section title="Buyer">
        <Details
          width="6.5rem"
          items={present([
            {
              label: 'Person',
              value:
                order.lead && can('leads.read') ? (
                  <Link to={paths.lead(order.lead.id)} className="opens-rows rounded-1">
                    {order.lead.name}
                  </Link>
                ) : (
                  (order.lead?.name ?? order.name)
                ),
            },
            { label: 'E-mail', value: order.email },
            { label: 'Company', value: order.billing.company },
            { label: 'Country', value: order.billing.country },
            { label: 'Tax number', value: order.billing.taxId },
          ])}
        />
      </Section>
      <Section title="What was bought">
        <Details
          width="6.5rem"
          items={present([
            {
              label: 'Offer',
              value: order.offer ? (
                <Link to={paths.offer(order.offer.id)} className="opens-rows rounded-1">
                  {order.offer.name}
                </Link>
              ) : null,
            },
            {
              label: 'Playbook',
              value: order.playbook ? (
                <Link to={paths.playbook(order.playbook.slug)} className="opens-rows rounded-1">
                  {order.playbook.title}
                </Link>
              ) : null,
            },
            { label: 'Booked', value: moment(order.bookedAt) },
          ])}
        />
      </Section>
      <Section title="Share">
        {share ? (
          <>
            <p className="figures font-strong text-num">{exact(share.shareMinor, currency)}</p>
            <p className="text-ink-2 text-xs">
              {number(share.percent)}% of {exact(share.baseMinor, currency)} for {share.expert.name}, after
              what was given back
            </p>
          </>
        ) : (
          <p className="text-ink-2">
            {order.expert ? `No share is agreed with ${order.expert.name}.` : 'Nobody else has a part in it.'}
          </p>
        )}
      </Section>
      <Section
        title="Payments"
        aside={order.isTest ? <StandIn plug={false}>test checkout</StandIn> : undefined}
      >
        {order.payments.length === 0 ? (
          <p className="text-ink-2">No payment was taken here.</p>
        ) : (
          <ul className="flex flex-col gap-2.5">
            {order.payments.map((payment) => (
              <li key={payment.id}>
                <p>
                  <span className="figures">{exact(payment.amountMinor, payment.currency)}</span>{' '}
                  {paymentWord(payment.state)}
                </p>
                <p className="text-ink-3 text-xs">
                  {providerWord(payment.provider)}, {moment(payment.asOf)}
                </p>
                {payment.failure ? <p className="text-bad-ink text-xs">{payment.failure}</p> : null}
                <p className="break-all font-mono text-2xs text-ink-3">{payment.providerPaymentId}</p>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}

const present = (items: { label: string; value: ReactNode }[]) => items.filter(({ value }) => value);
