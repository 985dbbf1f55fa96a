import { clsx } from 'clsx';
import { useEffect, useMemo, useRef } from 'react';
import type { Place } from '../shapes.ts';
import { useDesk } from './desk.ts';
import { citationsAt, keyOfCitation, wordsAt, writeAt } from './fields.ts';
import { type ProseHooks, ProseLine } from './prose.ts';
import { citedSpans } from './spans.ts';
import { useDraft, useStore } from './use-draft.ts';

interface ProseFieldProps {
  place: Place;
  label: string;
  placeholder?: string;
  className?: string;
  /** Titles show their words without yellow. */
  plain?: boolean;
  onEnter?: () => void;
  onEmptyBackspace?: () => void;
  onLeaveEmpty?: () => void;
}

const look =
  'min-w-0 [&:not([data-empty])_.ProseMirror-trailingBreak]:hidden whitespace-pre-wrap break-words rounded-1 outline-none outline-offset-4 focus-visible:outline-2 focus-visible:outline-focus/60 [&[data-empty]]:before:pointer-events-none [&[data-empty]]:before:float-left [&[data-empty]]:before:h-0 [&[data-empty]]:before:text-ink-3 [&[data-empty]]:before:content-[attr(data-placeholder)]';

/** The id under which a field can be found and focused. */
export const fieldId = (place: Place): string =>
  `field-${place.stepId ?? 'playbook'}-${place.field.replace('/', '-')}`;

/** One field of the page: typed in place, yellow where a source says it, waved where a finding is. */
export function ProseField({
  place,
  label,
  placeholder,
  className,
  plain,
  onEnter,
  onEmptyBackspace,
  onLeaveEmpty,
}: ProseFieldProps) {
  const store = useStore();
  const { content } = useDraft();
  const desk = useDesk();
  const holder = useRef<HTMLDivElement>(null);
  const line = useRef<ProseLine>(null);
  const text = wordsAt(content, place) ?? '';
  const citations = citationsAt(content, place);

  const hooks = useRef<ProseHooks>(null);
  hooks.current = {
    onText: (typed) =>
      store.change((draft) => writeAt(draft, place, typed), `${place.stepId ?? ''} ${place.field}`),
    onOpen: (key, anchor) => {
      const citation = citations.find((one) => keyOfCitation(one) === key);
      if (citation) desk.openCitation({ place, citation, number: desk.numbers.get(key) ?? 0, anchor });
    },
    onEnter: () => onEnter?.(),
    onEmptyBackspace: () => onEmptyBackspace?.(),
    onCite: () => desk.cite(place),
    onSlash: () => desk.offerFields(),
    onFocus: () => desk.setAt(place),
    onBlur: () => {
      if (!line.current?.text().trim()) onLeaveEmpty?.();
    },
  };

  const writable = desk.writable;
  // biome-ignore lint/correctness/useExhaustiveDependencies: made once per field; words and marks are brought to it below.
  useEffect(() => {
    if (!holder.current) return;
    const made = new ProseLine(
      holder.current,
      text,
      {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        id: fieldId(place),
        ...(placeholder ? { 'data-placeholder': placeholder, 'aria-placeholder': placeholder } : {}),
        ...(writable ? {} : { 'aria-readonly': 'true' }),
      },
      () => hooks.current as ProseHooks,
      writable,
    );
    line.current = made;
    return () => {
      line.current = null;
      made.close();
    };
  }, [place.stepId, place.field, writable]);

  useEffect(() => line.current?.show(text), [text]);

  const marks = useMemo(() => {
    if (plain) return { spans: [], numbers: [] };
    return citedSpans(text, citations);
  }, [text, citations, plain]);
  const { numbers, findings, opened } = desk;
  useEffect(() => {
    line.current?.draw({
      spans: marks.spans,
      numbers: marks.numbers.flatMap(({ at, key }) => {
        const number = numbers.get(key);
        return number === undefined ? [] : [{ at, key, number }];
      }),
      waves: findings
        .filter((finding) => finding.place.stepId === place.stepId && finding.place.field === place.field)
        .flatMap((finding) => waveOf(finding, text)),
      open:
        opened?.place.field === place.field && opened.place.stepId === place.stepId
          ? keyOfCitation(opened.citation)
          : undefined,
    });
  }, [marks, numbers, findings, opened, text, place.stepId, place.field]);

  return <div ref={holder} className={clsx(look, className)} />;
}

/** Where the words of a finding stand now; nowhere when they are gone. */
function waveOf(
  finding: { start?: number; end?: number; words?: string; message: string },
  text: string,
): { start: number; end: number; title: string }[] {
  const { start, end, words, message } = finding;
  if (start === undefined || end === undefined || !words) return [];
  if (text.slice(start, end).startsWith(words.slice(0, end - start))) return [{ start, end, title: message }];
  const at = text.indexOf(words);
  return at < 0 ? [] : [{ start: at, end: at + words.length, title: message }];
}

/** Puts the focus into a field as soon as its page stands; into the step's title when the field is not there. */
export function focusSoon(place: Place, tries = 12): void {
  requestAnimationFrame(() => {
    const field = document.getElementById(fieldId(place));
    if (field) {
      field.focus();
      field.scrollIntoView({ block: 'center' });
    } else if (tries > 0) focusSoon(place, tries - 1);
    else document.getElementById(fieldId({ ...place, field: 'title' }))?.focus();
  });
}
