import { clsx } from 'clsx';

/** The letter of a workspace. */
export function WorkspaceTile({ name, className }: { name: string; className?: string }) {
  return (
    <span
      aria-hidden
      className={clsx(
        'flex size-5 shrink-0 items-center justify-center rounded-1 bg-accent font-strong text-2xs text-on-accent',
        className,
      )}
    >
      {[...name.trim()][0]?.toUpperCase() ?? '?'}
    </span>
  );
}
