import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { read } from '../../api/queries.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Section } from '../../ui/rows.tsx';
import { clockTime, shortDay } from '../../ui/words.ts';
import { TaskWait } from './task-wait.tsx';
import { openTaskStates, type Task, taskStates } from './words.ts';

const shownTasks = 6;

/** When a task is up: its day for people, its time for the machine. */
const upAt = ({ dueAt, runsAt }: Task): string | null => dueAt ?? runsAt;

/** Mails of one approval are one line; everything else stands for itself. */
function folded(tasks: Task[]): { task: Task; count: number }[] {
  const lines = new Map<string, { task: Task; count: number }>();
  for (const task of tasks) {
    const isOneOfMany = task.type === 'send_mail' && task.state === 'pending' && task.actionId !== null;
    const key = isOneOfMany ? `${task.actionId}` : task.id;
    lines.set(key, { task: lines.get(key)?.task ?? task, count: (lines.get(key)?.count ?? 0) + 1 });
  }
  return [...lines.values()];
}

/** What is to be done today and what is late; nothing when nothing is. */
export function HomeTasks() {
  const { paths, can } = useWorkspace();
  const found = useQuery({
    ...read('/api/v1/tasks', { params: { query: { state: openTaskStates, limit: 200 } } }),
    enabled: can('tasks.read'),
  });
  const midnight = new Date();
  midnight.setHours(24, 0, 0, 0);
  const today = (found.data?.data ?? [])
    .filter((task) => {
      const at = upAt(task);
      return task.state === 'failed' || (at !== null && new Date(at) < midnight);
    })
    .sort((a, b) => (upAt(a) ?? '').localeCompare(upAt(b) ?? ''));
  if (today.length === 0) return null;
  const lines = folded(today);
  return (
    <Section
      title="Today"
      aside={
        <Link to={paths.tasks} className="rounded-1 underline decoration-line-strong underline-offset-3">
          {lines.length > shownTasks ? `All ${today.length}` : 'Tasks'}
        </Link>
      }
    >
      <ul>
        {lines.slice(0, shownTasks).map(({ task, count }) => (
          <li key={task.id} className="flex min-h-9 items-center gap-3 border-line border-b last:border-b-0">
            <span className="figures w-13 shrink-0 text-ink-2">{timeOf(task)}</span>
            <Link
              to={count > 1 ? paths.tasks : paths.task(task.id)}
              className="min-w-0 flex-1 truncate rounded-1 hover:underline"
            >
              {count > 1 ? `Mail to ${count} people` : task.title}
            </Link>
            {task.waitReason && task.state === 'pending' ? (
              <TaskWait task={task} plain />
            ) : task.state === 'failed' ? (
              <span className="shrink-0 font-medium text-bad-ink text-xs">{taskStates.failed.words}</span>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The hour of today; the day of what is late. */
function timeOf(task: Task): string {
  const at = upAt(task);
  if (!at) return '';
  return new Date(at).toDateString() === new Date().toDateString() ? clockTime(at) : shortDay(at);
}
