import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { read } from '../../api/queries.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Section } from '../../ui/rows.tsx';
import { moment } from '../../ui/words.ts';
import { ActionCard, ActionRecord } from './action-card.tsx';
import { bySoonest, kinds, waitingStates } from './words.ts';

/** So many stand under the first card; the rest is behind "All". */
const underTheFirst = 3;

/** The first approval to be decided here, by `A E D`, and the next ones in a line each. Nothing when none waits. */
export function HomeApprovals() {
  const { paths, can } = useWorkspace();
  const navigate = useNavigate();
  const found = useQuery({
    ...read('/api/v1/actions', { params: { query: { state: waitingStates, limit: 200 } } }),
    enabled: can('actions.read'),
  });
  const [first, ...rest] = bySoonest(found.data?.data ?? []);
  if (!first) return null;
  return (
    <Section
      title="Waiting for you"
      aside={
        <Link to={paths.approvals} className="rounded-1 underline decoration-line-strong underline-offset-3">
          All {rest.length + 1}
        </Link>
      }
    >
      {can('actions.approve') ? (
        <ActionCard
          key={first.id}
          action={first}
          onEdit={() => void navigate({ to: paths.approval(first.id), search: { edit: 'yes' } as never })}
        />
      ) : (
        <ActionRecord key={first.id} action={first} note="An owner or admin of this workspace decides." />
      )}
      <ul className="mt-2 flex flex-col gap-2 empty:hidden">
        {rest.slice(0, underTheFirst).map((action) => {
          const Icon = kinds[action.kind].icon;
          return (
            <li key={action.id}>
              <Link
                to={paths.approval(action.id)}
                className="flex min-h-11 items-center gap-3 rounded-3 border border-line bg-raised px-3 py-2.5 hover:bg-hover"
              >
                <Icon className="text-ink-3" aria-hidden />
                <span className="min-w-0 flex-1">
                  <span className="block truncate font-strong">{action.title}</span>
                  <span className="block truncate text-ink-2 text-xs">
                    {action.decideBy ? `decide by ${moment(action.decideBy)}` : kinds[action.kind].name}
                  </span>
                </span>
                <ChevronRight className="text-ink-3" aria-hidden />
              </Link>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
