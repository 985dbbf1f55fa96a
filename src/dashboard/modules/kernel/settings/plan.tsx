import { useQuery } from '@tanstack/react-query';
import { read } from '../../../api/queries.ts';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Chip } from '../../../ui/chip.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { ErrorBlock, Note, Skeleton } from '../../../ui/states.tsx';
import { day, number } from '../../../ui/words.ts';
import { BuyPlan } from './buy-plan.tsx';
import { SettingsPage } from './frame.tsx';

const plans = { free: 'Free', pro: 'Pro', enterprise: 'Enterprise' } as const;
const resources = { tasks: 'Tasks', posts: 'Posts', campaigns: 'Campaigns' } as const;
interface Resource {
  resource: keyof typeof resources;
  used: number;
  limit: number | null;
}

/** The plan, and what was used of it this month. */
export function PlanPage() {
  const { can } = useWorkspace();
  const found = useQuery({ ...read('/api/v1/usage'), enabled: can('usage.read') });
  const usage = found.data;
  const columns: Column<Resource>[] = [
    {
      id: 'resource',
      header: 'This month',
      width: '26%',
      cell: (row) => <strong className="font-medium">{resources[row.resource]}</strong>,
    },
    { id: 'bar', header: <span className="sr-only">Share used</span>, cell: (row) => <UsedBar {...row} /> },
    { id: 'used', header: 'Used', align: 'end', width: '6rem', cell: (row) => number(row.used) },
    {
      id: 'left',
      header: 'Left',
      align: 'end',
      width: '6rem',
      cell: (row) => (row.limit === null ? 'no limit' : number(Math.max(0, row.limit - row.used))),
    },
    {
      id: 'limit',
      header: 'Limit',
      align: 'end',
      width: '6rem',
      quiet: true,
      cell: (row) => (row.limit === null ? 'none' : number(row.limit)),
    },
  ];
  return (
    <SettingsPage page="plan" flush note={usage ? <Chip>{plans[usage.plan]}</Chip> : undefined}>
      {found.error ? (
        <div className="px-5 py-5">
          <ErrorBlock error={found.error} onRetry={() => void found.refetch()} />
        </div>
      ) : usage ? (
        <>
          <DataTable
            caption="What was used of the plan"
            columns={columns}
            rows={usage.resources}
            rowKey={(row) => row.resource}
            phone={(row) => ({
              title: resources[row.resource],
              note: row.limit === null ? 'no limit' : `${number(Math.max(0, row.limit - row.used))} left`,
              end: row.limit === null ? number(row.used) : `${number(row.used)} of ${number(row.limit)}`,
            })}
          />
          <div className="flex max-w-140 flex-col gap-3 px-5 py-4 max-phone:px-4">
            <BuyPlan plan={usage.plan} />
            {usage.limitsEnforced ? (
              <Note>
                Counting begins anew on {day(usage.resetsAt)}. At its limit, the next one waits until then.
              </Note>
            ) : (
              <Note>
                The limits of the plan are counted here, not enforced: this installation is your own. Counting
                begins anew on {day(usage.resetsAt)}.
              </Note>
            )}
          </div>
        </>
      ) : (
        <Skeleton rows={3} className="px-5 py-5" />
      )}
    </SettingsPage>
  );
}

function UsedBar({ used, limit, resource }: Resource) {
  if (limit === null) return null;
  const share = Math.min(1, used / Math.max(1, limit));
  return (
    <span
      role="img"
      aria-label={`${number(used)} of ${number(limit)} ${resource}`}
      className="block h-1.5 max-w-60 overflow-hidden rounded-full bg-chart-track"
    >
      <span className="block h-full bg-chart-1" style={{ width: `${100 * share}%` }} />
    </span>
  );
}
