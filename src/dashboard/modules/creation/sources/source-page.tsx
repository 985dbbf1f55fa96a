import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useRouterState } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { BookOpenText, CircleAlert, Ellipsis } from 'lucide-react';
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
import { moment, number, plural } from '../../../ui/words.ts';
import { placeOf } from '../editor/citation-sheet.tsx';
import type { Passage, Source } from '../shapes.ts';
import { paragraphsOf, rangeOf } from './segments.ts';
import { SourceEditDialog } from './source-edit.tsx';

type Marks = 'all' | 'used' | 'unused';

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

interface ParagraphProps {
  segments: ReturnType<typeof paragraphsOf>[number];
  text: string;
  marks: Marks;
  at: string | undefined;
  rtl: boolean;
}

function Paragraph({ segments, text, marks, at, rtl }: ParagraphProps) {
  const whole = text.slice(segments[0]?.start ?? 0, segments.at(-1)?.end ?? 0);
  if (!whole.trim()) return null;
  const passages = [
    ...new Set(segments.map((segment) => segment.passage).filter((passage) => passage !== undefined)),
  ];
  const uses = passages.flatMap((passage) => passage.usedIn);
  const time = passages.find((passage) => passage.timeMs !== null || passage.page !== null);
  return (
    <div className="relative mb-2.5 grid grid-cols-[minmax(0,1fr)_7.5rem] gap-x-5 max-phone:grid-cols-1">
      <p className="m-0 whitespace-pre-wrap break-words">
        {segments.map((segment) => {
          const words = text.slice(segment.start, segment.end).replace(/\n+$/, '');
          if (!words) return null;
          const { passage } = segment;
          const used = passage !== undefined && passage.usedIn.length > 0;
          const shown = passage !== undefined && (marks === 'all' || (marks === 'used') === used);
          const first = passage?.start === segment.start;
          return (
            <span
              key={segment.start}
              {...(first ? { id: `passage-${passage.id}`, tabIndex: -1 } : {})}
              {...(segment.cited ? { 'data-cited': true } : {})}
              className={clsx(
                'scroll-my-24 rounded-[2px] outline-offset-2',
                segment.cited
                  ? 'marked bg-mark-strong!'
                  : shown && used
                    ? 'marked'
                    : shown &&
                      marks === 'unused' &&
                      'decoration-line-control decoration-1 underline underline-offset-[0.28em] [text-decoration-style:dashed]',
                passage && passage.id === at && 'outline-2 outline-focus',
              )}
            >
              {words}
            </span>
          );
        })}
      </p>
      <div className={clsx('pt-1 font-sans text-2xs text-ink-2', rtl && 'text-right')} dir="ltr">
        {time ? <span className="block text-ink-3">{placeOf({ ...time, speaker: null })}</span> : null}
        <UsesMargin uses={uses} />
        {passages.length > 0 && uses.length === 0 && marks !== 'used' ? (
          <span className="text-ink-3">{plural(passages.length, 'passage')}, unused</span>
        ) : null}
      </div>
    </div>
  );
}

/** The steps a paragraph stands behind, each once. */
function UsesMargin({ uses }: { uses: Passage['usedIn'] }) {
  const { paths } = useWorkspace();
  const each = [...new Map(uses.map((use) => [`${use.playbookId} ${use.stepPosition}`, use])).values()].sort(
    (one, other) => one.stepPosition - other.stepPosition,
  );
  return (
    <span className="flex flex-wrap gap-x-2">
      {each.map((use) => (
        <Link
          key={`${use.playbookId} ${use.stepPosition}`}
          to={paths.playbook(use.playbookSlug, use.stepPosition)}
          title={`${use.playbookTitle}: ${use.stepTitle}`}
          className="opens-rows inline-flex min-h-target items-center"
        >
          {use.stepPosition === 0 ? 'Promise' : `Step ${use.stepPosition}`}
        </Link>
      ))}
    </span>
  );
}

/** The steps that rest on this source. */
function StepsOf({ source }: { source: Source }) {
  const { paths } = useWorkspace();
  const counted = new Map<string, { use: Passage['usedIn'][number]; count: number }>();
  for (const use of source.passages.flatMap((passage) => passage.usedIn)) {
    const key = `${use.playbookId} ${use.stepPosition}`;
    counted.set(key, { use, count: (counted.get(key)?.count ?? 0) + 1 });
  }
  const rows = [...counted.values()].sort(
    (one, other) =>
      one.use.playbookTitle.localeCompare(other.use.playbookTitle) ||
      one.use.stepPosition - other.use.stepPosition,
  );
  if (rows.length === 0)
    return source.status === 'ready' ? <Section title="Steps">No step rests on it yet.</Section> : null;
  return (
    <Section title="Steps that rest on it">
      <ul>
        {rows.map(({ use, count }) => (
          <li key={`${use.playbookId} ${use.stepPosition}`}>
            <Link
              to={paths.playbook(use.playbookSlug, use.stepPosition)}
              className="flex items-baseline gap-2 border-line border-b py-1.5 hover:bg-hover"
            >
              <BookOpenText className="size-3.5 self-center text-ink-3" aria-hidden />
              <span className="min-w-0 flex-1 truncate">
                {use.stepPosition === 0 ? use.playbookTitle : `${use.stepPosition}. ${use.stepTitle}`}
              </span>
              <span className="figures shrink-0 text-ink-3 text-xs">{plural(count, 'passage')}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
