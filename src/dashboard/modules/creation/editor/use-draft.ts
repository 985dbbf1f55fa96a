import { createContext, use, useEffect, useMemo, useSyncExternalStore } from 'react';
import { send } from '../../../api/client.ts';
import type { Draft, Playbook, Review } from '../shapes.ts';
import { type DraftState, DraftStore } from './draft-store.ts';

const shelf = {
  get: (key: string) => localStorage.getItem(key),
  set: (key: string, value: string) => {
    try {
      localStorage.setItem(key, value);
    } catch {
      // A full store only costs the spare copy; the draft itself is still saved to the server.
    }
  },
  remove: (key: string) => localStorage.removeItem(key),
};

/** One store per open playbook; it saves what is left when the page goes. */
export function useDraftStore(playbook: Playbook): DraftStore {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a newer read of the same playbook is received below, never a reason to begin anew.
  const store = useMemo(() => {
    const at = `/api/v1/playbooks/${playbook.id}`;
    return new DraftStore(
      playbook,
      {
        save: (revision, content) =>
          send<{ revision: number; savedAt: string; review: Review }>('PUT', `${at}/draft`, {
            body: { revision, content },
          }),
        fix: (revision, findingId) =>
          send<{ revision: number; savedAt: string; review: Review; content: Draft }>('POST', `${at}/fixes`, {
            body: { revision, findingId },
          }),
        read: () => send<Playbook>('GET', at),
      },
      shelf,
    );
  }, [playbook.id]);
  useEffect(() => {
    store.open(playbook);
    store.receive(playbook);
  }, [store, playbook]);
  useEffect(() => {
    const leave = () => void store.flush();
    window.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', leave);
      leave();
    };
  }, [store]);
  return store;
}

export const DraftContext = createContext<DraftStore | null>(null);

/** The store of the open playbook. */
export function useStore(): DraftStore {
  const store = use(DraftContext);
  if (!store) throw new Error('useStore stands outside the editor');
  return store;
}

/** What the store holds now. */
export function useDraft(): DraftState {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, store.get);
}
