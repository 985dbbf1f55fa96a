import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useRouterState } from '@tanstack/react-router';
import { CircleAlert, Ellipsis } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useAct } from '../../../api/act.ts';
import { send } from '../../../api/client.ts';
import { hasStatus } from '../../../api/problems.ts';
import { readAt } from '../../../api/queries.ts';
import { announce } from '../../../shell/announce.tsx';
import { useKeys } from '../../../shell/keyboard.ts';
import { NoPermissionPage } from '../../../shell/no-permission.tsx';
import { Page } from '../../../shell/page.tsx';
import { NotFoundPage } from '../../../shell/places.tsx';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Segmented } from '../../../ui/choice.tsx';
import { Menu } from '../../../ui/popover.tsx';
import { Details, Section } from '../../../ui/rows.tsx';
import { ErrorBlock, Skeleton } from '../../../ui/states.tsx';
import { RunningCard } from '../../../ui/waiting.tsx';
import { moment, number } from '../../../ui/words.ts';
import type { Passage, Source } from '../shapes.ts';
import { type Marks, Paragraph } from './paragraph.tsx';
import { paragraphsOf, rangeOf } from './segments.ts';
import { SourceEditDialog } from './source-edit.tsx';
import { StepsOf } from './steps-of.tsx';

/** The raw material, with what was made of it in the margin. `#1290-1344` opens at those characters. */
export function SourcePage() {
  const { paths, can } = useWorkspace();
  const navigate = useNavigate();
  const { source: id = '' } = useParams({ strict: false }) as { source?: string };
  const hash = useRouterState({ select: (state) => state.location.hash });
  const cited = useMemo(() => rangeOf(hash), [hash]);
  const [marks, setMarks] = useState<Marks>('all');
  const [editing, setEditing] = useState(false);
  const [at, setAt] = useState<string | undefined>();
  const sheet = useRef<HTMLDivElement>(null);
  const read = useQuery({
    ...readAt<Source>(`/api/v1/sources/${id}`),
    placeholderData: undefined,
    enabled: can('sources.read'),
    refetchInterval: (query) => (query.state.data?.status === 'importing' ? 1500 : false),
  });
  const source = read.data;
  const remove = useAct({
    run: () => send('DELETE', `/api/v1/sources/${id}`),
    changes: ['sources', 'playbooks'],
    says: () => `“${source?.title}” removed. Steps keep its quotes`,
    undo: () => send('POST', `/api/v1/sources/${id}/restorations`, { body: {} }),
    onDone: () => void navigate({ to: paths.sources }),
  });
  const again = useAct({
    run: () => send('POST', `/api/v1/sources/${id}/imports`, { body: {} }),
    changes: ['sources'],
    says: () => 'It is being read again',
  });
  const paragraphs = useMemo(
    () => (source ? paragraphsOf(source.text, source.passages, cited) : []),
    [source, cited],
  );
  const loaded = source !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the hash is the signal to look there.
  useEffect(() => {
    if (!loaded || !cited) return;
    sheet.current?.querySelector('[data-cited]')?.scrollIntoView({ block: 'center' });
  }, [loaded, hash]);

  const goTo = (passage: Passage | undefined) => {
    if (!passage) return announce('Every passage is used.');
    setAt(passage.id);
    const mark = document.getElementById(`passage-${passage.id}`);
    mark?.scrollIntoView({ block: 'center' });
    mark?.focus({ preventScroll: true });
  };
  const nextUnused = () => {
    const unused = source?.passages.filter((passage) => passage.usedIn.length === 0) ?? [];
    const from = source?.passages.find((passage) => passage.id === at)?.start ?? cited?.start ?? -1;
    goTo(unused.find((passage) => passage.start > from) ?? unused[0]);
  };
  useKeys([{ key: 'n', label: 'Next unused passage', group: 'This source', run: nextUnused }]);

  if (!can('sources.read')) return <NoPermissionPage what="Sources" needs="sources.read" />;
  if (hasStatus(read.error, 404)) return <NotFoundPage />;
  const crumbs = [{ label: 'Sources', to: paths.sources }];
  if (!source)
    return (
      <Page title="Source" crumbs={crumbs}>
        <div className="px-gutter py-6">
          {read.error ? (
            <ErrorBlock error={read.error} onRetry={() => void read.refetch()} />
          ) : (
            <Skeleton rows={14} note="Loading the text" />
          )}
        </div>
      </Page>
    );
  const used = source.passages.filter((passage) => passage.usedIn.length > 0).length;
  const writable = can('sources.write');
  const rtl = source.direction === 'rtl';
  return (
    <Page
      title={source.title}
      crumbs={crumbs}
      note={source.expert?.name}
      actions={
        <>
          {source.status === 'ready' && source.passages.length > 0 ? (
            <Button onClick={nextUnused} className="max-phone:hidden">
              Next unused
            </Button>
          ) : null}
          {writable ? (
            <Menu
              label="This source"
              trigger={
                <IconButton label="More for this source" look="secondary" size="sm">
                  <Ellipsis />
                </IconButton>
              }
              groups={[
                {
                  items: [
                    { label: 'Rename, or give to an expert', onChoose: () => setEditing(true) },
                    ...(source.kind === 'paste'
                      ? []
                      : [{ label: 'Read it again', onChoose: () => again.mutate(undefined) }]),
                    { label: 'Remove', danger: true, onChoose: () => remove.mutate(undefined) },
                  ],
                },
              ]}
            />
          ) : null}
        </>
      }
      panelLabel="About this source"
      panel={
        <>
          <Section title="What was made of it">
            <Details
              items={[
                { label: 'Passages', value: number(source.passages.length) },
                { label: 'Used in steps', value: `${number(used)} of ${number(source.passages.length)}` },
                { label: 'Words', value: number(source.wordCount) },
              ]}
            />
            {source.passages.length > 0 ? (
              <div className="mt-3">
                <Segmented<Marks>
                  label="Marks"
                  value={marks}
                  onChange={setMarks}
                  options={[
                    { value: 'all', label: 'All' },
                    { value: 'used', label: `Used ${number(used)}` },
                    { value: 'unused', label: `Unused ${number(source.passages.length - used)}` },
                  ]}
                />
              </div>
            ) : null}
          </Section>
          <Section title="Where it is from">
            <Details
              items={[
                ...(source.url
                  ? [
                      {
                        label: 'Address',
                        value: (
                          <a
                            href={source.url}
                            className="break-all underline underline-offset-2"
                            rel="noreferrer"
                          >
                            {source.url}
                          </a>
                        ),
                      },
                    ]
                  : []),
                ...(source.fileName ? [{ label: 'File', value: source.fileName }] : []),
                ...(source.author ? [{ label: 'Author', value: source.author }] : []),
                { label: 'Added', value: moment(source.createdAt) },
                ...(source.language ? [{ label: 'Language', value: source.language }] : []),
                ...(source.duplicateOf
                  ? [
                      {
                        label: 'Same text as',
                        value: (
                          <Link
                            to={paths.source(source.duplicateOf.id)}
                            className="underline underline-offset-2"
                          >
                            {source.duplicateOf.title}
                          </Link>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
          </Section>
          <StepsOf source={source} />
        </>
      }
    >
      <div ref={sheet} className="mx-auto max-w-[46rem] px-gutter pt-6 pb-24">
        {source.status === 'importing' ? (
          <RunningCard
            title={`Reading ${source.title}`}
            stages={source.stages.map((stage) => ({
              label: stage.count === null ? stage.name : `${stage.name}, ${number(stage.count)}`,
              state: stage.state,
            }))}
            note="You can leave; it goes on."
          />
        ) : null}
        {source.status === 'failed' ? (
          <div role="alert" className="mb-6 flex gap-2.5 rounded-3 border border-bad bg-raised p-4">
            <CircleAlert className="mt-0.5 text-bad-ink" aria-hidden />
            <div>
              <p className="font-strong">It could not be read</p>
              <p className="mt-0.5 text-ink-2">{source.problem?.sentence} It is kept here.</p>
              {writable ? (
                <Button
                  size="sm"
                  className="mt-2.5"
                  busy={again.isPending && 'Starting'}
                  onClick={() => again.mutate(undefined)}
                >
                  Try again
                </Button>
              ) : null}
            </div>
          </div>
        ) : null}
        <div
          lang={source.language ?? undefined}
          dir={source.direction ?? undefined}
          className="font-serif text-edit"
        >
          {paragraphs.map((segments) => (
            <Paragraph
              key={segments[0]?.start}
              segments={segments}
              text={source.text}
              marks={marks}
              at={at}
              rtl={rtl}
            />
          ))}
        </div>
      </div>
      {editing ? <SourceEditDialog source={source} onClose={() => setEditing(false)} /> : null}
    </Page>
  );
}
