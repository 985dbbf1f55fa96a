import { clsx } from 'clsx';
import { Check, Clock, LoaderCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import { TextButton } from './button.tsx';
import type { Tone } from './chip.tsx';
import { Popover } from './popover.tsx';

interface WaitReasonProps {
  /** Three to five words: "window opens 08:40". */
  words: string;
  /** The cause, as a title: "Daily cap reached on jonas@". */
  cause: string;
  /** Place in line and the next time in the person's zone. */
  children: ReactNode;
  /** Two ways to change it, at most. */
  ways?: { label: string; onChoose: () => void }[];
  tone?: Extract<Tone, 'wait' | 'bad' | 'info'>;
  icon?: ReactNode;
  /** In tables: plain words, colour on the icon only. */
  plain?: boolean;
}

/** Why something waits, when it moves next, and what can be done. One component for mail, post, task, sync and video. */
export function WaitReason({
  words,
  cause,
  children,
  ways,
  tone = 'wait',
  icon = <Clock />,
  plain,
}: WaitReasonProps) {
  const chip = clsx(
    'inline-flex min-h-[1.375rem] max-w-full items-center gap-1.5 rounded-1 text-xs [&_.lucide]:size-3.5',
    plain ? 'text-sm' : 'px-2 font-medium',
    !plain &&
      {
        wait: 'bg-wait-soft text-wait-ink',
        bad: 'bg-bad-soft text-bad-ink',
        info: 'bg-info-soft text-info-ink',
      }[tone],
  );
  const ink = { wait: 'text-wait-ink', bad: 'text-bad-ink', info: 'text-info-ink' }[tone];
  return (
    <Popover
      label={`Why this waits: ${cause}`}
      className="px-3 py-2.5"
      trigger={
        <button type="button" className={chip}>
          <span className={clsx('flex', plain && ink)}>{icon}</span>
          <span className="truncate">{words}</span>
        </button>
      }
    >
      <p className="flex items-center gap-2 font-strong">
        <span className="flex">{icon}</span> {cause}
      </p>
      <div className="mt-1 text-ink-2 text-xs">{children}</div>
      {ways?.length ? (
        <div className="mt-1.5 flex flex-wrap gap-x-4 text-xs">
          {ways.map((way) => (
            <TextButton key={way.label} onClick={way.onChoose}>
              {way.label}
            </TextButton>
          ))}
        </div>
      ) : null}
    </Popover>
  );
}

export interface RunningStage {
  label: ReactNode;
  state: 'done' | 'running' | 'waiting' | 'failed';
}

interface RunningCardProps {
  title: ReactNode;
  /** "about 40 s left"; known after five seconds. */
  aside?: ReactNode;
  /** 0 to 1, when it is known. */
  progress?: number | undefined;
  stages?: RunningStage[];
  note?: ReactNode;
  onStop?: (() => void) | undefined;
  compact?: boolean;
}

/** Work that takes a while: named stages with counts, an estimate, Stop. It can be left and found again. */
export function RunningCard({ title, aside, progress, stages, note, onStop, compact }: RunningCardProps) {
  return (
    <div className={clsx('rounded-3 border border-line bg-raised', compact ? 'px-2.5 py-2' : 'px-3 py-2.5')}>
      <div className="flex items-baseline justify-between gap-2">
        <span className={clsx('min-w-0 truncate font-strong', compact && 'text-xs')}>{title}</span>
        {aside ? <span className="figures shrink-0 text-ink-2 text-xs">{aside}</span> : null}
      </div>
      <div
        role="progressbar"
        aria-label={typeof title === 'string' ? title : 'Running'}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(progress === undefined ? {} : { 'aria-valuenow': Math.round(progress * 100) })}
        className="my-1.5 h-[3px] overflow-hidden rounded-full bg-chart-track"
      >
        <div className="h-full bg-accent" style={{ width: `${100 * (progress ?? 0.06)}%` }} />
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-2 text-xs [&_.lucide]:size-3.5">
        {stages?.map((stage, at) => (
          <span
            key={typeof stage.label === 'string' ? stage.label : at}
            className={clsx('inline-flex items-center gap-1.5', stage.state === 'failed' && 'text-bad-ink')}
          >
            {stage.state === 'done' ? (
              <Check aria-label="done" />
            ) : stage.state === 'running' ? (
              <LoaderCircle className="animate-spin" aria-label="running" />
            ) : null}
            {stage.label}
          </span>
        ))}
        {note ? <span className={clsx('truncate', compact && 'text-2xs')}>{note}</span> : null}
        {onStop ? (
          <TextButton onClick={onStop} className="ml-auto">
            Stop
          </TextButton>
        ) : null}
      </div>
    </div>
  );
}
