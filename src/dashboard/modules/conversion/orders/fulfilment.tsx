import { Ban, Check, CircleAlert, LoaderCircle } from 'lucide-react';
import { Chip } from '../../../ui/chip.tsx';
import { WaitReason } from '../../../ui/waiting.tsx';
import { moment } from '../../../ui/words.ts';
import { Part } from './part.tsx';
import { type Order, type Step, stepWord } from './words.ts';

/** What follows the payment, step by step, each with its state and why it waits. */
export function Fulfilment({ order }: { order: Order }) {
  return (
    <Part title="After the payment">
      {order.fulfilment.length === 0 ? (
        <p className="text-ink-2">Nothing is promised beyond the payment.</p>
      ) : (
        <ol className="flex flex-col gap-2">
          {order.fulfilment.map((step, at) => (
            <li key={step.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="figures w-4 shrink-0 text-ink-3 text-xs" aria-hidden>
                {at + 1}
              </span>
              <span className="min-w-0 flex-1 basis-44 font-medium">{stepWord(step)}</span>
              <State step={step} />
              {step.problem && step.state !== 'done' ? (
                <p className="w-full pl-7 text-ink-2 text-xs">{step.problem}</p>
              ) : null}
            </li>
          ))}
        </ol>
      )}
    </Part>
  );
}

function State({ step }: { step: Step }) {
  if (step.state === 'done')
    return (
      <span className="flex items-center gap-1.5 text-ink-2 text-xs">
        <Check className="size-3.5 text-ok-ink" aria-hidden /> done {step.doneAt ? moment(step.doneAt) : ''}
      </span>
    );
  if (step.state === 'cancelled')
    return (
      <span className="flex items-center gap-1.5 text-ink-2 text-xs">
        <Ban className="size-3.5 text-ink-3" aria-hidden /> not needed any more
        {step.waitReason ? `: ${step.waitReason}` : ''}
      </span>
    );
  if (step.state === 'failed')
    return (
      <Chip tone="bad" icon={<CircleAlert aria-hidden />}>
        failed
      </Chip>
    );
  const next = step.nextAttemptAt && Date.parse(step.nextAttemptAt) > Date.now() ? step.nextAttemptAt : null;
  return (
    <WaitReason
      words={step.state === 'running' ? 'runs now' : next ? `next try ${moment(next)}` : 'waits'}
      cause={`${stepWord(step)} ${step.state === 'unconfirmed' ? 'is not confirmed' : 'waits'}`}
      tone={step.state === 'unconfirmed' ? 'bad' : 'wait'}
      {...(step.state === 'running' && { icon: <LoaderCircle className="animate-spin" /> })}
    >
      <p>{step.waitReason ?? 'It runs in a moment.'}</p>
      {next ? <p className="mt-1">Next try {moment(next)}, your time.</p> : null}
    </WaitReason>
  );
}
