import { BookOpen, FileText, Link2, UserRound } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Shape } from '../../api/shapes.ts';
import { TextButton } from '../../ui/button.tsx';
import { moment, plural } from '../../ui/words.ts';
import { PlaceLink } from './place-link.tsx';

type Change = Shape<'Home'>['changes'][number];

const shownAtFirst = 6;

/** What happened last, newest first; each line leads to the thing it is about. */
export function Changes({ changes, days }: { changes: Change[]; days: number }) {
  const [all, setAll] = useState(false);
  const shown = all ? changes : changes.slice(0, shownAtFirst);
  return (
    <section aria-label="What changed" className="px-gutter pt-5 pb-2">
      <div className="mb-1 flex items-baseline justify-between gap-4">
        <h2 className="font-strong">What changed</h2>
        <span className="text-ink-2 text-xs">
          {changes.length > 0 ? `newest ${plural(changes.length, 'change')} of ${days} days` : ''}
        </span>
      </div>
      {changes.length === 0 ? (
        <p className="py-2 text-ink-2">
          Nothing changed in {days} days. What is published, read or answered appears here.
        </p>
      ) : (
        <ol>
          {shown.map((change) => (
            <li
              key={`${change.at}-${change.sentence}`}
              className="flex min-h-11 items-center gap-3 border-line border-t py-2 first:border-t-0"
            >
              <span className="flex text-info-ink">{iconOf(change.href)}</span>
              <span className="min-w-0 flex-1 font-strong">
                {change.href ? (
                  <PlaceLink href={change.href} className="rounded-1 hover:underline">
                    {change.sentence}
                  </PlaceLink>
                ) : (
                  change.sentence
                )}
              </span>
              <time dateTime={change.at} className="figures shrink-0 text-ink-2 text-xs">
                {moment(change.at)}
              </time>
            </li>
          ))}
        </ol>
      )}
      {!all && changes.length > shownAtFirst ? (
        <TextButton onClick={() => setAll(true)}>Show {changes.length - shownAtFirst} more</TextButton>
      ) : null}
    </section>
  );
}

function iconOf(href: string | null): ReactNode {
  if (href?.startsWith('/leads')) return <UserRound aria-hidden />;
  if (href?.startsWith('/links')) return <Link2 aria-hidden />;
  if (href?.startsWith('/sources')) return <FileText aria-hidden />;
  return <BookOpen aria-hidden />;
}
