import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { read } from '../../api/queries.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { StandIn } from '../../ui/chip.tsx';
import { ErrorBlock, Skeleton } from '../../ui/states.tsx';
import { clockTime, plural } from '../../ui/words.ts';
import { ActionCard, ActionRecord } from './action-card.tsx';
import { AnswerTableView } from './ask-table.tsx';
import { type Message, reachWords, rowsAddress } from './ask-words.ts';
import { EditAction } from './edit-action.tsx';
import { OpensAnswer } from './opens-answer.tsx';
import { isWaiting } from './words.ts';

/** One message: what was asked, or the answer with its numbers, its table and how it was counted. */
export function MessageView({ message, isLast }: { message: Message; isLast: boolean }) {
  if (message.role === 'person')
    return (
      <li className="flex justify-end">
        <h2 className="max-w-[85%] whitespace-pre-wrap break-words rounded-3 bg-press px-3.5 py-2 text-md">
          <span className="sr-only">You asked: </span>
          {message.content}
        </h2>
      </li>
    );
  return (
    <li>
      <AnswerView message={message} isLast={isLast} />
    </li>
  );
}

function AnswerView({ message, isLast }: { message: Message; isLast: boolean }) {
  const { answer } = message;
  if (!answer) return <p className="font-serif text-xl">{message.content}</p>;
  const { sentence, table, query, rowCount, took, composer, composerReason, actionId, taskId } = answer;
  const reach = query ? reachWords[query.reach] : undefined;
  return (
    <article aria-label="Answer">
      {took ? <p className="mb-1.5 text-ink-2 text-xs">{took}</p> : null}
      <p className="text-pretty font-serif text-xl">
        {sentence.map((part) =>
          part.rowsQuery ? (
            <OpensAnswer key={part.rowsQuery + part.text} opens={rowsAddress(message.id, part.rowsQuery)}>
              {part.text}
            </OpensAnswer>
          ) : (
            part.text
          ),
        )}
      </p>
      {table ? <AnswerTableView message={message} table={table} currency={answer.currency} /> : null}
      {query ? (
        <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-3 text-xs">
          <OpensAnswer opens={rowsAddress(message.id, 'part=now')} className="text-ink-2">
            Query and {plural(rowCount ?? 0, 'row')}
          </OpensAnswer>
          <span>Counted {clockTime(query.countedAt)}</span>
          {reach ? <span>{reach}</span> : null}
          {composerReason ? <StandIn plug={false}>{composer}</StandIn> : null}
          {composerReason ? <span>{composerReason}</span> : null}
          {composer.startsWith('model: ') ? <span>Question read by {composer.slice(7)}</span> : null}
        </p>
      ) : null}
      {taskId ? <OpenTask id={taskId} /> : null}
      {actionId ? <InlineAction id={actionId} keys={isLast} /> : null}
    </article>
  );
}

function OpenTask({ id }: { id: string }) {
  const { paths } = useWorkspace();
  return (
    <p className="mt-2 text-sm">
      <Link to={paths.task(id)} className="font-medium text-accent-text hover:underline">
        Open the task
      </Link>
    </p>
  );
}

/** What was ordered and waits for a yes, with its real text, where it was ordered. */
function InlineAction({ id, keys }: { id: string; keys: boolean }) {
  const { can } = useWorkspace();
  const [isEditing, setEditing] = useState(false);
  const found = useQuery({
    ...read('/api/v1/actions/{id}', { params: { path: { id } } }),
    enabled: can('actions.read'),
  });
  const card = useRef<HTMLDivElement>(null);
  const isThere = found.data !== undefined;
  useEffect(() => {
    if (isThere && keys) card.current?.scrollIntoView({ block: 'nearest' });
  }, [isThere, keys]);
  if (!can('actions.read')) return null;
  if (found.error) return <ErrorBlock error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton rows={3} note="Loading what waits" />;
  const action = found.data;
  const done = () => setEditing(false);
  return (
    <div ref={card} className="mt-3.5 max-tablet:scroll-mb-36">
      {!isWaiting(action) ? (
        <ActionRecord action={action} />
      ) : !can('actions.approve') ? (
        <ActionRecord action={action} note="An owner or admin of this workspace decides." />
      ) : isEditing ? (
        <EditAction action={action} onBack={done} onDecided={done} />
      ) : (
        <ActionCard action={action} onEdit={() => setEditing(true)} keys={keys} />
      )}
    </div>
  );
}
