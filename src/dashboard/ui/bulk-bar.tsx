import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { useKeys } from '../shell/keyboard.ts';
import { Kbd } from './kbd.tsx';
import type { Selection } from './selection.ts';
import { number } from './words.ts';

interface BulkBarProps {
  selection: Selection;
  total: number;
  /** Buttons with their count on them: `<BulkAction primary icon={…}>Enrol 4</BulkAction>`. */
  children: ReactNode;
}

/** Floats over the last rows while something is selected. "4 selected, all 23" takes the query, not the page. */
export function BulkBar({ selection, total, children }: BulkBarProps) {
  useKeys(
    selection.count > 0
      ? [{ key: 'Escape', label: 'Clear the selection', group: 'This list', run: selection.clear }]
      : [],
  );
  return (
    <>
      <p className="sr-only" aria-live="polite">
        {selection.count > 0 ? `${number(selection.count)} selected of ${number(total)}` : ''}
      </p>
      {selection.count > 0 ? (
        <div className="pointer-events-none sticky inset-x-0 bottom-4 z-(--z-bulk) flex justify-center px-4 max-tablet:fixed max-tablet:bottom-[calc(4.5rem+env(safe-area-inset-bottom))]">
          <div
            role="toolbar"
            aria-label="With the selected"
            className="rise pointer-events-auto flex max-w-full items-center gap-1 overflow-x-auto rounded-3 border border-inverse-line bg-inverse px-3 py-1.5 text-on-inverse shadow-3"
          >
            <span className="figures whitespace-nowrap px-1 font-strong">
              {number(selection.count)} selected
            </span>
            {!selection.whole && total > selection.count ? (
              <button
                type="button"
                onClick={selection.chooseWhole}
                className="min-h-target whitespace-nowrap rounded-1 px-2 underline underline-offset-3"
              >
                All {number(total)}
              </button>
            ) : null}
            <span className="mx-1.5 h-5 border-inverse-line border-l" aria-hidden />
            {children}
            <span className="mx-1.5 h-5 border-inverse-line border-l" aria-hidden />
            <BulkAction onClick={selection.clear}>
              Clear <Kbd inverse keys="Esc" className="max-phone:hidden" />
            </BulkAction>
          </div>
        </div>
      ) : null}
    </>
  );
}

/** A button on the bar; one may be `primary`. */
export function BulkAction({
  icon,
  primary,
  children,
  onClick,
}: {
  icon?: ReactNode;
  primary?: boolean;
  children: ReactNode;
  onClick: () => void;
}) {
  return (
    <button
      type="button"
      onClick={onClick}
      className={clsx(
        'inline-flex h-control-sm items-center gap-1.5 whitespace-nowrap rounded-2 px-2.5 font-medium [&_.lucide]:size-3.5',
        primary ? 'bg-[oklch(99%_0.002_80)] text-[oklch(22.5%_0.012_250)]' : 'hover:bg-on-inverse/12',
      )}
    >
      {icon}
      {children}
    </button>
  );
}
