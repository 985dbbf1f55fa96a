import { clsx } from 'clsx';
import type { ReactNode } from 'react';

/** Words a source stands behind. Yellow means exactly this. */
export function Marked({
  children,
  strong,
  className,
}: {
  children: ReactNode;
  strong?: boolean;
  className?: string;
}) {
  return <mark className={clsx('marked', strong && 'bg-mark-strong!', className)}>{children}</mark>;
}

/** The small yellow number or word after a marked span: "1", "Step 3", "2 passages". */
export function MarkNumber({ children }: { children: ReactNode }) {
  return (
    <span className="figures inline-flex h-[1.0625rem] min-w-[1.0625rem] items-center justify-center rounded-[3px] bg-mark px-1 align-[0.08em] font-sans font-strong text-[0.6875rem] text-mark-ink leading-none">
      {children}
    </span>
  );
}

/** Words a source should stand behind, and does not. Never a number. */
export function NoPassage({ children }: { children: ReactNode }) {
  return (
    <span className="red-wave" title="No passage">
      {children}
      <span className="sr-only"> (no passage)</span>
    </span>
  );
}
