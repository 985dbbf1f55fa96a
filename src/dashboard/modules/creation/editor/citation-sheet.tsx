import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Check, TriangleAlert } from 'lucide-react';
import { Popover } from 'radix-ui';
import { hasStatus } from '../../../api/problems.ts';
import { readAt } from '../../../api/queries.ts';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Marked, MarkNumber } from '../../../ui/marks.tsx';
import { Bone } from '../../../ui/states.tsx';
import type { Citation, PassageInContext } from '../shapes.ts';
import { clockOf } from '../words.ts';
import { useDesk } from './desk.ts';
import { uncite } from './fields.ts';
import { useStore } from './use-draft.ts';

/** The passage behind a number: where it was said, whether word for word, the sentence in its context. */
export function CitationSheet({ sources }: { sources: { id: string; title: string }[] }) {
  const { opened, openCitation } = useDesk();
  return (
    <Popover.Root open={opened !== undefined} onOpenChange={(open) => !open && openCitation(undefined)}>
      <Popover.Anchor virtualRef={{ current: opened?.anchor ?? document.body }} />
      <Popover.Portal>
        {opened ? (
          <Popover.Content
            key={`${opened.citation.sourceId} ${opened.citation.start} ${opened.number}`}
            aria-label={`Source ${opened.number}`}
            align="start"
            alignOffset={-48}
            sideOffset={10}
            collisionPadding={12}
            tabIndex={-1}
            onOpenAutoFocus={(event) => {
              event.preventDefault();
              (event.currentTarget as HTMLElement).focus();
            }}
            onCloseAutoFocus={(event) => {
              event.preventDefault();
              opened.anchor.focus();
            }}
            className="rise z-(--z-popover) w-96 max-w-[calc(100vw-1.5rem)] rounded-3 border border-line-strong bg-raised shadow-3 outline-none"
          >
            <Sheet sourceTitle={sources.find((source) => source.id === opened.citation.sourceId)?.title} />
          </Popover.Content>
        ) : null}
      </Popover.Portal>
    </Popover.Root>
  );
}

function Sheet({ sourceTitle }: { sourceTitle: string | undefined }) {
  const { opened, openCitation, cite, writable } = useDesk();
  const store = useStore();
  const { paths, can } = useWorkspace();
  const citation = opened?.citation as Citation;
  const passage = useQuery({
    ...readAt<PassageInContext>(`/api/v1/passages/${citation.passageId}`),
    enabled: citation.passageId !== undefined && can('sources.read'),
    placeholderData: undefined,
  });
  if (!opened) return null;
  const gone = hasStatus(passage.error, 404);
  const told = passage.data ? inContext(passage.data, citation) : undefined;
  return (
    <>
      <div className="flex items-center gap-2 border-line border-b px-3 py-2">
        <MarkNumber>{opened.number}</MarkNumber>
        <span className="min-w-0 truncate font-strong">
          {passage.data?.source.title ?? sourceTitle ?? 'A source that was removed'}
        </span>
        <span className="shrink-0 text-ink-3 text-xs">
          {passage.data ? placeOf({ ...passage.data, speaker: null }) : null}
        </span>
        <span className="ml-auto">
          {told ? (
            told.wordForWord ? (
              <Chip tone="ok" icon={<Check />}>
                Word for word
              </Chip>
            ) : (
              <Chip tone="wait" icon={<TriangleAlert />}>
                Not word for word
              </Chip>
            )
          ) : null}
        </span>
      </div>
      <p className="max-h-72 overflow-y-auto px-3 py-3 font-serif text-ink-3 text-quote" tabIndex={-1}>
        {told?.before ? `…${told.before}` : null}
        <Marked>{citation.quote}</Marked>
        {told?.after ? (/[.!?…]$/.test(told.after) ? told.after : `${told.after}…`) : null}
        {passage.isLoading ? <Bone className="mt-3 w-64" /> : null}
      </p>
      {gone ? (
        <p className="px-3 pb-3 text-ink-2 text-xs">
          Its source was removed. The quote is kept as it was said.
        </p>
      ) : null}
      <div className="flex flex-wrap gap-1.5 px-2 pb-2">
        {gone ? null : (
          <Link
            to={paths.source(citation.sourceId)}
            hash={`${citation.start}-${citation.end}`}
            className={buttonClass('secondary')}
          >
            Open source
          </Link>
        )}
        {writable ? (
          <span className="ml-auto flex gap-1.5">
            <Button
              look="quiet"
              onClick={() => {
                openCitation(undefined);
                store.change((draft) => uncite(draft, opened.place, citation));
              }}
            >
              Remove
            </Button>
            <Button
              look="quiet"
              onClick={() => {
                openCitation(undefined);
                cite(opened.place, citation);
              }}
            >
              Replace
            </Button>
          </span>
        ) : null}
      </div>
    </>
  );
}

/** "Interview 2, 00:23:41", "page 12". */
export function placeOf(passage: {
  timeMs: number | null;
  page: number | null;
  speaker?: string | null;
}): string {
  return [
    passage.speaker,
    passage.timeMs === null ? '' : clockOf(passage.timeMs),
    passage.page === null ? '' : `page ${passage.page}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The cited words among those around them, and whether the source says exactly them. */
function inContext(
  passage: PassageInContext,
  citation: Citation,
): { before: string; after: string; wordForWord: boolean } {
  const around = passage.before + passage.quote + passage.after;
  const begin = citation.start - (passage.start - passage.before.length);
  const end = begin + citation.quote.length;
  const wordForWord = begin >= 0 && passage.wordForWord && around.slice(begin, end) === citation.quote;
  if (!wordForWord) return { before: '', after: '', wordForWord };
  const before = lastWords(around.slice(0, begin));
  return {
    before: before.trim() === `${passage.speaker}:` ? '' : before,
    after: firstWords(around.slice(end)),
    wordForWord,
  };
}

const lastWords = (text: string): string => /(?:^|\s)([^\n]{0,140})$/.exec(text)?.[1] ?? '';
const firstWords = (text: string): string => /^([^\n]{0,140})(?=\s|$)/.exec(text)?.[1] ?? '';
