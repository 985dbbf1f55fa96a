import { Check } from 'lucide-react';
import { useAct } from '../../../api/act.ts';
import { send } from '../../../api/client.ts';
import { useWorkspace } from '../../../shell/workspace.ts';
import { StateMark } from '../../../ui/chip.tsx';
import { WaitReason } from '../../../ui/waiting.tsx';
import { moment } from '../../../ui/words.ts';
import { shortReason, stateWords, type Video } from './words.ts';

/** Where a delivery stands; what does not move says why, and when it moves next. */
export function DeliveryState({ video, plain = true }: { video: Video; plain?: boolean }) {
  const { can } = useWorkspace();
  const retry = useAct({
    run: () => send('POST', `/api/v1/videos/${video.id}/deliveries`, {}),
    changes: ['videos', 'video-templates'],
    says: () => `Trying again for ${video.lead.name}`,
  });
  const { delivery } = video;
  if (!delivery) return <StateMark tone="bad">{video.state}</StateMark>;
  const { label, tone } = stateWords[delivery.state];
  const { waitReason, nextAttemptAt } = delivery;
  if (!waitReason)
    return (
      <StateMark tone={tone} icon={<Check />}>
        {label}
      </StateMark>
    );
  const isOver = delivery.state === 'failed' || delivery.state === 'cancelled';
  const mayRetry = isOver && video.state === 'ready' && can('videos.deliver');
  return (
    <WaitReason
      plain={plain}
      tone={tone === 'bad' ? 'bad' : tone === 'info' ? 'info' : 'wait'}
      words={
        nextAttemptAt && delivery.state === 'planned'
          ? `leaves ${moment(nextAttemptAt)}`
          : shortReason(waitReason.code)
      }
      cause={waitReason.sentence}
      ways={mayRetry ? [{ label: 'Try again', onChoose: () => retry.mutate(undefined) }] : []}
    >
      {nextAttemptAt
        ? `Moves by itself ${moment(nextAttemptAt)}.`
        : isOver
          ? 'It does not move by itself any more.'
          : delivery.state === 'unconfirmed'
            ? 'We look every minute. The message can be settled by hand in Settings, Messages.'
            : 'Goes on by itself as soon as that has changed.'}
    </WaitReason>
  );
}
