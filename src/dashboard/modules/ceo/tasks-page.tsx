import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, Outlet, useParams } from '@tanstack/react-router';
import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleSlash,
  Cpu,
  Loader,
  Plus,
  UserRound,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { readPages, rowsOf } from '../../api/queries.ts';
import { useKeys } from '../../shell/keyboard.ts';
import { NoPermissionPage } from '../../shell/no-permission.tsx';
import { Page } from '../../shell/page.tsx';
import { useUrlState } from '../../shell/url-state.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Button } from '../../ui/button.tsx';
import { StateMark } from '../../ui/chip.tsx';
import { Segmented } from '../../ui/choice.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState, ErrorBlock } from '../../ui/states.tsx';
import { shortDay } from '../../ui/words.ts';
import { AddTask } from './add-task.tsx';
import { TaskButtons } from './task-buttons.tsx';
import { TaskWait } from './task-wait.tsx';
import { openTaskStates, type Task, taskStates } from './words.ts';

/** What is to be done, by whom, and what keeps it. */
export function TasksPage() {
  const { can } = useWorkspace();
  if (!can('tasks.read')) return <NoPermissionPage what="Tasks" needs="tasks.read" />;
  return <Tasks />;
}

const views: Record<string, string> = {
  open: openTaskStates,
  done: 'completed',
  cancelled: 'cancelled',
};

function Tasks() {
  const { paths, can } = useWorkspace();
  const [named, setView] = useUrlState('view');
  const view = named && views[named] ? named : 'open';
  const { task: chosen } = useParams({ strict: false }) as { task?: string };
  const [adding, add] = useUrlState('new');
  const setAdding = (on: boolean) => add(on ? '1' : undefined);
  const found = useInfiniteQuery(readPages<Task>('/api/v1/tasks', { state: views[view] }));
  const rows = rowsOf(found.data);
  const mayWrite = can('tasks.write');
  useKeys(
    mayWrite ? [{ key: 'c', label: 'Add a task', group: 'This page', run: () => setAdding(true) }] : [],
  );
  const columns: Column<Task>[] = [
    {
      id: 'title',
      header: 'Task',
      cell: (task) => (
        <Link
          to={paths.task(task.id)}
          search={(now: Record<string, string>) => now}
          className="rounded-1 font-medium hover:underline"
        >
          {task.title}
        </Link>
      ),
    },
    {
      id: 'lead',
      header: 'About',
      width: '15%',
      cell: ({ lead }) =>
        lead ? (
          can('leads.read') ? (
            <Link to={paths.lead(lead.id)} className="rounded-1 hover:underline">
              {lead.name}
            </Link>
          ) : (
            lead.name
          )
        ) : (
          <span className="text-ink-3">–</span>
        ),
    },
    { id: 'state', header: 'State', width: '20%', cell: (task) => <TaskState task={task} /> },
    { id: 'doer', header: 'By', width: '7rem', quiet: true, cell: (task) => <Doer doer={task.doer} /> },
    {
      id: 'due',
      header: view === 'done' ? 'Done' : 'Due',
      width: '6.5rem',
      align: 'end',
      quiet: true,
      cell: (task) => {
        const when = view === 'done' ? task.completedAt : task.dueAt;
        return when ? shortDay(when) : '–';
      },
    },
    ...(mayWrite
      ? [
          {
            id: 'act',
            header: <span className="sr-only">What can be done</span>,
            width: '11rem',
            align: 'end' as const,
            cell: (task: Task) => <TaskButtons task={task} />,
          },
        ]
      : []),
  ];
  return (
    <Page
      title="Tasks"
      actions={
        <>
          <Segmented
            label="Which tasks"
            value={view}
            onChange={(next) => setView(next === 'open' ? undefined : next)}
            options={[
              { value: 'open', label: 'Open' },
              { value: 'done', label: 'Done' },
              { value: 'cancelled', label: 'Cancelled' },
            ]}
          />
          {mayWrite ? (
            <Button look="primary" icon={<Plus />} onClick={() => setAdding(true)}>
              Add
            </Button>
          ) : null}
        </>
      }
    >
      {found.error && !found.data ? (
        <div className="px-gutter py-5">
          <ErrorBlock
            error={found.error}
            safe="Tasks go on by themselves."
            onRetry={() => void found.refetch()}
          />
        </div>
      ) : (
        <DataTable
          caption="Tasks"
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          rowHref={({ id }) => paths.task(id)}
          chosen={({ id }) => id === chosen}
          loading={found.isPending}
          phone={(task) => ({
            title: task.title,
            note: [task.lead?.name, task.waitReason ?? task.error].filter(Boolean).join(' · '),
            end: taskStates[task.state].words,
            endNote: task.dueAt ? shortDay(task.dueAt) : undefined,
          })}
          empty={<Nothing view={view} onAdd={mayWrite ? () => setAdding(true) : undefined} />}
          more={
            found.hasNextPage
              ? { load: () => void found.fetchNextPage(), loading: found.isFetchingNextPage }
              : undefined
          }
        />
      )}
      <Outlet />
      {adding ? <AddTask onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}

function Nothing({ view, onAdd }: { view: string; onAdd: (() => void) | undefined }) {
  if (view !== 'open')
    return (
      <EmptyState title={view === 'done' ? 'Nothing was done yet.' : 'Nothing was cancelled.'}>
        Tasks that end stand here, newest first.
      </EmptyState>
    );
  return (
    <EmptyState title="Nothing is open." actions={onAdd ? <Button onClick={onAdd}>Add a task</Button> : null}>
      Tasks come from what the machine saw, from the conversation with it, and from you.
    </EmptyState>
  );
}

const stateIcons: Record<Task['state'], ReactNode> = {
  pending: <CircleDashed />,
  in_progress: <Loader />,
  completed: <CircleCheck />,
  failed: <CircleAlert />,
  unconfirmed: <CircleAlert />,
  cancelled: <CircleSlash />,
};

function TaskState({ task }: { task: Task }) {
  const { words, tone } = taskStates[task.state];
  const mark = (
    <StateMark tone={tone} icon={stateIcons[task.state]}>
      {words}
    </StateMark>
  );
  return task.state === 'pending' && task.waitReason ? <TaskWait task={task} plain /> : mark;
}

function Doer({ doer }: { doer: Task['doer'] }) {
  return (
    <span className="inline-flex items-center gap-2 align-middle">
      {doer === 'machine' ? <Cpu aria-hidden /> : <UserRound aria-hidden />}
      {doer === 'machine' ? 'machine' : 'a person'}
    </span>
  );
}
