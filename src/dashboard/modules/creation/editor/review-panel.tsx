import { clsx } from 'clsx';
import { Lock } from 'lucide-react';
import { TextButton } from '../../../ui/button.tsx';
import { Bone, ErrorBlock } from '../../../ui/states.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { clockTime } from '../../../ui/words.ts';
import type { Criterion, Playbook, Review, Score } from '../shapes.ts';
import { CommentsList, useComments } from './comments-list.tsx';
import { blockedSentence, isBelow } from './findings.ts';
import { FindingsList } from './findings-list.tsx';
import { PassagesList } from './passages-list.tsx';
import type { ReviewState } from './use-review.ts';

interface ReviewPanelProps {
  review: ReviewState;
  playbook: Playbook;
  passages: number | undefined;
  tab: string;
  onTab: (tab: string) => void;
  onPublishAnyway: (() => void) | undefined;
}

/** Beside the page: eleven letters, what keeps it from publishing, then findings, passages, comments and scores. */
export function ReviewPanel({ review, playbook, passages, tab, onTab, onPublishAnyway }: ReviewPanelProps) {
  const { data } = review;
  const said = useComments(playbook.id).data?.data.filter((comment) => comment.resolvedAt === null).length;
  return (
    <div className="-mx-5 -my-5 flex min-h-full flex-col bg-surface max-phone:-mx-4">
      <div className="border-line border-b bg-sunken px-4 pt-3 pb-3.5">
        <div className="flex items-baseline justify-between gap-3">
          <h2 className="font-strong text-sm">GOLDEN + SHARP</h2>
          <span className="text-ink-2 text-xs">
            {data
              ? `Checked ${clockTime(data.createdAt)}, ${data.composer === 'built-in' ? 'built-in rules' : data.composer}`
              : 'Checking'}
          </span>
        </div>
        {data ? (
          <>
            <Letters review={data} chosen={review.criterion} onChoose={review.choose} />
            <Verdict review={data} onPublishAnyway={onPublishAnyway} />
          </>
        ) : review.error ? (
          <div className="mt-3">
            <ErrorBlock error={review.error} safe="The draft itself is saved." onRetry={review.retry} />
          </div>
        ) : (
          <Bone className="appear-late mt-6 mb-4 w-full" />
        )}
      </div>
      <Tabs
        label="Review"
        className="review-tabs flex-1 bg-surface [&>div:first-child]:sticky [&>div:first-child]:top-0 [&>div:first-child]:z-(--z-sticky) [&>div:first-child]:bg-surface [&>div:first-child]:px-4"
        value={tab}
        onChange={onTab}
        tabs={[
          { id: 'findings', label: 'Findings', count: data ? review.open.length : undefined },
          { id: 'passages', label: 'Passages', count: passages },
          { id: 'comments', label: 'Comments', count: said },
          { id: 'scores', label: 'Scores' },
        ]}
      >
        {tab === 'findings' ? <FindingsList review={review} /> : null}
        {tab === 'passages' ? <PassagesList sources={playbook.sources} /> : null}
        {tab === 'comments' ? <CommentsList playbook={playbook} here={review.here} /> : null}
        {tab === 'scores' && data ? <Scores review={data} /> : null}
      </Tabs>
    </div>
  );
}

function Letters({
  review,
  chosen,
  onChoose,
}: {
  review: Review;
  chosen: Criterion | undefined;
  onChoose: (criterion: Criterion | undefined) => void;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame of its own.
    <div role="group" aria-label="Criteria" className="mt-2 flex gap-[3px]">
      {review.scores.map((score, at) => (
        <button
          key={score.criterion}
          type="button"
          aria-pressed={chosen === score.criterion}
          title={score.name}
          onClick={() => onChoose(chosen === score.criterion ? undefined : score.criterion)}
          className={clsx(
            'flex h-11.5 min-w-0 flex-1 flex-col items-center justify-center rounded-2 border outline-offset-1',
            at > 0 && review.scores[at - 1]?.word !== score.word && 'ml-2',
            isBelow(score) ? 'bg-bad-soft text-bad-ink' : 'bg-raised',
            chosen === score.criterion
              ? 'border-ink ring-1 ring-ink'
              : isBelow(score)
                ? 'border-bad'
                : 'border-line hover:border-line-strong',
          )}
        >
          <span className="font-strong text-sm leading-4.5">{score.letter}</span>
          <span className={clsx('figures text-xs leading-4', isBelow(score) ? 'text-bad-ink' : 'text-ink-3')}>
            {score.score}
          </span>
          <span className="sr-only">
            of 5, {score.name}
            {isBelow(score) ? `, below ${score.threshold}` : ''}
          </span>
        </button>
      ))}
    </div>
  );
}

function Verdict({ review, onPublishAnyway }: { review: Review; onPublishAnyway: (() => void) | undefined }) {
  if (review.passed) return null;
  const first = review.scores.find((score) => score.criterion === review.blockedBy[0]);
  return (
    <p className="mt-3 flex gap-2 text-xs">
      <Lock className="mt-0.5 size-3.5" aria-hidden />
      <span>
        <strong>{blockedSentence(review)}</strong>{' '}
        <span className="text-ink-2">{first?.evidence} Mend it</span>
        {onPublishAnyway ? (
          <span className="text-ink-2">
            , or{' '}
            <TextButton className="min-h-0!" onClick={onPublishAnyway}>
              publish anyway with a reason
            </TextButton>{' '}
            that stays on the version.
          </span>
        ) : (
          '.'
        )}
      </span>
    </p>
  );
}

function Scores({ review }: { review: Review }) {
  return (
    <ul>
      {review.scores.map((score: Score) => (
        <li key={score.criterion} className="flex gap-3 border-line border-b px-4 py-2.5">
          <span className={clsx('w-3 shrink-0 font-strong', isBelow(score) ? 'text-bad-ink' : 'text-ink-2')}>
            {score.letter}
          </span>
          <div className="min-w-0 flex-1">
            <p className="flex justify-between gap-3">
              <span className="font-strong">{score.name}</span>
              <span className={clsx('figures', isBelow(score) ? 'font-medium text-bad-ink' : 'text-ink-2')}>
                {score.score} of 5{isBelow(score) ? `, needs ${score.threshold}` : ''}
              </span>
            </p>
            <p className="text-ink-2 text-xs">{score.evidence}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
