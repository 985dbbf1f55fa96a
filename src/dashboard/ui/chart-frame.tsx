import { Download } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { TextButton } from './button.tsx';

interface ChartFrameProps {
  /** The finding, in words. */
  title: string;
  /** The measure, range and n. */
  note?: ReactNode;
  /** What is drawn, as a table: head, then rows. Under ten points the table is shown at once. */
  table: { head: string[]; rows: (string | number)[][] };
  csvName?: string;
  children: ReactNode;
}

/** A chart with its finding as title, a Table button before it, and CSV of what is drawn. */
export function ChartFrame({ title, note, table, csvName, children }: ChartFrameProps) {
  const [asTable, setAsTable] = useState(false);
  return (
    <section aria-label={title} className="px-gutter py-4">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className="font-strong">{title}</h2>
        <div className="flex items-baseline gap-3.5 text-ink-2 text-xs">
          {note ? <span>{note}</span> : null}
          <TextButton onClick={() => setAsTable(!asTable)} aria-pressed={asTable}>
            {asTable ? 'Chart' : 'Table'}
          </TextButton>
          {asTable && csvName ? (
            <TextButton onClick={() => saveCsv(csvName, table)}>
              <Download className="size-3.5" aria-hidden /> CSV
            </TextButton>
          ) : null}
        </div>
      </div>
      {asTable ? (
        <div className="max-h-80 overflow-auto">
          <table className="w-full border-separate border-spacing-0">
            <caption className="sr-only">{title}</caption>
            <thead>
              <tr>
                {table.head.map((cell, at) => (
                  <th
                    key={cell}
                    scope="col"
                    className={`border-line border-b py-1 font-medium text-ink-2 text-xs ${at > 0 ? 'text-right' : 'text-left'}`}
                  >
                    {cell}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row) => (
                <tr key={String(row[0])}>
                  {row.map((cell, at) => (
                    <td
                      key={table.head[at]}
                      className={`figures border-line border-b py-1 ${at > 0 ? 'text-right' : ''}`}
                    >
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        children
      )}
    </section>
  );
}

/** Saves what is drawn. Cells that a spreadsheet would run as a formula are quoted with an apostrophe. */
export function saveCsv(name: string, table: { head: string[]; rows: (string | number)[][] }): void {
  const cell = (value: string | number) => {
    const text = String(value);
    const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const text = [table.head, ...table.rows].map((row) => row.map(cell).join(',')).join('\r\n');
  const url = URL.createObjectURL(new Blob([`${text}\r\n`], { type: 'text/csv' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: `${name}.csv` });
  link.click();
  URL.revokeObjectURL(url);
}
