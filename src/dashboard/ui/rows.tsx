import { Link } from '@tanstack/react-router';
import { clsx } from 'clsx';
import type { ReactNode } from 'react';

/** A number (or words) that opens its rows: sets `?rows=` on the page it stands on. */
export function OpensRows({
  rows,
  children,
  className,
}: {
  rows: string;
  children: ReactNode;
  className?: string;
}) {
  return (
    <Link
      to="."
      search={(now: Record<string, string>) => ({ ...now, rows })}
      className={clsx('opens-rows rounded-1', className)}
      data-rows={rows}
    >
      {children}
    </Link>
  );
}

/** Label and value, one line each: the details of a record. */
export function Details({
  items,
  width = '7.75rem',
}: {
  items: { label: ReactNode; value: ReactNode }[];
  width?: string;
}) {
  return (
    <dl className="grid gap-y-2" style={{ gridTemplateColumns: `${width} minmax(0, 1fr)` }}>
      {items.map((item, at) => (
        <div key={typeof item.label === 'string' ? item.label : at} className="contents">
          <dt className="text-ink-3">{item.label}</dt>
          <dd className="min-w-0 break-words">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface SectionProps {
  title: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
  id?: string;
}

/** A part of a side panel or page: a heading, something small at its end, then content; a rule above all but the first. */
export function Section({ title, aside, children, className, id }: SectionProps) {
  return (
    <section id={id} className={clsx('border-line border-t py-4 first:border-t-0 first:pt-0', className)}>
      <div className="mb-2 flex items-baseline justify-between gap-3">
        <h2 className="font-strong text-sm">{title}</h2>
        {aside ? <div className="text-ink-3 text-xs">{aside}</div> : null}
      </div>
      {children}
    </section>
  );
}
