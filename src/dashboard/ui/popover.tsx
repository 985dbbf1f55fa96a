import { clsx } from 'clsx';
import { DropdownMenu, Popover as RadixPopover } from 'radix-ui';
import type { ReactNode } from 'react';
import { UsualSize } from './button.tsx';
import { Kbd } from './kbd.tsx';

const sheet = 'rise z-(--z-popover) rounded-3 border border-line-strong bg-raised shadow-3';

interface PopoverProps {
  trigger: ReactNode;
  children: ReactNode;
  label: string;
  align?: 'start' | 'center' | 'end';
  className?: string;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}

/** A small sheet beside what opened it. `trigger` must be one element that takes a ref. */
export function Popover({
  trigger,
  children,
  label,
  align = 'start',
  className,
  open,
  onOpenChange,
}: PopoverProps) {
  return (
    <RadixPopover.Root {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
      <RadixPopover.Trigger asChild>{trigger}</RadixPopover.Trigger>
      <RadixPopover.Portal>
        <RadixPopover.Content
          aria-label={label}
          align={align}
          sideOffset={6}
          collisionPadding={12}
          className={clsx(
            sheet,
            'max-w-[calc(100vw-1.5rem)]',
            !/(^| )w-/.test(className ?? '') && 'w-96',
            className,
          )}
        >
          <UsualSize value="md">{children}</UsualSize>
        </RadixPopover.Content>
      </RadixPopover.Portal>
    </RadixPopover.Root>
  );
}

export interface MenuItem {
  label: ReactNode;
  onChoose: () => void;
  icon?: ReactNode;
  keys?: string;
  danger?: boolean;
  note?: ReactNode;
  checked?: boolean;
}

interface MenuProps {
  trigger: ReactNode;
  label: string;
  /** Groups of items; a rule stands between groups. */
  groups: { title?: string; items: MenuItem[] }[];
  align?: 'start' | 'end';
  className?: string;
  header?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}

/** Verbs that belong to one thing. */
export function Menu({
  trigger,
  label,
  groups,
  align = 'end',
  className,
  header,
  open,
  onOpenChange,
}: MenuProps) {
  return (
    <DropdownMenu.Root {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          aria-label={label}
          align={align}
          sideOffset={6}
          collisionPadding={12}
          className={clsx(sheet, 'max-h-[80vh] min-w-52 overflow-y-auto p-1', className)}
        >
          {header}
          {groups.map((group, index) => (
            <DropdownMenu.Group key={group.title ?? index}>
              {index > 0 ? <DropdownMenu.Separator className="-mx-1 my-1 border-line border-t" /> : null}
              {group.title ? (
                <DropdownMenu.Label className="px-2 pt-1.5 pb-0.5 font-medium text-ink-3 text-xs">
                  {group.title}
                </DropdownMenu.Label>
              ) : null}
              {group.items.map((item, at) => (
                <DropdownMenu.Item
                  key={typeof item.label === 'string' ? item.label : at}
                  onSelect={item.onChoose}
                  className={clsx(
                    'flex min-h-control cursor-pointer select-none items-center gap-2.5 rounded-2 px-2 outline-none data-[highlighted]:bg-hover',
                    item.danger && 'text-bad-ink',
                  )}
                >
                  {item.icon ? (
                    <span className={clsx('flex', !item.danger && 'text-ink-2')}>{item.icon}</span>
                  ) : null}
                  <span className="min-w-0 flex-1">{item.label}</span>
                  {item.note ? <span className="text-ink-3 text-xs">{item.note}</span> : null}
                  {item.keys ? <Kbd keys={item.keys} /> : null}
                  {item.checked ? <span className="text-accent-text">✓</span> : null}
                </DropdownMenu.Item>
              ))}
            </DropdownMenu.Group>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
