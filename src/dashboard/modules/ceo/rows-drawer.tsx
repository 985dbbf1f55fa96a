import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { read, readPages, rowsOf } from '../../api/queries.ts';
import type { Shape } from '../../api/shapes.ts';
import { useUrlState } from '../../shell/url-state.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { TextButton } from '../../ui/button.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { EvidenceDrawer } from '../../ui/evidence-drawer.tsx';
import { moment, money, number } from '../../ui/words.ts';
import { chainOf } from '../capture/chain.tsx';

type Rows = Shape<'Rows'>;
type Row = Rows['data'][number];

/** The rows behind a number, over any page: opened by `?rows=`, left with Esc. */
export function RowsDrawer() {
  const [query, setQuery] = useUrlState('rows');
  // The drawer has no trigger of its own, so it remembers the number that opened it.
  const opener = useRef<HTMLElement>(null);
  if (query && !opener.current && document.activeElement instanceof HTMLElement)
    opener.current = document.activeElement;
  const close = () => {
    const number = opener.current;
    opener.current = null;
    setQuery(undefined);
    setTimeout(() => {
      const back =
        number?.isConnected && number !== document.body
          ? number
          : document.querySelector<HTMLElement>(`[data-rows="${query}"]`);
      back?.focus();
    }, 50);
  };
  return query ? <OpenRows key={query} query={query} onClose={close} /> : null;
}

function OpenRows({ query, onClose }: { query: string; onClose: () => void }) {
  const { paths, workspace } = useWorkspace();
  const found = useInfiniteQuery(readPages<Row>('/api/v1/rows', { query, limit: 100 }));
  const [lead, setLead] = useState<string>();
  const chosen = useQuery({
    ...read('/api/v1/leads/{id}', { params: { path: { id: lead ?? '' } } }),
    enabled: lead !== undefined,
  });
  const told = found.data?.pages[0] as Rows | undefined;
  const rows = rowsOf(found.data);
  const csvHref = useCsv(told, rows);
  const columns = (told?.columns ?? []).map(
    (column, at): Column<Row> => ({
      id: column.key,
      header: column.label,
      ...(column.format === 'count' || column.format === 'money'
        ? { align: 'end' as const, width: '5rem' }
        : {}),
      ...(column.format === 'flag' ? { width: '6.5rem' } : {}),
      ...(column.format === 'instant' ? { width: '8.5rem' } : {}),
      quiet: at > 1,
      cell: (row) => {
        const text = written(row[column.key] ?? null, column.format, workspace.currency);
        const person = row.leadId;
        if (column.key !== 'email' || typeof person !== 'string') return text;
        return (
          <TextButton
            className="block! max-w-full truncate font-strong text-ink!"
            aria-pressed={lead === person}
            onClick={() => setLead(person)}
          >
            {text}
          </TextButton>
        );
      },
    }),
  );
  const first = columns[0]?.id;
  return (
    <EvidenceDrawer
      open
      onClose={onClose}
      title={told ? `${number(told.sum)} ${lower(told.title)}` : 'Rows'}
      note={told ? 'One row for each. Newest first; they add up to the number.' : undefined}
      filters={told?.filters ?? []}
      {...(told ? { query: `GET /api/v1/rows?query=${told.query}` } : {})}
      {...(csvHref ? { csvHref } : {})}
      columns={columns}
      rows={rows}
      rowKey={(row) => JSON.stringify(row)}
      loading={found.isPending}
      error={found.data ? undefined : found.error}
      {...(told && first
        ? {
            foot: {
              [first]:
                rows.length === told.sum ? number(told.sum) : `${number(rows.length)} of ${number(told.sum)}`,
            },
          }
        : {})}
      more={
        found.hasNextPage
          ? { load: () => void found.fetchNextPage(), loading: found.isFetchingNextPage }
          : undefined
      }
      chain={
        chosen.data
          ? {
              title: `${chosen.data.name}, from sentence to e-mail`,
              links: chainOf(chosen.data, paths, { withLead: true }),
            }
          : undefined
      }
    />
  );
}

const lower = (title: string) => title.charAt(0).toLowerCase() + title.slice(1);

function written(value: Row[string], format: Rows['columns'][number]['format'], currency: string): string {
  if (value === null || value === '') return '–';
  if (format === 'instant') return moment(String(value));
  if (format === 'flag') return value ? 'yes' : 'no';
  if (format === 'money') return money(Number(value), currency);
  return typeof value === 'number' ? number(value) : String(value);
}

/** What is shown, as a file. Cells that a spreadsheet would run as a formula get an apostrophe. */
function useCsv(told: Rows | undefined, rows: Row[]): string | undefined {
  const [href, setHref] = useState<string>();
  useEffect(() => {
    if (!told || rows.length === 0) return;
    const cell = (value: unknown) => {
      const text = String(value ?? '');
      const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
      return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
    };
    const lines = [
      told.columns.map((column) => cell(column.label)),
      ...rows.map((row) => told.columns.map((column) => cell(row[column.key]))),
    ];
    const url = URL.createObjectURL(
      new Blob([`${lines.map((line) => line.join(',')).join('\r\n')}\r\n`], { type: 'text/csv' }),
    );
    setHref(url);
    return () => URL.revokeObjectURL(url);
  }, [told, rows]);
  return href;
}
