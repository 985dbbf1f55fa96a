import { clsx } from 'clsx';
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { sentenceOf } from '../api/problems.ts';
import { TextButton } from './button.tsx';

interface EmptyStateProps {
  title: ReactNode;
  children: ReactNode;
  /** What to do first; at most one filled button. */
  actions?: ReactNode;
  boxed?: boolean;
}

/** Says what to do first. Never an illustration, never an apology. */
export function EmptyState({ title, children, actions, boxed = true }: EmptyStateProps) {
  return (
    <div className={clsx('max-w-140', boxed ? 'rounded-3 border border-line bg-raised p-5' : 'py-6')}>
      <h2 className="font-strong text-md">{title}</h2>
      <div className="mt-1 text-ink-2">{children}</div>
      {actions ? <div className="mt-3 flex flex-wrap gap-2">{actions}</div> : null}
    </div>
  );
}

interface ErrorBlockProps {
  error: unknown;
  /** What is safe: "Your draft is saved." */
  safe?: ReactNode;
  onRetry?: () => void;
  actions?: ReactNode;
}

/** The block that failed: what happened, what is safe, one action, the correlation id. The rest of the page stays usable. */
export function ErrorBlock({ error, safe, onRetry, actions }: ErrorBlockProps) {
  const said = sentenceOf(error);
  return (
    <div role="alert" className="flex max-w-140 gap-2.5 rounded-3 border border-bad bg-raised p-4">
      <CircleAlert className="mt-0.5 text-bad-ink" aria-hidden />
      <div className="min-w-0">
        <p className="font-strong">{said.title}</p>
        {said.detail || safe ? (
          <p className="mt-0.5 text-ink-2">
            {said.detail} {safe}
          </p>
        ) : null}
        <div className="mt-1.5 flex flex-wrap items-center gap-x-4 text-xs">
          {onRetry ? <TextButton onClick={onRetry}>Try again</TextButton> : null}
          {actions}
          {said.id ? <span className="font-mono text-ink-3">{said.id}</span> : null}
        </div>
      </div>
    </div>
  );
}

/** A grey bar in the place of words to come. */
export function Bone({ className }: { className?: string }) {
  return <span className={clsx('block h-2 rounded-1 bg-press', className ?? 'w-40')} />;
}

/** Still bars in the final shape, from 300 ms on; over four seconds say with `note` what is being counted. */
export function Skeleton({
  rows = 6,
  note,
  className,
}: {
  rows?: number;
  note?: string;
  className?: string;
}) {
  const widths = ['w-44', 'w-32', 'w-52', 'w-36', 'w-48', 'w-40'];
  return (
    <div className={clsx('appear-late', className)}>
      <p className="sr-only" role="status">
        {note ?? 'Loading'}
      </p>
      <div aria-hidden>
        {Array.from({ length: rows }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: bars have no identity.
          <div key={`row-${row + 1}`} className="flex h-row items-center gap-4 border-line border-b">
            <Bone className="h-4 w-4" />
            <Bone className={widths[row % widths.length] ?? 'w-40'} />
            <Bone className="ml-auto w-14" />
          </div>
        ))}
      </div>
    </div>
  );
}

/** A quiet line with an icon on a sunken ground: what holds, what is safe. */
export function Note({
  icon,
  tone = 'plain',
  children,
}: {
  icon?: ReactNode;
  tone?: 'plain' | 'wait' | 'bad';
  children: ReactNode;
}) {
  return (
    <div
      className={clsx(
        'flex gap-2.5 rounded-2 px-3 py-2 text-xs [&_.lucide]:mt-px',
        tone === 'plain' && 'bg-canvas text-ink-2',
        tone === 'wait' && 'bg-wait-soft text-wait-ink',
        tone === 'bad' && 'bg-bad-soft text-bad-ink',
      )}
    >
      {icon}
      <div>{children}</div>
    </div>
  );
}
