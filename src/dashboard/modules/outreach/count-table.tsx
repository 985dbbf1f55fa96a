import { number } from '../../ui/words.ts';

interface CountTableProps {
  title: string;
  head: string[];
  rows: [label: string, ...counts: number[]][];
}

/** Counts by row: what it is, then whole numbers. */
export function CountTable({ title, head, rows }: CountTableProps) {
  return (
    <section aria-label={title} className="px-gutter py-4">
      <h2 className="mb-2 font-strong">{title}</h2>
      <table className="w-full border-separate border-spacing-0">
        <thead>
          <tr>
            {head.map((cell, at) => (
              <th
                key={cell}
                scope="col"
                className={`border-line border-b py-1.5 font-medium text-ink-2 text-xs ${at > 0 ? 'text-right' : 'text-left'}`}
              >
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, ...counts]) => (
            <tr key={label}>
              <th scope="row" className="border-line border-b py-1.5 text-left font-regular">
                {label}
              </th>
              {counts.map((value, at) => (
                <td key={head[at + 1]} className="figures border-line border-b py-1.5 text-right">
                  {number(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
