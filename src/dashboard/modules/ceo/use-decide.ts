import { useQueryClient } from '@tanstack/react-query';
import { useAct } from '../../api/act.ts';
import { send } from '../../api/client.ts';
import { keysOf } from '../../api/queries.ts';
import { tell, tellUndoable } from '../../ui/toasts.tsx';
import { type Action, approvedWords, touched } from './words.ts';

/** The words for one person as changed; whoever is missing is left out. */
export interface KeptItem {
  subjectId: string;
  title?: string;
  text?: string;
}

const at = (id: string, verb: string) => `/api/v1/actions/${id}/${verb}`;

/** Approve, decline, take back one action, with what is said afterwards. */
export function useDecide(action: Action, onDecided: () => void = () => {}) {
  const queries = useQueryClient();
  const renew = () =>
    Promise.all(touched.map((resource) => queries.invalidateQueries({ queryKey: keysOf(resource) })));
  const undo = () => send<Action>('POST', at(action.id, 'undos'), { body: {} });
  const approve = useAct({
    run: (items: KeptItem[] | undefined) =>
      send<Action>('POST', at(action.id, 'approvals'), { body: items ? { items } : {} }),
    changes: touched,
    onDone: (done, items) => {
      const words = approvedWords(done, items?.length ?? action.items.length);
      if (done.canUndo) tellUndoable(words, () => undo().then(renew));
      else tell(words);
      onDecided();
    },
  });
  const decline = useAct({
    run: (reason: string) => send<Action>('POST', at(action.id, 'declines'), { body: { reason } }),
    changes: touched,
    says: (reason) => `Declined: ${reason.toLowerCase()}. It learns from this.`,
    onDone: onDecided,
  });
  const takeBack = useAct({
    run: () => undo(),
    changes: touched,
    says: () => `Taken back: ${action.title}`,
  });
  return { approve, decline, takeBack };
}
