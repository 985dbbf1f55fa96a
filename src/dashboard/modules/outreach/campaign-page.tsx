import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { CalendarDays, Pause, Play } from 'lucide-react';
import { useAct } from '../../api/act.ts';
import { send } from '../../api/client.ts';
import { read } from '../../api/queries.ts';
import type { Shape } from '../../api/shapes.ts';
import { useKeys } from '../../shell/keyboard.ts';
import { NoPermissionPage } from '../../shell/no-permission.tsx';
import { Page } from '../../shell/page.tsx';
import { useUrlState } from '../../shell/url-state.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Bars } from '../../ui/bars.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { IntervalPlot } from '../../ui/interval-plot.tsx';
import { KeyNumbers } from '../../ui/key-numbers.tsx';
import { RawSplit, useRawSplit } from '../../ui/raw-split.tsx';
import { EmptyState, ErrorBlock, Note, Skeleton } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { RunningCard } from '../../ui/waiting.tsx';
import { number, plural, range, shortDay } from '../../ui/words.ts';
import { CountTable } from './count-table.tsx';
import { SendRows } from './send-rows.tsx';
import { ThreadLines } from './thread-lines.tsx';
import { type Campaign, campaignState, isDraft } from './words.ts';

type Analytics = Shape<'CampaignAnalytics'>;

/** Is it working, is it safe: numbers, the test, every mail, every answer. */
export function CampaignPage() {
  const { paths, can } = useWorkspace();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const [tab, setTab] = useUrlState('tab');
  const may = can('campaigns.read');
  const campaign = useQuery({
    ...read('/api/v1/campaigns/{id}', { params: { path: { id } } }),
    enabled: may,
    refetchInterval: (query) => (query.state.data?.status === 'launching' ? 1_500 : false),
  });
  const analytics = useQuery({
    ...read('/api/v1/campaigns/{id}/analytics', { params: { path: { id } } }),
    enabled: may,
  });
  const row = campaign.data;
  const isPaused = row?.status === 'paused';
  const pause = useAct({
    run: (paused: boolean) =>
      send<Campaign>('POST', `/api/v1/campaigns/${id}/pauses`, { body: { isPaused: paused } }),
    changes: ['campaigns', 'sends'],
    says: (paused) => (paused ? 'Paused. Nothing leaves until you let it go on' : 'It goes on sending'),
    undo: (paused) => send('POST', `/api/v1/campaigns/${id}/pauses`, { body: { isPaused: !paused } }),
  });
  const canPause = can('campaigns.write') && (row?.status === 'running' || isPaused);
  useKeys(
    canPause
      ? [
          {
            key: 'p',
            label: isPaused ? 'Go on' : 'Pause',
            group: 'This campaign',
            run: () => pause.mutate(!isPaused),
          },
        ]
      : [],
  );
  if (!may) return <NoPermissionPage what="Campaign" needs="campaigns.read" />;
  const shown = tab ?? 'results';
  return (
    <Page
      title={row?.name ?? 'Campaign'}
      crumbs={[{ label: 'Campaigns', to: paths.campaigns }]}
      note={
        row ? (
          <span className="inline-flex items-center gap-2">
            <Chip tone={campaignState[row.status].tone}>{campaignState[row.status].words}</Chip>
            <span className="truncate">{row.statusReason}</span>
          </span>
        ) : undefined
      }
      actions={
        <>
          <span className="max-phone:hidden">
            <RawSplit />
          </span>
          <ButtonLink
            icon={<CalendarDays />}
            to={`${paths.sends}?campaign=${id}`}
            className="max-phone:hidden"
          >
            Send calendar
          </ButtonLink>
          {canPause ? (
            <Button
              icon={isPaused ? <Play /> : <Pause />}
              busy={pause.isPending && 'One moment'}
              onClick={() => pause.mutate(!isPaused)}
            >
              {isPaused ? 'Go on' : 'Pause'}
            </Button>
          ) : null}
          {row && isDraft(row) ? (
            <ButtonLink look="primary" to={paths.campaignStep(id, 'site')}>
              Prepare it
            </ButtonLink>
          ) : null}
        </>
      }
    >
      {campaign.error || analytics.error ? (
        <div className="px-5 py-6">
          <ErrorBlock
            error={campaign.error ?? analytics.error}
            safe="The campaign goes on."
            onRetry={() => void Promise.all([campaign.refetch(), analytics.refetch()])}
          />
        </div>
      ) : !row || !analytics.data ? (
        <Skeleton rows={8} className="px-gutter py-5" />
      ) : (
        <Tabs
          label="Parts of the campaign"
          value={shown}
          onChange={(next) => setTab(next === 'results' ? undefined : next)}
          tabs={[
            { id: 'results', label: 'Results' },
            { id: 'mails', label: 'Mails', count: analytics.data.planned },
            { id: 'replies', label: 'Replies', count: analytics.data.reply.count },
          ]}
        >
          {shown === 'mails' ? (
            <SendRows campaign={id} />
          ) : shown === 'replies' ? (
            <ThreadLines campaign={id} />
          ) : (
            <Results campaign={row} analytics={analytics.data} />
          )}
        </Tabs>
      )}
    </Page>
  );
}

function Results({ campaign, analytics }: { campaign: Campaign; analytics: Analytics }) {
  const { raw } = useRawSplit();
  const { open, click, reply, positive, machine } = analytics;
  if (campaign.status === 'launching')
    return (
      <div className="max-w-140 px-gutter py-5">
        <RunningCard
          title="Launching"
          stages={campaign.stages.map((stage) => ({ label: stage.name, state: stage.state }))}
          note="You can leave; it goes on."
        />
      </div>
    );
  const rate = (share: Analytics['positive']) =>
    `${share.percent} % of ${number(share.of)}, ${range(share.range.low, share.range.high)} likely`;
  const tracked = campaign.settings.trackOpens || campaign.settings.trackClicks;
  return (
    <>
      <KeyNumbers
        label="Key numbers"
        numbers={[
          {
            id: 'contacted',
            label: 'Contacted',
            value: number(analytics.contacted),
            note: `${number(analytics.sent)} mails`,
          },
          {
            id: 'positive',
            label: 'Positive replies',
            value: number(positive.count),
            note: analytics.contacted >= 10 ? rate(positive) : 'too few to tell',
          },
          {
            id: 'replies',
            label: 'All replies',
            value: number(reply.count),
            note: 'absence notes set aside',
          },
          ...(tracked
            ? [
                {
                  id: 'opened',
                  label: 'Opened',
                  value: number(raw ? open.count + machine.opens : open.count),
                  split: {
                    people: open.count,
                    machines: machine.opens,
                    note: 'people and machines; no result by itself',
                  },
                },
                {
                  id: 'clicked',
                  label: 'Clicked',
                  value: number(raw ? click.count + machine.clicks : click.count),
                  split: { people: click.count, machines: machine.clicks, note: 'people and machines' },
                },
              ]
            : []),
          { id: 'left', label: 'Left the list', value: number(analytics.unsubscribed) },
          { id: 'bounced', label: 'Bounced', value: number(analytics.bounced) },
        ]}
      />
      {analytics.unconfirmed > 0 ? (
        <div className="px-gutter pt-4">
          <Note tone="wait">
            {plural(analytics.unconfirmed, 'mail is', 'mails are')} unconfirmed: the connection ended before
            the server answered. It is not sent again by itself.
          </Note>
        </div>
      ) : null}
      {analytics.contacted === 0 ? (
        <div className="px-gutter py-5">
          <EmptyState title="No mail has left yet">
            {campaign.status === 'running'
              ? 'The mails wait for their window or their turn; the tab Mails says when each moves.'
              : 'Numbers start with the first mail.'}
          </EmptyState>
        </div>
      ) : (
        <div className="grid wide:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
          <div className="min-w-0">
            {isTooFew(analytics) ? (
              <CountTable
                title="Too few to tell the variants apart"
                head={['Variant', 'Contacted', 'Replied', 'Positive']}
                rows={analytics.variants.map((group) => [
                  group.label,
                  group.contacted,
                  group.replied,
                  group.positive,
                ])}
              />
            ) : (
              <IntervalPlot
                title={leadOf(analytics)}
                note="Positive replies per person contacted, 95 % range"
                arms={analytics.variants.map((group) => ({
                  label: group.label,
                  rate: {
                    part: group.positive,
                    of: group.contacted,
                    low: group.range.low,
                    high: group.range.high,
                  },
                }))}
                csvName={`variants-${campaign.id}`}
              />
            )}
            <Bars
              title={`${plural(reply.count, 'reply', 'replies')} to ${plural(analytics.sent, 'mail')}`}
              note="mails sent per day"
              unit="Mails"
              bars={analytics.days.map((one) => ({
                label: shortDay(`${one.day}T12:00:00Z`),
                value: one.sent,
              }))}
              format={number}
              csvName={`days-${campaign.id}`}
            />
          </div>
          <div>
            <CountTable
              title="By mail"
              head={['Mail', 'Sent', 'Opened', 'Replied']}
              rows={analytics.steps.map((step) => [step.label, step.sent, step.opened, step.replied])}
            />
            <p className="px-gutter text-ink-2 text-xs">
              {plural(analytics.waiting, 'mail waits', 'mails wait')}.
            </p>
          </div>
        </div>
      )}
    </>
  );
}

/** Fewer people than this say nothing about a variant. */
const isTooFew = ({ variants }: Analytics): boolean => variants.every(({ contacted }) => contacted < 10);

/** The finding in words; nothing is called a winner here while the ranges overlap. */
function leadOf({ variants }: Analytics): string {
  const sorted = variants.toSorted((one, other) => share(other) - share(one));
  const [first, second] = sorted;
  if (!first || !second) return 'One variant, nothing to compare';
  if (first.range.low > second.range.high) return `${first.label} does better than ${second.label}`;
  return 'Not decided: the ranges overlap';
}

const share = ({ positive, contacted }: Analytics['variants'][number]) =>
  contacted > 0 ? positive / contacted : 0;
