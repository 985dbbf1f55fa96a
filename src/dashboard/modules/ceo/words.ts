import { BellRing, ListTodo, type LucideIcon, NotebookPen, Send } from 'lucide-react';
import type { Shape } from '../../api/shapes.ts';
import type { Tone } from '../../ui/chip.tsx';
import { clockTime, moment, plural } from '../../ui/words.ts';

export type Action = Shape<'Action'>;
export type Insight = Shape<'Insight'>;
export type Detector = Shape<'Detector'>;
export type Task = Shape<'Task'>;

/** What an approval, an undo or a look may change on screen. */
export const touched = ['actions', 'tasks', 'insights', 'detectors', 'home', 'ceo'];

export const waitingStates = 'proposed,waiting';

export const kinds: Record<Action['kind'], { name: string; icon: LucideIcon }> = {
  create_tasks: { name: 'Create tasks', icon: ListTodo },
  draft_post: { name: 'Draft a post', icon: NotebookPen },
  note: { name: 'Note in the brief', icon: BellRing },
  send_mail: { name: 'Send mail', icon: Send },
};

/** How an action stands, in words. */
export const actionStates: Record<Action['state'], { words: string; tone: Tone }> = {
  proposed: { words: 'Waits for you', tone: 'wait' },
  waiting: { words: 'Waits for you', tone: 'wait' },
  approved: { words: 'Approved', tone: 'info' },
  declined: { words: 'Declined', tone: 'plain' },
  running: { words: 'Under way', tone: 'info' },
  done: { words: 'Done', tone: 'ok' },
  part_done: { words: 'Partly done', tone: 'wait' },
  failed: { words: 'Failed', tone: 'bad' },
  unconfirmed: { words: 'Not known whether it left', tone: 'wait' },
  undone: { words: 'Taken back', tone: 'plain' },
  expired: { words: 'Too late to decide', tone: 'plain' },
};

export const isWaiting = ({ state }: Action): boolean => state === 'proposed' || state === 'waiting';

/** The soonest to decide first; what has no such time comes last, oldest first. */
export function bySoonest(actions: Action[]): Action[] {
  const when = ({ decideBy, proposedAt }: Action) => decideBy ?? `9${proposedAt}`;
  return [...actions].sort((a, b) => when(a).localeCompare(when(b)));
}

/** When it leaves, and until when it can be taken back. */
export function leavesWords({ kind }: Action): string {
  if (kind === 'send_mail')
    return 'Mails leave ten minutes after you approve. Until then all of them can be taken back.';
  if (kind === 'note') return 'Stays in the house, in the brief.';
  return 'Stays in the house. What is not done yet can be taken back at any time.';
}

/** What can still be taken back of something that was done. */
export function undoWords(action: Action): string | undefined {
  if (action.state === 'undone')
    return action.undoneAt ? `Taken back ${moment(action.undoneAt)}.` : 'Taken back.';
  if (action.canUndo)
    return action.undoUntil
      ? `Can be taken back until ${clockTime(action.undoUntil)}.`
      : 'What is not done yet can be taken back.';
  if (action.undoUntil) return 'The mails have left; a sent mail cannot be taken back.';
  return undefined;
}

/** What the toast says after `count` items of an action were approved. */
export function approvedWords(action: Action, count: number): string {
  const left = action.skipped.length;
  const skipped = left > 0 ? `, ${left} left out: heard from since` : '';
  if (action.state === 'failed') return action.problem ?? 'Approved, but nothing could be done.';
  const until = action.undoUntil && action.canUndo ? `, first leaves ${clockTime(action.undoUntil)}` : '';
  const what: Record<Action['kind'], string> = {
    create_tasks: plural(count - left, 'task'),
    draft_post: plural(count, 'draft'),
    note: 'Note',
    send_mail: plural(count - left, 'mail'),
  };
  return `${what[action.kind]} approved${until}${skipped}`;
}

/** Who decided, in a sentence. */
export function decidedWords({ decision, ranAt, state }: Action): string {
  if (!decision) return ranAt ? `Done alone ${moment(ranAt)}` : actionStates[state].words;
  const verb = { approved: 'Approved', declined: 'Declined', changed: 'Changed and approved' }[
    decision.decision
  ];
  return `${verb} by ${decision.by}, ${moment(decision.at)}${decision.reason ? `: ${decision.reason}` : ''}`;
}

/** "right 46 of 50 times". */
export function rightWords({ right, wrong }: Pick<Detector, 'right' | 'wrong'>): string {
  const judged = right + wrong;
  return judged === 0 ? 'not judged yet' : `right ${right} of ${plural(judged, 'time')}`;
}

/** Why not; one tap, and it learns from this. */
export const reasonsOf = ({ kind }: Action): string[] =>
  kind === 'send_mail' || kind === 'create_tasks'
    ? ['Wrong people', 'Wrong words', 'Wrong time', 'Not this at all']
    : ['Not now', 'Wrong words', 'Done already', 'Not this at all'];

export const taskStates: Record<Task['state'], { words: string; tone: Tone }> = {
  pending: { words: 'Open', tone: 'plain' },
  in_progress: { words: 'Under way', tone: 'info' },
  completed: { words: 'Done', tone: 'ok' },
  failed: { words: 'Failed', tone: 'bad' },
  unconfirmed: { words: 'Not known whether it left', tone: 'wait' },
  cancelled: { words: 'Cancelled', tone: 'plain' },
};

export const taskTypes: Record<Task['type'], string> = {
  follow_up: 'Follow-up',
  send_mail: 'Mail',
  post_draft: 'Draft of a post',
  other: 'To do',
};

export const openTaskStates = 'pending,in_progress,failed,unconfirmed';
