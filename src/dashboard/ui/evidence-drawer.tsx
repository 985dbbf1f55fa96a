import { Code, Download } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button, buttonClass } from './button.tsx';
import { Chip } from './chip.tsx';
import { type Column, DataTable } from './data-table.tsx';
import { Drawer } from './dialog.tsx';
import { ErrorBlock } from './states.tsx';

interface ChainLink {
  label: string;
  value: ReactNode;
  aside?: ReactNode;
}

interface EvidenceDrawerProps<Row> {
  open: boolean;
  onClose: () => void;
  /** The number in words: "€4,720 from Newsletter, last touch". */
  title: ReactNode;
  /** How it was counted, in a sentence. */
  note?: ReactNode;
  filters?: string[];
  /** The query in words or SQL, shown on demand. */
  query?: string;
  csvHref?: string;
  csvName?: string;
  /** Whether a row is the one whose chain is shown. */
  chosen?: (row: Row) => boolean;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  rowHref?: (row: Row) => string;
  foot?: Record<string, ReactNode>;
  loading?: boolean;
  more?: { load: () => void; loading: boolean } | undefined;
  error?: unknown;
  /** The chosen row, followed from sentence to euro. */
  chain?: { title: ReactNode; links: ChainLink[] } | undefined;
}

/** The rows behind a number. They sum to it, or the difference is a row. Opened by `?rows=`, so it is an address. */
export function EvidenceDrawer<Row>(props: EvidenceDrawerProps<Row>) {
  const { open, onClose, title, note, filters, query, csvHref, chain, error } = props;
  const [showQuery, setShowQuery] = useState(false);
  return (
    <Drawer
      open={open}
      onClose={onClose}
      title={title}
      note={note}
      head={
        <>
          <div className="flex flex-wrap items-center gap-1.5">
            {filters?.map((filter) => (
              <Chip key={filter}>{filter}</Chip>
            ))}
            <span className="ml-auto flex gap-1.5">
              {query ? (
                <Button
                  size="sm"
                  icon={<Code />}
                  aria-expanded={showQuery}
                  onClick={() => setShowQuery(!showQuery)}
                >
                  Query
                </Button>
              ) : null}
              {csvHref ? (
                <a
                  href={csvHref}
                  download={props.csvName ?? 'rows.csv'}
                  className={buttonClass('secondary', 'sm')}
                >
                  <Download /> CSV
                </a>
              ) : null}
            </span>
          </div>
          {showQuery && query ? (
            <pre className="mt-2 whitespace-pre-wrap rounded-2 border border-line bg-sunken p-2.5 font-mono text-xs">
              {query}
            </pre>
          ) : null}
        </>
      }
      foot={chain ? <Chain title={chain.title} links={chain.links} /> : undefined}
    >
      {error ? (
        <div className="p-5">
          <ErrorBlock error={error} />
        </div>
      ) : (
        <DataTable
          caption="Rows behind the number"
          columns={props.columns}
          rows={props.rows}
          rowKey={props.rowKey}
          {...(props.rowHref ? { rowHref: props.rowHref } : {})}
          {...(props.chosen ? { chosen: props.chosen } : {})}
          {...(props.foot ? { foot: props.foot } : {})}
          loading={props.loading ?? false}
          more={props.more}
          empty={<p className="text-ink-2">No row stands behind this number.</p>}
        />
      )}
    </Drawer>
  );
}

/** One thing followed through the system: passage, step, link, click, lead, trial, video, order, share. */
export function Chain({ title, links }: { title: ReactNode; links: ChainLink[] }) {
  return (
    <section className="px-5 py-3.5">
      <h3 className="mb-2 font-strong">{title}</h3>
      <dl>
        {links.map((link) => (
          <div key={link.label} className="flex gap-3 border-line border-t py-1.5">
            <dt className="w-17 shrink-0 text-ink-3">{link.label}</dt>
            <dd className="min-w-0 flex-1">{link.value}</dd>
            {link.aside ? <dd className="shrink-0 text-ink-3 text-xs leading-5">{link.aside}</dd> : null}
          </div>
        ))}
      </dl>
    </section>
  );
}
