import { useNavigate } from '@tanstack/react-router';
import { useWorkspace } from '../../shell/workspace.ts';
import { WaitReason } from '../../ui/waiting.tsx';
import { clockTime, moment } from '../../ui/words.ts';
import type { Task } from './words.ts';

/** Why the machine has not done it yet, and when it moves; nothing when it does not wait. */
export function TaskWait({ task, plain }: { task: Task; plain?: boolean }) {
  const { paths } = useWorkspace();
  const navigate = useNavigate();
  if (!task.waitReason) return null;
  const { actionId, runsAt } = task;
  return (
    <WaitReason
      words={runsAt ? `waits until ${clockTime(runsAt)}` : 'waits'}
      cause={task.waitReason}
      {...(plain ? { plain } : {})}
      {...(actionId
        ? {
            ways: [
              { label: 'See the approval', onChoose: () => void navigate({ to: paths.approval(actionId) }) },
            ],
          }
        : {})}
    >
      {runsAt ? `Moves ${moment(runsAt)}, your time.` : 'It moves by itself.'}
      {task.error ? ` The last try: ${task.error}` : ''}
    </WaitReason>
  );
}
