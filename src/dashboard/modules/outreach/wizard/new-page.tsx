import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../../api/act.ts';
import { repeatable, send } from '../../../api/client.ts';
import { fieldError } from '../../../api/problems.ts';
import { NoPermissionPage } from '../../../shell/no-permission.tsx';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorBlock } from '../../../ui/states.tsx';
import type { Campaign } from '../words.ts';
import { AddressFields } from './address-fields.tsx';
import { StepHead, WizardFrame } from './frame.tsx';

/** The first step of a campaign: an address and an audience. */
export function NewCampaignPage() {
  const { can, paths } = useWorkspace();
  const navigate = useNavigate();
  const [url, setUrl] = useState('');
  const [audience, setAudience] = useState('');
  const begin = useAct({
    run: () =>
      send<Campaign>('POST', '/api/v1/campaigns', {
        body: { url: url.trim(), ...(audience.trim() ? { audience: audience.trim() } : {}) },
        headers: repeatable(),
      }),
    changes: ['campaigns', 'prospect-lists'],
    onError: () => undefined,
    onDone: (campaign) => void navigate({ to: paths.campaignStep(campaign.id, 'site') }),
  });
  if (!can('campaigns.write')) return <NoPermissionPage what="New campaign" needs="campaigns.write" />;
  const wrong = fieldError(begin.error, '/url');
  return (
    <WizardFrame
      campaign={undefined}
      step="site"
      primary={
        <Button
          look="primary"
          form="begin"
          type="submit"
          busy={begin.isPending && 'Beginning'}
          blocked={url.trim() === '' ? 'Give an address first' : false}
        >
          Read the site
        </Button>
      }
    >
      <StepHead
        title="What do you sell, and to whom?"
        note="A few pages are read, politely. Nothing is sent."
      />
      <form
        id="begin"
        className="flex max-w-140 flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (url.trim() !== '') begin.mutate(undefined);
        }}
      >
        <AddressFields url={url} audience={audience} onUrl={setUrl} onAudience={setAudience} wrong={wrong} />
        {begin.error && !wrong ? <ErrorBlock error={begin.error} /> : null}
      </form>
    </WizardFrame>
  );
}
