import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { CircleAlert, Plus } from 'lucide-react';
import { read } from '../../api/queries.ts';
import type { Shape } from '../../api/shapes.ts';
import { useKeys } from '../../shell/keyboard.ts';
import { NoPermissionPage } from '../../shell/no-permission.tsx';
import { Page } from '../../shell/page.tsx';
import { useWorkspace } from '../../shell/workspace.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState, ErrorBlock } from '../../ui/states.tsx';
import { number, plural, shortDay } from '../../ui/words.ts';

type Segment = Shape<'Segment'>;

/** Groups named by rules, each with how many are in it. */
export function SegmentsPage() {
  const { can } = useWorkspace();
  if (!can('segments.read')) return <NoPermissionPage what="Segments" needs="a role that works with leads" />;
  return <Segments />;
}

function Segments() {
  const { paths, can } = useWorkspace();
  const navigate = useNavigate();
  const segments = useQuery(read('/api/v1/segments'));
  const rows = segments.data?.data ?? [];
  const make = `${paths.segments}/new`;
  useKeys(
    can('segments.write')
      ? [{ key: 'c', label: 'New segment', group: 'This page', run: () => void navigate({ to: make }) }]
      : [],
  );
  const columns: Column<Segment>[] = [
    {
      id: 'name',
      header: 'Segment',
      width: '16rem',
      cell: (segment) => (
        <Link
          to={`${paths.segments}/${segment.id}`}
          className="block truncate rounded-1 outline-offset-[-2px]"
        >
          <strong>{segment.name}</strong>
        </Link>
      ),
    },
    {
      id: 'rule',
      header: 'Who is in it',
      quiet: true,
      cell: (segment) =>
        segment.problem ? (
          <span className="inline-flex items-center gap-1.5 text-bad-ink">
            <CircleAlert className="size-3.5" aria-hidden /> {segment.problem}
          </span>
        ) : (
          segment.sentence
        ),
    },
    {
      id: 'people',
      header: 'People',
      align: 'end',
      width: '6rem',
      cell: (segment) => number(segment.memberCount),
    },
    {
      id: 'changed',
      header: 'Changed',
      width: '7rem',
      quiet: true,
      cell: (segment) => shortDay(segment.updatedAt),
    },
  ];
  return (
    <Page
      title="Segments"
      note={segments.data ? <span className="figures">{number(rows.length)}</span> : null}
      actions={
        can('segments.write') ? (
          <ButtonLink to={make} look="primary" icon={<Plus />}>
            New segment
          </ButtonLink>
        ) : null
      }
    >
      {segments.error && !segments.data ? (
        <div className="p-5">
          <ErrorBlock error={segments.error} onRetry={() => void segments.refetch()} />
        </div>
      ) : (
        <DataTable
          caption="Segments"
          columns={columns}
          rows={rows}
          rowKey={(segment) => segment.id}
          rowHref={(segment) => `${paths.segments}/${segment.id}`}
          loading={segments.isPending}
          phone={(segment) => ({
            title: segment.name,
            note: segment.problem ?? segment.sentence,
            end: <strong>{number(segment.memberCount)}</strong>,
            endNote: plural(segment.memberCount, 'person', 'people').replace(/^\S+ /, ''),
          })}
          empty={
            <EmptyState
              title="No segment yet."
              actions={can('segments.write') ? <ButtonLink to={make}>New segment</ButtonLink> : null}
            >
              Name a group by a rule, such as “Revenue is over €500k and pain is margin”. Everybody the rule
              fits is in it, from then on by itself.
            </EmptyState>
          }
        />
      )}
    </Page>
  );
}
