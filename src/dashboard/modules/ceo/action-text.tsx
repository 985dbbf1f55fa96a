import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../../ui/button.tsx';
import { PlaceLink } from './place-link.tsx';
import type { Action } from './words.ts';

type Item = Action['items'][number];

/** The words for one of the people, with the way to the next one. */
export function ActionText({ action }: { action: Action }) {
  const [at, setAt] = useState(0);
  const item = action.items[Math.min(at, action.items.length - 1)];
  if (!item) return null;
  const many = action.items.length > 1;
  return (
    <div>
      {many ? (
        <div className="mb-1 flex items-center gap-1">
          <p className="flex min-w-0 flex-1 gap-1.5 text-ink-2 text-xs" aria-live="polite">
            <span className="min-w-0 truncate">
              To <Name item={item} />
            </span>
            <span className="figures shrink-0">
              · {at + 1} of {action.items.length}
            </span>
          </p>
          <IconButton label="Person before" size="sm" disabled={at === 0} onClick={() => setAt(at - 1)}>
            <ChevronLeft />
          </IconButton>
          <IconButton
            label="Next person"
            size="sm"
            disabled={at >= action.items.length - 1}
            onClick={() => setAt(at + 1)}
          >
            <ChevronRight />
          </IconButton>
        </div>
      ) : item.subjectType === 'lead' ? (
        <p className="mb-1 text-ink-2 text-xs">
          To <Name item={item} />
        </p>
      ) : null}
      <ItemWords item={item} />
    </div>
  );
}

function Name({ item }: { item: Item }) {
  if (item.subjectType !== 'lead') return item.name;
  return (
    <PlaceLink
      href={`/leads/${item.subjectId}`}
      className="rounded-1 font-medium text-ink underline decoration-line-strong underline-offset-3"
    >
      {item.name}
    </PlaceLink>
  );
}

/** Title and text as they would be used, line by line. */
function ItemWords({ item }: { item: Item }) {
  return (
    <>
      <p className="break-words font-medium">{item.title}</p>
      {item.text ? <p className="mt-0.5 whitespace-pre-line break-words">{item.text}</p> : null}
    </>
  );
}

/** What the note under the text says: whether everybody gets the same. */
export function textNote({ items }: Action): string | undefined {
  if (items.length < 2) return undefined;
  const texts = new Set(items.map(({ title, text }) => `${title}\n${text}`));
  return texts.size === 1 ? 'the same text for everybody' : 'different text for each person';
}
