import { useQuery } from '@tanstack/react-query';
import { ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../../api/act.ts';
import { send } from '../../../api/client.ts';
import { fieldError } from '../../../api/problems.ts';
import { read } from '../../../api/queries.ts';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Button, ButtonLink, TextButton } from '../../../ui/button.tsx';
import { StandIn } from '../../../ui/chip.tsx';
import { Marked } from '../../../ui/marks.tsx';
import { Details } from '../../../ui/rows.tsx';
import { ErrorBlock, Note, Skeleton } from '../../../ui/states.tsx';
import { RunningCard } from '../../../ui/waiting.tsx';
import { plural } from '../../../ui/words.ts';
import type { Campaign, SiteProfile } from '../words.ts';
import { AddressFields } from './address-fields.tsx';
import { StepHead, WizardFrame } from './frame.tsx';

const kinds: [SiteProfile['claims'][number]['kind'], string][] = [
  ['product', 'What it is'],
  ['audience', 'Whom it is for'],
  ['benefit', 'What it brings'],
  ['proof', 'Proof'],
  ['price', 'Price'],
  ['feature', 'Parts of it'],
];

/** What was read on the site, each claim with its sentence. */
export function SiteStep({ campaign }: { campaign: Campaign }) {
  const { paths } = useWorkspace();
  const isReady = campaign.status !== 'preparing' && campaign.status !== 'failed';
  return (
    <WizardFrame
      campaign={campaign}
      step="site"
      primary={
        isReady ? (
          <ButtonLink look="primary" to={paths.campaignStep(campaign.id, 'audience')}>
            Choose the audience
          </ButtonLink>
        ) : null
      }
    >
      {campaign.status === 'preparing' ? (
        <Preparing campaign={campaign} />
      ) : campaign.status === 'failed' ? (
        <OtherAddress campaign={campaign} />
      ) : (
        <Profile campaign={campaign} />
      )}
    </WizardFrame>
  );
}

/** The stages of setting up; it goes on when you leave. */
export function Preparing({ campaign }: { campaign: Campaign }) {
  const done = campaign.stages.filter(({ state }) => state === 'done').length;
  return (
    <div className="max-w-140">
      <RunningCard
        title={`Reading ${hostOf(campaign.url)}`}
        progress={done / Math.max(1, campaign.stages.length)}
        stages={campaign.stages.map((stage) => ({ label: stage.name, state: stage.state }))}
        note="You can leave; it goes on."
      />
    </div>
  );
}

function OtherAddress({ campaign }: { campaign: Campaign }) {
  const [url, setUrl] = useState(campaign.url);
  const [audience, setAudience] = useState(campaign.audience);
  const again = useAct({
    run: () =>
      send<Campaign>('PATCH', `/api/v1/campaigns/${campaign.id}`, { body: { url: url.trim(), audience } }),
    changes: ['campaigns', 'site-profiles'],
    onError: () => undefined,
  });
  return (
    <>
      <StepHead title="The site could not be used" note={campaign.problem ?? ''} />
      <form
        className="flex max-w-140 flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          again.mutate(undefined);
        }}
      >
        <AddressFields
          url={url}
          audience={audience}
          onUrl={setUrl}
          onAudience={setAudience}
          wrong={fieldError(again.error, '/url')}
        />
        <div>
          <Button type="submit" look="primary" busy={again.isPending && 'Beginning'}>
            Read this page
          </Button>
        </div>
      </form>
    </>
  );
}

function Profile({ campaign }: { campaign: Campaign }) {
  const { can } = useWorkspace();
  const id = campaign.siteProfileId ?? '';
  const found = useQuery(read('/api/v1/site-profiles/{id}', { params: { path: { id } } }));
  const strike = useAct({
    run: ({ claimId, isStruck }: { claimId: string; isStruck: boolean }) =>
      send<SiteProfile>('PATCH', `/api/v1/site-profiles/${id}/claims/${claimId}`, { body: { isStruck } }),
    changes: ['site-profiles'],
  });
  if (found.error) return <ErrorBlock error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton rows={8} />;
  const profile = found.data;
  return (
    <>
      <StepHead
        title={profile.name ?? hostOf(profile.url)}
        note="Every claim is a sentence of the site, word for word. Strike out what should not be said."
        aside={
          profile.maker === 'built-in composer' ? (
            <StandIn>built-in composer: no model configured</StandIn>
          ) : null
        }
      />
      <div className="mb-5 max-w-140">
        <Details
          items={[
            {
              label: 'Read',
              value: plural(profile.pages.filter((page) => page.status === 200).length, 'page'),
            },
            { label: 'Tone', value: profile.tone ?? '–' },
          ]}
        />
      </div>
      <div className="grid max-w-240 gap-6">
        {kinds.map(([kind, title]) => {
          const claims = profile.claims.filter((claim) => claim.kind === kind);
          if (claims.length === 0) return null;
          return (
            <section key={kind} aria-label={title}>
              <h3 className="mb-1 font-medium text-ink-2 text-xs">{title}</h3>
              <ul>
                {claims.map((claim) => (
                  <li key={claim.id} className="flex items-baseline gap-4 border-line border-b py-2">
                    <div className="min-w-0 flex-1">
                      {kind === 'audience' ? <p className="font-medium">{claim.claim}</p> : null}
                      <p className="font-serif text-md">
                        {claim.isStruck ? (
                          <s className="text-ink-3">{claim.sentence}</s>
                        ) : (
                          <Marked>{claim.sentence}</Marked>
                        )}
                      </p>
                      <a
                        href={claim.url}
                        target="_blank"
                        rel="noreferrer"
                        className="inline-flex items-center gap-1.5 text-ink-3 text-xs hover:text-ink"
                      >
                        <ExternalLink className="size-3" aria-hidden />
                        <span className="font-mono">{new URL(claim.url).pathname}</span>
                      </a>
                    </div>
                    {can('campaigns.write') ? (
                      <TextButton
                        className="shrink-0 text-xs"
                        onClick={() => strike.mutate({ claimId: claim.id, isStruck: !claim.isStruck })}
                      >
                        {claim.isStruck ? 'Let it stand' : 'Strike out'}
                      </TextButton>
                    ) : null}
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
      {profile.pages.some((page) => page.problem) ? (
        <div className="mt-5 max-w-140">
          <Note>
            {profile.pages
              .filter((page) => page.problem)
              .map((page) => `${new URL(page.url).pathname}: ${page.problem}`)
              .join(' ')}
          </Note>
        </div>
      ) : null}
    </>
  );
}

const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host : url);
