import { Link } from '@tanstack/react-router';
import { clsx } from 'clsx';
import type { ReactNode } from 'react';

/** A number of an answer that opens its rows beside the conversation: sets `?opened=`. */
export function OpensAnswer({
  opens,
  children,
  className,
}: {
  opens: string;
  children: ReactNode;
  className?: string;
}) {
  return (
    <Link
      to="."
      search={(now: Record<string, string>) => ({ ...now, opened: opens })}
      resetScroll={false}
      className={clsx('opens-rows rounded-1', className)}
    >
      {children}
    </Link>
  );
}
