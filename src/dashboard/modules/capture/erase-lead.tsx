import { useNavigate } from '@tanstack/react-router';
import { useAct } from '../../api/act.ts';
import { send } from '../../api/client.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { DestroyDialog } from '../../ui/dialog.tsx';
import { tell } from '../../ui/toasts.tsx';
import { plural } from '../../ui/words.ts';
import type { Lead } from './words.ts';

/** Asks before a person is erased everywhere, naming what is lost. */
export function EraseLead({ lead, onClose }: { lead: Lead; onClose: () => void }) {
  const { paths } = useWorkspace();
  const navigate = useNavigate();
  const erase = useAct({
    run: () => send('DELETE', `/api/v1/leads/${lead.id}`),
    changes: [],
    onDone: () => {
      tell(`${lead.name} is erased.`);
      void navigate({ to: paths.leads });
    },
  });
  return (
    <DestroyDialog
      open
      onClose={onClose}
      title={`Erase ${lead.name}`}
      loss={
        <>
          <p>
            Removed everywhere: {lead.email}, {plural(lead.answers.length, 'answer')},{' '}
            {plural(lead.consents.length, 'consent')}, all notes, scores, what they filled in, and the text of
            every mail to them. Clicks and page views stay as counts of nobody.
          </p>
          <p className="mt-2">
            A fingerprint of the address stays on the suppression list, so that nobody writes to it again.
            This cannot be undone.
          </p>
        </>
      }
      action="Erase this person"
      busy={erase.isPending && 'Erasing'}
      onConfirm={() => erase.mutate(undefined)}
    />
  );
}
