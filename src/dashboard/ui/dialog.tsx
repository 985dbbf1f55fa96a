import { clsx } from 'clsx';
import { X } from 'lucide-react';
import { Dialog as RadixDialog } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { Button, IconButton, UsualSize } from './button.tsx';
import { Field, Input } from './field.tsx';

interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  note?: ReactNode;
  children?: ReactNode;
  /** Buttons; the one that decides comes last. */
  actions?: ReactNode;
  width?: string;
}

/** For deciding. Never a dialog over a dialog. On a phone it rises from the bottom. */
export function Dialog({ open, onClose, title, note, children, actions, width = 'max-w-120' }: DialogProps) {
  return (
    <RadixDialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <RadixDialog.Portal>
        <UsualSize value="md">
          <RadixDialog.Overlay className="fixed inset-0 z-(--z-dialog) bg-scrim" />
          <RadixDialog.Content
            {...(note ? {} : { 'aria-describedby': undefined })}
            tabIndex={-1}
            data-modal=""
            onOpenAutoFocus={focusWhereItBegins}
            className={clsx(
              'rise fixed z-(--z-dialog) outline-none flex max-h-[86dvh] flex-col overflow-hidden rounded-4 border border-line-strong bg-raised shadow-3',
              'max-phone:inset-x-0 max-phone:bottom-0 max-phone:rounded-b-none',
              'phone:top-[14dvh] phone:left-1/2 phone:w-[calc(100vw-2rem)] phone:-translate-x-1/2',
              width,
            )}
          >
            <div className="flex items-start justify-between gap-4 px-5 pt-4.5 pb-1">
              <div>
                <RadixDialog.Title className="font-strong text-lg">{title}</RadixDialog.Title>
                {note ? (
                  <RadixDialog.Description className="mt-0.5 text-ink-2">{note}</RadixDialog.Description>
                ) : null}
              </div>
              <RadixDialog.Close asChild>
                <IconButton label="Close" keys="Esc" className="-mr-2">
                  <X />
                </IconButton>
              </RadixDialog.Close>
            </div>
            {children ? <div className="min-h-0 flex-1 overflow-y-auto px-5 py-3">{children}</div> : null}
            {actions ? (
              <div className="flex justify-end gap-2 border-line border-t bg-sunken px-5 py-3">{actions}</div>
            ) : null}
          </RadixDialog.Content>
        </UsualSize>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}

/** The first field, else the sheet itself: never the close button, whose tooltip would cover the title. */
function focusWhereItBegins(event: Event) {
  event.preventDefault();
  const sheet = event.currentTarget as HTMLElement;
  (
    sheet.querySelector<HTMLElement>('[autofocus], input:not([type=hidden]), textarea, select') ?? sheet
  ).focus();
}

interface DestroyDialogProps {
  open: boolean;
  onClose: () => void;
  /** The verb and the thing: "Delete ask.ostrevik.example". */
  title: string;
  /** What is lost, with counts. */
  loss: ReactNode;
  action: string;
  busy?: string | false;
  onConfirm: () => void;
  /** Demands that this is typed. Only for a workspace. */
  typed?: string;
}

/** Only for what cannot be undone; everything else happens at once with a toast. */
export function DestroyDialog({
  open,
  onClose,
  title,
  loss,
  action,
  busy,
  onConfirm,
  typed,
}: DestroyDialogProps) {
  const [text, setText] = useState('');
  const blocked = typed && text !== typed ? `Type ${typed} first` : false;
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            Keep it
          </Button>
          <Button look="danger" onClick={onConfirm} busy={busy} blocked={blocked}>
            {action}
          </Button>
        </>
      }
    >
      <div className="text-ink-2">{loss}</div>
      {typed ? (
        <Field label={`Type ${typed} to go on`} className="mt-4">
          <Input value={text} onChange={(event) => setText(event.target.value)} autoComplete="off" />
        </Field>
      ) : null}
    </Dialog>
  );
}

interface DrawerProps {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  note?: ReactNode;
  /** What stays above the scrolling part, such as filters and exports. */
  head?: ReactNode;
  foot?: ReactNode;
  children: ReactNode;
  label?: string;
}

/** For reading beside: 616 px over the page, which stays usable; a full sheet on a phone. Esc gives the focus back. */
export function Drawer({ open, onClose, title, note, head, foot, children }: DrawerProps) {
  return (
    <RadixDialog.Root open={open} onOpenChange={(next) => !next && onClose()} modal={false}>
      <RadixDialog.Portal>
        <UsualSize value="md">
          <RadixDialog.Content
            {...(note ? {} : { 'aria-describedby': undefined })}
            tabIndex={-1}
            onOpenAutoFocus={focusWhereItBegins}
            onInteractOutside={(event) => event.preventDefault()}
            className="slide-in fixed inset-y-0 outline-none right-0 z-(--z-drawer) flex w-drawer max-w-full flex-col border-line-strong border-l bg-raised shadow-3 max-phone:w-full"
          >
            <div className="border-line border-b px-5 pt-3.5 pb-3">
              <div className="flex items-start justify-between gap-4">
                <RadixDialog.Title className="font-strong text-lg">{title}</RadixDialog.Title>
                <RadixDialog.Close asChild>
                  <IconButton label="Close" keys="Esc" className="-mr-1.5">
                    <X />
                  </IconButton>
                </RadixDialog.Close>
              </div>
              {note ? (
                <RadixDialog.Description className="text-ink-2 text-xs">{note}</RadixDialog.Description>
              ) : null}
              {head ? <div className="mt-2.5">{head}</div> : null}
            </div>
            <div className="scroll-sheet min-h-0 flex-1 overflow-y-auto">{children}</div>
            {foot ? (
              <div className="max-h-[42%] overflow-y-auto border-line border-t bg-sunken">{foot}</div>
            ) : null}
          </RadixDialog.Content>
        </UsualSize>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}
