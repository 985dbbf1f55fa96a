import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { read, readPages, rowsOf } from '../../../api/queries.ts';
import { NoPermissionPage } from '../../../shell/no-permission.tsx';
import { Page } from '../../../shell/page.tsx';
import { useUrlState } from '../../../shell/url-state.ts';
import { useWorkspace } from '../../../shell/workspace.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { EmptyState, ErrorBlock, Skeleton } from '../../../ui/states.tsx';
import { ViewTabs } from '../../../ui/tabs.tsx';
import { moment, number } from '../../../ui/words.ts';
import { DeliveryState } from './delivery-state.tsx';
import { TemplatesPanel } from './templates-panel.tsx';
import { WatchStrip } from './watch-strip.tsx';
import { place, stateWords, type Video } from './words.ts';

/** One template, a film for each person: who got theirs, what they watched. */
export function VideosPage() {
  const { can } = useWorkspace();
  if (!can('videos.read')) return <NoPermissionPage what="Videos" needs="a role that sells" />;
  return <Videos />;
}

const VIEWS: { id: string; label: string; filter: Record<string, string> }[] = [
  { id: 'all', label: 'All', filter: {} },
  { id: 'watched', label: 'Watched', filter: { watched: 'yes' } },
  { id: 'unwatched', label: 'Sent, not watched', filter: { state: 'sent', watched: 'no' } },
  { id: 'waiting', label: 'Waiting', filter: { state: 'planned' } },
  { id: 'unconfirmed', label: 'May have arrived', filter: { state: 'unconfirmed' } },
  { id: 'failed', label: 'Refused', filter: { state: 'failed' } },
];

function Videos() {
  const { paths } = useWorkspace();
  const [view = 'all', setView] = useUrlState('view');
  const [templateId, setTemplate] = useUrlState('template');
  const filter = VIEWS.find(({ id }) => id === view)?.filter ?? {};
  const list = useInfiniteQuery(readPages<Video>('/api/v1/videos', { ...filter, templateId }));
  const templates = useQuery(read('/api/v1/video-templates'));
  const rows = rowsOf(list.data);
  const columns: Column<Video>[] = [
    {
      id: 'person',
      header: 'Person',
      width: '26%',
      cell: (video) => (
        <Link to={paths.video(video.id)} className="block truncate rounded-1 outline-offset-[-2px]">
          <strong>{video.lead.name}</strong>
          {video.lead.company ? <span className="text-ink-3"> {video.lead.company}</span> : null}
        </Link>
      ),
    },
    { id: 'state', header: 'Delivery', width: '12rem', cell: (video) => <DeliveryState video={video} /> },
    {
      id: 'seen',
      header: 'What they played',
      cell: (video) => <WatchStrip seen={video.seen} durationMs={video.durationMs} />,
    },
    {
      id: 'watched',
      header: 'Watched',
      align: 'end',
      width: '8rem',
      cell: (video) =>
        video.watchedMs === 0 && !video.watchedAt ? (
          <span className="text-ink-3">not yet</span>
        ) : (
          `${place(video.watchedMs)} of ${place(video.durationMs)}`
        ),
    },
    {
      id: 'sent',
      header: 'Sent',
      align: 'end',
      width: '9rem',
      quiet: true,
      cell: (video) => (video.delivery?.sentAt ? moment(video.delivery.sentAt) : ''),
    },
  ];
  const none = list.isSuccess && rows.length === 0 && view === 'all' && !templateId;
  return (
    <Page
      title="Videos"
      note={rows.length > 0 ? `${number(rows.length)}${list.hasNextPage ? ' and more' : ''}` : null}
      head={
        none ? null : (
          <ViewTabs
            value={view}
            onChange={(next) => setView(next === 'all' ? undefined : next)}
            views={VIEWS}
          />
        )
      }
      panelLabel="Templates"
      panel={
        templates.error && !templates.data ? (
          <ErrorBlock error={templates.error} onRetry={() => void templates.refetch()} />
        ) : templates.data ? (
          <TemplatesPanel
            templates={templates.data.data}
            chosen={templateId}
            onChoose={(id) => setTemplate(id)}
          />
        ) : (
          <Skeleton rows={3} note="Loading the templates" />
        )
      }
    >
      {list.error && rows.length === 0 ? (
        <div className="px-5 py-6">
          <ErrorBlock
            error={list.error}
            safe="Films that are planned leave as planned."
            onRetry={() => void list.refetch()}
          />
        </div>
      ) : (
        <DataTable
          caption="Videos"
          columns={columns}
          rows={rows}
          rowKey={(video) => video.id}
          rowHref={(video) => paths.video(video.id)}
          loading={list.isPending}
          more={
            list.hasNextPage
              ? { load: () => void list.fetchNextPage(), loading: list.isFetchingNextPage }
              : undefined
          }
          phone={(video) => ({
            title: video.lead.name,
            note:
              video.delivery?.waitReason?.sentence ?? stateWords[video.delivery?.state ?? 'planned'].label,
            end: `${place(video.watchedMs)} of ${place(video.durationMs)}`,
            endNote: video.watchedAt ? 'watched' : 'seen',
          })}
          empty={
            none ? (
              <EmptyState title="No film yet.">
                When somebody raises their hand, their film is made from the template and mailed. Six scenes
                are ready to fill.
              </EmptyState>
            ) : (
              <EmptyState title="None in this view.">
                {view === 'failed' ? 'No mail server has refused a film.' : 'Choose another view above.'}
              </EmptyState>
            )
          }
        />
      )}
    </Page>
  );
}
