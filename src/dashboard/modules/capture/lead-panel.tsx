import { Link } from '@tanstack/react-router';
import { Check, Minus, X } from 'lucide-react';
import { useWorkspace } from '../../shell/workspace.ts';
import { Chip } from '../../ui/chip.tsx';
import { Popover } from '../../ui/popover.tsx';
import { ReasonList } from '../../ui/record.tsx';
import { Details, Section } from '../../ui/rows.tsx';
import { clockTime, moment, number, shortDay } from '../../ui/words.ts';
import { OrdersOfLead } from '../conversion/orders/orders-of-lead.tsx';
import { VideosOfLead } from '../conversion/videos/videos-of-lead.tsx';
import { SignalsPart } from '../trial/signals-part.tsx';
import { channelWord, type Lead, priorityWords, purposeWords } from './words.ts';

/** Right of the record: why the score, who it is, what they allowed. */
export function LeadPanel({ lead }: { lead: Lead }) {
  return (
    <>
      <ScorePart lead={lead} />
      <DetailsPart lead={lead} />
    </>
  );
}

/** Score and likelihood, each with reasons that add up. */
export function ScorePart({ lead }: { lead: Lead }) {
  const { fit, engagement } = lead.scores;
  const reasons = [
    ...fit.reasons.map(({ points, reason }) => ({ points, text: reason, aside: 'fit' })),
    ...engagement.reasons.map(({ points, reason, at }) => ({ points, text: reason, aside: shortDay(at) })),
  ];
  return (
    <>
      <Section
        title={`Score ${lead.grade ?? 'not worked out yet'}`}
        aside={reasons.length > 0 ? 'reasons add up' : undefined}
      >
        <dl className="mb-3 flex gap-6">
          {[
            { label: 'Fit, of 100', value: fit.total },
            { label: 'Engagement, of 100', value: engagement.total },
          ].map((one) => (
            <div key={one.label} className="flex flex-col-reverse">
              <dt className="text-ink-2 text-xs">{one.label}</dt>
              <dd className="figures font-strong text-num">{number(one.value)}</dd>
            </div>
          ))}
        </dl>
        {reasons.length > 0 ? (
          <ReasonList reasons={reasons} />
        ) : (
          <p className="text-ink-2">Scores are worked out within a minute of what somebody does.</p>
        )}
      </Section>
      <SignalsPart leadId={lead.id} />
      <VideosOfLead leadId={lead.id} />
      {lead.likelihood ? <Likelihood likelihood={lead.likelihood} /> : null}
    </>
  );
}

function Likelihood({ likelihood }: { likelihood: NonNullable<Lead['likelihood']> }) {
  return (
    <Section title="Likely to buy" aside={<Chip>{likelihood.model}</Chip>}>
      <p className="flex items-baseline gap-3">
        <span className="figures font-strong text-num">{Math.round(100 * likelihood.value)}%</span>
        <span className="text-ink-2 text-xs">
          A rule of thumb, not a measurement. No range stands behind it.
        </span>
      </p>
      <div className="mt-2">
        <ReasonList
          reasons={likelihood.reasons.map(({ points, reason }) => ({
            points: Math.round(100 * points),
            text: reason,
          }))}
        />
      </div>
    </Section>
  );
}

/** Details, segments, and what may be written. */
export function DetailsPart({ lead }: { lead: Lead }) {
  const { paths } = useWorkspace();
  const { details } = lead;
  const items = [
    { label: 'E-mail', value: lead.email },
    { label: 'Company', value: details.company ?? details.companyDomain },
    { label: 'Job', value: details.jobTitle },
    { label: 'Phone', value: details.phone },
    { label: 'Website', value: details.website },
    { label: 'Country', value: details.country },
    { label: 'Local time', value: localTime(details.timeZone) },
    { label: 'Owner', value: details.owner?.name },
    { label: 'Priority', value: priorityWords[lead.priority] },
    { label: 'Came from', value: channelWord(lead) },
    {
      label: 'Playbook',
      value: lead.source.playbook ? (
        <Link
          to={paths.playbook(lead.source.playbook.slug)}
          className="rounded-1 underline decoration-line-strong underline-offset-3"
        >
          {lead.source.playbook.title}
        </Link>
      ) : null,
    },
    {
      label: 'Segments',
      value:
        lead.segments.length === 0
          ? 'none'
          : lead.segments.map((segment, at) => (
              <span key={segment.id}>
                {at > 0 ? ', ' : ''}
                <Link
                  to={`${paths.segments}/${segment.id}`}
                  className="rounded-1 underline decoration-line-strong underline-offset-3"
                >
                  {segment.name}
                </Link>
              </span>
            )),
    },
    {
      label: 'Clone trial',
      value: lead.trialEligible
        ? `${lead.trialEligible.value ? 'yes' : 'no'}${lead.trialEligible.reason ? `: ${lead.trialEligible.reason}` : ''}`
        : null,
    },
  ].filter((item) => item.value);
  return (
    <>
      <Section title="Details">
        <Details items={items} width="6.5rem" />
      </Section>
      <OrdersOfLead leadId={lead.id} />
      <Consents lead={lead} />
    </>
  );
}

function localTime(timeZone: string | null): string | null {
  if (!timeZone) return null;
  try {
    return `${new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format()} (${timeZone})`;
  } catch {
    return `${clockTime(Date.now())} here; “${timeZone}” is no zone we know`;
  }
}

/** What they allowed, the newest word on each purpose, with the text they saw. */
function Consents({ lead }: { lead: Lead }) {
  const newest = new Map<string, Lead['consents'][number]>();
  for (const consent of lead.consents) if (!newest.has(consent.purpose)) newest.set(consent.purpose, consent);
  const asked = [...newest.values()];
  const never = ['newsletter', 'outreach'].filter((purpose) => !newest.has(purpose));
  return (
    <Section title="May we write?">
      <ul className="flex flex-col gap-1.5">
        {asked.map((consent) => (
          <li key={consent.id} className="flex items-baseline gap-2.5">
            <span className="flex translate-y-0.5">
              {consent.state === 'withdrawn' ? (
                <X className="size-3.5 text-bad-ink" aria-label="no" />
              ) : (
                <Check className="size-3.5 text-ok-ink" aria-label="yes" />
              )}
            </span>
            <ConsentText consent={consent} all={lead.consents} />
            <span className="ml-auto shrink-0 text-ink-2 text-xs">
              {shortDay(consent.at)}
              {consent.state === 'granted' ? '' : `, ${consent.state}`}
            </span>
          </li>
        ))}
        {never.map((purpose) => (
          <li key={purpose} className="flex items-baseline gap-2.5 text-ink-3">
            <span className="flex translate-y-0.5">
              <Minus className="size-3.5" aria-hidden />
            </span>
            {purposeWords[purpose]}
            <span className="ml-auto text-xs">not asked</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function ConsentText({ consent, all }: { consent: Lead['consents'][number]; all: Lead['consents'] }) {
  const history = all.filter(({ purpose }) => purpose === consent.purpose);
  const name = purposeWords[consent.purpose] ?? consent.purpose;
  return (
    <Popover
      label={`The text shown: ${name}`}
      align="end"
      trigger={
        <button type="button" className="opens-rows rounded-1 text-left">
          {name}
        </button>
      }
    >
      <ol className="flex flex-col divide-y divide-line">
        {history.map((one) => (
          <li key={one.id} className="px-3.5 py-3">
            <p className="font-serif text-quote">“{one.text}”</p>
            <p className="mt-1 text-ink-2 text-xs">
              {one.state.charAt(0).toUpperCase() + one.state.slice(1)} {moment(one.at)}
              {one.page ? `, on ${pageOf(one.page)}` : ''}
              {one.version ? (
                <>
                  {' '}
                  · text <span className="font-mono">{one.version}</span>
                </>
              ) : null}
            </p>
          </li>
        ))}
      </ol>
    </Popover>
  );
}

const pageOf = (address: string) => (URL.canParse(address) ? new URL(address).pathname : address);
