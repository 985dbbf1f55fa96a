import { ArrowUpDown, Minus, Pencil, Plus } from 'lucide-react';
import { Fragment } from 'react';
import { Chip } from './chip.tsx';
import { wordDiff } from './word-diff.ts';

/** Two texts, word by word: struck and added, never by colour alone. */
export function Diff({ before, after }: { before: string; after: string }) {
  return (
    <>
      {wordDiff(before, after).map((part, at) => {
        const key = `${at}-${part.kind}`;
        if (part.kind === 'same') return <span key={key}>{part.text}</span>;
        if (part.kind === 'removed')
          return (
            <Fragment key={key}>
              <del className="text-bad-ink line-through decoration-1">{part.text.trimEnd()}</del>{' '}
            </Fragment>
          );
        return (
          <ins key={key} className="rounded-[2px] bg-ok-soft text-ok-ink no-underline">
            {part.text}
          </ins>
        );
      })}
    </>
  );
}

/** How many steps changed, and how. */
export function DiffCounts({
  added,
  removed,
  moved,
  reworded,
}: {
  added: number;
  removed: number;
  moved: number;
  reworded: number;
}) {
  return (
    <div className="flex flex-wrap gap-1.5">
      <Chip tone="ok" icon={<Plus />}>
        added {added}
      </Chip>
      <Chip tone="bad" icon={<Minus />}>
        removed {removed}
      </Chip>
      <Chip tone="info" icon={<ArrowUpDown />}>
        moved {moved}
      </Chip>
      <Chip icon={<Pencil />}>reworded {reworded}</Chip>
    </div>
  );
}
