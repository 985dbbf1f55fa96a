import { useQuery } from '@tanstack/react-query';
import { hasStatus } from '../../api/problems.ts';
import { read } from '../../api/queries.ts';
import { Drawer } from '../../ui/dialog.tsx';
import { Details } from '../../ui/rows.tsx';
import { EmptyState, ErrorBlock, Skeleton } from '../../ui/states.tsx';
import { moment, number, plural } from '../../ui/words.ts';
import { PlaceLink } from './place-link.tsx';

/** Where a row behind an insight is looked at; what has no page of its own is shown by its words. */
const placeOf: Record<string, (id: string) => string> = {
  lead: (id) => `/leads/${id}`,
  task: (id) => `/tasks/${id}`,
};

const nouns: Record<string, string> = { message: 'mail' };

/** The rows that an insight was counted from, and how it was counted. */
export function InsightDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const found = useQuery(read('/api/v1/insights/{id}', { params: { path: { id } } }));
  const insight = found.data;
  if (!insight)
    return (
      <Drawer open onClose={onClose} title="Insight">
        <div className="p-5">
          {hasStatus(found.error, 404) || hasStatus(found.error, 422) ? (
            <EmptyState title="There is no such insight" boxed={false}>
              It may belong to another workspace.
            </EmptyState>
          ) : found.error ? (
            <ErrorBlock error={found.error} onRetry={() => void found.refetch()} />
          ) : (
            <Skeleton rows={5} />
          )}
        </div>
      </Drawer>
    );
  const { evidence, rows } = insight;
  const missing = evidence.count - rows.length;
  return (
    <Drawer open onClose={onClose} title={insight.title} note={insight.statement}>
      <div className="p-5">
        <Details
          items={[
            { label: 'Counted', value: evidence.query },
            ...Object.entries(evidence.parameters).map(([name, value]) => ({
              label: name.charAt(0).toUpperCase() + name.slice(1),
              value: typeof value === 'number' ? number(value) : moment(value),
            })),
            { label: 'Found', value: number(evidence.count) },
            {
              label: 'Certainty',
              value: `${insight.confidence.toFixed(2)}${insight.prior === null ? '' : `, at first ${insight.prior.toFixed(2)}`}`,
            },
            { label: 'First seen', value: moment(insight.firstSeenAt) },
            { label: 'Last seen', value: moment(insight.lastSeenAt) },
          ]}
        />
        <h3 className="mt-5 mb-1 font-strong">Rows behind it</h3>
        {rows.length === 0 ? (
          <p className="text-ink-2">
            {evidence.count === 0
              ? 'It was counted, and the count is none: there is no row to show.'
              : 'The rows are not kept for this one; only their number.'}
          </p>
        ) : (
          <ul>
            {rows.map((row) => {
              const place = placeOf[row.type]?.(row.id);
              const words = (
                <>
                  <span className="w-20 shrink-0 text-ink-3 text-xs leading-5">
                    {nouns[row.type] ?? row.type}
                  </span>
                  <span className="min-w-0 flex-1">{row.note}</span>
                </>
              );
              return (
                <li key={`${row.type}-${row.id}`} className="border-line border-b">
                  {place ? (
                    <PlaceLink
                      href={place}
                      className="flex min-h-9 items-baseline gap-3 rounded-1 py-1.5 hover:bg-hover"
                    >
                      {words}
                    </PlaceLink>
                  ) : (
                    <span className="flex min-h-9 items-baseline gap-3 py-1.5">{words}</span>
                  )}
                </li>
              );
            })}
          </ul>
        )}
        {missing > 0 && rows.length > 0 ? (
          <p className="mt-2 text-ink-2 text-xs">and {plural(missing, 'more row')}.</p>
        ) : null}
      </div>
    </Drawer>
  );
}
