import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../../api/act.ts';
import { send } from '../../../api/client.ts';
import { read } from '../../../api/queries.ts';
import type { Shape } from '../../../api/shapes.ts';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { RadioList } from '../../../ui/choice.tsx';
import { Field, Input, Textarea } from '../../../ui/field.tsx';
import { ErrorBlock, Note, Skeleton } from '../../../ui/states.tsx';
import type { Campaign } from '../words.ts';
import { StepHead, WizardFrame } from './frame.tsx';
import { Preparing } from './site-step.tsx';

type Customer = Shape<'CustomerProfile'>;
const own = 'own';

/** Which customers the mails are written for: one of three suggestions, or one of your own. */
export function AudienceStep({ campaign }: { campaign: Campaign }) {
  const { paths } = useWorkspace();
  const navigate = useNavigate();
  const profileId = campaign.siteProfileId ?? '';
  const profile = useQuery({
    ...read('/api/v1/site-profiles/{id}', { params: { path: { id: profileId } } }),
    enabled: campaign.status !== 'preparing',
  });
  const [picked, setPicked] = useState<string>();
  const chosen = picked ?? campaign.customerProfileId ?? profile.data?.customers[0]?.id;
  const [written, setWritten] = useState({ name: '', pains: '', jobTitles: '' });
  const goOn = () => void navigate({ to: paths.campaignStep(campaign.id, 'variants') });
  const choose = useAct({
    run: async () => {
      const id =
        chosen === own
          ? (
              await send<Customer>('POST', '/api/v1/customer-profiles', {
                body: {
                  profileId,
                  name: written.name.trim(),
                  pains: linesOf(written.pains),
                  jobTitles: linesOf(written.jobTitles),
                },
              })
            ).id
          : chosen;
      return send<Campaign>('PATCH', `/api/v1/campaigns/${campaign.id}`, { body: { customerProfileId: id } });
    },
    changes: ['campaigns', 'site-profiles', 'customer-profiles'],
    onDone: goOn,
  });
  if (campaign.status === 'preparing')
    return (
      <WizardFrame campaign={campaign} step="audience">
        <Preparing campaign={campaign} />
      </WizardFrame>
    );
  const isSame = chosen === campaign.customerProfileId;
  return (
    <WizardFrame
      campaign={campaign}
      step="audience"
      primary={
        isSame ? (
          <ButtonLink look="primary" to={paths.campaignStep(campaign.id, 'variants')}>
            Read the mails
          </ButtonLink>
        ) : (
          <Button
            look="primary"
            busy={choose.isPending && 'Writing'}
            blocked={chosen === own && written.name.trim() === '' ? 'Name these customers first' : false}
            onClick={() => choose.mutate(undefined)}
          >
            Write the mails for them
          </Button>
        )
      }
    >
      <StepHead
        title="Who would want this?"
        note="Three suggestions from what the site says. Pains are suppositions: the mails ask, they never claim to know."
      />
      {profile.error ? (
        <ErrorBlock error={profile.error} onRetry={() => void profile.refetch()} />
      ) : profile.data ? (
        <div className="max-w-160">
          <RadioList
            label="Customers"
            value={chosen ?? own}
            onChange={setPicked}
            options={[
              ...profile.data.customers.map((customer) => ({
                value: customer.id,
                label: <span className="font-medium">{customer.name}</span>,
                note: <Facts customer={customer} />,
              })),
              {
                value: own,
                label: <span className="font-medium">Somebody else</span>,
                note: 'Write down whom.',
              },
            ]}
          />
          {chosen === own ? (
            <div className="mt-4 flex flex-col gap-4">
              <Field label="Who they are">
                <Input
                  value={written.name}
                  placeholder="Small architects"
                  onChange={(event) => setWritten({ ...written, name: event.target.value })}
                />
              </Field>
              <Field label="What may trouble them" hint="One a line; the mails ask about it.">
                <Textarea
                  rows={3}
                  value={written.pains}
                  onChange={(event) => setWritten({ ...written, pains: event.target.value })}
                />
              </Field>
              <Field label="Their jobs" hint="One a line.">
                <Textarea
                  rows={2}
                  value={written.jobTitles}
                  onChange={(event) => setWritten({ ...written, jobTitles: event.target.value })}
                />
              </Field>
            </div>
          ) : null}
          {isSame ? null : (
            <div className="mt-4">
              <Note>
                The three mails are written again for these customers. What you changed in them is lost.
              </Note>
            </div>
          )}
        </div>
      ) : (
        <Skeleton rows={5} />
      )}
    </WizardFrame>
  );
}

function Facts({ customer }: { customer: Customer }) {
  return (
    <span className="block pb-1">
      {customer.description}
      {customer.pains.length > 0 ? (
        <span className="block">May trouble them: {customer.pains.join('; ')}.</span>
      ) : null}
      {customer.companySize ? <span className="block">{customer.companySize} people.</span> : null}
    </span>
  );
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
