import { Check, RotateCcw, X } from 'lucide-react';
import { useAct } from '../../api/act.ts';
import { send } from '../../api/client.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Button } from '../../ui/button.tsx';
import { type Task, touched } from './words.ts';

type Said = 'pending' | 'completed' | 'cancelled';

const said: Record<Said, string> = { pending: 'Open again', completed: 'Done', cancelled: 'Cancelled' };

/** What a person may say of a task now: done, cancelled, open again, once more. */
export function TaskButtons({ task }: { task: Task }) {
  const { can } = useWorkspace();
  const patch = (state: Said) => send<Task>('PATCH', `/api/v1/tasks/${task.id}`, { body: { state } });
  const change = useAct({
    run: patch,
    changes: touched,
    says: (state) => `${said[state]}: ${task.title}`,
    undo: () => patch(task.state === 'completed' || task.state === 'cancelled' ? task.state : 'pending'),
  });
  const retry = useAct({
    run: () => send<Task>('POST', `/api/v1/tasks/${task.id}/retries`, { body: {} }),
    changes: touched,
    says: () => `Tried once more: ${task.title}`,
  });
  if (!can('tasks.write')) return null;
  const isOver = task.state === 'completed' || task.state === 'cancelled';
  const isHeld = task.state === 'in_progress' || task.state === 'unconfirmed';
  if (isHeld) return null;
  // What the machine did cannot be done again by opening it: a mail has left, a draft stands.
  if (isOver && task.doer === 'machine') return null;
  return (
    <span className="inline-flex gap-1.5">
      {isOver ? (
        <Button size="sm" look="quiet" icon={<RotateCcw />} onClick={() => change.mutate('pending')}>
          Open again
        </Button>
      ) : (
        <>
          {task.state === 'failed' ? (
            <Button
              size="sm"
              icon={<RotateCcw />}
              busy={retry.isPending && 'Trying'}
              onClick={() => retry.mutate(undefined)}
            >
              Retry
            </Button>
          ) : task.doer === 'person' ? (
            <Button size="sm" icon={<Check />} onClick={() => change.mutate('completed')}>
              Done
            </Button>
          ) : null}
          <Button size="sm" look="quiet" icon={<X />} onClick={() => change.mutate('cancelled')}>
            Cancel
          </Button>
        </>
      )}
    </span>
  );
}
