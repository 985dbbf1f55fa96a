import { Link } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { useWorkspace } from '../../shell/workspace.ts';
import { plural } from '../../ui/words.ts';
import { type AnswerTable, isNumber, labelOf, type Message, rowsAddress, written } from './ask-words.ts';
import { OpensAnswer } from './opens-answer.tsx';

type Row = AnswerTable['rows'][number];

/** The numbers of an answer part by part, with a bar where parts are compared; or the first of the rows. */
export function AnswerTableView({
  message,
  table,
  currency,
}: {
  message: Message;
  table: AnswerTable;
  currency: string;
}) {
  const { paths } = useWorkspace();
  const most = Math.max(0, ...table.rows.map(({ cells }) => Number(cells.now ?? 0)));
  const hasBar = table.columns[1]?.key === 'now' && most > 0;
  // What nothing is known of in any row takes no room.
  const columns = table.columns.filter(
    ({ key }, at) =>
      at === 0 || table.rows.some(({ cells }) => cells[key] !== null && cells[key] !== undefined),
  );
  const cell = (row: Row, { key, format }: (typeof columns)[number]) => {
    const value = row.cells[key];
    const text = key === 'label' ? labelOf(String(value ?? '')) : written(value, format, currency);
    if (key === 'now' && row.rowsQuery)
      return <OpensAnswer opens={rowsAddress(message.id, row.rowsQuery)}>{text}</OpensAnswer>;
    if (key === 'person' && row.leadId)
      return (
        <Link to={paths.lead(row.leadId)} className="font-strong hover:underline">
          {text}
        </Link>
      );
    return text;
  };
  return (
    <div
      className="mt-3 overflow-x-auto"
      {...{ tabIndex: 0, role: 'region', 'aria-label': `Table: ${message.content.slice(0, 80)}` }}
    >
      <table className="w-full border-separate border-spacing-0 text-sm">
        <thead>
          <tr>
            {columns.map(({ key, label, format }, at) => (
              <th
                key={key}
                scope="col"
                className={clsx(
                  'h-8 whitespace-nowrap border-line border-b pr-4 font-medium text-ink-2 text-xs last:pr-0',
                  isNumber(format) ? 'text-right' : 'text-left',
                  key === 'before' && 'max-phone:hidden',
                )}
                colSpan={at === 0 && hasBar ? 2 : 1}
              >
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of an answer never move
            <tr key={at} className="hover:bg-hover/60">
              {columns.map((column, index) => [
                <td
                  key={column.key}
                  className={clsx(
                    'h-8 max-w-56 truncate border-line border-b pr-4 last:pr-0',
                    isNumber(column.format) && 'figures text-right',
                    column.key === 'now' && 'font-strong',
                    column.key === 'before' && 'text-ink-3 max-phone:hidden',
                    column.key === 'change' && Number(row.cells.change) < 0 && 'text-bad-ink',
                  )}
                >
                  {cell(row, column)}
                </td>,
                index === 0 && hasBar ? (
                  <td key="bar" className="w-2/5 border-line border-b pr-4" aria-hidden>
                    <span
                      className="block h-2 rounded-1 bg-accent"
                      style={{ width: `${Math.max(0, (100 * Number(row.cells.now ?? 0)) / most)}%` }}
                    />
                  </td>
                ) : null,
              ])}
            </tr>
          ))}
        </tbody>
      </table>
      {table.hasMore ? (
        <p className="mt-1.5 text-ink-3 text-xs">
          The first {plural(table.rows.length, 'row')}. The rest opens with the number.
        </p>
      ) : null}
    </div>
  );
}
