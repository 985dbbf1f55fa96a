import { type CSSProperties, type ReactNode, useEffect } from 'react';
import { Toaster as Sonner, toast } from 'sonner';
import { sentenceOf } from '../api/problems.ts';
import { forget, lastUndoable, remember, takeBack } from './undo.ts';

const shell =
  'flex w-full items-center gap-3.5 rounded-3 border border-inverse-line bg-inverse px-3.5 py-2.5 font-sans text-on-inverse text-sm shadow-3';
const action = 'shrink-0 rounded-1 font-strong underline underline-offset-3';

/** Where toasts appear. F6 goes to them. Mount once, in the shell. */
export function Toasts() {
  return (
    <Sonner
      position="bottom-left"
      hotkey={['F6']}
      gap={8}
      visibleToasts={4}
      offset={{ bottom: '1.25rem', left: 'var(--toast-left)' }}
      style={{ '--width': '25rem' } as CSSProperties}
      mobileOffset={{ bottom: 'calc(4.75rem + env(safe-area-inset-bottom))' }}
      containerAriaLabel="Messages"
      toastOptions={{ unstyled: true, classNames: { toast: shell } }}
      className="z-(--z-toast)!"
    />
  );
}

const open = new Map<string | number, number>();

/** Something happened and nothing more is needed. */
export function tell(message: ReactNode): void {
  toast(message, { duration: 6000 });
}

/** It happened and can be taken back, here, with ⌘Z, or from the record's history. */
export function tellUndoable(message: string, undo: () => Promise<unknown> | unknown): string {
  const id = remember(message, undo);
  const run = async () => {
    toast.dismiss(id);
    open.delete(id);
    try {
      if (await takeBack(id)) tell(`Taken back: ${message}`);
    } catch (error) {
      tellProblem(error);
    }
  };
  tellWithAction(message, 'Undo', run, id);
  return id;
}

/** A message with one thing to do. It stays until the reader moves on, ten seconds at least. */
export function tellWithAction(
  message: ReactNode,
  label: string,
  run: () => void,
  id: string | number = `toast-${Date.now()}`,
): void {
  open.set(id, Date.now());
  toast(
    <span className="flex items-center gap-3.5">
      <span className="min-w-0">{message}</span>
      <button type="button" className={action} onClick={run}>
        {label}
      </button>
    </span>,
    { id, duration: Number.POSITIVE_INFINITY, onDismiss: () => open.delete(id) },
  );
}

/** What went wrong, in a sentence, with its correlation id. */
export function tellProblem(error: unknown): void {
  const said = sentenceOf(error);
  toast(
    <span>
      {said.text}
      {said.id ? <span className="ml-2 font-mono text-on-inverse-2 text-xs">{said.id}</span> : null}
    </span>,
    { duration: 12_000 },
  );
}

/** Takes back the newest act that still can be. */
export async function undoLast(): Promise<void> {
  const last = lastUndoable();
  if (!last) return tell('Nothing to undo.');
  toast.dismiss(last.id);
  try {
    await takeBack(last.id);
    tell(`Taken back: ${last.label}`);
  } catch (error) {
    forget(last.id);
    tellProblem(error);
  }
}

/** The reader went to another page: toasts with an action leave once they have had their ten seconds. */
export function useToastsLeaveOnMove(address: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is the signal, it is not read.
  useEffect(() => {
    const timers = [...open].map(([id, since]) =>
      setTimeout(() => toast.dismiss(id), Math.max(0, 10_000 - (Date.now() - since))),
    );
    return () => timers.forEach(clearTimeout);
  }, [address]);
}
