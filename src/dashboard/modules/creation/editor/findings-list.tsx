import { clsx } from 'clsx';
import { ChevronDown } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button, TextButton } from '../../../ui/button.tsx';
import { Diff } from '../../../ui/diff.tsx';
import { Marked } from '../../../ui/marks.tsx';
import { plural } from '../../../ui/words.ts';
import type { Finding } from '../shapes.ts';
import { wordsAt } from './fields.ts';
import { applyLabel, headingOf, isBelow, letterOf, rewording, whereOf } from './findings.ts';
import { useDraft } from './use-draft.ts';
import type { ReviewState } from './use-review.ts';

/** What was found, in the order in which mending it helps most. */
export function FindingsList({ review }: { review: ReviewState }) {
  const { data, open, kept, criterion } = review;
  if (!data) return <p className="px-4 py-4 text-ink-2">The rules read the draft after each save.</p>;
  const wanted = open.filter((finding) => finding.weight !== 'hint');
  const hints = open.filter((finding) => finding.weight === 'hint');
  return (
    <>
      {criterion ? (
        <p className="flex items-center justify-between gap-3 border-line border-b px-4 py-1.5 text-ink-2 text-xs">
          Only {data.scores.find((score) => score.criterion === criterion)?.name}
          <TextButton onClick={() => review.choose(undefined)}>Show all {review.all.length}</TextButton>
        </p>
      ) : null}
      {open.length === 0 ? (
        <p className="px-4 py-4 text-ink-2">
          {criterion
            ? 'Nothing found for this letter.'
            : kept.length > 0
              ? 'Nothing else was found.'
              : 'Nothing was found. Read it once as a reader, then publish.'}
        </p>
      ) : null}
      <ul>
        {wanted.map((finding, at) => (
          <FindingItem key={finding.id} finding={finding} review={review} first={at === 0 && !data.passed} />
        ))}
        {hints.map((finding) => (
          <FindingItem key={finding.id} finding={finding} review={review} folded />
        ))}
      </ul>
      {kept.length > 0 ? (
        <details className="border-line border-b px-4 py-2.5 text-xs">
          <summary className="text-ink-2">
            {plural(kept.length, 'finding')} kept as written, on this device
          </summary>
          <ul className="mt-1">
            {kept.map((finding) => (
              <li key={finding.id} className="flex items-baseline justify-between gap-3 py-1">
                <span className="min-w-0 truncate">{headingOf(finding)}</span>
                <TextButton onClick={() => review.unkeep(finding)}>Show again</TextButton>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

function FindingItem({
  finding,
  review,
  first,
  folded,
}: {
  finding: Finding;
  review: ReviewState;
  first?: boolean;
  folded?: boolean;
}) {
  const { content } = useDraft();
  const item = useRef<HTMLLIElement>(null);
  const active = review.active === finding.id;
  const data = review.data;
  const below = data?.scores.some((score) => score.criterion === finding.criterion && isBelow(score));
  useEffect(() => {
    if (active) item.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  if (!data) return null;
  const head = (
    <>
      <span className={clsx('w-2.5 shrink-0 font-strong', below ? 'text-bad-ink' : 'text-wait-ink')}>
        {letterOf(data, finding.criterion)}
      </span>
      <span className="min-w-0 flex-1 font-strong">{headingOf(finding)}</span>
    </>
  );
  if (folded)
    return (
      <li ref={item} className="border-line border-b">
        <details open={active}>
          <summary className="flex list-none items-start gap-2.5 px-4 py-3 outline-offset-[-2px] [&::-webkit-details-marker]:hidden">
            {head}
            <ChevronDown className="mt-0.5 size-3.5 text-ink-2" aria-hidden />
          </summary>
          <div className="px-4 pb-3.5">
            <Body finding={finding} review={review} />
          </div>
        </details>
      </li>
    );
  return (
    <li
      ref={item}
      aria-current={active || undefined}
      className={clsx('border-line border-b px-4 py-3.5', active && 'shadow-[inset_2px_0_0_var(--accent)]')}
    >
      <div className="flex items-baseline gap-2.5">
        {head}
        <span className="shrink-0 text-ink-2 text-xs">{whereOf(content, finding, review.here)}</span>
      </div>
      <Body finding={finding} review={review} first={first ?? false} />
    </li>
  );
}

function Body({ finding, review, first }: { finding: Finding; review: ReviewState; first?: boolean }) {
  const { content } = useDraft();
  const change = rewording(content, finding);
  const text = wordsAt(content, finding.place);
  const busy = review.applying === finding.id;
  const where = whereOf(content, finding, review.here);
  const goLabel = where.endsWith('here')
    ? 'Show it'
    : where === 'The playbook'
      ? 'Go to the promise'
      : `Go to ${where.toLowerCase()}`;
  return (
    <>
      {change ? (
        <p className="mt-0.5 font-serif text-quote">
          <Diff before={change.before} after={change.after} />
        </p>
      ) : finding.words && text ? (
        <p className="mt-0.5 font-serif text-quote">
          <Waved text={text} words={finding.words} start={finding.start} end={finding.end} />
        </p>
      ) : null}
      {finding.apply?.kind === 'attach-citation' ? (
        <p className="mt-2 rounded-2 border border-line bg-raised px-2.5 py-1.5 font-serif text-quote">
          <Marked>{finding.apply.citation.quote}</Marked>
        </p>
      ) : null}
      <p className="mt-0.5 text-ink-2 text-xs">
        {headingOf(finding) === finding.message.replace(/\.$/, '') ? '' : `${finding.message} `}
        {finding.fix}
      </p>
      <div className="mt-2 flex flex-wrap gap-1.5">
        {finding.apply && review.writable ? (
          <Button
            look={first ? 'primary' : 'secondary'}
            size="sm"
            busy={busy && 'Applying'}
            onClick={() => void review.apply(finding)}
          >
            {applyLabel(finding)}
          </Button>
        ) : null}
        <Button look={finding.apply ? 'quiet' : 'secondary'} size="sm" onClick={() => review.goTo(finding)}>
          {goLabel}
        </Button>
        {review.writable ? (
          <Button look="quiet" size="sm" onClick={() => review.keep(finding)}>
            Keep mine
          </Button>
        ) : null}
      </div>
    </>
  );
}

/** The sentence around the words at fault, with those waved. */
function Waved({
  text,
  words,
  start,
  end,
}: {
  text: string;
  words: string;
  start: number | undefined;
  end: number | undefined;
}) {
  const fits =
    start !== undefined &&
    end !== undefined &&
    text.slice(start, end).startsWith(words.slice(0, end - start));
  const from = fits ? start : text.indexOf(words);
  if (from < 0) return <>{text}</>;
  const to = fits ? end : from + words.length;
  const left = Math.max(0, from - 70);
  const right = Math.min(text.length, to + 70);
  return (
    <>
      “{left > 0 ? '…' : ''}
      {text.slice(left, from)}
      <span className="red-wave">{text.slice(from, to)}</span>
      {text.slice(to, right)}
      {right < text.length ? '…' : ''}”
    </>
  );
}
