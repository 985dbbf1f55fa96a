import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { readPages, rowsOf } from '../../api/queries.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState, ErrorBlock, Skeleton } from '../../ui/states.tsx';
import { moment } from '../../ui/words.ts';
import { replyKind, type Thread } from './words.ts';

const inks = {
  ok: 'text-ok-ink',
  wait: 'text-wait-ink',
  bad: 'text-bad-ink',
  info: 'text-info-ink',
  plain: 'text-ink-2',
};

/** Conversations of one campaign, or of the inbox. */
export function ThreadLines({
  campaign,
  state,
  kind,
  shown,
  empty,
}: {
  campaign?: string | undefined;
  state?: string | undefined;
  kind?: string | undefined;
  /** The one that is open beside the list. */
  shown?: string | undefined;
  empty?: React.ReactNode;
}) {
  const { paths, can } = useWorkspace();
  const found = useInfiniteQuery({
    ...readPages<Thread>('/api/v1/threads', { campaign, state, kind }),
    enabled: can('inbox.read'),
  });
  const rows = rowsOf(found.data);
  if (found.error && rows.length === 0)
    return (
      <div className="p-4">
        <ErrorBlock error={found.error} onRetry={() => void found.refetch()} />
      </div>
    );
  if (found.isLoading) return <Skeleton rows={6} className="px-4" />;
  if (rows.length === 0)
    return (
      <div className="p-4">
        {empty ?? <EmptyState title="No answer yet">Answers land here and in the inbox.</EmptyState>}
      </div>
    );
  return (
    <>
      <ul>
        {rows.map((thread) => (
          <li key={thread.id}>
            <Link
              to={paths.thread(thread.id)}
              search={(now: Record<string, string>) => now}
              data-thread
              aria-current={thread.id === shown ? 'true' : undefined}
              className={clsx(
                'block border-line border-b px-4 py-2.5 outline-offset-[-2px]',
                thread.id === shown ? 'bg-selected' : 'hover:bg-hover/60',
              )}
            >
              <span className="flex items-baseline justify-between gap-3">
                <span className="min-w-0 truncate font-medium">{thread.name ?? thread.email}</span>
                <span className="figures shrink-0 text-ink-3 text-xs">{moment(thread.lastMessageAt)}</span>
              </span>
              <span className="block truncate">{thread.subject || 'No subject'}</span>
              <span className="block truncate text-ink-3 text-xs">{thread.preview}</span>
              <KindLine thread={thread} />
            </Link>
          </li>
        ))}
      </ul>
      {found.hasNextPage ? (
        <div className="px-4 py-3">
          <Button
            look="quiet"
            busy={found.isFetchingNextPage && 'Loading'}
            onClick={() => void found.fetchNextPage()}
          >
            Show older ones
          </Button>
        </div>
      ) : null}
    </>
  );
}

function KindLine({ thread }: { thread: Thread }) {
  if (!thread.kind) return null;
  const { words, tone } = replyKind[thread.kind];
  return (
    <span className={clsx('block font-medium text-xs', thread.needsLook ? 'text-wait-ink' : inks[tone])}>
      {words}
      {thread.certainty && thread.certainty < 1 ? ` ${thread.certainty.toFixed(2)}` : ''}
      {thread.needsLook && thread.kind !== 'other' ? ', please look' : ''}
      {thread.campaign ? '' : ' · nobody we wrote to'}
    </span>
  );
}
