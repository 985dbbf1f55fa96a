import { Link } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { useWorkspace } from '../../../shell/workspace.ts';
import { plural } from '../../../ui/words.ts';
import { placeOf } from '../editor/citation-sheet.tsx';
import type { Passage } from '../shapes.ts';
import type { Segment } from './segments.ts';

export type Marks = 'all' | 'used' | 'unused';

interface ParagraphProps {
  segments: Segment[];
  text: string;
  marks: Marks;
  at: string | undefined;
  rtl: boolean;
}

/** A paragraph of the source with its marks, and in the margin what was made of it. */
export function Paragraph({ segments, text, marks, at, rtl }: ParagraphProps) {
  const whole = text.slice(segments[0]?.start ?? 0, segments.at(-1)?.end ?? 0);
  if (!whole.trim()) return null;
  const passages = [
    ...new Set(segments.map((segment) => segment.passage).filter((passage) => passage !== undefined)),
  ];
  const uses = passages.flatMap((passage) => passage.usedIn);
  const time = passages.find((passage) => passage.timeMs !== null || passage.page !== null);
  return (
    <div className="relative mb-2.5 grid grid-cols-[minmax(0,1fr)_7.5rem] gap-x-5 max-phone:grid-cols-1">
      <p className="m-0 whitespace-pre-wrap break-words">
        {segments.map((segment) => {
          const words = text.slice(segment.start, segment.end).replace(/\n+$/, '');
          if (!words) return null;
          const { passage } = segment;
          const used = passage !== undefined && passage.usedIn.length > 0;
          const shown = passage !== undefined && (marks === 'all' || (marks === 'used') === used);
          const first = passage?.start === segment.start;
          return (
            <span
              key={segment.start}
              {...(first ? { id: `passage-${passage.id}`, tabIndex: -1 } : {})}
              {...(segment.cited ? { 'data-cited': true } : {})}
              className={clsx(
                'scroll-my-24 rounded-[2px] outline-offset-2',
                segment.cited
                  ? 'marked bg-mark-strong!'
                  : shown && used
                    ? 'marked'
                    : shown &&
                      marks === 'unused' &&
                      'decoration-line-control decoration-1 underline underline-offset-[0.28em] [text-decoration-style:dashed]',
                passage && passage.id === at && 'outline-2 outline-focus',
              )}
            >
              {words}
            </span>
          );
        })}
      </p>
      <div className={clsx('pt-1 font-sans text-2xs text-ink-2', rtl && 'text-right')} dir="ltr">
        {time ? <span className="block text-ink-3">{placeOf({ ...time, speaker: null })}</span> : null}
        <UsesMargin uses={uses} />
        {passages.length > 0 && uses.length === 0 && marks !== 'used' ? (
          <span className="text-ink-3">{plural(passages.length, 'passage')}, unused</span>
        ) : null}
      </div>
    </div>
  );
}

/** The steps a paragraph stands behind, each once. */
function UsesMargin({ uses }: { uses: Passage['usedIn'] }) {
  const { paths } = useWorkspace();
  const each = [...new Map(uses.map((use) => [`${use.playbookId} ${use.stepPosition}`, use])).values()].sort(
    (one, other) => one.stepPosition - other.stepPosition,
  );
  return (
    <span className="flex flex-wrap gap-x-2">
      {each.map((use) => (
        <Link
          key={`${use.playbookId} ${use.stepPosition}`}
          to={paths.playbook(use.playbookSlug, use.stepPosition)}
          title={`${use.playbookTitle}: ${use.stepTitle}`}
          className="opens-rows inline-flex min-h-target items-center"
        >
          {use.stepPosition === 0 ? 'Promise' : `Step ${use.stepPosition}`}
        </Link>
      ))}
    </span>
  );
}
