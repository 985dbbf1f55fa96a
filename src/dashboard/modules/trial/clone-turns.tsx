import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { repeatable, send } from '../../api/client.ts';
import { sentenceOf } from '../../api/problems.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Button } from '../../ui/button.tsx';
import { Chip, DotMark } from '../../ui/chip.tsx';
import { Field, Input } from '../../ui/field.tsx';
import { MarkNumber } from '../../ui/marks.tsx';
import { EmptyState, ErrorBlock, Skeleton } from '../../ui/states.tsx';
import { moment } from '../../ui/words.ts';
import { RestsOn } from './clone-panel.tsx';
import { type CloneRecord, partsOf, type Turn, turnStates } from './clone-words.ts';

interface CloneTurnsProps {
  clone: CloneRecord;
  turns: Pick<
    UseInfiniteQueryResult,
    'error' | 'isPending' | 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage' | 'refetch'
  >;
  rows: Turn[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
  onCorrect: (turn: Turn) => void;
}

/** What was asked and answered, newest first, with a field to try a question oneself. */
export function CloneTurns({ clone, turns, rows, chosen, onChoose, onCorrect }: CloneTurnsProps) {
  const { can } = useWorkspace();
  return (
    <div className="flex flex-col">
      {can('clones.write') ? <TryIt clone={clone} onAsked={onChoose} /> : null}
      {turns.error && rows.length === 0 ? (
        <div className="px-gutter py-4">
          <ErrorBlock error={turns.error} safe="Every answer is kept." onRetry={() => void turns.refetch()} />
        </div>
      ) : turns.isPending ? (
        <Skeleton className="px-gutter" rows={8} note="Loading the questions" />
      ) : rows.length === 0 ? (
        <div className="px-gutter py-5">
          <EmptyState title="Nobody asked yet">
            Readers meet the clone after step 7, once they passed the gate. Try a question above; it counts
            for nobody.
          </EmptyState>
        </div>
      ) : (
        <ol aria-label="Questions, newest first">
          {rows.map((turn) => (
            <TurnRow
              key={turn.id}
              clone={clone}
              turn={turn}
              isChosen={turn.id === chosen}
              onChoose={() => onChoose(turn.id)}
              onCorrect={() => onCorrect(turn)}
            />
          ))}
        </ol>
      )}
      {turns.hasNextPage ? (
        <div className="px-gutter py-3">
          <Button
            look="quiet"
            busy={turns.isFetchingNextPage && 'Loading'}
            onClick={() => void turns.fetchNextPage()}
          >
            Show more
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function TryIt({ clone, onAsked }: { clone: CloneRecord; onAsked: (id: string) => void }) {
  const [question, setQuestion] = useState('');
  const ask = useAct({
    run: () =>
      send<Turn>('POST', `/api/v1/clones/${clone.id}/turns`, {
        body: { question: question.trim() },
        headers: repeatable(),
      }),
    changes: ['clones'],
    onError: () => undefined,
    onDone: (turn) => {
      setQuestion('');
      onAsked(turn.id);
    },
  });
  const submit = () => {
    if (question.trim() && !ask.isPending) ask.mutate(undefined);
  };
  return (
    <form
      className="border-line border-b px-gutter py-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className="flex max-w-170 items-end gap-2 max-phone:flex-col max-phone:items-stretch">
        <Field
          label="Try a question"
          aside="counts for nobody"
          className="flex-1"
          {...(ask.error ? { error: `${sentenceOf(ask.error).text} Your question stays here.` } : {})}
        >
          <Input
            value={question}
            maxLength={500}
            placeholder={`Ask ${clone.expert?.name ?? 'the expert'} something`}
            onChange={(event) => setQuestion(event.target.value)}
          />
        </Field>
        <Button
          type="submit"
          busy={ask.isPending && 'Asking'}
          blocked={question.trim() ? false : 'Write a question first'}
        >
          Ask
        </Button>
      </div>
    </form>
  );
}

interface TurnRowProps {
  clone: CloneRecord;
  turn: Turn;
  isChosen: boolean;
  onChoose: () => void;
  onCorrect: () => void;
}

function TurnRow({ clone, turn, isChosen, onChoose, onCorrect }: TurnRowProps) {
  const { can } = useWorkspace();
  const { words, tone } = turnStates[turn.state];
  return (
    <li
      className={clsx('border-line border-b px-gutter py-3', isChosen && 'bg-selected')}
      aria-current={isChosen ? 'true' : undefined}
    >
      <div className="flex items-baseline justify-between gap-3">
        <button
          type="button"
          className="min-w-0 rounded-1 text-left font-strong [overflow-wrap:anywhere] hover:underline"
          onClick={onChoose}
        >
          {turn.question}
        </button>
        <span className="shrink-0 text-ink-3 text-xs">{moment(turn.askedAt)}</span>
      </div>
      {turn.answer ? <AnswerText turn={turn} folded={!isChosen} /> : null}
      <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-2 text-xs">
        <DotMark tone={tone}>{words}</DotMark>
        <span>{turn.lead ? turn.lead.name : turn.lead === null ? 'Tried by a member' : 'A reader'}</span>
        <span className="text-ink-3">{turn.composer}</span>
        {turn.correctionId ? <Chip tone="info">Corrected</Chip> : null}
        {isChosen && turn.answer && !turn.correctionId ? (
          <Button size="sm" look="quiet" onClick={onCorrect}>
            Correct
          </Button>
        ) : null}
      </div>
      {isChosen ? (
        <div className="mt-3 tablet:hidden">
          <RestsOn clone={clone} turn={turn} isExpert={!can('clones.read')} />
        </div>
      ) : null}
    </li>
  );
}

/** The answer with a yellow number behind each sentence that a source stands behind. */
export function AnswerText({ turn, folded = false }: { turn: Turn; folded?: boolean }) {
  return (
    <p
      className={clsx(
        'mt-1 max-w-170 text-pretty',
        folded ? 'line-clamp-2 text-ink-2' : 'font-serif text-quote',
      )}
    >
      {partsOf(turn.answer ?? '', turn.citations.length).map((part, at) =>
        typeof part === 'number' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a kept answer never move.
          <MarkNumber key={at}>{part}</MarkNumber>
        ) : (
          part
        ),
      )}
    </p>
  );
}
