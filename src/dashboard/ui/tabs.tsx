import { clsx } from 'clsx';
import { Plus } from 'lucide-react';
import { Tabs as RadixTabs } from 'radix-ui';
import type { ReactNode } from 'react';
import { number } from './words.ts';

interface Tab {
  id: string;
  label: ReactNode;
  count?: number | undefined;
  icon?: ReactNode;
}

interface TabsProps {
  label: string;
  tabs: Tab[];
  value: string;
  onChange: (id: string) => void;
  /** What stands at the end of the tabs' line. */
  aside?: ReactNode;
  /** The panel of the chosen tab. */
  children: ReactNode;
  className?: string;
}

/** Tabs of a record or a panel; the chosen one is underlined. Keep `value` in the address. */
export function Tabs({ label, tabs, value, onChange, aside, children, className }: TabsProps) {
  return (
    <RadixTabs.Root value={value} onValueChange={onChange} activationMode="manual" className={className}>
      <div className="flex items-end justify-between gap-4 border-line border-b px-gutter">
        <RadixTabs.List aria-label={label} className="flex gap-4.5 overflow-x-auto">
          {tabs.map((tab) => (
            <RadixTabs.Trigger
              key={tab.id}
              value={tab.id}
              className="inline-flex h-9.5 items-center gap-1.5 whitespace-nowrap border-transparent border-b-2 text-ink-2 outline-offset-[-2px] hover:text-ink data-[state=active]:border-ink data-[state=active]:font-strong data-[state=active]:text-ink"
            >
              {tab.label}
              {tab.count === undefined ? null : (
                <span className="figures font-regular text-ink-3">{number(tab.count)}</span>
              )}
            </RadixTabs.Trigger>
          ))}
        </RadixTabs.List>
        {aside ? <div className="flex h-9.5 shrink-0 items-center">{aside}</div> : null}
      </div>
      <RadixTabs.Content value={value} className="outline-none" tabIndex={-1}>
        {children}
      </RadixTabs.Content>
    </RadixTabs.Root>
  );
}

interface ViewTabsProps {
  views: Tab[];
  value: string;
  onChange: (id: string) => void;
  onAdd?: (() => void) | undefined;
  /** "Shared with the team, edited by Jonas, 2 Nov", or Save and Reset of a changed view. */
  aside?: ReactNode;
}

/** Saved views of a table, as tabs with their counts. */
export function ViewTabs({ views, value, onChange, onAdd, aside }: ViewTabsProps) {
  return (
    <nav
      aria-label="Saved views"
      className="flex h-11.5 items-center gap-1 border-line border-b px-5 max-phone:px-2"
    >
      <div className="flex min-w-0 flex-1 items-center gap-1 overflow-x-auto">
        {views.map((view) => (
          <button
            key={view.id}
            type="button"
            aria-current={view.id === value ? 'true' : undefined}
            onClick={() => onChange(view.id)}
            className={clsx(
              'inline-flex h-7 shrink-0 items-center gap-2 whitespace-nowrap rounded-2 px-2.5 text-ink-2 outline-offset-[-2px] hover:bg-hover hover:text-ink pointer-coarse:h-target',
              view.id === value && 'bg-press font-medium text-ink',
            )}
          >
            {view.icon}
            {view.label}
            {view.count === undefined ? null : (
              <span className="figures font-regular text-ink-3">{number(view.count)}</span>
            )}
          </button>
        ))}
        {onAdd ? (
          <button
            type="button"
            aria-label="Save as a new view"
            onClick={onAdd}
            className="inline-flex size-7 shrink-0 items-center justify-center rounded-2 text-ink-2 outline-offset-[-2px] hover:bg-hover"
          >
            <Plus />
          </button>
        ) : null}
      </div>
      {aside ? <div className="shrink-0 text-ink-3 text-xs max-tablet:hidden">{aside}</div> : null}
    </nav>
  );
}
