import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleAlert, Clock, LoaderCircle, RotateCw } from 'lucide-react';
import { useAct } from '../../api/act.ts';
import { send } from '../../api/client.ts';
import { readAt } from '../../api/queries.ts';
import type { Shape } from '../../api/shapes.ts';
import { NoPermissionPage } from '../../shell/no-permission.tsx';
import { Page } from '../../shell/page.tsx';
import { useWorkspace } from '../../shell/workspace.ts';
import { Button } from '../../ui/button.tsx';
import { StateMark } from '../../ui/chip.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { ErrorBlock, Skeleton } from '../../ui/states.tsx';
import { RunningCard, type RunningStage } from '../../ui/waiting.tsx';
import { age, moment, number, ofWhat } from '../../ui/words.ts';
import { jobWords } from './job-words.ts';

type Work = Shape<'RunningWork'>;
type Job = Shape<'Job'>;

/** Work under way with its stages, and jobs that wait, try again or have given up. */
export function RunningPage() {
  const { can } = useWorkspace();
  const work = useQuery({
    ...readAt<{ data: Work[] }>('/api/v1/running'),
    enabled: can('running.read'),
    refetchInterval: (query) => (query.state.data?.data.length ? 2000 : 15_000),
  });
  if (!can('running.read')) return <NoPermissionPage what="Running" needs="running.read" />;
  const cards = work.data?.data ?? [];
  return (
    <Page title="Running" note={cards.length > 0 ? `${number(cards.length)} under way` : undefined}>
      <section aria-label="Under way" className="max-w-180 px-5 py-5 max-phone:px-4">
        <h2 className="mb-2.5 font-strong">Under way</h2>
        {work.error && cards.length === 0 ? (
          <ErrorBlock
            error={work.error}
            safe="What runs goes on running."
            onRetry={() => void work.refetch()}
          />
        ) : work.isLoading ? (
          <Skeleton rows={2} />
        ) : cards.length === 0 ? (
          <p className="text-ink-2">
            Nothing runs. Reading a source, composing a draft and printing an edition show here with their
            stages.
          </p>
        ) : (
          <ul className="flex flex-col gap-2.5">
            {cards.map((card) => (
              <li key={`${card.kind}-${card.id}`}>
                <Card work={card} />
              </li>
            ))}
          </ul>
        )}
      </section>
      {can('jobs.read') ? <Jobs /> : null}
    </Page>
  );
}

const states: Record<string, RunningStage['state']> = {
  done: 'done',
  skipped: 'done',
  running: 'running',
  failed: 'failed',
};

function Card({ work }: { work: Work }) {
  const { workspace } = useWorkspace();
  const stages = work.stages.map(
    (stage): RunningStage => ({
      label: stageWords(stage),
      state: states[stage.state] ?? 'waiting',
    }),
  );
  return (
    <Link to={`/w/${workspace.slug}${work.href}`} className="block rounded-3">
      <RunningCard
        title={work.title}
        aside={age(work.startedAt)}
        progress={work.progress ?? undefined}
        stages={stages}
        {...(stages.length === 0 ? { note: 'Waits for its turn' } : {})}
      />
    </Link>
  );
}

function stageWords({ name, done, total }: Work['stages'][number]): string {
  const words = name.charAt(0).toUpperCase() + name.slice(1);
  if (done === null) return words;
  return total === null ? `${words}, ${number(done)}` : `${words}, ${ofWhat(done, total)}`;
}

function Jobs() {
  const { can } = useWorkspace();
  const found = useQuery({
    ...readAt<{ data: Job[] }>('/api/v1/jobs', { limit: 100 }),
    refetchInterval: 10_000,
  });
  const rows = found.data?.data ?? [];
  const dead = rows.filter((job) => job.state === 'dead');
  const mayRetry = can('jobs.retry');
  const retry = useAct({
    run: (jobs: Job[]) => Promise.all(jobs.map((job) => send('POST', `/api/v1/jobs/${job.id}/retries`))),
    changes: ['jobs', 'running'],
    says: (jobs) => (jobs.length === 1 ? 'Trying again now' : `Trying ${number(jobs.length)} again now`),
  });
  const retryOf = (job: Job) =>
    mayRetry && (job.state === 'dead' || job.state === 'retrying') ? (
      <Button
        size="sm"
        icon={<RotateCw />}
        aria-label={`Try again: ${jobWords(job.name)}`}
        onClick={() => retry.mutate([job])}
      >
        Try again
      </Button>
    ) : null;
  const columns: Column<Job>[] = [
    {
      id: 'name',
      header: 'Job',
      width: '24%',
      cell: (job) => <strong className="font-medium">{jobWords(job.name)}</strong>,
    },
    { id: 'state', header: 'Now', width: '22%', cell: (job) => <JobState job={job} /> },
    {
      id: 'tries',
      header: 'Tries',
      width: '6rem',
      align: 'end',
      cell: (job) => ofWhat(job.attempts, job.maxAttempts),
    },
    {
      id: 'error',
      header: 'What went wrong',
      quiet: true,
      cell: (job) => (job.lastError ? <span title={job.lastError}>{firstLine(job.lastError)}</span> : '–'),
    },
    ...(mayRetry
      ? [
          {
            id: 'acts',
            header: <span className="sr-only">Acts</span>,
            width: '7.5rem',
            align: 'end' as const,
            cell: retryOf,
          },
        ]
      : []),
  ];
  return (
    <section aria-label="Jobs" className="border-line border-t pt-5 pb-8">
      <div className="mb-1 flex items-center gap-3 px-5 max-phone:px-4">
        <h2 className="font-strong">Jobs that wait or gave up</h2>
        {mayRetry && dead.length > 1 ? (
          <Button size="sm" className="ml-auto" icon={<RotateCw />} onClick={() => retry.mutate(dead)}>
            Try {number(dead.length)} again
          </Button>
        ) : null}
      </div>
      {found.error && rows.length === 0 ? (
        <div className="px-5 py-3">
          <ErrorBlock error={found.error} onRetry={() => void found.refetch()} />
        </div>
      ) : (
        <DataTable
          caption="Jobs"
          columns={columns}
          rows={rows}
          rowKey={(job) => job.id}
          loading={found.isLoading}
          phone={(job) => ({
            title: jobWords(job.name),
            note: job.lastError ? `${stateWords(job)}: ${firstLine(job.lastError)}` : stateWords(job),
            end: retryOf(job) ?? ofWhat(job.attempts, job.maxAttempts),
          })}
          empty={<p className="text-ink-2">No job waits. Finished ones leave no row here.</p>}
        />
      )}
    </section>
  );
}

function stateWords(job: Job): string {
  if (job.state === 'dead') return `Gave up after ${number(job.attempts)}`;
  if (job.state === 'running') return 'Runs now';
  return `${job.state === 'retrying' ? 'Again' : 'Due'} ${moment(job.runAt)}`;
}

function JobState({ job }: { job: Job }) {
  if (job.state === 'dead')
    return (
      <StateMark tone="bad" icon={<CircleAlert aria-hidden />}>
        {stateWords(job)}
      </StateMark>
    );
  if (job.state === 'running')
    return (
      <StateMark tone="info" icon={<LoaderCircle className="animate-spin" aria-hidden />}>
        {stateWords(job)}
      </StateMark>
    );
  return (
    <StateMark tone={job.state === 'retrying' ? 'wait' : 'plain'} icon={<Clock aria-hidden />}>
      {stateWords(job)}
    </StateMark>
  );
}

const firstLine = (text: string) => text.split('\n')[0] ?? text;
