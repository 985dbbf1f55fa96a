import { Check, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Chip } from './chip.tsx';
import { Marked, MarkNumber } from './marks.tsx';
import { Popover } from './popover.tsx';

interface CitationProps {
  number: number;
  /** The cited words, as they stand in the step. Left out, only the number shows. */
  children?: ReactNode;
  source: ReactNode;
  /** "14 Sep · 00:23:41" or "page 12". */
  place?: ReactNode;
  /** Whether the passage says it word for word. */
  verbatim: boolean;
  /** The sentence in its context: before, the passage, after. */
  before?: string;
  passage: string;
  after?: string;
  /** Open source, Play, Replace. */
  actions?: ReactNode;
}

/** A yellow span and its number; opens the passage where it was said. */
export function Citation({
  number,
  children,
  source,
  place,
  verbatim,
  before,
  passage,
  after,
  actions,
}: CitationProps) {
  return (
    <>
      {children ? <Marked>{children}</Marked> : null}
      <Popover
        label={`Source ${number}`}
        trigger={
          <button
            type="button"
            aria-label={`Source ${number}`}
            className="relative ml-1 inline-flex rounded-[3px] after:absolute after:-inset-1 after:content-['']"
          >
            <MarkNumber>{number}</MarkNumber>
          </button>
        }
      >
        <div className="flex items-center gap-2 border-line border-b px-3 py-2">
          <MarkNumber>{number}</MarkNumber>
          <span className="font-strong">{source}</span>
          {place ? <span className="text-ink-3 text-xs">{place}</span> : null}
          <span className="ml-auto">
            {verbatim ? (
              <Chip tone="ok" icon={<Check />}>
                Word for word
              </Chip>
            ) : (
              <Chip tone="wait" icon={<TriangleAlert />}>
                Not word for word
              </Chip>
            )}
          </span>
        </div>
        <p className="px-3 py-3 font-serif text-ink-3 text-quote">
          {before ? `…${before} ` : null}
          <Marked>{passage}</Marked>
          {after ? ` ${after}${/[.!?…]$/.test(after) ? '' : '…'}` : null}
        </p>
        {actions ? <div className="flex flex-wrap gap-1.5 px-2 pb-2">{actions}</div> : null}
      </Popover>
    </>
  );
}
