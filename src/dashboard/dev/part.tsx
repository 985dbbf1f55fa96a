import type { ReactNode } from 'react';

/** A titled part of the gallery. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="min-w-0">
      <h2 className="mb-3 border-line border-b pb-2 font-strong">{title}</h2>
      {children}
    </section>
  );
}
