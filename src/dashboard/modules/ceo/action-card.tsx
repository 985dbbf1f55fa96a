import { Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { ApprovalCard } from '../../ui/approval-card.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { moment } from '../../ui/words.ts';
import { ActionText, textNote } from './action-text.tsx';
import { useDecide } from './use-decide.ts';
import {
  type Action,
  actionStates,
  decidedWords,
  isWaiting,
  kinds,
  leavesWords,
  reasonsOf,
  undoWords,
} from './words.ts';

interface ActionCardProps {
  action: Action;
  onEdit: () => void;
  onDecided?: () => void;
  /** `A E D` act on it. */
  keys?: boolean;
}

/** One thing that waits for a person, with its real text and what follows from a yes. */
export function ActionCard({ action, onEdit, onDecided, keys = true }: ActionCardProps) {
  const { approve, decline } = useDecide(action, onDecided);
  const { icon: Icon, name } = kinds[action.kind];
  return (
    <ApprovalCard
      icon={<Icon aria-hidden />}
      kind={`${name} · proposed ${moment(action.proposedAt)}`}
      title={action.title}
      text={<ActionText action={action} />}
      textNote={textNote(action)}
      facts={<Facts action={action} />}
      {...(action.items.length > 1 ? { count: action.items.length } : {})}
      busy={approve.isPending ? 'Approving' : decline.isPending ? 'Declining' : false}
      onApprove={() => approve.mutate(undefined)}
      onEdit={onEdit}
      onDecline={(reason) => !decline.isPending && decline.mutate(reason)}
      reasons={reasonsOf(action)}
      keys={keys}
    />
  );
}

/** Why, why it asks, when it leaves, until when it waits. */
function Facts({ action }: { action: Action }) {
  return (
    <div className="flex flex-col gap-1">
      <p>
        {action.why}
        {action.confidence === null ? '' : ` Certainty ${action.confidence.toFixed(2)}.`}
      </p>
      {action.asksBecause ? <p>Asks because: {lower(action.asksBecause)}</p> : null}
      <p>
        {leavesWords(action)}
        {action.decideBy ? ` It waits until ${moment(action.decideBy)}.` : ''}
      </p>
    </div>
  );
}

const lower = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1);

/** The same to be read: decided already, or somebody else's to decide. */
export function ActionRecord({ action, note }: { action: Action; note?: ReactNode }) {
  const { icon: Icon, name } = kinds[action.kind];
  const { words, tone } = actionStates[action.state];
  return (
    <article className="rounded-3 border border-line bg-raised p-3.5">
      <div className="flex items-center gap-2 text-ink-2 text-xs [&_.lucide]:size-3.5">
        <Icon aria-hidden />
        <span className="min-w-0 flex-1">
          {name} · proposed {moment(action.proposedAt)}
        </span>
        <Chip tone={tone}>{words}</Chip>
      </div>
      <h3 className="mt-2 font-strong text-sm">{action.title}</h3>
      <blockquote className="mt-2.5 border-line-strong border-l-2 pl-3">
        <ActionText key={action.id} action={action} />
      </blockquote>
      <div className="mt-2.5 text-ink-2 text-xs">
        {isWaiting(action) ? <Facts action={action} /> : <Outcome action={action} />}
        {note ? <p className="mt-1 font-medium text-ink">{note}</p> : null}
      </div>
      <UndoAction action={action} />
    </article>
  );
}

function Outcome({ action }: { action: Action }) {
  const still = undoWords(action);
  return (
    <div className="flex flex-col gap-1">
      <p>{decidedWords(action)}.</p>
      {action.problem ? <p className="text-bad-ink">{action.problem}</p> : null}
      {action.skipped.length > 0 ? (
        <p>
          Left out:{' '}
          {action.skipped
            .map(({ name, reason }) => `${name} (${lower(reason).replace(/\.$/, '')})`)
            .join(', ')}
          .
        </p>
      ) : null}
      {still ? <p>{still}</p> : null}
    </div>
  );
}

/** The way back, for as long as there is one. */
export function UndoAction({ action, quiet }: { action: Action; quiet?: boolean }) {
  const { takeBack } = useDecide(action);
  if (!action.canUndo) return null;
  return (
    <Button
      size="sm"
      look={quiet ? 'quiet' : 'secondary'}
      className={quiet ? undefined : 'mt-2.5'}
      icon={<Undo2 />}
      busy={takeBack.isPending && 'Taking back'}
      onClick={() => takeBack.mutate(undefined)}
    >
      Undo
    </Button>
  );
}
