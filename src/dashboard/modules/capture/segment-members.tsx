import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { readPages, rowsOf } from '../../api/queries.ts';
import type { Shape } from '../../api/shapes.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { ErrorBlock } from '../../ui/states.tsx';
import { moment, number } from '../../ui/words.ts';

type Member = Shape<'SegmentMember'>;

/** Who is in a saved segment, since when, and why. */
export function Members({ segment }: { segment: Shape<'Segment'> }) {
  const { paths, can } = useWorkspace();
  const members = useInfiniteQuery({
    ...readPages<Member>(`/api/v1/segments/${segment.id}/members`),
    enabled: can('leads.read'),
  });
  if (!can('leads.read')) return null;
  const columns: Column<Member>[] = [
    {
      id: 'name',
      header: 'Person',
      width: '18rem',
      cell: (member) => (
        <Link to={paths.lead(member.id)} className="block truncate rounded-1 outline-offset-[-2px]">
          <strong>{member.name}</strong>{' '}
          <span className="text-ink-2">{member.name === member.email ? '' : member.email}</span>
        </Link>
      ),
    },
    { id: 'why', header: 'Why', quiet: true, cell: (member) => member.reasons.join(' · ') },
    {
      id: 'since',
      header: 'In it since',
      width: '11rem',
      quiet: true,
      cell: (member) => moment(member.joinedAt),
    },
  ];
  return (
    <section aria-label="In this segment" className="border-line border-t">
      <div className="flex items-center justify-between gap-4 px-5 pt-4 pb-1 max-phone:px-4">
        <h2 className="font-strong">
          In this segment{' '}
          <span className="figures font-regular text-ink-3">{number(segment.memberCount)}</span>
        </h2>
        <ButtonLink to={paths.leads} search={{ segment: segment.id } as never} look="quiet" size="sm">
          Open as leads
        </ButtonLink>
      </div>
      {members.error && !members.data ? (
        <div className="px-5 py-4">
          <ErrorBlock error={members.error} onRetry={() => void members.refetch()} />
        </div>
      ) : (
        <DataTable
          caption="People in this segment"
          columns={columns}
          rows={rowsOf(members.data)}
          rowKey={(member) => member.id}
          rowHref={(member) => paths.lead(member.id)}
          loading={members.isPending}
          more={
            members.hasNextPage
              ? { load: () => void members.fetchNextPage(), loading: members.isFetchingNextPage }
              : undefined
          }
          phone={(member) => ({ title: member.name, note: member.reasons.join(' · ') })}
          empty={
            <p className="text-ink-2">Nobody is in it yet. People join as soon as the rule fits them.</p>
          }
        />
      )}
    </section>
  );
}
