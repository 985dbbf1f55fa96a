import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ExternalLink } from 'lucide-react';
import { read } from '../../../api/queries.ts';
import { NoPermissionPage } from '../../../shell/no-permission.tsx';
import { Page } from '../../../shell/page.tsx';
import { useWorkspace } from '../../../shell/workspace.ts';
import { buttonClass } from '../../../ui/button.tsx';
import { Details, Section } from '../../../ui/rows.tsx';
import { ErrorBlock, Note, Skeleton } from '../../../ui/states.tsx';
import { moment } from '../../../ui/words.ts';
import { DeliveryState } from './delivery-state.tsx';
import { FactsList, FieldsList, LeftOutNote } from './video-parts.tsx';
import { WatchStrip } from './watch-strip.tsx';
import { kindWords, place, type VideoRecord } from './words.ts';

/** The film of one person: its scenes, what went in and from where, what they watched. */
export function VideoPage() {
  const { can } = useWorkspace();
  if (!can('videos.read')) return <NoPermissionPage what="Videos" needs="a role that sells" />;
  return <Loaded />;
}

function Loaded() {
  const { paths } = useWorkspace();
  const { video: id = '' } = useParams({ strict: false }) as { video?: string };
  const video = useQuery(read('/api/v1/videos/{id}', { params: { path: { id } } }));
  if (video.data) return <Film video={video.data} />;
  return (
    <Page title="Video" crumbs={[{ label: 'Videos', to: paths.videos }]}>
      <div className="px-gutter py-6">
        {video.error ? (
          <ErrorBlock error={video.error} onRetry={() => void video.refetch()} />
        ) : (
          <Skeleton rows={6} note="Loading the film" />
        )}
      </div>
    </Page>
  );
}

function Film({ video }: { video: VideoRecord }) {
  const { paths } = useWorkspace();
  return (
    <Page
      title={video.lead.name}
      note={<span className="max-phone:hidden">{video.template.name}</span>}
      crumbs={[{ label: 'Videos', to: paths.videos }]}
      actions={
        video.state === 'ready' ? (
          <a
            href={`${video.url}?preview=yes`}
            target="_blank"
            rel="noreferrer"
            className={buttonClass('secondary', 'sm')}
          >
            <ExternalLink aria-hidden /> Open their page
          </a>
        ) : null
      }
      panelLabel="Delivery and what went in"
      panel={<Panel video={video} />}
    >
      <div className="max-w-3xl px-gutter py-5">
        <LeftOutNote leftOut={video.personalisation.leftOut} />
        {video.scenes.length === 0 ? (
          <Note>
            {video.state === 'expired'
              ? 'What this film held is gone; what was watched stays as a count.'
              : 'The film is made as soon as its template is published.'}
          </Note>
        ) : null}
        <ol>
          {video.scenes.map((scene) => (
            <li key={scene.position} className="border-line border-b py-4 first:pt-1">
              <div className="mb-1 flex items-baseline justify-between gap-3">
                <h2 className="font-strong">
                  <span className="figures mr-2 font-normal text-ink-3">{place(scene.startMs)}</span>
                  {scene.title}
                </h2>
                <span className="figures shrink-0 text-ink-2 text-xs">
                  {place(scene.watchedMs)} of {place(scene.durationMs)}
                </span>
              </div>
              <WatchStrip
                seen={video.seen
                  .map(({ fromMs, toMs }) => ({
                    fromMs: Math.max(0, fromMs - scene.startMs),
                    toMs: Math.min(scene.durationMs, toMs - scene.startMs),
                  }))
                  .filter(({ fromMs, toMs }) => toMs > fromMs)}
                durationMs={scene.durationMs}
              />
              <details className="mt-2 text-sm">
                <summary className="cursor-pointer rounded-1 text-ink-3 text-xs">
                  {kindWords[scene.kind]}: what it says
                </summary>
                <p className="mt-1.5 whitespace-pre-line text-ink-2">{scene.narration}</p>
              </details>
            </li>
          ))}
        </ol>
      </div>
    </Page>
  );
}

function Panel({ video }: { video: VideoRecord }) {
  const { paths } = useWorkspace();
  return (
    <>
      <Section title="Delivery" aside={<DeliveryState video={video} plain={false} />}>
        <Details
          items={[
            {
              label: 'Person',
              value: (
                <Link to={paths.lead(video.lead.id)} className="rounded-1 underline underline-offset-3">
                  {video.lead.name}
                </Link>
              ),
            },
            { label: 'Made', value: moment(video.createdAt) },
            { label: 'Sent', value: video.delivery?.sentAt ? moment(video.delivery.sentAt) : 'not yet' },
            {
              label: 'Watched',
              value: video.watchedAt
                ? `${moment(video.watchedAt)}: half of it, or the offer`
                : `${place(video.watchedMs)} so far, up to ${place(video.furthestMs)}`,
            },
            { label: 'Ends in', value: video.offer?.name ?? 'no offer' },
            { label: 'Page until', value: video.expiresAt ? moment(video.expiresAt) : 'no end' },
          ]}
        />
      </Section>
      <FieldsList fields={video.personalisation.fields} />
      <FactsList facts={video.facts} />
    </>
  );
}
