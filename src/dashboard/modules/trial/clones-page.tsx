import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { readAt } from '../../api/queries.ts';
import { NoPermissionPage } from '../../shell/no-permission.tsx';
import { Page } from '../../shell/page.tsx';
import { useWorkspace } from '../../shell/workspace.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { DotMark } from '../../ui/chip.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState, ErrorBlock } from '../../ui/states.tsx';
import { number, plural } from '../../ui/words.ts';
import { type Clone, cloneStates, rateWords } from './clone-words.ts';

/** The voices made from experts' material: what they were asked, and whether their test sets hold. */
export function ClonesPage() {
  const { can, paths } = useWorkspace();
  const isExpert = !can('clones.read') && can('own-clone.correct');
  const clones = useQuery({
    ...readAt<{ data: Clone[] }>(isExpert ? '/api/v1/own-clones' : '/api/v1/clones'),
    enabled: isExpert || can('clones.read'),
  });
  if (!isExpert && !can('clones.read')) return <NoPermissionPage what="Clones" needs="clones.read" />;
  const rows = clones.data?.data ?? [];
  const columns: Column<Clone>[] = [
    {
      id: 'name',
      header: 'Clone',
      width: '28%',
      cell: (row) => (
        <Link to={paths.clone(row.id)} className="block truncate rounded-1 outline-offset-[-2px]">
          <strong>{row.name}</strong>
        </Link>
      ),
    },
    { id: 'playbook', header: 'Reads', width: '24%', quiet: true, cell: (row) => row.playbook.title },
    {
      id: 'state',
      header: 'State',
      cell: (row) => <DotMark tone={cloneStates[row.state].tone}>{cloneStates[row.state].words}</DotMark>,
    },
    { id: 'tests', header: 'Test set', align: 'end', cell: (row) => rateWords(row.testRate) },
    { id: 'trials', header: 'People', align: 'end', cell: (row) => number(row.trials) },
    { id: 'turns', header: 'Questions', align: 'end', cell: (row) => number(row.turns) },
    {
      id: 'outside',
      header: 'Not in it',
      align: 'end',
      quiet: true,
      cell: (row) => number(row.notInMaterial),
    },
  ];
  return (
    <Page title="Clones" note={rows.length > 0 ? number(rows.length) : undefined}>
      {clones.error && !clones.data ? (
        <div className="px-5 py-6">
          <ErrorBlock
            error={clones.error}
            safe="Readers can still ask."
            onRetry={() => void clones.refetch()}
          />
        </div>
      ) : clones.isSuccess && rows.length === 0 ? (
        <div className="px-5 py-6 max-phone:px-4">
          <EmptyState
            title="No clone yet"
            actions={
              can('playbooks.read') ? <ButtonLink to={paths.playbooks}>Open the playbooks</ButtonLink> : null
            }
          >
            Publish a version first; the clone reads that. It is made by itself, with a test set from the
            steps, and meets readers once it passes.
          </EmptyState>
        </div>
      ) : (
        <DataTable
          caption="Clones"
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          rowHref={(row) => paths.clone(row.id)}
          loading={clones.isLoading}
          phone={(row) => ({
            title: row.name,
            note: `${cloneStates[row.state].words}, test set ${rateWords(row.testRate)}`,
            end: plural(row.turns, 'question'),
            endNote: plural(row.trials, 'person', 'people'),
          })}
        />
      )}
    </Page>
  );
}
