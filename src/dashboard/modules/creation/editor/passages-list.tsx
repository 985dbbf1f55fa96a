import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { readAt } from '../../../api/queries.ts';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Button, TextButton } from '../../../ui/button.tsx';
import { Segmented } from '../../../ui/choice.tsx';
import { Field, Input } from '../../../ui/field.tsx';
import { Marked } from '../../../ui/marks.tsx';
import { ErrorBlock, Note, Skeleton } from '../../../ui/states.tsx';
import { number } from '../../../ui/words.ts';
import type { Citation, Passage, Source } from '../shapes.ts';
import { placeOf } from './citation-sheet.tsx';
import { useCiting } from './citing.ts';
import { useDesk } from './desk.ts';
import { citationsAt, citeAt, placesOf, sameCitation, stepOf } from './fields.ts';
import { useDraft, useStore } from './use-draft.ts';

type Which = 'here' | 'unused' | 'all';
const atOnce = 60;

/** The passages of the playbook's sources: those of this step, those nobody used yet, all. One press cites one. */
export function PassagesList({ sources }: { sources: { id: string; title: string }[] }) {
  const desk = useDesk();
  const store = useStore();
  const { content } = useDraft();
  const { paths, can } = useWorkspace();
  const citing = useCiting();
  const field = useRef<HTMLInputElement>(null);
  const [which, setWhich] = useState<Which>(citing.target ? 'all' : 'here');
  const [find, setFind] = useState('');
  const words = useDeferredValue(find.trim().toLowerCase());
  const [shown, setShown] = useState(atOnce);
  const reads = useQueries({
    queries: sources.map((source) => ({
      ...readAt<Source>(`/api/v1/sources/${source.id}`),
      enabled: can('sources.read'),
      staleTime: 60_000,
    })),
  });
  useEffect(() => {
    if (citing.target) {
      setWhich('all');
      field.current?.focus();
    }
  }, [citing.target]);

  const here = desk.at?.stepId;
  const target = citing.target ?? desk.at;
  const cited = useMemo(
    () => content.steps.flatMap((step) => placesOf(step).flatMap((place) => citationsAt(content, place))),
    [content],
  );
  const citedHere = useMemo(() => {
    const step = stepOf(content, here);
    return step ? placesOf(step).flatMap((place) => citationsAt(content, place)) : [];
  }, [content, here]);

  const all = reads.flatMap((read) =>
    read.data ? read.data.passages.map((passage) => ({ passage, source: read.data as Source })) : [],
  );
  const rows = all.filter(({ passage, source }) => {
    if (words && !passage.quote.toLowerCase().includes(words)) return false;
    if (words || which === 'all') return true;
    const isIn = (keys: Citation[]) =>
      keys.some((one) => one.sourceId === source.id && one.start < passage.end && one.end > passage.start);
    return which === 'here' ? isIn(citedHere) : !isIn(cited);
  });
  if (sources.length === 0)
    return (
      <p className="px-4 py-4 text-ink-2">
        This playbook has no source yet.{' '}
        <Link to={paths.sources} className="opens-rows">
          Add one
        </Link>{' '}
        and cite from it.
      </p>
    );
  const cite = (passage: Passage, source: Source) => {
    if (!target) return;
    const citation: Citation = {
      sourceId: source.id,
      passageId: passage.id,
      start: passage.start,
      end: passage.end,
      quote: passage.quote,
    };
    store.change((draft) => citeAt(draft, target, citation, citing.replaced));
    citing.done();
  };
  return (
    <div className="px-4 pt-3">
      {citing.target ? (
        <Note>
          {citing.replaced
            ? 'Choose the passage that stands there instead.'
            : 'Choose the passage that says it.'}{' '}
          <TextButton className="min-h-0!" onClick={citing.done}>
            Leave it
          </TextButton>
        </Note>
      ) : null}
      <div className="mt-2 flex flex-col gap-2">
        <Field label="Find a passage" hideLabel>
          <Input
            ref={field}
            height="sm"
            type="search"
            placeholder="Words of a passage"
            value={find}
            onChange={(event) => setFind(event.target.value)}
          />
        </Field>
        <Segmented<Which>
          label="Which passages"
          value={which}
          onChange={setWhich}
          options={[
            { value: 'here', label: 'In this step' },
            { value: 'unused', label: 'Not used' },
            { value: 'all', label: `All ${all.length > 0 ? number(all.length) : ''}` },
          ]}
        />
      </div>
      {reads.some((read) => read.isLoading) && all.length === 0 ? (
        <Skeleton rows={5} note="Loading passages" />
      ) : null}
      {reads.map((read, at) =>
        read.error ? (
          <ErrorBlock key={sources[at]?.id} error={read.error} onRetry={() => void read.refetch()} />
        ) : null,
      )}
      {rows.length === 0 && all.length > 0 ? (
        <p className="py-4 text-ink-2">
          {words
            ? `No passage says “${find.trim()}”.`
            : which === 'here'
              ? 'No passage stands behind this step yet.'
              : 'Every passage is used.'}
        </p>
      ) : null}
      <ul className="mt-1">
        {rows.slice(0, shown).map(({ passage, source }) => (
          <li key={passage.id} className="border-line border-b py-2.5">
            <p className="flex justify-between gap-3 text-ink-3 text-xs">
              <Link
                to={paths.source(source.id)}
                hash={`${passage.start}-${passage.end}`}
                className="min-w-0 truncate hover:text-ink"
              >
                {source.title}
              </Link>
              <span className="shrink-0">{placeOf(passage)}</span>
            </p>
            <p className="mt-0.5 font-serif text-quote">
              <Marked>{passage.quote}</Marked>
            </p>
            {desk.writable && target ? (
              <Button look="quiet" size="sm" className="mt-1 -ml-2" onClick={() => cite(passage, source)}>
                {citationsAt(content, target).some((one) =>
                  sameCitation(one, {
                    sourceId: source.id,
                    start: passage.start,
                    end: passage.end,
                    quote: '',
                  }),
                )
                  ? 'Cited here'
                  : 'Cite here'}
              </Button>
            ) : null}
            {desk.writable && here ? (
              <Button
                look="quiet"
                size="sm"
                className="mt-1"
                onClick={() =>
                  store.change((draft) => {
                    stepOf(draft, here)?.instructions.push({
                      text: passage.quote,
                      origin: 'source',
                      citations: [
                        {
                          sourceId: source.id,
                          passageId: passage.id,
                          start: passage.start,
                          end: passage.end,
                          quote: passage.quote,
                        },
                      ],
                    });
                  })
                }
              >
                Add as an instruction
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {rows.length > shown ? (
        <Button look="quiet" size="sm" className="my-2" onClick={() => setShown(shown + atOnce)}>
          Show {number(Math.min(atOnce, rows.length - shown))} more of {number(rows.length)}
        </Button>
      ) : null}
    </div>
  );
}
