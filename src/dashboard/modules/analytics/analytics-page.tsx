import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { read, readAt } from '../../api/queries.ts';
import type { Shape } from '../../api/shapes.ts';
import { NoPermissionPage } from '../../shell/no-permission.tsx';
import { Page } from '../../shell/page.tsx';
import { useUrlState } from '../../shell/url-state.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Button } from '../../ui/button.tsx';
import { saveCsv } from '../../ui/chart-frame.tsx';
import { Select } from '../../ui/field.tsx';
import { RawSplit, useRawSplit } from '../../ui/raw-split.tsx';
import { Bone, ErrorBlock } from '../../ui/states.tsx';
import { clockTime } from '../../ui/words.ts';
import { FunnelTable } from './funnel-table.tsx';
import { MoneyTable } from './money-table.tsx';
import { SumLine } from './sum-line.tsx';

type Funnel = Shape<'Funnel'>;
type Attribution = Shape<'Attribution'>;

const periods = { '7': 'Last 7 days', '28': 'Last 28 days', '90': 'Last 90 days', all: 'All time' };

/** Where people leave, and what paid. */
export function AnalyticsPage() {
  const { can } = useWorkspace();
  if (!can('analytics.read'))
    return <NoPermissionPage what="Funnel & money" needs="a role that works in this workspace" />;
  return <FunnelAndMoney />;
}

function FunnelAndMoney() {
  const { raw } = useRawSplit();
  const [days = '28', setDays] = useUrlState('days');
  const [playbookId, setPlaybook] = useUrlState('playbook');
  const asked = {
    days: days in periods ? days : '28',
    ...(playbookId ? { playbookId } : {}),
  };
  const playbooks = useQuery(read('/api/v1/playbooks'));
  const funnel = useQuery(readAt<Funnel>('/api/v1/funnel', { ...asked, reach: raw ? 'raw' : 'people' }));
  const money = useQuery(readAt<Attribution>('/api/v1/attribution', asked));
  const playbook = playbooks.data?.data.find(({ id }) => id === playbookId);
  return (
    <Page
      title="Funnel & money"
      note={playbook?.title ?? 'all playbooks'}
      actions={
        <>
          <span className="max-phone:hidden">
            <RawSplit />
          </span>
          <Button
            icon={<Download />}
            blocked={funnel.data && money.data ? undefined : 'The numbers are still being counted'}
            onClick={() => funnel.data && money.data && exportAll(funnel.data, money.data)}
          >
            Export
          </Button>
        </>
      }
      head={
        <div className="flex flex-wrap items-center gap-2 border-line border-b px-gutter py-2">
          <span className="phone:hidden">
            <RawSplit />
          </span>
          <Select
            aria-label="Period"
            height="sm"
            className="w-36"
            value={asked.days}
            onChange={(event) => setDays(event.target.value === '28' ? undefined : event.target.value)}
          >
            {Object.entries(periods).map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </Select>
          <Select
            aria-label="Playbook"
            height="sm"
            className="w-56 max-phone:w-full"
            value={playbookId ?? ''}
            onChange={(event) => setPlaybook(event.target.value || undefined)}
          >
            <option value="">All playbooks</option>
            {playbooks.data?.data.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </Select>
          {funnel.data ? (
            <span className="ml-auto text-ink-2 text-xs max-phone:ml-0">
              Counted to {clockTime(funnel.data.countedAt)}, live
            </span>
          ) : null}
        </div>
      }
    >
      <div className="pb-10">
        {funnel.error && !funnel.data ? (
          <Failed error={funnel.error} retry={() => void funnel.refetch()} />
        ) : funnel.data ? (
          <FunnelTable funnel={funnel.data} />
        ) : (
          <Counting />
        )}
        {money.error && !money.data ? (
          <Failed error={money.error} retry={() => void money.refetch()} />
        ) : money.data ? (
          <>
            <MoneyTable money={money.data} />
            <SumLine money={money.data} />
          </>
        ) : (
          <Counting />
        )}
        {funnel.data ? (
          <p className="mx-gutter mt-4 text-ink-2 text-xs">
            {funnel.data.filters.join('; ')}. Visitors without an address are known for one day only, so that
            nobody is followed.
          </p>
        ) : null}
      </div>
    </Page>
  );
}

const Failed = ({ error, retry }: { error: unknown; retry: () => void }) => (
  <div className="px-gutter py-6">
    <ErrorBlock error={error} safe="What was read, answered and paid is kept." onRetry={retry} />
  </div>
);

const Counting = () => (
  <div className="appear-late flex flex-col gap-5 px-gutter py-6" aria-hidden>
    {['w-96', 'w-full', 'w-4/5', 'w-3/5', 'w-2/5'].map((width) => (
      <Bone key={width} className={width} />
    ))}
  </div>
);

/** Both tables as one file; money in minor units, so that sums stay exact. */
function exportAll({ stages, rates, days }: Funnel, { rows, unattributed, currency }: Attribution): void {
  const models = ['first', 'last', 'linear', 'position'] as const;
  saveCsv(`funnel-and-money-${days}`, {
    head: [
      'What',
      'People',
      'With machines',
      'Of previous',
      'Low',
      'High',
      'Target',
      ...models.map((model) => `${model} (${currency} minor units)`),
    ],
    rows: [
      ...stages.map((stage) => {
        const rate = rates.find(({ to }) => to === stage.key);
        return [
          stage.label,
          stage.people,
          stage.raw,
          rate?.value ?? '',
          rate?.low ?? '',
          rate?.high ?? '',
          rate?.target ?? '',
          ...models.map(() => ''),
        ];
      }),
      ...rows.map((row) => [
        `From ${row.label}`,
        row.readers,
        '',
        '',
        '',
        '',
        '',
        ...models.map((model) => row.models[model].amountMinor),
      ]),
      ['Unattributed', '', '', '', '', '', '', ...models.map(() => unattributed.amountMinor)],
    ],
  });
}
