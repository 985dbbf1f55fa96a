import { useNavigate } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { type ReactNode, useRef } from 'react';
import { useKeys } from '../shell/keyboard.ts';
import { Button } from './button.tsx';
import { Checkbox } from './choice.tsx';
import { HeadCell } from './data-table-head.tsx';
import { PhoneRows } from './data-table-phone.tsx';
import type { Selection } from './selection.ts';
import { Skeleton } from './states.tsx';

export interface Column<Row> {
  id: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Numbers stand right and tabular. */
  align?: 'start' | 'end';
  width?: string;
  sortable?: boolean;
  /** Quieter ink: for what is read second. */
  quiet?: boolean;
}

export interface Sort {
  column: string;
  direction: 'ascending' | 'descending';
}

/** How one row reads in two lines at 390 px. */
export interface PhoneRow {
  title: ReactNode;
  note?: ReactNode;
  end?: ReactNode;
  endNote?: ReactNode;
}

interface DataTableProps<Row> {
  /** Names the table for people who do not see it. */
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** What a row is called in the label of its box. */
  rowName?: (row: Row) => string;
  /** Where Enter and a click on the row lead. */
  rowHref?: (row: Row) => string;
  phone?: (row: Row) => PhoneRow;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  selection?: Selection;
  /** Sums by column id. */
  foot?: Record<string, ReactNode>;
  loading?: boolean;
  /** What stands here when nothing is found. */
  empty?: ReactNode;
  more?: { load: () => void; loading: boolean } | undefined;
  onHover?: (row: Row) => void;
  /** The row that something beside the table is about; without a selection. */
  chosen?: (row: Row) => boolean;
}

/**
 * A native table: sticky head, 38 px rows, first column the name, sums in the foot. `J K` move, `X` selects, `⇧X`
 * selects a range, `Enter` opens. Below 640 px it becomes two-line rows when `phone` is given.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const {
    caption,
    columns,
    rows,
    rowKey,
    rowHref,
    selection,
    sort,
    onSort,
    foot,
    loading,
    empty,
    more,
    phone,
  } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const navigate = useNavigate();
  useRowKeys(body, rows.map(rowKey), selection);

  if (loading && rows.length === 0)
    return <Skeleton className="px-5" rows={12} note={`Loading: ${caption}`} />;
  if (rows.length === 0) return <div className="px-5 py-6 max-phone:px-4">{empty}</div>;

  return (
    <>
      {phone ? <PhoneRows {...props} phone={phone} /> : null}
      <div
        className={clsx('overflow-x-auto tablet:overflow-x-visible', phone && 'max-phone:hidden')}
        {...(phone ? {} : { tabIndex: 0, role: 'region', 'aria-label': caption })}
      >
        <table className="w-full border-separate border-spacing-0" aria-busy={loading}>
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              {selection ? (
                <th
                  scope="col"
                  className="sticky top-0 z-(--z-sticky) h-9 w-12 border-line border-b bg-surface pl-5 text-left"
                >
                  <Checkbox
                    hideLabel
                    label="Select all loaded rows"
                    checked={selectionState(selection, rows.length)}
                    onChange={selection.toggleLoaded}
                  />
                </th>
              ) : null}
              {columns.map((column, at) => (
                <HeadCell
                  key={column.id}
                  column={column}
                  sort={sort}
                  onSort={onSort}
                  first={at === 0 && !selection}
                  last={at === columns.length - 1}
                />
              ))}
            </tr>
          </thead>
          <tbody ref={body}>
            {rows.map((row) => {
              const key = rowKey(row);
              const chosen = selection?.has(key) ?? props.chosen?.(row) ?? false;
              return (
                <tr
                  key={key}
                  data-row={key}
                  aria-selected={selection ? chosen : undefined}
                  tabIndex={-1}
                  onMouseEnter={() => props.onHover?.(row)}
                  onFocus={() => props.onHover?.(row)}
                  onClick={(event) => {
                    if (!rowHref || (event.target as HTMLElement).closest('a,button,label,input')) return;
                    if (window.getSelection()?.toString()) return;
                    void navigate({ to: rowHref(row) });
                  }}
                  className={clsx(
                    'group outline-none',
                    chosen ? 'bg-selected' : 'hover:bg-hover/60',
                    rowHref && 'cursor-pointer',
                    '[&:focus-within>td:first-child]:shadow-[inset_2px_0_0_var(--accent)] [&:focus>td:first-child]:shadow-[inset_2px_0_0_var(--accent)]',
                  )}
                >
                  {selection ? (
                    <td className="h-row border-line border-b pl-5">
                      <Checkbox
                        hideLabel
                        label={`Select ${props.rowName?.(row) ?? 'this row'}`}
                        checked={chosen}
                        onChange={(_, shift) => selection.toggle(key, shift)}
                      />
                    </td>
                  ) : null}
                  {columns.map((column, at) => (
                    <td
                      key={column.id}
                      className={clsx(
                        'h-row max-w-0 truncate border-line border-b pr-4',
                        at === 0 && !selection && 'pl-5',
                        at === columns.length - 1 && 'pr-5',
                        column.align === 'end' && 'figures text-right',
                        column.quiet && 'text-ink-2',
                      )}
                    >
                      {column.cell(row)}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
          {foot ? (
            <tfoot>
              <tr>
                {selection ? <td className="h-row" /> : null}
                {columns.map((column, at) => (
                  <td
                    key={column.id}
                    className={clsx(
                      'h-row pr-4 font-strong',
                      at === 0 && !selection && 'pl-5',
                      at === columns.length - 1 && 'pr-5',
                      column.align === 'end' && 'figures text-right',
                    )}
                  >
                    {foot[column.id]}
                  </td>
                ))}
              </tr>
            </tfoot>
          ) : null}
        </table>
      </div>
      {more ? (
        <div className="px-5 py-3">
          <Button look="quiet" onClick={more.load} busy={more.loading && 'Loading'}>
            Show more
          </Button>
        </div>
      ) : null}
    </>
  );
}

/** The box in the head: none, some or all of what is loaded. */
function selectionState(selection: Selection, loaded: number): boolean | 'indeterminate' {
  if (selection.whole) return true;
  if (selection.keys.size === 0) return false;
  return selection.keys.size >= loaded ? true : 'indeterminate';
}

/** `J K X ⇧X Enter` on whatever row has the focus; the first when none has. */
function useRowKeys(
  body: React.RefObject<HTMLTableSectionElement | null>,
  keys: string[],
  selection: Selection | undefined,
) {
  const rowsOf = () => [...(body.current?.querySelectorAll<HTMLTableRowElement>('tr[data-row]') ?? [])];
  const current = () => rowsOf().findIndex((row) => row.contains(document.activeElement));
  const go = (step: number) => {
    const all = rowsOf();
    const at = current();
    const next =
      all[at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step))];
    const link = next?.querySelector<HTMLElement>('a[href]');
    (link ?? next)?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };
  const choose = (shift: boolean) => {
    const key = keys[current()];
    if (key && selection) selection.toggle(key, shift);
  };
  useKeys([
    { key: 'j', label: 'Next row', group: 'This list', run: () => go(1) },
    { key: 'k', label: 'Previous row', group: 'This list', run: () => go(-1) },
    ...(selection
      ? [
          { key: 'x', label: 'Select this row', group: 'This list', run: () => choose(false) },
          { key: 'shift+x', label: 'Select up to this row', group: 'This list', run: () => choose(true) },
          { key: 'mod+a', label: 'Select this whole view', group: 'This list', run: selection.chooseWhole },
        ]
      : []),
  ]);
}
