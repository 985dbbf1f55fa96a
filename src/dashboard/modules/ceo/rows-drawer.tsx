import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { read, readPages, rowsOf } from '../../api/queries.ts';
import type { Shape } from '../../api/shapes.ts';
import { useUrlState } from '../../shell/url-state.ts';
import { TextButton } from '../../ui/button.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { EvidenceDrawer } from '../../ui/evidence-drawer.tsx';
import { moment, money, number, plural } from '../../ui/words.ts';
import { chainLinks } from '../analytics/chain-links.tsx';

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

/** `emails?days=90` as the API is asked: the name, and what narrows it. */
function askedBy(query: string): Record<string, string> {
  const at = query.indexOf('?');
  if (at < 0) return { query };
  return { ...Object.fromEntries(new URLSearchParams(query.slice(at + 1))), query: query.slice(0, at) };
}

function OpenRows({ query, onClose }: { query: string; onClose: () => void }) {
  const asked = askedBy(query);
  const found = useInfiniteQuery(readPages<Row>('/api/v1/rows', { ...asked, limit: 100 }));
  const [picked, setPicked] = useState<string>();
  const told = found.data?.pages[0] as Rows | undefined;
  const rows = rowsOf(found.data);
  // Money opens with the chain of its newest order, because that is what it is opened for.
  const newest = told?.sumFormat === 'money' ? rows[0]?.chainOf : undefined;
  const of = picked ?? (typeof newest === 'string' ? newest : undefined);
  const chosen = useQuery({
    ...read('/api/v1/chains', { params: { query: { of: of ?? '' } } }),
    enabled: of !== undefined,
  });
  const csvHref = useCsv(told, rows);
  // What nothing is known of in any row takes no room.
  const known = (told?.columns ?? []).filter(
    ({ key, format }) =>
      format === 'instant' ||
      format === 'money' ||
      rows.some((row) => row[key] !== null && row[key] !== false),
  );
  const pick = known.find(({ key }) => key === 'buyer' || key === 'email')?.key;
  const columns = known.map(
    (column, at): Column<Row> => ({
      id: column.key,
      header: column.label,
      ...(column.format === 'count' || column.format === 'money'
        ? { align: 'end' as const, width: '5.5rem' }
        : {}),
      ...(column.format === 'flag' ? { width: '6.5rem' } : {}),
      ...(column.format === 'instant' ? { width: '9.75rem' } : {}),
      quiet: at > 1 && column.format !== 'money',
      cell: (row) => {
        const text = written(row[column.key] ?? null, column.format, told?.currency ?? 'EUR');
        const chain = row.chainOf;
        if (column.key !== pick || typeof chain !== 'string' || text === '–') return text;
        return (
          <TextButton
            className="block! max-w-full truncate font-strong text-ink!"
            aria-pressed={of === chain}
            onClick={() => setPicked(chain)}
          >
            {text}
          </TextButton>
        );
      },
    }),
  );
  const first = columns[0]?.id;
  const amount = known.find(({ format }) => format === 'money')?.key;
  return (
    <EvidenceDrawer
      open
      onClose={onClose}
      title={told ? titleOf(told) : 'Rows'}
      note={told ? noteOf(told) : undefined}
      filters={told?.filters ?? []}
      {...(told ? { query: `GET /api/v1/rows?${new URLSearchParams({ ...asked }).toString()}` } : {})}
      {...(csvHref ? { csvHref, csvName: `${asked.query}.csv` } : {})}
      columns={columns}
      rows={rows}
      rowKey={(row) => JSON.stringify(row)}
      chosen={(row) => of !== undefined && row.chainOf === of}
      loading={found.isPending}
      error={found.data ? undefined : found.error}
      {...(told && first
        ? {
            foot: {
              [first]:
                rows.length === told.rows
                  ? plural(told.rows, 'row')
                  : `${number(rows.length)} of ${plural(told.rows, 'row')}`,
              ...(amount ? { [amount]: written(told.sum, 'money', told.currency) } : {}),
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
              title: `${chosen.data.title}, from sentence to ${chosen.data.links.some(({ kind }) => kind === 'order') ? 'euro' : 'today'}`,
              links: chainLinks(chosen.data.links),
            }
          : undefined
      }
    />
  );
}

function titleOf({ sum, sumFormat, currency, title }: Rows): string {
  return sumFormat === 'money'
    ? `${written(sum, 'money', currency)} ${lower(title)}`
    : `${number(sum)} ${lower(title)}`;
}

const noteOf = ({ sumFormat, rows }: Rows): string =>
  sumFormat === 'money'
    ? `${plural(rows, 'row')}, newest first; their money adds up to the number.`
    : 'One row for each. Newest first; they add up to the number.';

const lower = (title: string) => title.charAt(0).toLowerCase() + title.slice(1);

function written(value: Row[string], format: Rows['columns'][number]['format'], currency: string): string {
  if (value === null || value === '') return '–';
  if (format === 'instant') return moment(String(value));
  if (format === 'flag') return value ? 'yes' : 'no';
  if (format === 'money') return money(Number(value), currency, Number(value) % 100 !== 0);
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
