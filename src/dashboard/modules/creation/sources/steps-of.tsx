import { Link } from '@tanstack/react-router';
import { BookOpenText } from 'lucide-react';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Section } from '../../../ui/rows.tsx';
import { plural } from '../../../ui/words.ts';
import type { Passage, Source } from '../shapes.ts';

/** The steps that rest on this source. */
export function StepsOf({ source }: { source: Source }) {
  const { paths } = useWorkspace();
  const counted = new Map<string, { use: Passage['usedIn'][number]; count: number }>();
  for (const use of source.passages.flatMap((passage) => passage.usedIn)) {
    const key = `${use.playbookId} ${use.stepPosition}`;
    counted.set(key, { use, count: (counted.get(key)?.count ?? 0) + 1 });
  }
  const rows = [...counted.values()].sort(
    (one, other) =>
      one.use.playbookTitle.localeCompare(other.use.playbookTitle) ||
      one.use.stepPosition - other.use.stepPosition,
  );
  if (rows.length === 0)
    return source.status === 'ready' ? <Section title="Steps">No step rests on it yet.</Section> : null;
  return (
    <Section title="Steps that rest on it">
      <ul>
        {rows.map(({ use, count }) => (
          <li key={`${use.playbookId} ${use.stepPosition}`}>
            <Link
              to={paths.playbook(use.playbookSlug, use.stepPosition)}
              className="flex items-baseline gap-2 border-line border-b py-1.5 hover:bg-hover"
            >
              <BookOpenText className="size-3.5 self-center text-ink-3" aria-hidden />
              <span className="min-w-0 flex-1 truncate">
                {use.stepPosition === 0 ? use.playbookTitle : `${use.stepPosition}. ${use.stepTitle}`}
              </span>
              <span className="figures shrink-0 text-ink-3 text-xs">{plural(count, 'passage')}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
