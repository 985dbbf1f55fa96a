import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { CircleAlert, CircleCheck, Clock, Mail, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../../api/act.ts';
import { repeatable, send } from '../../../api/client.ts';
import { hasStatus } from '../../../api/problems.ts';
import { read } from '../../../api/queries.ts';
import { useKeys } from '../../../shell/keyboard.ts';
import { NoPermissionPage } from '../../../shell/no-permission.tsx';
import { Page } from '../../../shell/page.tsx';
import { useVerbs } from '../../../shell/verbs.ts';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { Chip, StandIn } from '../../../ui/chip.tsx';
import { RecordHead, WhatHappensNext } from '../../../ui/record.tsx';
import { EmptyState, ErrorBlock, Skeleton } from '../../../ui/states.tsx';
import { moment } from '../../../ui/words.ts';
import { Fulfilment } from './fulfilment.tsx';
import { MoneyLines } from './money-lines.tsx';
import { OrderPanel } from './order-panel.tsx';
import { OrderPath } from './order-path.tsx';
import { RefundDialog } from './refund-dialog.tsx';
import { Rights } from './rights.tsx';
import { type Order, openRights, standing, stateWords } from './words.ts';

/** One order: what was paid, what it opened, what follows, and the way that led to it. */
export function OrderPage() {
  const { can } = useWorkspace();
  if (!can('orders.read')) return <NoPermissionPage what="Orders" needs="a role that sells" />;
  return <Loaded />;
}

function Loaded() {
  const { paths, me } = useWorkspace();
  const { order: id = '' } = useParams({ strict: false }) as { order?: string };
  const order = useQuery(read('/api/v1/orders/{id}', { params: { path: { id } } }));
  if (order.data) return <Record order={order.data} key={id} />;
  return (
    <Page title="Order" crumbs={[{ label: 'Orders', to: paths.orders }]}>
      <div className="px-gutter py-6">
        {!order.error ? (
          <Skeleton rows={8} note="Loading the order" />
        ) : hasStatus(order.error, 404) || hasStatus(order.error, 422) ? (
          <EmptyState
            title={`There is nothing at this address for ${me.user.email}.`}
            actions={<ButtonLink to={paths.orders}>See all orders</ButtonLink>}
          >
            The order belongs to another workspace, or there never was one.
          </EmptyState>
        ) : (
          <ErrorBlock error={order.error} onRetry={() => void order.refetch()} />
        )}
      </div>
    </Page>
  );
}

function Record({ order }: { order: Order }) {
  const { paths, can } = useWorkspace();
  const [refunding, setRefunding] = useState(false);
  const buyer = order.lead?.name ?? order.name ?? order.email;
  const resend = useAct({
    run: () =>
      send<{ state: string }>('POST', `/api/v1/orders/${order.id}/access-mails`, { headers: repeatable() }),
    changes: ['orders', 'messages', 'leads'],
    says: () => `The mail with the way in is on its way to ${order.email}`,
  });
  const noAccess =
    openRights(order.entitlements).length === 0
      ? 'This order opens nothing any more'
      : !order.lead && 'The buyer was erased';
  const mayResend = can('offers.write');
  const mayRefund = can('orders.refund') && order.refundableMinor > 0;
  const resendIt = () => {
    if (!noAccess && !resend.isPending) resend.mutate(undefined);
  };
  useKeys([...(mayResend ? [{ key: 'r', label: 'Resend access', group: 'This page', run: resendIt }] : [])]);
  useVerbs(`With order ${order.number}`, [
    ...(mayResend ? [{ id: 'order.access', label: 'Resend access', keys: 'r', run: resendIt }] : []),
    ...(mayRefund ? [{ id: 'order.refund', label: 'Give money back', run: () => setRefunding(true) }] : []),
  ]);
  const stands = standing(order);
  return (
    <Page
      title={`Order ${order.number}`}
      crumbs={[{ label: 'Orders', to: paths.orders }]}
      ownHeading
      panelLabel="Buyer, payments and share"
      panel={<OrderPanel order={order} />}
      actions={
        <>
          {mayRefund ? (
            <Button look="quiet" icon={<Undo2 />} onClick={() => setRefunding(true)}>
              Give money back
            </Button>
          ) : null}
          {mayResend ? (
            <Button
              look="primary"
              icon={<Mail />}
              busy={resend.isPending && 'Sending'}
              blocked={noAccess}
              onClick={resendIt}
            >
              Resend access
            </Button>
          ) : null}
        </>
      }
    >
      <div className="pb-12">
        <RecordHead
          name={`Order ${order.number}`}
          note={`${[order.offer?.name, buyer].filter(Boolean).join(' for ')}, ${moment(order.bookedAt)}`}
          actions={
            <>
              <Chip tone={stateWords[order.state].tone}>{stateWords[order.state].label}</Chip>
              {order.isTest ? <StandIn>test checkout</StandIn> : null}
            </>
          }
        />
        <WhatHappensNext
          title={stands.title}
          icon={
            stands.tone === 'bad' ? (
              <CircleAlert className="text-bad-ink" aria-label="failed" />
            ) : stands.tone === 'wait' ? (
              <Clock aria-hidden />
            ) : (
              <CircleCheck className="text-ok-ink" aria-label="done" />
            )
          }
        >
          {stands.step?.problem ?? stands.step?.waitReason ?? (order.isTest ? 'No money moved.' : '')}
        </WhatHappensNext>
        <div className="flex flex-col gap-8 px-gutter pt-2">
          <MoneyLines order={order} />
          <Rights order={order} />
          <Fulfilment order={order} />
          <OrderPath order={order} />
        </div>
      </div>
      {refunding ? <RefundDialog order={order} onClose={() => setRefunding(false)} /> : null}
    </Page>
  );
}
