import { useQuery } from '@tanstack/react-query';
import {
  BadgeCheck,
  BookOpen,
  ChartNoAxesColumn,
  CheckCheck,
  Dot,
  Eye,
  Hand,
  ListChecks,
  LockOpen,
  Mail,
  MailCheck,
  MessageCircleQuestionMark,
  MousePointerClick,
  NotebookPen,
  PencilLine,
  UserPlus,
  UsersRound,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { readAt } from '../../api/queries.ts';
import type { Shape } from '../../api/shapes.ts';
import { useUrlState } from '../../shell/url-state.ts';
import { Segmented } from '../../ui/choice.tsx';
import { Timeline, type TimelineEvent } from '../../ui/record.tsx';
import { ErrorBlock, Skeleton } from '../../ui/states.tsx';
import type { Lead } from './words.ts';

type Entry = Shape<'TimelineEntry'>;

const icons: Record<string, ReactNode> = {
  click: <MousePointerClick aria-hidden />,
  added: <UserPlus aria-hidden />,
  view: <Eye aria-hidden />,
  'step-done': <ListChecks aria-hidden />,
  'step-opened': <BookOpen aria-hidden />,
  'step-finished': <CheckCheck aria-hidden />,
  answer: <PencilLine aria-hidden />,
  gate: <LockOpen aria-hidden />,
  confirmed: <BadgeCheck aria-hidden />,
  consent: <MailCheck aria-hidden />,
  message: <Mail aria-hidden />,
  score: <ChartNoAxesColumn aria-hidden />,
  segment: <UsersRound aria-hidden />,
  note: <NotebookPen aria-hidden />,
  trial: <MessageCircleQuestionMark aria-hidden />,
  clone: <MessageCircleQuestionMark aria-hidden />,
  'trial-spent': <MessageCircleQuestionMark aria-hidden />,
  hand: <Hand aria-hidden />,
};

/** Too small to read one by one; folded with their neighbours. */
const small = new Set(['view', 'step-opened', 'step-undone', 'segment']);

/** People only, or also what machines did. In the address, so that a view of it can be sent on. */
export function RawSwitch() {
  const [raw, setRaw] = useUrlState('raw');
  return (
    <Segmented
      label="Whose events"
      value={raw ? 'raw' : 'people'}
      onChange={(next) => setRaw(next === 'raw' ? '1' : undefined)}
      options={[
        { value: 'people', label: 'People' },
        { value: 'raw', label: 'Raw' },
      ]}
    />
  );
}

/** What happened, by day, newest first. */
export function LeadTimeline({ lead }: { lead: Lead }) {
  const [raw] = useUrlState('raw');
  const timeline = useQuery(
    readAt<{ data: Entry[] }>(`/api/v1/leads/${lead.id}/timeline`, raw ? { raw: true } : undefined),
  );
  if (timeline.error && !timeline.data)
    return (
      <div className="px-gutter py-5">
        <ErrorBlock
          error={timeline.error}
          safe="Score, answers and consents are still here."
          onRetry={() => void timeline.refetch()}
        />
      </div>
    );
  if (!timeline.data) return <Skeleton className="px-gutter py-2" rows={6} note="Loading the timeline" />;
  const entries = timeline.data.data;
  if (entries.length === 0) return <p className="px-gutter py-6 text-ink-2">Nothing has happened yet.</p>;
  return <Timeline events={gather(entries, lead)} raw={Boolean(raw)} />;
}

/**
 * Several steps done in one go become one line, "Did steps 1 to 3", with what it sums up folded under it. Nothing is
 * left out: the lines it stands for are one click away.
 */
function gather(entries: Entry[], lead: Lead): TimelineEvent[] {
  const events: TimelineEvent[] = [];
  for (let at = 0; at < entries.length; ) {
    const run = entries.slice(at, runEnd(entries, at));
    const done = run.filter((entry) => entry.kind === 'step-done');
    const last = done[0];
    if (last && done.length > 1) {
      const steps = done.flatMap(({ sentence }) => /\d+/.exec(sentence)?.[0] ?? []).map(Number);
      const points = lead.scores.engagement.reasons.find(
        ({ reason }) => reason === `${steps.length} steps done`,
      )?.points;
      events.push({
        id: `run:${last.id}`,
        at: last.at,
        icon: icons['step-done'],
        title: `Did ${stepsInWords(steps)}`,
        ...(points ? { points } : {}),
      });
    }
    for (const entry of run)
      events.push({ ...eventOf(entry, lead), ...(done.length > 1 ? { small: true } : {}) });
    at += run.length;
  }
  return events;
}

const reading = new Set(['view', 'step-opened', 'step-done', 'step-undone']);

/** Where a run of reading ends: another kind of event, another day, or a machine. */
function runEnd(entries: Entry[], from: number): number {
  const first = entries[from];
  if (!first || !reading.has(first.kind) || first.machine) return from + 1;
  const day = new Date(first.at).toDateString();
  let to = from + 1;
  for (let next = entries[to]; next; next = entries[to]) {
    if (!reading.has(next.kind) || next.machine || new Date(next.at).toDateString() !== day) break;
    to += 1;
  }
  return to;
}

/** [3, 2, 1] → "steps 1 to 3"; with gaps "steps 1, 3 and 4". */
function stepsInWords(steps: number[]): string {
  const sorted = [...new Set(steps)].sort((a, b) => a - b);
  const [first = 0] = sorted;
  const last = sorted[sorted.length - 1] ?? first;
  if (sorted.length > 1 && last - first === sorted.length - 1) return `steps ${first} to ${last}`;
  return `steps ${new Intl.ListFormat('en').format(sorted.map(String))}`;
}

function eventOf(entry: Entry, lead: Lead): TimelineEvent {
  const quoted = entry.kind === 'note' || entry.kind === 'consent';
  const points = entry.points ?? pointsFor(entry, lead);
  return {
    id: entry.id,
    at: entry.at,
    icon: icons[entry.kind] ?? <Dot aria-hidden />,
    title: ['gate', 'confirmed', 'step-finished', 'hand'].includes(entry.kind) ? (
      <strong className="font-medium">{entry.sentence}</strong>
    ) : (
      entry.sentence
    ),
    ...(entry.detail && !quoted ? { note: entry.detail } : {}),
    ...(entry.detail && quoted ? { body: entry.detail } : {}),
    ...(points ? { points } : {}),
    small: small.has(entry.kind),
    machine: entry.machine,
  };
}

/** The points that a reason of the score gives to this very event, where they stand at the same instant. */
function pointsFor(entry: Entry, lead: Lead): number | undefined {
  if (entry.kind !== 'gate' && entry.kind !== 'confirmed') return undefined;
  return lead.scores.engagement.reasons.find(
    (reason) =>
      reason.points > 0 &&
      Math.abs(Date.parse(reason.at) - Date.parse(entry.at)) < 1000 &&
      reason.reason.startsWith(entry.kind === 'gate' ? 'Passed' : 'Confirmed'),
  )?.points;
}
