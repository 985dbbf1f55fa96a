import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useDeferredValue } from 'react';
import { readPages, rowsOf } from '../../api/queries.ts';
import { NoPermissionPage } from '../../shell/no-permission.tsx';
import { Page } from '../../shell/page.tsx';
import { useUrlState } from '../../shell/url-state.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { StateMark } from '../../ui/chip.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { FilterBar } from '../../ui/filters.tsx';
import { EmptyState, ErrorBlock } from '../../ui/states.tsx';
import { number, percent, plural, shortDay } from '../../ui/words.ts';
import { type CampaignSummary, campaignState, isDraft } from './words.ts';

/** Cold-mail campaigns, newest first. One that is not launched opens where it was left. */
export function CampaignsPage() {
  const { paths, can } = useWorkspace();
  const [find, setFind] = useUrlState('q');
  const q = useDeferredValue(find?.trim() || undefined);
  const list = useInfiniteQuery({
    ...readPages<CampaignSummary>('/api/v1/campaigns', { q }),
    enabled: can('campaigns.read'),
  });
  if (!can('campaigns.read')) return <NoPermissionPage what="Campaigns" needs="campaigns.read" />;
  const rows = rowsOf(list.data);
  const none = list.isSuccess && rows.length === 0 && !q;
  const hrefOf = (row: CampaignSummary) =>
    isDraft(row)
      ? paths.campaignStep(row.id, row.status === 'ready' ? 'variants' : 'site')
      : paths.campaign(row.id);
  const share = (part: number, of: number) => (of > 0 ? percent(part, of) : '–');

  const columns: Column<CampaignSummary>[] = [
    {
      id: 'name',
      header: 'Campaign',
      width: '34%',
      cell: (row) => (
        <Link to={hrefOf(row)} className="rounded-1 font-medium hover:underline">
          {row.name}
        </Link>
      ),
    },
    {
      id: 'state',
      header: 'State',
      cell: (row) => (
        <StateMark tone={campaignState[row.status].tone}>{campaignState[row.status].words}</StateMark>
      ),
    },
    { id: 'sent', header: 'Sent', align: 'end', cell: (row) => number(row.counts.sent) },
    { id: 'replied', header: 'Replied', align: 'end', cell: (row) => number(row.counts.replied) },
    {
      id: 'rate',
      header: 'Reply rate',
      align: 'end',
      quiet: true,
      cell: (row) => share(row.counts.replied, row.counts.sent),
    },
    {
      id: 'bounced',
      header: 'Bounced',
      align: 'end',
      quiet: true,
      cell: (row) => number(row.counts.bounced),
    },
    { id: 'left', header: 'Left', align: 'end', quiet: true, cell: (row) => number(row.counts.unsubscribed) },
    { id: 'made', header: 'Begun', align: 'end', quiet: true, cell: (row) => shortDay(row.createdAt) },
  ];
  const make = can('campaigns.write') ? (
    <ButtonLink to={paths.newCampaign} look="primary" icon={<Plus />}>
      New campaign
    </ButtonLink>
  ) : null;
  return (
    <Page
      title="Campaigns"
      note={rows.length > 0 ? `${number(rows.length)}${list.hasNextPage ? ' and more' : ''}` : undefined}
      actions={none ? null : make}
      head={
        none ? null : (
          <FilterBar
            kinds={[]}
            filters={{}}
            onChange={() => {}}
            find={{
              value: find ?? '',
              onChange: (text) => setFind(text || undefined),
              label: 'Find a campaign',
            }}
          />
        )
      }
      foot={rows.length > 0 ? 'Replies are people; absence notes are not counted.' : undefined}
    >
      {list.error && rows.length === 0 ? (
        <div className="px-5 py-6">
          <ErrorBlock
            error={list.error}
            safe="Campaigns go on sending."
            onRetry={() => void list.refetch()}
          />
        </div>
      ) : none ? (
        <div className="px-5 py-6 max-phone:px-4">
          <EmptyState title="No campaign yet" actions={make}>
            Give the address of what you sell and whom you want to reach. You get three mails to choose from,
            each claim traced to your own site, and nothing leaves before you launch.
          </EmptyState>
        </div>
      ) : (
        <DataTable
          caption="Campaigns"
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          rowName={(row) => row.name}
          rowHref={hrefOf}
          loading={list.isLoading}
          phone={(row) => ({
            title: row.name,
            note: campaignState[row.status].words,
            end: plural(row.counts.replied, 'reply', 'replies'),
            endNote: `${number(row.counts.sent)} sent`,
          })}
          empty={
            <EmptyState
              title={`Nothing for “${q ?? ''}”`}
              actions={<Button onClick={() => setFind(undefined)}>Show all campaigns</Button>}
            >
              Names and addresses were searched.
            </EmptyState>
          }
          more={
            list.hasNextPage
              ? { load: () => void list.fetchNextPage(), loading: list.isFetchingNextPage }
              : undefined
          }
        />
      )}
    </Page>
  );
}
