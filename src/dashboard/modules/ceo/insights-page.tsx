import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import { useAct } from '../../api/act.ts';
import { send } from '../../api/client.ts';
import { read, readPages, rowsOf } from '../../api/queries.ts';
import type { Shape } from '../../api/shapes.ts';
import { NoPermissionPage } from '../../shell/no-permission.tsx';
import { Page } from '../../shell/page.tsx';
import { useUrlState } from '../../shell/url-state.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/choice.tsx';
import { Section } from '../../ui/rows.tsx';
import { EmptyState, ErrorBlock, Skeleton } from '../../ui/states.tsx';
import { moment, plural } from '../../ui/words.ts';
import { DoneAlone } from './done-alone.tsx';
import { InsightDrawer } from './insight-drawer.tsx';
import { InsightEntry } from './insight-entry.tsx';
import { StoppedNote } from './stopped-note.tsx';
import { type Insight, rightWords, touched } from './words.ts';

type Run = Shape<'CeoRun'>;

/** Everything the machine saw, how sure it was, and what came of it. */
export function InsightsPage() {
  const { can } = useWorkspace();
  if (!can('insights.read')) return <NoPermissionPage what="Insights" needs="insights.read" />;
  return <Insights />;
}

const views = { open: 'open,acted', all: undefined } as const;

function Insights() {
  const { can } = useWorkspace();
  const [view = 'open', setView] = useUrlState('view');
  const [chosen, choose] = useUrlState('insight');
  const state = views[view === 'all' ? 'all' : 'open'];
  const found = useInfiniteQuery(readPages<Insight>('/api/v1/insights', { ...(state ? { state } : {}) }));
  const runs = useQuery(read('/api/v1/ceo/runs', { params: { query: { limit: 1 } } }));
  const actions = useQuery({
    ...read('/api/v1/actions', { params: { query: { limit: 200 } } }),
    enabled: can('actions.read'),
  });
  const detectors = useQuery(read('/api/v1/detectors'));
  const rows = rowsOf(found.data);
  const last = runs.data?.data[0];
  return (
    <Page
      title="Insights"
      note={last ? `Looked ${moment(last.finishedAt ?? last.startedAt)}` : undefined}
      actions={
        <>
          <Segmented
            label="Which insights"
            value={view === 'all' ? 'all' : 'open'}
            onChange={(next) => setView(next === 'open' ? undefined : next)}
            options={[
              { value: 'open', label: 'Now' },
              { value: 'all', label: 'All' },
            ]}
          />
          <LookNow />
        </>
      }
      panelLabel="How often it was right"
      panel={<Reliability detectors={detectors} />}
    >
      <div className="pb-10">
        <div className="px-gutter pt-4 empty:hidden max-phone:px-4">
          <StoppedNote />
        </div>
        {found.error && !found.data ? (
          <div className="px-gutter py-5">
            <ErrorBlock error={found.error} onRetry={() => void found.refetch()} />
          </div>
        ) : found.isPending ? (
          <Skeleton className="px-gutter" rows={5} note="Loading what was seen" />
        ) : rows.length === 0 ? (
          <div className="px-gutter py-6 max-phone:px-4">
            <Nothing last={last} all={view === 'all'} />
          </div>
        ) : (
          <section aria-label="What it saw" className="px-gutter pt-3 max-phone:px-4">
            <ul>
              {rows.map((insight) => (
                <InsightEntry
                  key={insight.id}
                  insight={insight}
                  detector={detectors.data?.data.find(({ key }) => key === insight.detector)}
                  actions={(actions.data?.data ?? []).filter(({ insightId }) => insightId === insight.id)}
                  onOpen={() => choose(insight.id)}
                />
              ))}
            </ul>
            {found.hasNextPage ? (
              <Button
                look="quiet"
                busy={found.isFetchingNextPage && 'Loading'}
                onClick={() => void found.fetchNextPage()}
              >
                Show older ones
              </Button>
            ) : null}
          </section>
        )}
        {can('actions.read') ? <DoneAlone actions={actions.data?.data} /> : null}
      </div>
      {chosen ? <InsightDrawer key={chosen} id={chosen} onClose={() => choose(undefined)} /> : null}
    </Page>
  );
}

function LookNow() {
  const { can } = useWorkspace();
  const look = useAct({
    run: () => send<Run>('POST', '/api/v1/ceo/runs', { body: {} }),
    changes: touched,
    says: (_: undefined, run) => `Looked: ${runWords(run)}`,
  });
  if (!can('insights.write')) return null;
  return (
    <Button icon={<RefreshCw />} busy={look.isPending && 'Looking'} onClick={() => look.mutate(undefined)}>
      Look now
    </Button>
  );
}

const runWords = ({ insights, proposed, done }: Run): string =>
  insights === 0
    ? 'nothing to see.'
    : `${plural(insights, 'thing')} seen, ${proposed} new to approve, ${done} done alone.`;

function Nothing({ last, all }: { last: Run | undefined; all: boolean }) {
  if (!last)
    return (
      <EmptyState title="It has not looked yet.">
        <em className="not-italic font-medium text-ink">Look now</em> counts your leads, posts, tasks and
        mails once. Nothing leaves the house until you allow it.
      </EmptyState>
    );
  return (
    <EmptyState title={all ? 'Nothing was ever seen.' : 'Nothing to see right now.'}>
      The last look, {moment(last.startedAt)}, found nothing that asks for something. What it looks for stands
      beside.
    </EmptyState>
  );
}

function Reliability({
  detectors,
}: {
  detectors: { data?: { data: Shape<'Detector'>[] } | undefined; error: unknown; refetch: () => unknown };
}) {
  if (detectors.error && !detectors.data)
    return <ErrorBlock error={detectors.error} onRetry={() => void detectors.refetch()} />;
  if (!detectors.data) return <Skeleton rows={5} note="Loading what it looks for" />;
  return (
    <Section title="What it looks for" aside="certainty">
      <ul>
        {detectors.data.data.map((detector) => (
          <li key={detector.key} className="border-line border-t py-2.5 first:border-t-0 first:pt-0">
            <div className="flex items-baseline justify-between gap-3">
              <span className="min-w-0 font-medium">{detector.name}</span>
              <span className="figures shrink-0">{detector.certainty.toFixed(2)}</span>
            </div>
            <span
              role="img"
              aria-label={`certainty ${detector.certainty.toFixed(2)}, at first ${detector.prior.toFixed(2)}`}
              className="mt-1.5 block h-1.5 overflow-hidden rounded-full bg-chart-track"
            >
              <span className="block h-full bg-chart-1" style={{ width: `${100 * detector.certainty}%` }} />
            </span>
            <p className="mt-1 text-ink-2 text-xs">
              {rightWords(detector)}
              {detector.isActive ? '' : ', switched off'}
            </p>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-ink-3 text-xs">
        It begins with a guess and gives way to how often it was right. A decline counts against it.
      </p>
    </Section>
  );
}
