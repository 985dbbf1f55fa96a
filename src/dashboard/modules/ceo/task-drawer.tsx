import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Copy } from 'lucide-react';
import { hasStatus } from '../../api/problems.ts';
import { read } from '../../api/queries.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Drawer } from '../../ui/dialog.tsx';
import { Details } from '../../ui/rows.tsx';
import { EmptyState, ErrorBlock, Note, Skeleton } from '../../ui/states.tsx';
import { tell } from '../../ui/toasts.tsx';
import { moment } from '../../ui/words.ts';
import { TaskButtons } from './task-buttons.tsx';
import { TaskWait } from './task-wait.tsx';
import { taskStates, taskTypes } from './words.ts';

const priorities = { low: 'low', medium: 'normal', high: 'high' } as const;

/** One task beside the list: its words, whom it is about, what came of it. */
export function TaskDrawer() {
  const { task: id = '' } = useParams({ strict: false }) as { task?: string };
  const { paths, can } = useWorkspace();
  const navigate = useNavigate();
  const onClose = () =>
    void navigate({
      to: paths.tasks,
      search: ((now: Record<string, string>) => now) as never,
      resetScroll: false,
    });
  const found = useQuery(read('/api/v1/tasks/{id}', { params: { path: { id } } }));
  const task = found.data;
  if (!task)
    return (
      <Drawer open onClose={onClose} title="Task">
        <div className="p-5">
          {hasStatus(found.error, 404) || hasStatus(found.error, 422) ? (
            <EmptyState title="There is no such task" boxed={false}>
              It may belong to another workspace.
            </EmptyState>
          ) : found.error ? (
            <ErrorBlock error={found.error} onRetry={() => void found.refetch()} />
          ) : (
            <Skeleton rows={4} />
          )}
        </div>
      </Drawer>
    );
  const { words, tone } = taskStates[task.state];
  const written = typeof task.output?.text === 'string' ? task.output.text : undefined;
  return (
    <Drawer
      open
      onClose={onClose}
      title={task.title}
      note={`${taskTypes[task.type]}, since ${moment(task.createdAt)}`}
      head={
        <div className="flex flex-wrap items-center gap-2">
          <Chip tone={tone}>{words}</Chip>
          <TaskWait task={task} />
          <span className="ml-auto flex flex-wrap gap-1.5">
            {task.lead && can('leads.read') ? (
              <ButtonLink size="sm" to={paths.lead(task.lead.id)}>
                Open lead
              </ButtonLink>
            ) : null}
            <TaskButtons task={task} />
          </span>
        </div>
      }
    >
      <div className="flex flex-col gap-4 p-5">
        {task.error ? <Note tone="bad">{task.error}</Note> : null}
        {task.description ? <p className="whitespace-pre-line break-words">{task.description}</p> : null}
        {written === undefined ? null : (
          <section aria-labelledby="written">
            <div className="mb-1.5 flex items-center justify-between gap-3">
              <h3 id="written" className="font-strong">
                The draft
              </h3>
              <Button size="sm" icon={<Copy />} onClick={() => copy(written)}>
                Copy
              </Button>
            </div>
            <blockquote className="whitespace-pre-line break-words border-line-strong border-l-2 pl-3">
              {written}
            </blockquote>
            <p className="mt-1.5 text-ink-3 text-xs">
              Taken from one step of a published playbook. Nobody sees it until somebody posts it.
            </p>
          </section>
        )}
        <Details
          items={[
            { label: 'By', value: task.doer === 'machine' ? 'the machine' : 'a person' },
            ...(task.lead ? [{ label: 'About', value: task.lead.name }] : []),
            { label: 'Priority', value: priorities[task.priority] },
            ...(task.dueAt ? [{ label: 'Due', value: moment(task.dueAt) }] : []),
            ...(task.attempts > 0 ? [{ label: 'Tries', value: String(task.attempts) }] : []),
            ...(task.completedAt ? [{ label: 'Done', value: moment(task.completedAt) }] : []),
          ]}
        />
        {task.actionId && can('actions.read') ? (
          <div>
            <ButtonLink size="sm" to={paths.approval(task.actionId)}>
              Why it is there
            </ButtonLink>
          </div>
        ) : null}
      </div>
    </Drawer>
  );
}

function copy(text: string): void {
  void navigator.clipboard?.writeText(text).then(
    () => tell('Draft copied'),
    () => tell('The browser did not let us copy. Mark the text and copy it by hand.'),
  );
}
