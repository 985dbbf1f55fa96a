import { clsx } from 'clsx';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { Column, Sort } from './data-table.tsx';

interface HeadCellProps<Row> {
  column: Column<Row>;
  sort: Sort | undefined;
  onSort: ((sort: Sort) => void) | undefined;
  first: boolean;
  last: boolean;
}

/** A column's head; a button when the column can be sorted. */
export function HeadCell<Row>({ column, sort, onSort, first, last }: HeadCellProps<Row>) {
  const active = sort?.column === column.id;
  const end = column.align === 'end';
  return (
    <th
      scope="col"
      {...(column.width ? { style: { width: column.width } } : {})}
      {...(active ? { 'aria-sort': sort.direction } : {})}
      className={clsx(
        'sticky top-0 z-(--z-sticky) h-9 whitespace-nowrap border-line border-b bg-surface pr-4 font-medium text-ink-2 text-xs',
        end ? 'text-right' : 'text-left',
        first && 'pl-5',
        last && 'pr-5',
      )}
    >
      {column.sortable && onSort ? (
        <button
          type="button"
          onClick={() =>
            onSort({
              column: column.id,
              direction: active && sort.direction === 'descending' ? 'ascending' : 'descending',
            })
          }
          className={clsx(
            'inline-flex min-h-target items-center gap-1 rounded-1 hover:text-ink',
            active && 'text-ink',
          )}
        >
          {column.header}
          {active ? (
            sort.direction === 'ascending' ? (
              <ArrowUp className="size-3" aria-hidden />
            ) : (
              <ArrowDown className="size-3" aria-hidden />
            )
          ) : null}
        </button>
      ) : (
        column.header
      )}
    </th>
  );
}
