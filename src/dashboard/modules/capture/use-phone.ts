import { useSyncExternalStore } from 'react';

const phone = window.matchMedia('(width < 640px)');

/** Whether the window is as narrow as a phone: side panels become tabs then. */
export function usePhone(): boolean {
  return useSyncExternalStore(
    (changed) => {
      phone.addEventListener('change', changed);
      return () => phone.removeEventListener('change', changed);
    },
    () => phone.matches,
  );
}
