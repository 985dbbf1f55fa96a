import { clsx } from 'clsx';
import { Plug } from 'lucide-react';
import type { ReactNode } from 'react';

export type Tone = 'ok' | 'wait' | 'bad' | 'info' | 'plain';

const fills: Record<Tone, string> = {
  ok: 'bg-ok-soft text-ok-ink',
  wait: 'bg-wait-soft text-wait-ink',
  bad: 'bg-bad-soft text-bad-ink',
  info: 'bg-info-soft text-info-ink',
  plain: 'border border-line bg-canvas text-ink-2',
};

const inks: Record<Tone, string> = {
  ok: 'text-ok-ink',
  wait: 'text-wait-ink',
  bad: 'text-bad-ink',
  info: 'text-info-ink',
  plain: 'text-ink-3',
};

const dots: Record<Tone, string> = {
  ok: 'bg-ok',
  wait: 'bg-wait',
  bad: 'bg-bad',
  info: 'bg-info',
  plain: 'border border-line-control bg-transparent',
};

interface ChipProps {
  tone?: Tone;
  icon?: ReactNode;
  children: ReactNode;
  className?: string;
}

/** A state in words, filled. For headers and cards; tables use `StateMark`. */
export function Chip({ tone = 'plain', icon, children, className }: ChipProps) {
  return (
    <span
      className={clsx(
        'inline-flex h-[1.375rem] shrink-0 items-center gap-1.5 whitespace-nowrap rounded-1 px-2 font-medium text-xs [&_.lucide]:size-3.5',
        fills[tone],
        className,
      )}
    >
      {icon}
      {children}
    </span>
  );
}

/** A state in a table: colour on the icon only, the words stay plain unless something is wrong. */
export function StateMark({ tone = 'plain', icon, children, className }: ChipProps) {
  return (
    <span
      className={clsx(
        'inline-flex min-w-0 max-w-full items-center gap-2 align-middle',
        tone === 'bad' ? 'font-medium text-bad-ink' : 'text-ink',
        className,
      )}
    >
      {icon ? <span className={clsx('flex', inks[tone])}>{icon}</span> : null}
      <span className="truncate">{children}</span>
    </span>
  );
}

/** A dot with its word: health, verdict against a target. */
export function DotMark({ tone = 'plain', children, className }: Omit<ChipProps, 'icon'>) {
  return (
    <span className={clsx('inline-flex items-center gap-2', className)}>
      <span className={clsx('size-[0.4375rem] shrink-0 rounded-full', dots[tone])} aria-hidden />
      <span>{children}</span>
    </span>
  );
}

/** A local stand-in for an outside service. Dashed means exactly this, everywhere. */
export function StandIn({
  children,
  className,
  plug = true,
}: {
  children: ReactNode;
  className?: string;
  plug?: boolean;
}) {
  return (
    <span
      className={clsx(
        'inline-flex h-[1.375rem] shrink-0 items-center gap-1.5 whitespace-nowrap rounded-1 border border-line-control border-dashed px-2 font-medium text-ink-2 text-xs [&_.lucide]:size-3.5',
        className,
      )}
    >
      {plug ? <Plug aria-hidden /> : null}
      {children}
      <span className="sr-only"> (local stand-in)</span>
    </span>
  );
}

const faces = [
  'bg-accent-soft text-accent-text',
  'bg-ok-soft text-ok-ink',
  'bg-wait-soft text-wait-ink',
  'bg-bad-soft text-bad-ink',
  'bg-info-soft text-info-ink',
];

/** Up to two letters for a name: "Anouk Verrin" → "AV". */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return (
    letters
      .map((word) => [...(word ?? '')][0] ?? '')
      .join('')
      .toUpperCase() || '?'
  );
}

/** A person, in two letters. The name is beside it or in its label. */
export function Avatar({
  name,
  size = 'sm',
  label,
  you,
}: {
  name: string;
  size?: 'sm' | 'md' | 'lg';
  label?: boolean;
  /** The person who looks; always in the accent. */
  you?: boolean;
}) {
  const tint = you
    ? faces[0]
    : faces[[...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % faces.length];
  return (
    <span
      className={clsx(
        'inline-flex shrink-0 items-center justify-center rounded-full font-strong',
        tint,
        size === 'sm' && 'size-[1.375rem] text-[0.5938rem]',
        size === 'md' && 'size-8 text-xs',
        size === 'lg' && 'size-10 text-sm',
      )}
      {...(label ? { role: 'img', 'aria-label': name, title: name } : { 'aria-hidden': true })}
    >
      {initials(name)}
    </span>
  );
}
