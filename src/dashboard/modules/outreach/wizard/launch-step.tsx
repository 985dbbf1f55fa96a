import { useNavigate } from '@tanstack/react-router';
import { Send } from 'lucide-react';
import { useAct } from '../../../api/act.ts';
import { repeatable, send } from '../../../api/client.ts';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { StandIn } from '../../../ui/chip.tsx';
import { Details } from '../../../ui/rows.tsx';
import { ErrorBlock, Note, Skeleton } from '../../../ui/states.tsx';
import { number, plural } from '../../../ui/words.ts';
import { type Campaign, isDraft } from '../words.ts';
import { StepHead, WizardFrame } from './frame.tsx';
import { usePreflight } from './preflight-step.tsx';

/** The last look: everything that will happen, with its counts, then the launch. */
export function LaunchStep({ campaign }: { campaign: Campaign }) {
  const { paths, can } = useWorkspace();
  const navigate = useNavigate();
  const found = usePreflight(campaign.id);
  const launch = useAct({
    run: () => send<Campaign>('POST', `/api/v1/campaigns/${campaign.id}/launches`, { headers: repeatable() }),
    changes: ['campaigns', 'sends'],
    says: () => `${campaign.name} is launching`,
    onError: () => undefined,
    onDone: () => void navigate({ to: paths.campaign(campaign.id) }),
  });
  const preflight = found.data;
  const isStandIn = preflight?.checks.some((check) => check.key === 'mailbox' && check.standIn);
  return (
    <WizardFrame
      campaign={campaign}
      step="launch"
      note={can('campaigns.launch') ? undefined : 'Members prepare; an admin or the owner launches.'}
      primary={
        isDraft(campaign) ? (
          <Button
            look="primary"
            icon={<Send />}
            busy={launch.isPending && 'Launching'}
            blocked={
              !can('campaigns.launch')
                ? 'Launching needs an admin'
                : !preflight
                  ? 'Checking'
                  : !preflight.passed
                    ? 'Preflight is red'
                    : false
            }
            onClick={() => launch.mutate(undefined)}
          >
            {preflight ? `Launch to ${plural(preflight.ready, 'person', 'people')}` : 'Launch'}
          </Button>
        ) : (
          <ButtonLink look="primary" to={paths.campaign(campaign.id)}>
            Open the campaign
          </ButtonLink>
        )
      }
    >
      <StepHead
        title="What will happen"
        note="Until here nothing has left. A sent mail cannot be taken back."
      />
      {launch.error ? (
        <div className="mb-4">
          <ErrorBlock error={launch.error} safe="Nothing was sent." />
        </div>
      ) : null}
      {found.error ? <ErrorBlock error={found.error} onRetry={() => void found.refetch()} /> : null}
      {preflight ? (
        <div className="max-w-140">
          <Details
            width="10rem"
            items={[
              {
                label: 'People',
                value: `${number(preflight.ready)}, ${number(preflight.heldBack)} held back`,
              },
              {
                label: 'Texts',
                value: campaign.variants
                  .filter(({ isActive }) => isActive)
                  .map(({ name }) => name)
                  .join(', '),
              },
              { label: 'Mails at most', value: number(preflight.sends) },
              { label: 'First mails take', value: plural(preflight.days, 'day') },
              {
                label: 'Window',
                value: `${campaign.sendWindow.from}–${campaign.sendWindow.to} in each person’s zone`,
              },
              {
                label: 'Stops for a person',
                value: campaign.settings.stopForCompany
                  ? 'Any answer, also of a colleague'
                  : 'Any answer of theirs',
              },
              {
                label: 'Counted',
                value: [
                  campaign.settings.trackOpens && 'opens',
                  campaign.settings.trackClicks && 'clicks',
                  'replies',
                ]
                  .filter(Boolean)
                  .join(', '),
              },
            ]}
          />
          <div className="mt-5">
            {isStandIn ? (
              <Note icon={<StandIn>mail catcher</StandIn>}>
                No mail server is connected: every mail stays in the local mail catcher of this machine. You
                can answer there as the person it went to.
              </Note>
            ) : (
              <Note icon={<Send aria-hidden />}>
                Real mailboxes. These mails leave this machine. Each can be stopped until the minute it goes.
              </Note>
            )}
          </div>
        </div>
      ) : (
        <Skeleton rows={6} />
      )}
    </WizardFrame>
  );
}
