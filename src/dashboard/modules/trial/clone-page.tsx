import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { send } from '../../api/client.ts';
import { hasStatus } from '../../api/problems.ts';
import { readAt, readPages, rowsOf } from '../../api/queries.ts';
import { useKeys } from '../../shell/keyboard.ts';
import { NoPermissionPage } from '../../shell/no-permission.tsx';
import { Page } from '../../shell/page.tsx';
import { NotFoundPage } from '../../shell/places.tsx';
import { useUrlState } from '../../shell/url-state.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { ErrorBlock, Skeleton } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { ClonePanel } from './clone-panel.tsx';
import { CloneSettings } from './clone-settings.tsx';
import { CloneTests } from './clone-tests.tsx';
import { CloneTurns } from './clone-turns.tsx';
import { type CloneRecord, cloneStates, type Turn } from './clone-words.ts';
import { CorrectDialog } from './correct-dialog.tsx';

/** One clone: what it was asked left, what the answers rest on right, its test set and its terms. */
export function ClonePage() {
  const { can } = useWorkspace();
  const { clone: id = '' } = useParams({ strict: false }) as { clone?: string };
  if (!can('clones.read') && !can('own-clone.correct'))
    return <NoPermissionPage what="Clones" needs="clones.read" />;
  return <Loaded id={id} key={id} />;
}

function Loaded({ id }: { id: string }) {
  const { paths, can } = useWorkspace();
  const isExpert = !can('clones.read');
  const record = useQuery({
    ...readAt<CloneRecord>(`/api/v1/clones/${id}`),
    placeholderData: undefined,
    enabled: !isExpert,
    refetchInterval: (query) => (query.state.data?.testRun?.state === 'running' ? 1500 : false),
  });
  const own = useQuery({
    ...readAt<{ data: CloneRecord[] }>('/api/v1/own-clones'),
    enabled: isExpert,
  });
  const clone = isExpert ? own.data?.data.find((one) => one.id === id) : record.data;
  const failed = record.error ?? own.error;
  if (hasStatus(failed, 404) || (isExpert && own.data && !clone)) return <NotFoundPage />;
  if (clone) return <Open clone={{ ...clone, testRun: clone.testRun ?? null }} isExpert={isExpert} />;
  return (
    <Page title="Clone" crumbs={[{ label: 'Clones', to: paths.clones }]}>
      <div className="px-gutter py-6">
        {failed ? (
          <ErrorBlock error={failed} onRetry={() => void (isExpert ? own : record).refetch()} />
        ) : (
          <Skeleton rows={10} note="Loading the clone" />
        )}
      </div>
    </Page>
  );
}

function Open({ clone, isExpert }: { clone: CloneRecord; isExpert: boolean }) {
  const { paths, can } = useWorkspace();
  const [tab = 'asked', setTab] = useUrlState('tab');
  const [chosen, choose] = useUrlState('turn');
  const [correcting, setCorrecting] = useState<Turn | null>(null);
  const base = isExpert ? '/api/v1/own-clones' : '/api/v1/clones';
  const turns = useInfiniteQuery(readPages<Turn>(`${base}/${clone.id}/turns`));
  const rows = rowsOf(turns.data);
  const turn = rows.find(({ id }) => id === chosen) ?? rows[0];
  const step = (by: number) => {
    const next =
      rows[Math.min(rows.length - 1, Math.max(0, rows.findIndex(({ id }) => id === turn?.id) + by))];
    if (next) choose(next.id);
  };
  useKeys([
    { key: 'j', label: 'Next question', group: 'This page', run: () => step(1) },
    { key: 'k', label: 'Question before', group: 'This page', run: () => step(-1) },
    {
      key: 'e',
      label: 'Correct the answer',
      group: 'This page',
      run: () => turn?.answer && setCorrecting(turn),
    },
  ]);
  const tabs = [
    { id: 'asked', label: 'Asked and answered' },
    ...(isExpert ? [] : [{ id: 'tests', label: 'Test set', count: clone.testRun?.questions }]),
    ...(can('clones.write') ? [{ id: 'terms', label: 'Terms' }] : []),
  ];
  return (
    <Page
      title={clone.name}
      crumbs={[{ label: 'Clones', to: paths.clones }]}
      note={`${cloneStates[clone.state].words}, reads “${clone.playbook.title}”`}
      actions={<Acts clone={clone} />}
      panelLabel="What it rests on"
      panel={<ClonePanel clone={clone} turn={tab === 'asked' ? turn : undefined} isExpert={isExpert} />}
    >
      <Tabs
        label="Parts of this clone"
        tabs={tabs}
        value={tab}
        onChange={(next) => setTab(next === 'asked' ? undefined : next)}
      >
        {tab === 'tests' ? (
          <CloneTests clone={clone} />
        ) : tab === 'terms' ? (
          <CloneSettings clone={clone} />
        ) : (
          <CloneTurns
            clone={clone}
            turns={turns}
            rows={rows}
            chosen={turn?.id}
            onChoose={choose}
            onCorrect={setCorrecting}
          />
        )}
      </Tabs>
      {correcting ? (
        <CorrectDialog base={`${base}/${clone.id}`} turn={correcting} onClose={() => setCorrecting(null)} />
      ) : null}
    </Page>
  );
}

function Acts({ clone }: { clone: CloneRecord }) {
  const { can } = useWorkspace();
  const pause = useAct({
    run: () => send('DELETE', `/api/v1/clones/${clone.id}/publications`),
    changes: ['clones'],
    says: () => 'Readers no longer see it. What was asked is kept',
    undo: () => send('POST', `/api/v1/clones/${clone.id}/publications`, { body: {} }),
  });
  const publish = useAct({
    run: () => send('POST', `/api/v1/clones/${clone.id}/publications`, { body: {} }),
    changes: ['clones'],
    says: () => 'Readers who passed the gate can ask it now',
    undo: () => send('DELETE', `/api/v1/clones/${clone.id}/publications`),
  });
  const { right } = clone.testRun ?? { right: null };
  const blocked =
    clone.testRun?.state === 'running'
      ? 'The test set is running'
      : !right || right.value < clone.passingRate
        ? `The test set is below ${Math.round(100 * clone.passingRate)}%`
        : false;
  return (
    <>
      <a
        href={clone.publicUrl}
        target="_blank"
        rel="noreferrer"
        className={buttonClass('quiet', 'sm', 'max-phone:hidden')}
      >
        <ExternalLink aria-hidden /> Where it stands
      </a>
      {!can('clones.publish') ? null : clone.state === 'published' ? (
        <Button busy={pause.isPending && 'Pausing'} onClick={() => pause.mutate(undefined)}>
          Pause
        </Button>
      ) : (
        <Button
          look="primary"
          busy={publish.isPending && 'Publishing'}
          blocked={blocked}
          onClick={() => publish.mutate(undefined)}
        >
          Publish clone
        </Button>
      )}
    </>
  );
}
