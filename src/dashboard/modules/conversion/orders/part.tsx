import { type ReactNode, useId } from 'react';

/** A part of the record: a heading, something small at its end, content. */
export function Part({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <div className="mb-2 flex items-baseline justify-between gap-3 border-line border-b pb-1.5">
        <h2 id={id} className="font-strong text-md">
          {title}
        </h2>
        {aside ? <div className="text-ink-3 text-xs">{aside}</div> : null}
      </div>
      {children}
    </section>
  );
}
