import { useQuery } from '@tanstack/react-query';
import { ExternalLink, Info } from 'lucide-react';
import { useState } from 'react';
import { read } from '../../../api/queries.ts';
import { useWorkspace } from '../../../shell/workspace.ts';
import { ButtonLink, TextButton } from '../../../ui/button.tsx';
import { StandIn } from '../../../ui/chip.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Marked, MarkNumber } from '../../../ui/marks.tsx';
import { Note, Skeleton } from '../../../ui/states.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { type Campaign, mailName, type SiteProfile, type Variant } from '../words.ts';
import { StepHead, WizardFrame } from './frame.tsx';
import { Preparing } from './site-step.tsx';
import { VariantCard } from './variant-card.tsx';

/** The three ways in, side by side, and where each claim comes from. */
export function VariantsStep({ campaign }: { campaign: Campaign }) {
  const { paths } = useWorkspace();
  const id = campaign.siteProfileId ?? '';
  const profile = useQuery(read('/api/v1/site-profiles/{id}', { params: { path: { id } } }));
  const [isWhole, setWhole] = useState(false);
  if (campaign.status === 'preparing')
    return (
      <WizardFrame campaign={campaign} step="variants">
        <Preparing campaign={campaign} />
      </WizardFrame>
    );
  const used = [
    ...new Set(
      campaign.variants.flatMap(({ mails }) =>
        mails.flatMap(({ claims }) => claims.map(({ claimId }) => claimId)),
      ),
    ),
  ];
  const claims = used.flatMap(
    (claimId) => profile.data?.claims.filter((claim) => claim.id === claimId) ?? [],
  );
  const numberOf = (claimId: string) => {
    const at = claims.findIndex((claim) => claim.id === claimId);
    return at < 0 ? undefined : at + 1;
  };
  const active = campaign.variants.filter(({ isActive }) => isActive).length;
  return (
    <WizardFrame
      campaign={campaign}
      step="variants"
      primary={
        campaign.variants.length > 0 ? (
          <ButtonLink look="primary" to={paths.campaignStep(campaign.id, 'prospects')}>
            Choose prospects
          </ButtonLink>
        ) : null
      }
      panel={<Origins claims={claims} />}
      panelLabel="Where each claim comes from"
    >
      <StepHead
        title="Three ways in. Read each one aloud."
        note="Every highlighted claim stands on the site. Nothing else about the product is said."
        aside={
          campaign.variants.every(({ maker }) => maker === 'built-in composer') ? (
            <StandIn>built-in composer: no model configured</StandIn>
          ) : null
        }
      />
      {campaign.variants.length === 0 ? (
        <Skeleton rows={8} />
      ) : (
        <div className="grid gap-3.5 tablet:grid-cols-[repeat(auto-fit,minmax(15rem,1fr))]">
          {campaign.variants.map((variant) => (
            <VariantCard key={variant.id} variant={variant} numberOf={numberOf} among={active} />
          ))}
        </div>
      )}
      <div className="mt-3">
        <Note icon={<Info aria-hidden />}>
          Under each mail: your postal address and a one-click unsubscribe. They are added at sending and
          cannot be removed. <TextButton onClick={() => setWhole(true)}>See a whole mail</TextButton>
        </Note>
      </div>
      {isWhole ? <WholeMail variants={campaign.variants} onClose={() => setWhole(false)} /> : null}
    </WizardFrame>
  );
}

function Origins({ claims }: { claims: SiteProfile['claims'] }) {
  return (
    <>
      <h2 className="font-strong text-sm">Where each claim comes from</h2>
      <ol className="mt-3">
        {claims.map((claim, index) => (
          <li key={claim.id} className="border-line border-t py-3">
            <p className="font-serif text-md">
              <MarkNumber>{index + 1}</MarkNumber> <Marked>{claim.sentence}</Marked>
            </p>
            <a
              href={claim.url}
              target="_blank"
              rel="noreferrer"
              className="mt-1 inline-flex items-center gap-1.5 text-ink-3 text-xs hover:text-ink"
            >
              <ExternalLink className="size-3" aria-hidden />
              <span className="font-mono">{new URL(claim.url).pathname}</span>
            </a>
          </li>
        ))}
      </ol>
      {claims.length === 0 ? <p className="text-ink-2">No mail uses a claim of the site.</p> : null}
    </>
  );
}

/** A variant as one person would get it, footer and all. */
function WholeMail({ variants, onClose }: { variants: Variant[]; onClose: () => void }) {
  const [id, setId] = useState(variants[0]?.id ?? '');
  const found = useQuery(read('/api/v1/variants/{id}/preview', { params: { path: { id } } }));
  const chosen = variants.find((variant) => variant.id === id);
  return (
    <Dialog
      open
      onClose={onClose}
      title="As it is sent"
      note={found.data ? `To ${found.data.to}` : 'Filled in'}
      width="max-w-160"
    >
      <Tabs
        label="Variants"
        value={id}
        onChange={setId}
        tabs={variants.map((variant) => ({ id: variant.id, label: variant.name }))}
      >
        <div className="max-h-120 overflow-y-auto py-3">
          {found.data?.mails.map((mail) => (
            <article key={mail.position} className="mb-5">
              <p className="text-ink-3 text-xs">{mailName(chosen?.mails ?? [], mail.position)}</p>
              <h3 className="font-strong">{mail.subject}</h3>
              <pre className="whitespace-pre-wrap font-sans">
                {mail.text.replaceAll('{{unsubscribe_url}}', '(their own link)')}
              </pre>
              {mail.missing.length > 0 ? (
                <p className="text-bad-ink text-xs">
                  Lacks {mail.missing.join(', ')}: this person would get no mail.
                </p>
              ) : null}
            </article>
          )) ?? <Skeleton rows={4} />}
        </div>
      </Tabs>
    </Dialog>
  );
}
