import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { read } from '../../../api/queries.ts';
import { NoPermissionPage } from '../../../shell/no-permission.tsx';
import { useWorkspace } from '../../../shell/workspace.ts';
import { ErrorBlock, Skeleton } from '../../../ui/states.tsx';
import { AudienceStep } from './audience-step.tsx';
import { type StepId, steps, WizardFrame } from './frame.tsx';
import { LaunchStep } from './launch-step.tsx';
import { PreflightStep } from './preflight-step.tsx';
import { ProspectsStep } from './prospects-step.tsx';
import { SiteStep } from './site-step.tsx';
import { VariantsStep } from './variants-step.tsx';

const pages = {
  site: SiteStep,
  audience: AudienceStep,
  variants: VariantsStep,
  prospects: ProspectsStep,
  preflight: PreflightStep,
  launch: LaunchStep,
};

/** One step of a campaign that is not launched yet. */
export function WizardPage() {
  const { can } = useWorkspace();
  const { id = '', step: named = 'site' } = useParams({ strict: false }) as { id?: string; step?: string };
  const step: StepId = steps.find((one) => one.id === named)?.id ?? 'site';
  const campaign = useQuery({
    ...read('/api/v1/campaigns/{id}', { params: { path: { id } } }),
    enabled: can('campaigns.read'),
    // While its job works, whoever waits sees it move even where no event comes through.
    refetchInterval: (query) => (query.state.data?.status === 'preparing' ? 1_500 : false),
  });
  if (!can('campaigns.read')) return <NoPermissionPage what="Campaigns" needs="campaigns.read" />;
  if (!campaign.data)
    return (
      <WizardFrame campaign={undefined} step={step}>
        {campaign.error ? (
          <ErrorBlock error={campaign.error} onRetry={() => void campaign.refetch()} />
        ) : (
          <Skeleton rows={8} />
        )}
      </WizardFrame>
    );
  const Step = pages[step];
  return <Step campaign={campaign.data} />;
}
