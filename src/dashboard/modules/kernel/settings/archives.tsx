import { useQuery } from '@tanstack/react-query';
import { Download, Upload } from 'lucide-react';
import { useRef } from 'react';
import { useAct } from '../../../api/act.ts';
import { send } from '../../../api/client.ts';
import { readAt } from '../../../api/queries.ts';
import { pathsOf } from '../../../paths.ts';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Button } from '../../../ui/button.tsx';
import { StateMark } from '../../../ui/chip.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { EmptyState, ErrorBlock } from '../../../ui/states.tsx';
import { tellWithAction } from '../../../ui/toasts.tsx';
import { moment, number } from '../../../ui/words.ts';
import { SettingsPage } from './frame.tsx';

interface Archive {
  id: string;
  direction: 'export' | 'import';
  state: 'queued' | 'running' | 'done' | 'failed';
  rows: number | null;
  sizeBytes: number | null;
  problem: string | null;
  fileUrl: string | null;
  createdAt: string;
}

const megabytes = (bytes: number): string =>
  bytes < 1_000_000
    ? `${number(Math.ceil(bytes / 1000))} KB`
    : `${number(Math.round(bytes / 100_000) / 10)} MB`;

/** The whole workspace as one file, out of this installation and into another. */
export function ArchivesPage() {
  const { can } = useWorkspace();
  const chosen = useRef<HTMLInputElement>(null);
  const found = useQuery({
    ...readAt<{ data: Archive[] }>('/api/v1/archives'),
    enabled: can('workspace.manage'),
  });
  const make = useAct({
    run: () => send('POST', '/api/v1/archives'),
    changes: ['archives', 'running', 'audit'],
    says: () => 'The export is being made',
  });
  const bring = useAct({
    run: (file: File) => {
      const body = new FormData();
      body.append('file', file);
      return send<{ workspace: { slug: string; name: string } }>('POST', '/api/v1/archives/uploads', {
        body,
      });
    },
    changes: ['me', 'archives'],
    onDone: (made) =>
      tellWithAction(
        `“${made.workspace.name}” is being filled`,
        'Open',
        () => window.location.assign(pathsOf(made.workspace.slug).home),
        'imported',
      ),
  });
  const rows = found.data?.data ?? [];
  const columns: Column<Archive>[] = [
    {
      id: 'made',
      header: 'Made',
      width: '24%',
      cell: (row) => <strong className="font-medium">{moment(row.createdAt)}</strong>,
    },
    {
      id: 'direction',
      header: 'What',
      cell: (row) => (row.direction === 'export' ? 'Export' : 'Import of this workspace'),
    },
    { id: 'state', header: 'State', cell: (row) => <State row={row} /> },
    {
      id: 'rows',
      header: 'Rows',
      align: 'end',
      cell: (row) => (row.rows === null ? '' : number(row.rows)),
    },
    {
      id: 'size',
      header: 'Size',
      align: 'end',
      quiet: true,
      cell: (row) => (row.sizeBytes === null ? '' : megabytes(row.sizeBytes)),
    },
    {
      id: 'file',
      header: <span className="sr-only">File</span>,
      align: 'end',
      width: '8rem',
      cell: (row) => <FileLink row={row} />,
    },
  ];
  return (
    <SettingsPage
      page="archives"
      flush
      actions={
        <>
          {can('workspaces.create') ? (
            <>
              <input
                ref={chosen}
                type="file"
                accept=".gz,.tgz,application/gzip"
                className="sr-only"
                aria-label="Export to import"
                tabIndex={-1}
                onChange={(event) => {
                  const [file] = event.target.files ?? [];
                  if (file) bring.mutate(file);
                  event.target.value = '';
                }}
              />
              <Button
                icon={<Upload />}
                busy={bring.isPending ? 'Uploading' : undefined}
                onClick={() => chosen.current?.click()}
              >
                Import a workspace
              </Button>
            </>
          ) : null}
          <Button
            look="primary"
            icon={<Download />}
            busy={make.isPending ? 'Asking' : undefined}
            onClick={() => make.mutate(undefined)}
          >
            Export
          </Button>
        </>
      }
    >
      {found.error && rows.length === 0 ? (
        <div className="px-5 py-5">
          <ErrorBlock error={found.error} onRetry={() => void found.refetch()} />
        </div>
      ) : (
        <DataTable
          caption="Exports and imports"
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          rowName={(row) => `${row.direction} of ${moment(row.createdAt)}`}
          loading={found.isLoading}
          phone={(row) => ({
            title: moment(row.createdAt),
            note: <State row={row} />,
            end: <FileLink row={row} />,
          })}
          empty={
            <EmptyState title="No export yet">
              An export is one file with everything in this workspace: playbooks, people, history, files. It
              holds no passwords, tokens or private links. Import it here or in another installation; mails
              that were waiting stay unsent there.
            </EmptyState>
          }
        />
      )}
    </SettingsPage>
  );
}

function State({ row: { state, problem } }: { row: Archive }) {
  if (state === 'done') return <StateMark tone="ok">Done</StateMark>;
  if (state === 'failed')
    return (
      <StateMark tone="bad">
        <span title={problem ?? undefined}>{problem ?? 'Failed'}</span>
      </StateMark>
    );
  return <StateMark tone="wait">{state === 'queued' ? 'Waits for a worker' : 'Being made'}</StateMark>;
}

function FileLink({ row }: { row: Archive }) {
  const { workspace } = useWorkspace();
  if (!row.fileUrl) return null;
  return (
    <a
      href={`${row.fileUrl}?workspace=${workspace.slug}`}
      download
      aria-label={`Download the export of ${moment(row.createdAt)}`}
      className="font-medium text-accent-text underline underline-offset-2"
    >
      Download
    </a>
  );
}
