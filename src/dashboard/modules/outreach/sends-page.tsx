import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { read } from '../../api/queries.ts';
import { NoPermissionPage } from '../../shell/no-permission.tsx';
import { Page } from '../../shell/page.tsx';
import { useUrlState } from '../../shell/url-state.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Segmented } from '../../ui/choice.tsx';
import { Select } from '../../ui/field.tsx';
import { SendRows } from './send-rows.tsx';

/** Every planned mail as a row, by day. */
export function SendsPage() {
  const { can } = useWorkspace();
  const [campaign, setCampaign] = useUrlState('campaign');
  const [when, setWhen] = useUrlState('when');
  // Kept while the page stands, so that the list is not read anew with every drawing.
  const [today] = useState(() => new Date(new Date().setHours(0, 0, 0, 0)).toISOString());
  const campaigns = useQuery({
    ...read('/api/v1/campaigns', { params: { query: { limit: 100 } } }),
    enabled: can('campaigns.read'),
  });
  if (!can('campaigns.read')) return <NoPermissionPage what="Send calendar" needs="campaigns.read" />;
  return (
    <Page
      title="Send calendar"
      actions={
        <Segmented
          label="Which mails"
          value={when === 'all' || when === 'waiting' ? when : 'today'}
          onChange={(next) => setWhen(next === 'today' ? undefined : next)}
          options={[
            { value: 'today', label: 'From today' },
            { value: 'waiting', label: 'Waiting' },
            { value: 'all', label: 'All' },
          ]}
        />
      }
      head={
        <div className="flex h-11.5 items-center border-line border-b px-5 max-phone:px-4">
          <Select
            aria-label="Campaign"
            height="sm"
            className="w-64"
            value={campaign ?? ''}
            onChange={(event) => setCampaign(event.target.value || undefined)}
          >
            <option value="">All campaigns</option>
            {campaigns.data?.data.map((row) => (
              <option key={row.id} value={row.id}>
                {row.name}
              </option>
            ))}
          </Select>
        </div>
      }
      foot="Times are yours; windows are kept in each person’s own zone."
    >
      <SendRows
        campaign={campaign}
        state={when === 'waiting' ? 'planned' : undefined}
        from={when === 'all' ? undefined : today}
      />
    </Page>
  );
}
