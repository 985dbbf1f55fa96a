import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { read, readPages, rowsOf } from '../../../api/queries.ts';
import type { Shape } from '../../../api/shapes.ts';
import { useUrlState } from '../../../shell/url-state.ts';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Chip, StandIn, type Tone } from '../../../ui/chip.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Drawer } from '../../../ui/dialog.tsx';
import { Details, Section } from '../../../ui/rows.tsx';
import { ErrorBlock, Skeleton } from '../../../ui/states.tsx';
import { moment, number } from '../../../ui/words.ts';
import { SettingsPage } from './frame.tsx';

type Run = Shape<'AiRun'>;

const states: Record<Run['state'], { words: string; tone: Tone }> = {
  reserved: { words: 'Under way', tone: 'info' },
  completed: { words: 'Answered', tone: 'ok' },
  fell_back: { words: 'Built-in composer answered instead', tone: 'wait' },
  refused: { words: 'Refused', tone: 'bad' },
  failed: { words: 'Failed', tone: 'bad' },
  unconfirmed: { words: 'Unconfirmed', tone: 'wait' },
};

const dollars = new Intl.NumberFormat(navigator.language, { style: 'currency', currency: 'USD' });
const smallDollars = new Intl.NumberFormat(navigator.language, {
  style: 'currency',
  currency: 'USD',
  maximumFractionDigits: 4,
});
const cost = (micros: number, small = false) => (small ? smallDollars : dollars).format(micros / 1e6);

/** What models cost this month, and everything they and the built-in composer were asked and answered. */
export function SpendPage() {
  const { can } = useWorkspace();
  const mayRead = can('audit.read');
  const [chosen, setChosen] = useUrlState('run');
  const runs = useInfiniteQuery({ ...readPages<Run>('/api/v1/ai/runs'), enabled: mayRead });
  const rows = rowsOf(runs.data);
  const run = rows.find((row) => row.id === chosen);
  const columns: Column<Run>[] = [
    {
      id: 'task',
      header: 'Task',
      width: '22%',
      cell: (row) => (
        <button
          type="button"
          className="rounded-1 text-left font-medium hover:underline"
          onClick={() => setChosen(row.id)}
        >
          {taskWords(row.task)}
        </button>
      ),
    },
    { id: 'maker', header: 'Made by', quiet: true, cell: (row) => row.maker },
    { id: 'state', header: 'What came of it', cell: (row) => <RunState run={row} /> },
    {
      id: 'tokens',
      header: 'Tokens',
      width: '6rem',
      align: 'end',
      quiet: true,
      cell: (row) => number(row.tokensIn + row.tokensOut),
    },
    { id: 'cost', header: 'Cost', width: '5.5rem', align: 'end', cell: (row) => cost(row.costMicros, true) },
    { id: 'when', header: 'When', width: '9.5rem', quiet: true, cell: (row) => moment(row.startedAt) },
  ];
  return (
    <SettingsPage page="spend" flush>
      <Spend />
      <section aria-label="Transcripts" className="border-line border-t pt-4">
        <h2 className="px-5 pb-1 font-strong max-phone:px-4">Transcripts</h2>
        {!mayRead ? (
          <p className="px-5 pb-4 text-ink-2 max-phone:px-4">
            What was asked and answered can hold anything a source holds. An owner or admin can read it.
          </p>
        ) : runs.error && rows.length === 0 ? (
          <div className="px-5 py-3">
            <ErrorBlock error={runs.error} onRetry={() => void runs.refetch()} />
          </div>
        ) : (
          <DataTable
            caption="What models and the built-in composer were asked"
            columns={columns}
            rows={rows}
            rowKey={(row) => row.id}
            loading={runs.isLoading}
            phone={(row) => ({
              title: (
                <button type="button" onClick={() => setChosen(row.id)}>
                  {taskWords(row.task)}
                </button>
              ),
              note: `${row.maker}, ${states[row.state].words.toLowerCase()}`,
              end: cost(row.costMicros, true),
              endNote: moment(row.startedAt),
            })}
            empty={
              <p className="text-ink-2">Nothing was asked yet. Composing a first draft leaves rows here.</p>
            }
            more={
              runs.hasNextPage
                ? { load: () => void runs.fetchNextPage(), loading: runs.isFetchingNextPage }
                : undefined
            }
          />
        )}
      </section>
      {run ? <RunDrawer run={run} onClose={() => setChosen(undefined)} /> : null}
    </SettingsPage>
  );
}

function Spend() {
  const { can } = useWorkspace();
  const found = useQuery({ ...read('/api/v1/ai/spend'), enabled: can('usage.read') });
  if (found.error)
    return (
      <div className="px-5 py-5">
        <ErrorBlock error={found.error} onRetry={() => void found.refetch()} />
      </div>
    );
  if (!found.data) return <Skeleton rows={2} className="px-5 py-4" />;
  const { month, limitMicros, spentMicros, reservedMicros, state, reason } = found.data;
  const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(
    new Date(month),
  );
  const share = (micros: number) => `${Math.min(100, (100 * micros) / Math.max(1, limitMicros))}%`;
  return (
    <section aria-label="Spend" className="max-w-140 px-5 py-5 max-phone:px-4">
      <div className="flex flex-wrap items-center gap-2.5">
        <h2 className="font-strong text-md">
          {cost(spentMicros)} of {cost(limitMicros)} in {monthName}
        </h2>
        {state === 'stand-in' ? (
          <StandIn>built-in composer</StandIn>
        ) : (
          <Chip tone={state === 'ok' ? 'ok' : 'bad'}>
            {state === 'ok' ? 'Model connected' : 'Model does not answer'}
          </Chip>
        )}
      </div>
      <div
        role="img"
        aria-label={`${cost(spentMicros)} spent, ${cost(reservedMicros)} set aside, of ${cost(limitMicros)}`}
        className="mt-3 flex h-1.5 overflow-hidden rounded-full bg-chart-track"
      >
        <span className="bg-chart-1" style={{ width: share(spentMicros) }} />
        <span className="bg-amount-3" style={{ width: share(reservedMicros) }} />
      </div>
      <p className="mt-2 text-ink-2">
        {state === 'stand-in'
          ? 'No model is connected. The built-in composer works by rules, costs nothing and sends nothing out.'
          : `${cost(reservedMicros)} is set aside for calls under way. At the limit the built-in composer takes over.`}
        {reason ? ` ${reason}` : ''}
      </p>
    </section>
  );
}

function RunState({ run }: { run: Run }) {
  const { words, tone } = states[run.state];
  if (tone === 'bad') return <span className="font-medium text-bad-ink">{words}</span>;
  return <span title={run.reason ?? ''}>{words}</span>;
}

function RunDrawer({ run, onClose }: { run: Run; onClose: () => void }) {
  return (
    <Drawer
      open
      onClose={onClose}
      title={taskWords(run.task)}
      note={`${run.maker}, ${moment(run.startedAt)}`}
    >
      <div className="px-5 py-4">
        <Details
          items={[
            { label: 'What came of it', value: states[run.state].words },
            ...(run.reason ? [{ label: 'Because', value: run.reason }] : []),
            ...(run.error ? [{ label: 'Error', value: run.error }] : []),
            { label: 'Cost', value: cost(run.costMicros, true) },
            { label: 'Tokens', value: `${number(run.tokensIn)} in, ${number(run.tokensOut)} out` },
            ...(run.durationMs === null ? [] : [{ label: 'Took', value: `${number(run.durationMs)} ms` }]),
            { label: 'Tries', value: number(run.attempts) },
            {
              label: 'Task',
              value: (
                <span className="font-mono text-xs">{`${run.task} v${run.taskVersion}, prompt ${run.promptVersion}`}</span>
              ),
            },
          ]}
        />
        <Section title="Answer" className="mt-4">
          <pre
            // biome-ignore lint/a11y/noNoninteractiveTabindex: the drawer has no control, so it is what the keyboard scrolls by.
            tabIndex={0}
            className="whitespace-pre-wrap break-words font-mono text-xs"
          >
            {run.output === null || run.output === undefined
              ? 'None is kept.'
              : JSON.stringify(run.output, null, 2)}
          </pre>
        </Section>
      </div>
    </Drawer>
  );
}

function taskWords(task: string): string {
  const words = task.replaceAll(/[.-]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
