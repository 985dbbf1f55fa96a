import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { ChevronDown, ChevronUp, Ellipsis, NotebookPen, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { hasStatus } from '../../api/problems.ts';
import { read } from '../../api/queries.ts';
import { useKeys } from '../../shell/keyboard.ts';
import { NoPermissionPage } from '../../shell/no-permission.tsx';
import { Page } from '../../shell/page.tsx';
import { useUrlState } from '../../shell/url-state.ts';
import { useVerbs } from '../../shell/verbs.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Button, ButtonLink, IconButton } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Menu } from '../../ui/popover.tsx';
import { Path, RecordHead } from '../../ui/record.tsx';
import { EmptyState, ErrorBlock, Skeleton } from '../../ui/states.tsx';
import { number, shortDay } from '../../ui/words.ts';
import { EditLead } from './edit-lead.tsx';
import { EraseLead } from './erase-lead.tsx';
import { Next } from './lead-next.tsx';
import { DetailsPart, LeadPanel, ScorePart } from './lead-panel.tsx';
import { LeadTabs } from './lead-tabs.tsx';
import { placeInList } from './list-memory.ts';
import { usePhone } from './use-phone.ts';
import type { Lead } from './words.ts';

/** One person: what happens next, what happened, why the score, what they allowed. */
export function LeadPage() {
  const { can } = useWorkspace();
  if (!can('leads.read')) return <NoPermissionPage what="Leads" needs="a role that works with leads" />;
  return <LeadRecord />;
}

function LeadRecord() {
  const { paths, me } = useWorkspace();
  const { lead: id = '' } = useParams({ strict: false }) as { lead?: string };
  const lead = useQuery(read('/api/v1/leads/{id}', { params: { path: { id } } }));
  const place = usePlace(id);
  const crumbs = [
    { label: 'Leads', to: paths.leads },
    ...(place && place.label !== 'All leads' ? [{ label: place.label, to: `${paths.leads}` }] : []),
  ];
  if (lead.data) return <Record lead={lead.data} place={place} crumbs={crumbs} key={id} />;
  return (
    <Page title="Lead" crumbs={crumbs}>
      <div className="px-gutter py-6">
        {!lead.error ? (
          <Skeleton rows={8} note="Loading the lead" />
        ) : hasStatus(lead.error, 404) || hasStatus(lead.error, 400) ? (
          <EmptyState
            title={`There is nothing at this address for ${me.user.email}.`}
            actions={<ButtonLink to={paths.leads}>See all leads</ButtonLink>}
          >
            The person was erased, or belongs to another workspace.
          </EmptyState>
        ) : (
          <ErrorBlock error={lead.error} onRetry={() => void lead.refetch()} />
        )}
      </div>
    </Page>
  );
}

type Place = ReturnType<typeof placeInList> & { go: (id: string | undefined) => void };

/** Where the record stands in the list somebody came from; J and K walk it. */
function usePlace(id: string): Place | undefined {
  const { paths, workspace } = useWorkspace();
  const navigate = useNavigate();
  const place = placeInList(workspace.slug, id);
  const go = (to: string | undefined) => {
    if (to) void navigate({ to: paths.lead(to), replace: true });
  };
  useKeys([
    { key: 'j', label: 'Next person', group: 'This page', run: () => go(place?.next) },
    { key: 'k', label: 'Previous person', group: 'This page', run: () => go(place?.previous) },
    {
      key: 'Escape',
      label: 'Back to the list',
      group: 'This page',
      run: () => void navigate({ to: paths.leads, search: (place?.search ?? {}) as never }),
    },
  ]);
  return place ? { ...place, go } : undefined;
}

function Around({ place }: { place: Place | undefined }) {
  if (!place) return null;
  return (
    <>
      <span className="figures text-ink-2 text-xs">
        {number(place.position)} of {number(place.total)}
      </span>
      <IconButton
        look="secondary"
        size="sm"
        label="Previous person"
        keys="K"
        aria-disabled={!place.previous}
        onClick={() => place.go(place.previous)}
      >
        <ChevronUp />
      </IconButton>
      <IconButton
        look="secondary"
        size="sm"
        label="Next person"
        keys="J"
        aria-disabled={!place.next}
        onClick={() => place.go(place.next)}
      >
        <ChevronDown />
      </IconButton>
    </>
  );
}

interface RecordProps {
  lead: Lead;
  place: Place | undefined;
  crumbs: { label: string; to: string }[];
}

function Record({ lead, place, crumbs }: RecordProps) {
  const { can } = useWorkspace();
  const isPhone = usePhone();
  const [tab, setTab] = useUrlState('tab');
  const [editing, setEditing] = useState(false);
  const [erasing, setErasing] = useState(false);
  const mayWrite = can('leads.write');
  const note = () => {
    setTab('notes');
    requestAnimationFrame(() => document.querySelector<HTMLElement>('#new-note textarea')?.focus());
  };
  useKeys([
    { key: 'p', label: 'Path to here', group: 'This page', run: () => setTab('path') },
    ...(mayWrite
      ? [
          { key: 'n', label: 'Write a note', group: 'This page', run: note },
          { key: 'e', label: 'Edit details', group: 'This page', run: () => setEditing(true) },
        ]
      : []),
  ]);
  useVerbs(
    `With ${lead.name}`,
    mayWrite
      ? [
          { id: 'lead.note', label: 'Write a note', keys: 'n', run: note },
          { id: 'lead.edit', label: 'Edit details', keys: 'e', run: () => setEditing(true) },
          { id: 'lead.erase', label: `Erase ${lead.name}`, run: () => setErasing(true) },
        ]
      : [],
    lead.name,
  );
  const { jobTitle, company, country } = lead.details;
  const about = [
    [jobTitle, company].filter(Boolean).join(' at '),
    lead.name === lead.email ? '' : lead.email,
    country,
  ].filter(Boolean);
  const verbs = mayWrite ? (
    <>
      {isPhone ? (
        <IconButton label="Write a note" onClick={note}>
          <NotebookPen />
        </IconButton>
      ) : (
        <Button icon={<NotebookPen />} onClick={note}>
          Note
        </Button>
      )}
      <Menu
        label="More"
        trigger={
          <IconButton label="More" look={isPhone ? 'quiet' : 'secondary'}>
            <Ellipsis />
          </IconButton>
        }
        groups={[
          {
            items: [{ label: 'Edit details', icon: <Pencil />, keys: 'e', onChoose: () => setEditing(true) }],
          },
          {
            items: [
              { label: 'Erase everywhere', icon: <Trash2 />, danger: true, onChoose: () => setErasing(true) },
            ],
          },
        ]}
      />
    </>
  ) : null;
  const where = place ? `${number(place.position)} of ${number(place.total)}, ${place.label}` : 'Lead';
  return (
    <Page
      title={isPhone ? where : lead.name}
      crumbs={crumbs}
      ownHeading
      actions={isPhone ? verbs : <Around place={place} />}
      {...(isPhone ? {} : { panel: <LeadPanel lead={lead} />, panelLabel: 'Score and details' })}
    >
      <div className="pb-12">
        <RecordHead
          name={lead.name}
          avatar
          note={about.join(', ') || `Came ${shortDay(lead.capturedAt)}, no name known yet`}
          actions={
            <>
              {lead.isSuspect ? <Chip tone="bad">May not be a person</Chip> : null}
              {isPhone ? <Grade lead={lead} /> : verbs}
            </>
          }
        />
        <Path label="Stage" {...pathOf(lead)} />
        <Next lead={lead} />
        <LeadTabs
          lead={lead}
          tab={tab}
          onTab={(next) => setTab(next === 'timeline' ? undefined : next)}
          parts={{ score: <ScorePart lead={lead} />, details: <DetailsPart lead={lead} /> }}
        />
      </div>
      {editing ? <EditLead lead={lead} onClose={() => setEditing(false)} /> : null}
      {erasing ? <EraseLead lead={lead} onClose={() => setErasing(false)} /> : null}
    </Page>
  );
}

/** Grade, fit and engagement beside the name, where there is no panel for them. */
function Grade({ lead }: { lead: Lead }) {
  return (
    <p className="figures text-right">
      <strong className="block text-lg">{lead.grade ?? '–'}</strong>
      <span className="text-ink-3 text-xs">
        {lead.fitScore} / {lead.engagementScore}
      </span>
    </p>
  );
}

/** The stages with their days; where somebody stands is the last one reached. */
function pathOf(lead: Lead) {
  const reached = lead.path.filter((one) => one.at !== null);
  return {
    at: reached[reached.length - 1]?.stage ?? lead.stage,
    stages: lead.path.map(({ stage, label, at }) => ({
      id: stage,
      label,
      when: at ? shortDay(at) : undefined,
    })),
  };
}
