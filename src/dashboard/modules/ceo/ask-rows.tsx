import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Download, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { readPages, rowsOf } from '../../api/queries.ts';
import type { Shape } from '../../api/shapes.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { saveCsv } from '../../ui/chart-frame.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Drawer } from '../../ui/dialog.tsx';
import { ErrorBlock } from '../../ui/states.tsx';
import { number, plural } from '../../ui/words.ts';
import { isNumber, type Message, written } from './ask-words.ts';

type Rows = Shape<'AnswerRows'>;
type Row = Rows['data'][number];

interface AskRowsProps {
  conversation: string;
  message: Message;
  /** `part=now&group=linkedin` */
  query: string;
  onClose: () => void;
  /** Beside the conversation where there is room, over it where there is none. */
  isBeside: boolean;
}

/** The rows behind one number of an answer, with the query in words above them. */
export function AskRows({ conversation, message, query, onClose, isBeside }: AskRowsProps) {
  const { paths } = useWorkspace();
  const found = useInfiniteQuery(
    readPages<Row>(`/api/v1/conversations/${conversation}/messages/${message.id}/rows`, {
      ...Object.fromEntries(new URLSearchParams(query)),
      limit: 50,
    }),
  );
  const told = found.data?.pages[0] as Rows | undefined;
  const rows = rowsOf(found.data);
  const known = (told?.columns ?? []).filter(
    ({ key }, at) => at === 0 || rows.some((row) => row[key] !== null && row[key] !== undefined),
  );
  // Beside the conversation there is room for four; the file has them all.
  const columns = known.slice(0, isBeside ? 4 : known.length).map(
    ({ key, label, format }, at): Column<Row> => ({
      id: key,
      header: label,
      ...(isNumber(format) ? { align: 'end' as const, width: '5.5rem' } : {}),
      ...(format === 'instant' ? { width: '8.75rem' } : {}),
      ...(key === 'person' ? { width: '7rem' } : {}),
      quiet: at > 1,
      cell: (row) => {
        const text = written(row[key], format, told?.currency ?? 'EUR');
        return key === 'person' && typeof row.leadId === 'string' ? (
          <Link to={paths.lead(row.leadId)} className="font-strong hover:underline">
            {text}
          </Link>
        ) : (
          text
        );
      },
    }),
  );
  const title = told
    ? `${number(told.rows)} ${told.rows === 1 ? 'row' : 'rows'} behind “${told.title}”`
    : 'Rows';
  const save = () =>
    saveCsv('rows', {
      head: known.map(({ label }) => label),
      rows: rows.map((row) =>
        known.map(({ key }) => (typeof row[key] === 'number' ? row[key] : String(row[key] ?? ''))),
      ),
    });
  const head = (
    <>
      <pre className="whitespace-pre-wrap rounded-2 border border-line bg-sunken p-2.5 font-mono text-ink-2 text-xs">
        {(message.answer?.query?.words ?? told?.words ?? []).join('\n')}
      </pre>
      <div className="mt-2 flex items-center gap-2 text-ink-3 text-xs">
        <Button size="sm" icon={<Download />} onClick={save} blocked={rows.length === 0 && 'No rows'}>
          CSV
        </Button>
        <span className="ml-auto">
          {told && told.rows > rows.length
            ? `${number(rows.length)} of ${plural(told.rows, 'row')}`
            : 'newest first'}
        </span>
      </div>
      {told && told.leftOut.length > 0 ? (
        <p className="mt-2 text-ink-2 text-xs">
          Left out, because you may not see it: {told.leftOut.join(', ')}.
        </p>
      ) : null}
    </>
  );
  const body: ReactNode = found.error ? (
    <div className="p-5">
      <ErrorBlock error={found.error} onRetry={() => void found.refetch()} />
    </div>
  ) : (
    <DataTable
      caption="Rows behind the number"
      columns={columns}
      rows={rows}
      rowKey={(row) => JSON.stringify(row)}
      loading={found.isPending}
      empty={<p className="text-ink-2">No row stands behind this number.</p>}
      more={
        found.hasNextPage
          ? { load: () => void found.fetchNextPage(), loading: found.isFetchingNextPage }
          : undefined
      }
    />
  );
  if (!isBeside)
    return (
      <Drawer open onClose={onClose} title={title} head={head}>
        {body}
      </Drawer>
    );
  return (
    <aside aria-label={title} className="flex min-h-0 w-110 shrink-0 flex-col border-line border-l">
      <div className="px-5 pt-4 pb-3">
        <div className="mb-2.5 flex items-start justify-between gap-3">
          <h2 className="font-strong text-md">{title}</h2>
          <IconButton label="Close the rows" keys="R" className="-mt-1 -mr-1.5" onClick={onClose}>
            <X />
          </IconButton>
        </div>
        {head}
      </div>
      <div className="scroll-sheet min-h-0 flex-1 overflow-y-auto border-line border-t">{body}</div>
    </aside>
  );
}
