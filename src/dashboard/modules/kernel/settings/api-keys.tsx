import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../../api/act.ts';
import { send } from '../../../api/client.ts';
import { read } from '../../../api/queries.ts';
import type { Shape } from '../../../api/shapes.ts';
import { useUrlState } from '../../../shell/url-state.ts';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Button } from '../../../ui/button.tsx';
import { StateMark } from '../../../ui/chip.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { DestroyDialog } from '../../../ui/dialog.tsx';
import { EmptyState, ErrorBlock } from '../../../ui/states.tsx';
import { age, plural, shortDay } from '../../../ui/words.ts';
import { SettingsPage } from './frame.tsx';
import { NewKeyDialog } from './new-key-dialog.tsx';

type Key = Shape<'ApiKey'>;

/** Keys with which other programs act in this workspace. */
export function ApiKeysPage() {
  const { can } = useWorkspace();
  const [making, setMaking] = useUrlState('new');
  const [ending, setEnding] = useState<Key>();
  const found = useQuery({ ...read('/api/v1/api-keys'), enabled: can('api-keys.read') });
  const mayManage = can('api-keys.manage');
  const end = useAct({
    run: (key: Key) => send('DELETE', `/api/v1/api-keys/${key.id}`),
    changes: ['api-keys', 'audit'],
    says: (key) => `The key “${key.name}” no longer opens anything`,
    onDone: () => setEnding(undefined),
  });
  const rows = found.data?.data ?? [];
  const columns: Column<Key>[] = [
    {
      id: 'name',
      header: 'Key',
      width: '26%',
      cell: (key) => <strong className="font-medium">{key.name}</strong>,
    },
    {
      id: 'start',
      header: 'Begins with',
      quiet: true,
      cell: (key) => <span className="font-mono text-xs">{key.start}…</span>,
    },
    {
      id: 'scopes',
      header: 'May',
      cell: (key) => <span title={key.scopes?.join(', ')}>{scopeWords(key)}</span>,
    },
    {
      id: 'used',
      header: 'Last used',
      align: 'end',
      quiet: true,
      cell: (key) => (key.lastUsedAt ? age(key.lastUsedAt) : 'never'),
    },
    { id: 'ends', header: 'Ends', align: 'end', quiet: true, cell: (key) => <Ends at={key.expiresAt} /> },
    { id: 'made', header: 'Made', align: 'end', quiet: true, cell: (key) => shortDay(key.createdAt) },
    ...(mayManage
      ? [
          {
            id: 'acts',
            header: <span className="sr-only">Acts</span>,
            width: '6rem',
            align: 'end' as const,
            cell: (key: Key) => (
              <Button size="sm" look="quiet" aria-label={`Revoke ${key.name}`} onClick={() => setEnding(key)}>
                Revoke
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <SettingsPage
      page="api-keys"
      flush
      note={rows.length > 0 ? plural(rows.length, 'key') : undefined}
      actions={
        mayManage ? (
          <Button look="primary" icon={<Plus />} onClick={() => setMaking('1')}>
            New key
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
          caption="API keys"
          columns={columns}
          rows={rows}
          rowKey={(key) => key.id}
          rowName={(key) => key.name}
          loading={found.isLoading}
          phone={(key) => ({
            title: key.name,
            note: `${key.start}…, ${scopeWords(key)}`,
            end: mayManage ? (
              <Button size="sm" look="quiet" aria-label={`Revoke ${key.name}`} onClick={() => setEnding(key)}>
                Revoke
              </Button>
            ) : (
              shortDay(key.createdAt)
            ),
          })}
          empty={
            <EmptyState title="No key yet">
              A key lets another program read and change this workspace, in your name and no further than you
              may yourself. What it can call stands in the{' '}
              <a className="opens-rows" href="/docs">
                API documents
              </a>
              .
            </EmptyState>
          }
        />
      )}
      {making && mayManage ? <NewKeyDialog onClose={() => setMaking(undefined)} /> : null}
      {ending ? (
        <DestroyDialog
          open
          onClose={() => setEnding(undefined)}
          title={`Revoke “${ending.name}”`}
          loss={
            <>
              Whatever uses it is refused from now on, and it cannot be brought back.{' '}
              {ending.lastUsedAt ? `It was last used ${age(ending.lastUsedAt)} ago.` : 'It was never used.'}
            </>
          }
          action="Revoke the key"
          busy={end.isPending && 'Revoking'}
          onConfirm={() => end.mutate(ending)}
        />
      ) : null}
    </SettingsPage>
  );
}

function scopeWords({ scopes }: Key): string {
  if (!scopes) return 'everything';
  return scopes.length <= 2 ? scopes.join(', ') : plural(scopes.length, 'scope');
}

function Ends({ at }: { at: string | null }) {
  if (!at) return 'never';
  if (new Date(at) > new Date()) return shortDay(at);
  return <StateMark tone="bad">ended {shortDay(at)}</StateMark>;
}
