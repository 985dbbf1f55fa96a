import { useInfiniteQuery } from '@tanstack/react-query';
import {
  CircleAlert,
  CircleCheck,
  Clock,
  KeyRound,
  Pause,
  Pencil,
  Play,
  RotateCw,
  Trash2,
} from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../../api/act.ts';
import { send } from '../../../api/client.ts';
import { readPages, rowsOf } from '../../../api/queries.ts';
import type { Shape } from '../../../api/shapes.ts';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { StateMark } from '../../../ui/chip.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { DestroyDialog, Drawer } from '../../../ui/dialog.tsx';
import { Details } from '../../../ui/rows.tsx';
import { ErrorBlock } from '../../../ui/states.tsx';
import { moment, number } from '../../../ui/words.ts';
import { EndpointState } from './endpoint-state.tsx';
import { eventNames } from './event-names.ts';
import { WebhookDialog } from './webhook-dialog.tsx';

type Endpoint = Shape<'WebhookEndpoint'>;
type Delivery = Shape<'WebhookDelivery'>;

interface WebhookDrawerProps {
  endpoint: Endpoint;
  onClose: () => void;
  onSecret: (secret: string) => void;
}

/** One endpoint: what it is told, how it does, and every delivery. */
export function WebhookDrawer({ endpoint, onClose, onSecret }: WebhookDrawerProps) {
  const { can } = useWorkspace();
  const [asking, setAsking] = useState<'change' | 'remove' | 'secret'>();
  const at = `/api/v1/webhooks/${endpoint.id}`;
  const changes = ['webhooks', 'audit'];
  const isActive = endpoint.state === 'active';
  const turn = useAct({
    run: (state: 'active' | 'paused') => send('PATCH', at, { body: { state } }),
    changes,
    says: (state) => (state === 'active' ? 'Deliveries go on' : 'Deliveries wait'),
    undo: (state) => send('PATCH', at, { body: { state: state === 'active' ? 'paused' : 'active' } }),
  });
  const remove = useAct({
    run: () => send('DELETE', at),
    changes,
    says: () => 'Endpoint removed',
    onDone: onClose,
  });
  const replace = useAct({
    run: () => send<Shape<'WebhookEndpointWithSecret'>>('POST', `${at}/secrets`),
    changes,
    onDone: ({ secret }) => {
      setAsking(undefined);
      onSecret(secret);
    },
  });
  return (
    <>
      <Drawer
        open
        onClose={onClose}
        title={endpoint.url.replace(/^https?:\/\//, '')}
        note={endpoint.description || `Added ${moment(endpoint.createdAt)}`}
        head={
          can('webhooks.manage') ? (
            <div className="flex flex-wrap gap-1.5">
              <Button
                size="sm"
                icon={isActive ? <Pause /> : <Play />}
                busy={turn.isPending && 'Saving'}
                onClick={() => turn.mutate(isActive ? 'paused' : 'active')}
              >
                {isActive ? 'Pause' : 'Resume'}
              </Button>
              <Button size="sm" look="quiet" icon={<Pencil />} onClick={() => setAsking('change')}>
                Change
              </Button>
              <Button size="sm" look="quiet" icon={<KeyRound />} onClick={() => setAsking('secret')}>
                Replace secret
              </Button>
              <Button
                size="sm"
                look="danger"
                className="ml-auto"
                icon={<Trash2 />}
                onClick={() => setAsking('remove')}
              >
                Remove
              </Button>
            </div>
          ) : undefined
        }
      >
        <div className="border-line border-b px-5 py-4">
          <Details
            items={[
              {
                label: 'Now',
                value: (
                  <>
                    <EndpointState endpoint={endpoint} />
                    {endpoint.stateReason ? (
                      <span className="block text-ink-2 text-xs">{endpoint.stateReason}</span>
                    ) : null}
                  </>
                ),
              },
              {
                label: 'Told of',
                value:
                  endpoint.events.length === 0
                    ? 'Everything'
                    : endpoint.events.map((name) => eventNames[name] ?? name).join(', '),
              },
              {
                label: 'Last delivered',
                value: endpoint.lastSuccessAt ? moment(endpoint.lastSuccessAt) : 'Never',
              },
              {
                label: 'Last tried',
                value: endpoint.lastDeliveryAt ? moment(endpoint.lastDeliveryAt) : 'Never',
              },
            ]}
          />
        </div>
        <Deliveries endpoint={endpoint} />
      </Drawer>
      {asking === 'change' ? (
        <WebhookDialog endpoint={endpoint} onClose={() => setAsking(undefined)} />
      ) : null}
      <DestroyDialog
        open={asking === 'remove'}
        onClose={() => setAsking(undefined)}
        title={`Remove ${endpoint.url.replace(/^https?:\/\//, '')}`}
        loss="Deliveries that wait are dropped, and its list of deliveries goes with it."
        action="Remove the endpoint"
        busy={remove.isPending && 'Removing'}
        onConfirm={() => remove.mutate(undefined)}
      />
      <DestroyDialog
        open={asking === 'secret'}
        onClose={() => setAsking(undefined)}
        title="Replace the secret"
        loss="A new secret signs from now on. The old one signs along for a day, so that your side can change over."
        action="Replace the secret"
        busy={replace.isPending && 'Replacing'}
        onConfirm={() => replace.mutate(undefined)}
      />
    </>
  );
}

function Deliveries({ endpoint }: { endpoint: Endpoint }) {
  const { can } = useWorkspace();
  const path = `/api/v1/webhooks/${endpoint.id}/deliveries`;
  const found = useInfiniteQuery({ ...readPages<Delivery>(path), refetchInterval: 10_000 });
  const retry = useAct({
    run: (delivery: Delivery) => send('POST', `${path}/${delivery.id}/retries`),
    changes: ['webhooks'],
    says: () => 'Delivering again now',
  });
  const rows = rowsOf(found.data);
  const againOf = (row: Delivery) => (
    <IconButton label="Deliver again now" size="sm" onClick={() => retry.mutate(row)}>
      <RotateCw />
    </IconButton>
  );
  const columns: Column<Delivery>[] = [
    {
      id: 'event',
      header: 'Event',
      width: '30%',
      cell: (row) => <span title={row.eventType}>{eventNames[row.eventType] ?? row.eventType}</span>,
    },
    { id: 'state', header: 'Now', width: '36%', cell: (row) => <DeliveryState delivery={row} /> },
    { id: 'tries', header: 'Tries', width: '3.5rem', align: 'end', cell: (row) => number(row.attempts) },
    { id: 'at', header: 'When', quiet: true, cell: (row) => moment(row.createdAt) },
    ...(can('webhooks.manage')
      ? [
          {
            id: 'acts',
            header: <span className="sr-only">Acts</span>,
            width: '3.5rem',
            align: 'end' as const,
            cell: againOf,
          },
        ]
      : []),
  ];
  return (
    <section aria-label="Deliveries">
      <h3 className="px-5 pt-4 pb-1 font-strong">Deliveries</h3>
      {found.error && rows.length === 0 ? (
        <div className="px-5 py-3">
          <ErrorBlock error={found.error} onRetry={() => void found.refetch()} />
        </div>
      ) : (
        <DataTable
          caption="Deliveries, newest first"
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          loading={found.isLoading}
          phone={(row) => ({
            title: eventNames[row.eventType] ?? row.eventType,
            note: `${moment(row.createdAt)}. ${deliveryWords(row)}`,
            end: can('webhooks.manage') ? againOf(row) : null,
          })}
          empty={
            <p className="text-ink-2">Nothing delivered yet. The next event that it is told of shows here.</p>
          }
          more={
            found.hasNextPage
              ? { load: () => void found.fetchNextPage(), loading: found.isFetchingNextPage }
              : undefined
          }
        />
      )}
    </section>
  );
}

function deliveryWords(row: Delivery): string {
  if (row.state === 'delivered') return `Delivered${row.lastStatus ? `, answered ${row.lastStatus}` : ''}`;
  const why =
    row.lastError ?? row.waitingReason ?? (row.lastStatus ? `answered ${row.lastStatus}` : undefined);
  if (row.state === 'waiting') {
    const when = row.nextAttemptAt
      ? `${row.attempts > 0 ? 'Again' : 'Due'} ${moment(row.nextAttemptAt)}`
      : 'Waits';
    return why ? `${when}: ${why}` : when;
  }
  const word = row.state === 'failed' ? 'Gave up' : 'Cancelled';
  return why ? `${word}: ${why}` : word;
}

function DeliveryState({ delivery }: { delivery: Delivery }) {
  const words = deliveryWords(delivery);
  const tone = ({ delivered: 'ok', waiting: 'wait', failed: 'bad', cancelled: 'plain' } as const)[
    delivery.state
  ];
  const icon =
    delivery.state === 'delivered' ? (
      <CircleCheck aria-hidden />
    ) : delivery.state === 'waiting' ? (
      <Clock aria-hidden />
    ) : (
      <CircleAlert aria-hidden />
    );
  return (
    <span title={words}>
      <StateMark tone={tone} icon={icon}>
        {words}
      </StateMark>
    </span>
  );
}
