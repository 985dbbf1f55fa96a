import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Check, CirclePause } from 'lucide-react';
import { read } from '../../api/queries.ts';
import { NoPermissionPage } from '../../shell/no-permission.tsx';
import { Page } from '../../shell/page.tsx';
import { useWorkspace } from '../../shell/workspace.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { StateMark } from '../../ui/chip.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState, ErrorBlock } from '../../ui/states.tsx';
import { number, ofWhat, percent, plural, shortDay } from '../../ui/words.ts';
import type { Gate } from './gate-words.ts';

/** Where the walls stand, what they ask, who passed. */
export function GatesPage() {
  const { can } = useWorkspace();
  if (!can('gates.read')) return <NoPermissionPage what="Gates" needs="a role that works with leads" />;
  return <Gates />;
}

/** Fewer people than this say nothing about a rate. */
const tooFew = 10;

function Gates() {
  const { paths } = useWorkspace();
  const gates = useQuery(read('/api/v1/gates'));
  const rows = gates.data?.data ?? [];
  const columns: Column<Gate>[] = [
    {
      id: 'playbook',
      header: 'Playbook',
      cell: (gate) => (
        <Link to={`${paths.gates}/${gate.id}`} className="block truncate rounded-1 outline-offset-[-2px]">
          <strong>{gate.playbook.title}</strong>
        </Link>
      ),
    },
    { id: 'place', header: 'Stands after', width: '9rem', cell: (gate) => `step ${gate.position}` },
    { id: 'asks', header: 'Asks', width: '11rem', quiet: true, cell: asks },
    {
      id: 'state',
      header: 'State',
      width: '9rem',
      cell: (gate) =>
        gate.isActive ? (
          <StateMark tone="ok" icon={<Check />}>
            Open for answers
          </StateMark>
        ) : (
          <StateMark tone="wait" icon={<CirclePause />}>
            Off, all steps open
          </StateMark>
        ),
    },
    {
      id: 'passed',
      header: 'Passed',
      align: 'end',
      width: '7rem',
      cell: (gate) => ofWhat(gate.passed, gate.views),
    },
    {
      id: 'rate',
      header: 'Of those who began',
      align: 'end',
      width: '9rem',
      quiet: true,
      cell: (gate) => (gate.views < tooFew ? 'too few to tell' : percent(gate.passed, gate.views)),
    },
    {
      id: 'revision',
      header: 'Revision',
      width: '10rem',
      quiet: true,
      cell: (gate) => `${gate.revision.number}, ${shortDay(gate.revision.publishedAt)}`,
    },
  ];
  return (
    <Page title="Gates" note={gates.data ? <span className="figures">{number(rows.length)}</span> : null}>
      {gates.error && !gates.data ? (
        <div className="p-5">
          <ErrorBlock
            error={gates.error}
            safe="The gates on public pages stand as they were."
            onRetry={() => void gates.refetch()}
          />
        </div>
      ) : (
        <DataTable
          caption="Gates"
          columns={columns}
          rows={rows}
          rowKey={(gate) => gate.id}
          rowHref={(gate) => `${paths.gates}/${gate.id}`}
          loading={gates.isPending}
          phone={(gate) => ({
            title: gate.playbook.title,
            note: `after step ${gate.position}, ${asks(gate)}`,
            end: ofWhat(gate.passed, gate.views),
            endNote: 'passed',
          })}
          empty={
            <EmptyState
              title="No gate yet."
              actions={<ButtonLink to={paths.playbooks}>Open the playbooks</ButtonLink>}
            >
              Publish a playbook and a gate stands after step 3: an e-mail and three questions. Place and
              questions can be changed here.
            </EmptyState>
          }
        />
      )}
    </Page>
  );
}

const asks = (gate: Gate) => `e-mail and ${plural(gate.revision.questions.length, 'question')}`;
