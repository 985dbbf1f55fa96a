import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { ChevronRight, CircleAlert, Hand, RotateCcw } from 'lucide-react';
import { useAct } from '../../api/act.ts';
import { send } from '../../api/client.ts';
import { read } from '../../api/queries.ts';
import type { Shape } from '../../api/shapes.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { ReasonList } from '../../ui/record.tsx';
import { ErrorBlock } from '../../ui/states.tsx';
import { WaitReason } from '../../ui/waiting.tsx';
import { moment, number, shortDay } from '../../ui/words.ts';
import { type HandRaise, linesOf } from './signal-words.ts';
import { SumBar } from './sum-bar.tsx';

interface EntryProps {
  hand: HandRaise;
  /** The largest sum of the list. */
  most: number;
  isOpen: boolean;
  onToggle: () => void;
}

/** One raised hand: who, how far above the line; open, with every signal and what it set off. */
export function HandRaiseEntry({ hand, most, isOpen, onToggle }: EntryProps) {
  const { lead } = hand;
  const note = [lead.company, hand.playbook?.title].filter(Boolean).join(' · ');
  return (
    <li className="border-line border-b" data-hand={hand.id}>
      <h2>
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={onToggle}
          className="flex w-full items-center gap-4 px-gutter py-2.5 text-left font-regular hover:bg-hover/60 max-phone:flex-wrap max-phone:gap-y-1"
        >
          <ChevronRight aria-hidden className={clsx('size-3.5 shrink-0 text-ink-3', isOpen && 'rotate-90')} />
          <span className="min-w-0 flex-1">
            <strong className="block truncate font-strong">{lead.name}</strong>
            <span className="block truncate text-ink-2 text-xs">{note || lead.email}</span>
          </span>
          {hand.rearmedAt ? <Chip icon={<RotateCcw />}>Armed again</Chip> : null}
          <span className="w-52 shrink-0 max-phone:order-last max-phone:w-full max-phone:pl-7">
            <SumBar total={hand.total} line={hand.threshold} most={most} words />
          </span>
          <time
            dateTime={hand.raisedAt}
            className="w-28 shrink-0 text-right text-ink-2 text-xs max-phone:w-auto"
          >
            {moment(hand.raisedAt)}
          </time>
        </button>
      </h2>
      {isOpen ? <Opened hand={hand} /> : null}
    </li>
  );
}

function Opened({ hand }: { hand: HandRaise }) {
  const { paths, can } = useWorkspace();
  const { lead } = hand;
  const rearm = useAct({
    run: () => send('POST', `/api/v1/hand-raises/${hand.id}/rearmings`),
    changes: ['hand-raises', 'hand-raise-rules', 'hand-raise-previews'],
    says: () => `The next signal of ${lead.name} can raise their hand again`,
  });
  const lines = linesOf(hand.signals.map((signal) => ({ ...signal, points: signal.weight })));
  return (
    <div className="grid gap-x-10 gap-y-5 px-gutter pt-1 pb-5 pl-[calc(var(--spacing-gutter)+1.875rem)] max-phone:pl-gutter tablet:grid-cols-[minmax(0,1fr)_15rem]">
      <section aria-label={`Why ${lead.name} raised their hand`}>
        <ReasonList reasons={lines.map(({ points, text, at }) => ({ points, text, aside: shortDay(at) }))} />
        <p className="mt-2 border-line border-t pt-2 text-ink-2 text-xs">
          <strong className="figures font-strong text-ink">{number(hand.total)}</strong> in all when the hand
          went up, {moment(hand.raisedAt)}. Readiness now{' '}
          <strong className="figures font-strong text-ink">{number(hand.readinessScore)}</strong>.
        </p>
      </section>
      <section aria-label="What it set off" className="flex flex-col items-start gap-4">
        {can('videos.read') ? <SetOff leadId={lead.id} raisedAt={hand.raisedAt} /> : null}
        <div className="flex flex-wrap gap-2">
          <ButtonLink to={paths.lead(lead.id)} look="primary">
            Open lead
          </ButtonLink>
          {can('signals.write') && !hand.rearmedAt ? (
            <Button
              look="secondary"
              icon={<RotateCcw />}
              busy={rearm.isPending && 'Arming'}
              onClick={() => rearm.mutate(undefined)}
            >
              Arm again
            </Button>
          ) : null}
        </div>
        {hand.rearmedAt ? (
          <p className="text-ink-2 text-xs">
            Armed again {moment(hand.rearmedAt)}: their next signal can raise it once more.
          </p>
        ) : null}
      </section>
    </div>
  );
}

/** The personal video that came of it: where it is, and what holds it up. */
function SetOff({ leadId, raisedAt }: { leadId: string; raisedAt: string }) {
  const videos = useQuery(read('/api/v1/videos', { params: { query: { leadId } } }));
  if (videos.error && !videos.data)
    return <ErrorBlock error={videos.error} onRetry={() => void videos.refetch()} />;
  const video = videos.data?.data.find(({ createdAt }) => createdAt >= raisedAt);
  if (videos.isPending) return null;
  if (!video)
    return (
      <p className="flex gap-2 text-ink-2">
        <Hand className="mt-0.5 size-3.5 shrink-0" aria-hidden />
        <span>Nothing yet. A video is made from a published playbook.</span>
      </p>
    );
  return (
    <div className="flex flex-col items-start gap-1.5">
      <p>
        Personal video, {number(Math.round(video.durationMs / 60_000))} min, made {moment(video.createdAt)}.
      </p>
      <Delivery video={video} />
      {video.watchedAt ? <p>Watched {moment(video.watchedAt)}.</p> : null}
      <a
        href={`${video.url}?preview=yes`}
        target="_blank"
        rel="noreferrer"
        className="rounded-1 underline decoration-line-strong underline-offset-3"
      >
        Open their page
      </a>
    </div>
  );
}

function Delivery({ video: { id, delivery } }: { video: Shape<'Video'> }) {
  const { paths, can } = useWorkspace();
  const again = useAct({
    run: () => send('POST', `/api/v1/videos/${id}/deliveries`),
    changes: ['videos'],
    says: () => 'The video goes out again',
  });
  if (!delivery) return null;
  if (delivery.sentAt) return <p className="text-ink-2">Sent {moment(delivery.sentAt)}.</p>;
  if (!delivery.waitReason) return null;
  const isBad = delivery.state === 'failed' || delivery.state === 'unconfirmed';
  return (
    <WaitReason
      words={isBad ? 'Video not sent' : 'Video waits'}
      cause={isBad ? 'The video was not sent' : 'The video waits'}
      tone={isBad ? 'bad' : 'wait'}
      {...(isBad ? { icon: <CircleAlert /> } : {})}
      {...(delivery.state === 'failed' && can('videos.deliver')
        ? { ways: [{ label: 'Send it again', onChoose: () => again.mutate(undefined) }] }
        : {})}
    >
      <p>{delivery.waitReason.sentence}</p>
      {delivery.nextAttemptAt ? <p>Moves next {moment(delivery.nextAttemptAt)}.</p> : null}
      <Link to={paths.videos} className="rounded-1 underline underline-offset-3">
        See the videos
      </Link>
    </WaitReason>
  );
}
