import { useNavigate } from '@tanstack/react-router';
import { useAct } from '../../../api/act.ts';
import { send } from '../../../api/client.ts';
import { useWorkspace } from '../../../shell/workspace.ts';
import type { Playbook } from '../shapes.ts';

/** What can be done to a playbook as a whole; each can be taken back. */
export function usePlaybookActs(playbook: Playbook) {
  const { paths } = useWorkspace();
  const navigate = useNavigate();
  const archive = useAct({
    run: () => send('DELETE', `/api/v1/playbooks/${playbook.id}`),
    changes: ['playbooks'],
    says: () => `“${playbook.title}” archived`,
    undo: () => send('POST', `/api/v1/playbooks/${playbook.id}/restorations`, { body: {} }),
    onDone: () => void navigate({ to: paths.playbooks }),
  });
  const restore = useAct({
    run: () => send('POST', `/api/v1/playbooks/${playbook.id}/restorations`, { body: {} }),
    changes: ['playbooks'],
    says: () => `“${playbook.title}” is back`,
  });
  const moveMark = useAct({
    run: ({ mark, position }: { mark: 'gate' | 'trial'; position: number | null }) =>
      send('PATCH', `/api/v1/playbooks/${playbook.id}`, { body: { [`${mark}Position`]: position } }),
    changes: ['playbooks', 'gates'],
    says: ({ mark, position }) =>
      position === null
        ? `The ${mark} is taken away`
        : `The ${mark} stands after step ${position}, from the next version on`,
    undo: ({ mark }) =>
      send('PATCH', `/api/v1/playbooks/${playbook.id}`, {
        body: { [`${mark}Position`]: mark === 'gate' ? playbook.gatePosition : playbook.trialPosition },
      }),
  });
  return { archive, restore, moveMark };
}
