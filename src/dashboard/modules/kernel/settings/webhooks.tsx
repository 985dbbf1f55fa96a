import { useInfiniteQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { readPages, rowsOf } from '../../../api/queries.ts';
import type { Shape } from '../../../api/shapes.ts';
import { useUrlState } from '../../../shell/url-state.ts';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Button } from '../../../ui/button.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { EmptyState, ErrorBlock } from '../../../ui/states.tsx';
import { age, plural } from '../../../ui/words.ts';
import { EndpointState, stateWord } from './endpoint-state.tsx';
import { SettingsPage } from './frame.tsx';
import { SecretDialog } from './new-key-dialog.tsx';
import { WebhookDialog } from './webhook-dialog.tsx';
import { WebhookDrawer } from './webhook-drawer.tsx';

type Endpoint = Shape<'WebhookEndpoint'>;

/** Addresses that are told what happens here. */
export function WebhooksPage() {
  const { can } = useWorkspace();
  const [making, setMaking] = useUrlState('new');
  const [chosen, setChosen] = useUrlState('endpoint');
  const [secret, setSecret] = useState<string>();
  const found = useInfiniteQuery({
    ...readPages<Endpoint>('/api/v1/webhooks'),
    enabled: can('webhooks.read'),
  });
  const mayManage = can('webhooks.manage');
  const rows = rowsOf(found.data);
  const open = rows.find((row) => row.id === chosen);
  const columns: Column<Endpoint>[] = [
    {
      id: 'url',
      header: 'Address',
      width: '40%',
      cell: (row) => (
        <button
          type="button"
          className="rounded-1 text-left hover:underline"
          onClick={() => setChosen(row.id)}
        >
          <strong className="font-medium">{row.url.replace(/^https?:\/\//, '')}</strong>
          {row.description ? <span className="text-ink-3"> {row.description}</span> : null}
        </button>
      ),
    },
    { id: 'events', header: 'Told of', quiet: true, cell: (row) => toldOf(row) },
    { id: 'state', header: 'Now', cell: (row) => <EndpointState endpoint={row} /> },
    {
      id: 'last',
      header: 'Last delivered',
      width: '9rem',
      align: 'end',
      quiet: true,
      cell: (row) => (row.lastSuccessAt ? age(row.lastSuccessAt) : 'never'),
    },
  ];
  return (
    <SettingsPage
      page="webhooks"
      flush
      note={rows.length > 0 ? plural(rows.length, 'endpoint') : undefined}
      actions={
        mayManage ? (
          <Button look="primary" icon={<Plus />} onClick={() => setMaking('1')}>
            Add endpoint
          </Button>
        ) : null
      }
    >
      {found.error && rows.length === 0 ? (
        <div className="px-5 py-5">
          <ErrorBlock error={found.error} onRetry={() => void found.refetch()} />
        </div>
      ) : (
        <DataTable
          caption="Webhook endpoints"
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          loading={found.isLoading}
          phone={(row) => ({
            title: (
              <button type="button" className="max-w-full truncate" onClick={() => setChosen(row.id)}>
                {row.url.replace(/^https?:\/\//, '')}
              </button>
            ),
            note: toldOf(row),
            end: stateWord(row),
          })}
          empty={
            <EmptyState title="No endpoint yet">
              Add an address of your own and it is told what happens here, as it happens: signed, in order of
              trying, tried again when it does not answer. Addresses inside your own network need to be
              allowed first.
            </EmptyState>
          }
          more={
            found.hasNextPage
              ? { load: () => void found.fetchNextPage(), loading: found.isFetchingNextPage }
              : undefined
          }
        />
      )}
      {making && mayManage ? (
        <WebhookDialog
          onClose={() => setMaking(undefined)}
          onMade={(made) => {
            setMaking(undefined);
            setSecret(made);
          }}
        />
      ) : null}
      {secret ? (
        <SecretDialog
          title="The secret of this endpoint"
          label="The secret"
          note="It is shown this once. With it your side checks that a delivery is ours."
          use="Deliveries are signed as Standard Webhooks describe: webhook-id, webhook-timestamp, webhook-signature."
          secret={secret}
          onClose={() => setSecret(undefined)}
        />
      ) : null}
      {open && !secret ? (
        <WebhookDrawer endpoint={open} onClose={() => setChosen(undefined)} onSecret={setSecret} />
      ) : null}
    </SettingsPage>
  );
}

const toldOf = ({ events }: Endpoint) =>
  events.length === 0
    ? 'everything'
    : events.length === 1
      ? (events[0] ?? '')
      : plural(events.length, 'event');
