import { clsx } from 'clsx';

const apple = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

/** `⌘` reads Ctrl where there is no such key. */
export function keyWord(key: string): string {
  if (apple) return key;
  return key.replace('⌘', 'Ctrl ').replace('⌥', 'Alt ').trim();
}

/** One key or several after each other: `<Kbd keys="G S" />`. */
export function Kbd({ keys, inverse, className }: { keys: string; inverse?: boolean; className?: string }) {
  return (
    <span className={clsx('inline-flex gap-1', className)}>
      {keys.split(' ').map((key, at) => (
        <kbd
          // biome-ignore lint/suspicious/noArrayIndexKey: the same key may be pressed twice.
          key={`${key}-${at}`}
          className={clsx(
            'inline-flex h-[1.125rem] min-w-[1.125rem] items-center justify-center rounded-1 border px-1 font-medium font-sans text-2xs',
            inverse ? 'border-inverse-line text-on-inverse-2' : 'border-line-strong bg-raised text-ink-2',
          )}
        >
          {keyWord(key)}
        </kbd>
      ))}
    </span>
  );
}
