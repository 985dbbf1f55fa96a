import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { read, readPages, rowsOf } from '../../api/queries.ts';
import { useKeys } from '../../shell/keyboard.ts';
import { NoPermissionPage } from '../../shell/no-permission.tsx';
import { Page } from '../../shell/page.tsx';
import { useUrlState } from '../../shell/url-state.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/choice.tsx';
import { EmptyState, ErrorBlock, Skeleton } from '../../ui/states.tsx';
import { number } from '../../ui/words.ts';
import { HandRaiseEntry } from './hand-raise-entry.tsx';
import { TheLine, WhatFollows } from './hand-raise-line.tsx';
import { WhatCounts } from './signal-rules.tsx';
import { countWords, type HandRaise } from './signal-words.ts';

/** Who is ready, and why. */
export function HandRaisesPage() {
  const { can } = useWorkspace();
  if (!can('signals.read'))
    return <NoPermissionPage what="Hand-raises" needs="a role that works with leads" />;
  return <HandRaises />;
}

const useRules = () => useQuery(read('/api/v1/hand-raise-rules'));
const useSignalRules = () => useQuery(read('/api/v1/signal-rules'));

/** What stands in the address while every row is folded. */
const NONE = 'none';

function HandRaises() {
  const [state = 'raised', setState] = useUrlState('state');
  const [chosen, choose] = useUrlState('hand');
  const hands = useInfiniteQuery(readPages<HandRaise>('/api/v1/hand-raises', { state }));
  const rules = useRules();
  const signals = useSignalRules();
  const rows = rowsOf(hands.data);
  const most = Math.max(0, ...rows.map(({ total }) => total));
  const open = chosen ?? rows[0]?.id;
  const step = (by: number) => {
    const at = rows.findIndex(({ id }) => id === open);
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + by))];
    if (next) choose(next.id);
  };
  useKeys([
    { key: 'j', label: 'Next hand', group: 'This page', run: () => step(1) },
    { key: 'k', label: 'Hand before', group: 'This page', run: () => step(-1) },
  ]);
  const raised = rules.data?.data.reduce((sum, rule) => sum + rule.raised, 0);
  const active = signals.data?.data.filter(({ isActive }) => isActive).length ?? 0;
  return (
    <Page
      title="Hand-raises"
      note={raised === undefined ? null : <span className="figures">{number(raised)}</span>}
      actions={
        <Segmented
          label="Which hands"
          value={state}
          onChange={(next) => setState(next === 'raised' ? undefined : next)}
          options={[
            { value: 'raised', label: 'Up' },
            { value: 'rearmed', label: 'Armed again' },
          ]}
        />
      }
      panelLabel="The line and what counts"
      panel={<Rules rules={rules} signals={signals} />}
    >
      {hands.error && !hands.data ? (
        <div className="px-gutter py-5">
          <ErrorBlock
            error={hands.error}
            safe="Nothing that was raised is lost."
            onRetry={() => void hands.refetch()}
          />
        </div>
      ) : hands.isPending ? (
        <Skeleton className="px-gutter" rows={8} note="Loading the raised hands" />
      ) : rows.length === 0 ? (
        <div className="px-gutter py-6">
          <Nobody state={state} active={active} />
        </div>
      ) : (
        <>
          <ul aria-label="Raised hands, newest first">
            {rows.map((hand) => (
              <HandRaiseEntry
                key={hand.id}
                hand={hand}
                most={most}
                isOpen={hand.id === open}
                onToggle={() => choose(hand.id === open ? NONE : hand.id)}
              />
            ))}
          </ul>
          {hands.hasNextPage ? (
            <div className="px-gutter py-3">
              <Button
                look="quiet"
                busy={hands.isFetchingNextPage && 'Loading'}
                onClick={() => void hands.fetchNextPage()}
              >
                Show more
              </Button>
            </div>
          ) : null}
        </>
      )}
    </Page>
  );
}

function Nobody({ state, active }: { state: string; active: number }) {
  if (state === 'rearmed')
    return (
      <EmptyState title="No hand was armed again.">
        A hand goes up once. Armed again, the next signal of the same person can raise it once more.
      </EmptyState>
    );
  return (
    <EmptyState title="Nobody yet.">
      {countWords(active)};{' '}
      <a href="#what-counts" className="rounded-1 underline decoration-line-strong underline-offset-3">
        change them
      </a>
      . When the signs of one person reach the line, their name stands here with every sign that made it.
    </EmptyState>
  );
}

function Rules({
  rules,
  signals,
}: {
  rules: ReturnType<typeof useRules>;
  signals: ReturnType<typeof useSignalRules>;
}) {
  const failed = (rules.error && !rules.data && rules) || (signals.error && !signals.data && signals);
  if (failed) return <ErrorBlock error={failed.error} onRetry={() => void failed.refetch()} />;
  const rule = rules.data?.data.find(({ playbook, isActive }) => playbook === null && isActive);
  return (
    <>
      {rule ? (
        <>
          <TheLine rule={rule} />
          <WhatFollows rule={rule} />
        </>
      ) : rules.data ? (
        <p className="pb-4 text-ink-2">No line stands, so no hand goes up.</p>
      ) : null}
      {signals.data ? (
        <WhatCounts rules={signals.data.data} />
      ) : (
        <Skeleton rows={6} note="Loading the rules" />
      )}
    </>
  );
}
