import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { read } from '../../../api/queries.ts';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Section } from '../../../ui/rows.tsx';
import { moment } from '../../../ui/words.ts';
import { DeliveryState } from './delivery-state.tsx';
import { WatchStrip } from './watch-strip.tsx';
import { place } from './words.ts';

/** The films of one person and what they played of them. Nothing while there is none. */
export function VideosOfLead({ leadId }: { leadId: string }) {
  const { can, paths } = useWorkspace();
  const videos = useQuery({
    ...read('/api/v1/videos', { params: { query: { leadId } } }),
    enabled: can('videos.read'),
  });
  const rows = videos.data?.data ?? [];
  if (rows.length === 0) return null;
  return (
    <Section title={rows.length === 1 ? 'Their film' : 'Their films'}>
      {rows.map((video) => (
        <div key={video.id} className="mb-3">
          <div className="mb-1.5 flex items-baseline justify-between gap-3">
            <Link
              to={paths.video(video.id)}
              className="rounded-1 underline decoration-line-strong underline-offset-3"
            >
              {moment(video.createdAt)}
            </Link>
            <DeliveryState video={video} />
          </div>
          <WatchStrip seen={video.seen} durationMs={video.durationMs} />
          <p className="mt-1 text-ink-2 text-xs">
            {video.watchedMs > 0
              ? `Played ${place(video.watchedMs)} of ${place(video.durationMs)}`
              : 'Not played yet'}
            {video.watchedAt ? `, watched ${moment(video.watchedAt)}` : ''}
          </p>
        </div>
      ))}
    </Section>
  );
}
