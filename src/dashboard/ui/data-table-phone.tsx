import { Link } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { Checkbox } from './choice.tsx';
import type { PhoneRow } from './data-table.tsx';
import type { Selection } from './selection.ts';

interface PhoneRowsProps<Row> {
  caption: string;
  rows: Row[];
  rowKey: (row: Row) => string;
  rowName?: (row: Row) => string;
  rowHref?: (row: Row) => string;
  phone: (row: Row) => PhoneRow;
  selection?: Selection;
}

/** The same rows at 390 px: two lines each, the box in front, the whole line opens. */
export function PhoneRows<Row>({
  caption,
  rows,
  rowKey,
  rowName,
  rowHref,
  phone,
  selection,
}: PhoneRowsProps<Row>) {
  return (
    <ul aria-label={caption} className="phone:hidden">
      {rows.map((row) => {
        const key = rowKey(row);
        const lines = phone(row);
        const content = (
          <>
            <span className="min-w-0 flex-1">
              <span className="block truncate font-strong">{lines.title}</span>
              {lines.note ? <span className="block truncate text-ink-3 text-xs">{lines.note}</span> : null}
            </span>
            <span className="figures shrink-0 text-right">
              {lines.end ? <span className="block">{lines.end}</span> : null}
              {lines.endNote ? <span className="block text-ink-3 text-xs">{lines.endNote}</span> : null}
            </span>
          </>
        );
        return (
          <li
            key={key}
            className={clsx(
              'flex items-center gap-3 border-line border-b px-4',
              selection?.has(key) && 'bg-selected',
            )}
          >
            {selection ? (
              <Checkbox
                hideLabel
                label={`Select ${rowName?.(row) ?? 'this row'}`}
                checked={selection.has(key)}
                onChange={(_, shift) => selection.toggle(key, shift)}
              />
            ) : null}
            {rowHref ? (
              <Link to={rowHref(row)} className="flex min-w-0 flex-1 items-center gap-3 py-2.5">
                {content}
              </Link>
            ) : (
              <span className="flex min-w-0 flex-1 items-center gap-3 py-2.5">{content}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
