import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Check, CircleAlert, RefreshCw, TriangleAlert, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../../api/act.ts';
import { send } from '../../../api/client.ts';
import { keyOf } from '../../../api/queries.ts';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { StandIn } from '../../../ui/chip.tsx';
import { Checkbox } from '../../../ui/choice.tsx';
import { Field, Input, Textarea } from '../../../ui/field.tsx';
import { Details, Section } from '../../../ui/rows.tsx';
import { ErrorBlock, Skeleton } from '../../../ui/states.tsx';
import { clockTime, number, plural } from '../../../ui/words.ts';
import type { Campaign, Preflight } from '../words.ts';
import { StepHead, WizardFrame } from './frame.tsx';

const fixAt: Record<string, { step: string; label: string } | undefined> = {
  site: { step: 'site', label: 'Fix in Site' },
  variants: { step: 'variants', label: 'Fix in Variants' },
  prospects: { step: 'prospects', label: 'Fix in Prospects' },
};

/** Reads preflight: it is run each time it is looked at. */
export function usePreflight(campaignId: string) {
  const path = `/api/v1/campaigns/${campaignId}/preflights`;
  return useQuery({
    queryKey: keyOf(path),
    queryFn: () => send<Preflight>('POST', path),
    staleTime: 0,
  });
}

/** Everything that must be right before a mail leaves; red on top, each with its fix. */
export function PreflightStep({ campaign }: { campaign: Campaign }) {
  const { paths } = useWorkspace();
  const found = usePreflight(campaign.id);
  const red = found.data?.checks.filter(({ state }) => state === 'red') ?? [];
  const rest = found.data?.checks.filter(({ state }) => state !== 'red') ?? [];
  return (
    <WizardFrame
      campaign={campaign}
      step="preflight"
      note={
        red.length > 0 ? (
          <span className="text-bad-ink">{plural(red.length, 'check is', 'checks are')} red</span>
        ) : undefined
      }
      primary={
        found.data?.passed ? (
          <ButtonLink look="primary" to={paths.campaignStep(campaign.id, 'launch')}>
            See what will happen
          </ButtonLink>
        ) : (
          <Button look="primary" blocked={`${plural(red.length, 'check is', 'checks are')} red`}>
            See what will happen
          </Button>
        )
      }
      panel={found.data ? <WillBeSent campaign={campaign} preflight={found.data} /> : <Skeleton rows={5} />}
      panelLabel="What will be sent"
    >
      <StepHead
        title={
          !found.data
            ? 'Checking'
            : red.length === 0
              ? 'Nothing stops this launch'
              : red.length === 1
                ? 'One thing stops this launch'
                : `${red.length} things stop this launch`
        }
        note={
          found.data
            ? `${rest.length} of ${found.data.checks.length} checks pass. Checked ${clockTime(found.data.ranAt)}.`
            : 'Site, texts, people, mailboxes, law.'
        }
        aside={
          <Button
            icon={<RefreshCw />}
            busy={found.isFetching && 'Checking'}
            onClick={() => void found.refetch()}
          >
            Check again
          </Button>
        }
      />
      {found.error ? <ErrorBlock error={found.error} onRetry={() => void found.refetch()} /> : null}
      {red.length > 0 ? (
        <section aria-label="Must be fixed before launch" className="mb-5 rounded-3 border border-bad">
          <h3 className="flex items-center gap-2.5 rounded-t-3 bg-bad-soft px-3.5 py-2 font-strong text-bad-ink">
            <CircleAlert aria-hidden /> Must be fixed before launch
          </h3>
          <ul>
            {red.map((check) => (
              <CheckLine
                key={check.key}
                check={check}
                action={
                  check.key === 'mailbox' ? (
                    <ButtonLink size="sm" to={paths.settings('mailboxes')}>
                      Connect a mailbox
                    </ButtonLink>
                  ) : fixAt[check.key] ? (
                    <ButtonLink
                      size="sm"
                      to={paths.campaignStep(campaign.id, fixAt[check.key]?.step ?? 'site')}
                    >
                      {fixAt[check.key]?.label}
                    </ButtonLink>
                  ) : null
                }
              />
            ))}
          </ul>
        </section>
      ) : null}
      <SendingSettings key={campaign.id} campaign={campaign} />
      <ul className="mt-5 grid gap-x-9 tablet:grid-cols-2">
        {rest.map((check) => (
          <CheckLine key={check.key} check={check} />
        ))}
      </ul>
      {found.data && found.data.heldPeople.length > 0 ? (
        <Section title={`${number(found.data.heldBack)} held back, each with its reason`} className="mt-5">
          <ul className="max-w-180">
            {found.data.heldPeople.map((person) => (
              <li
                key={person.email}
                className="flex flex-wrap justify-between gap-x-4 border-line border-b py-1.5 text-xs"
              >
                <span>{person.email}</span>
                <span className="text-ink-2">{person.reason}</span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </WizardFrame>
  );
}

type CheckState = Preflight['checks'][number];
const marks: Record<CheckState['state'], { icon: ReactNode; ground: string; words: string }> = {
  good: { icon: <Check className="size-3.5" />, ground: 'bg-ok-soft text-ok-ink', words: 'good' },
  warning: {
    icon: <TriangleAlert className="size-3.5" />,
    ground: 'bg-wait-soft text-wait-ink',
    words: 'look at this',
  },
  red: { icon: <X className="size-3.5" />, ground: 'bg-bad text-on-inverse', words: 'red' },
};

function CheckLine({ check, action }: { check: CheckState; action?: ReactNode }) {
  return (
    <li className="flex items-start gap-3 border-line border-b px-3.5 py-2.5 last:border-b-0">
      <span
        className={`mt-0.5 flex size-5 shrink-0 items-center justify-center rounded-full ${marks[check.state].ground}`}
      >
        {marks[check.state].icon}
        <span className="sr-only">{marks[check.state].words}</span>
      </span>
      <div className="min-w-0 flex-1">
        <p className="font-medium">
          {check.finding} {check.standIn ? <StandIn>stand-in</StandIn> : null}
        </p>
        {check.fix ? <p className="text-ink-2 text-xs">{check.fix}</p> : null}
      </div>
      {action}
    </li>
  );
}

/** What stands under every mail, what is counted, and when mail may leave. */
function SendingSettings({ campaign }: { campaign: Campaign }) {
  const { can } = useWorkspace();
  const queries = useQueryClient();
  const [address, setAddress] = useState(campaign.settings.postalAddress ?? '');
  const [from, setFrom] = useState(campaign.sendWindow.from);
  const [to, setTo] = useState(campaign.sendWindow.to);
  const keep = useAct({
    run: (body: object) => send<Campaign>('PATCH', `/api/v1/campaigns/${campaign.id}`, { body }),
    changes: ['campaigns'],
    onDone: () =>
      void queries.invalidateQueries({ queryKey: keyOf(`/api/v1/campaigns/${campaign.id}/preflights`) }),
  });
  if (!can('campaigns.write')) return null;
  const isChanged =
    address !== (campaign.settings.postalAddress ?? '') ||
    from !== campaign.sendWindow.from ||
    to !== campaign.sendWindow.to;
  return (
    <form
      className="flex max-w-180 flex-wrap items-end gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        keep.mutate({
          settings: { postalAddress: address },
          ...(from < to ? { sendWindow: { days: campaign.sendWindow.days, from, to } } : {}),
        });
      }}
    >
      <Field label="Postal address under every mail" className="min-w-60 flex-1">
        <Textarea
          rows={2}
          className="min-h-0!"
          value={address}
          onChange={(event) => setAddress(event.target.value)}
        />
      </Field>
      <Field label="From" hint="their time">
        <Input type="time" value={from} onChange={(event) => setFrom(event.target.value)} />
      </Field>
      <Field label="Until" hint="Mon to Fri" error={from < to ? undefined : 'After it begins'}>
        <Input type="time" value={to} onChange={(event) => setTo(event.target.value)} />
      </Field>
      <Button
        type="submit"
        busy={keep.isPending && 'Keeping'}
        blocked={isChanged ? false : 'Nothing changed'}
      >
        Keep
      </Button>
      <div className="flex basis-full flex-wrap gap-x-6 gap-y-2">
        <Checkbox
          checked={campaign.settings.stopForCompany ?? false}
          onChange={(on) => keep.mutate({ settings: { stopForCompany: on } })}
          label="An answer stops the colleagues too"
        />
        <Checkbox
          checked={campaign.settings.trackClicks ?? false}
          onChange={(on) => keep.mutate({ settings: { trackClicks: on } })}
          label="Count clicks"
        />
        <Checkbox
          checked={campaign.settings.trackOpens ?? false}
          onChange={(on) => keep.mutate({ settings: { trackOpens: on } })}
          label="Count opens"
          note="Adds a picture; mail programs load it by themselves."
        />
      </div>
    </form>
  );
}

export function WillBeSent({ campaign, preflight }: { campaign: Campaign; preflight: Preflight }) {
  const window = campaign.sendWindow;
  return (
    <>
      <h2 className="font-strong text-sm">What will be sent</h2>
      <p className="mb-4 text-ink-2 text-xs">Each mail is a row you can see before it leaves.</p>
      <Details
        items={[
          { label: 'People', value: number(preflight.ready) },
          { label: 'Held back', value: number(preflight.heldBack) },
          { label: 'Mails at most', value: number(preflight.sends) },
          { label: 'First mails take', value: plural(preflight.days, 'day') },
          {
            label: 'Stops',
            value: campaign.settings.stopForCompany
              ? 'Any answer, also of a colleague'
              : 'Any answer of the person',
          },
          { label: 'Window', value: `${window.from}–${window.to}, their time` },
          { label: 'Decides the test', value: 'Positive replies per person contacted' },
        ]}
      />
    </>
  );
}
