import { clsx } from 'clsx';
import { Clock } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Avatar } from './chip.tsx';
import { clockTime, longDay } from './words.ts';

/** Name, one line about it, verbs at the end. The page's `h1`. */
export function RecordHead({
  name,
  note,
  avatar,
  actions,
}: {
  name: string;
  note?: ReactNode;
  avatar?: boolean;
  actions?: ReactNode;
}) {
  return (
    <header className="flex flex-wrap items-center gap-3 px-gutter pt-5 pb-4">
      {avatar ? <Avatar name={name} size="lg" /> : null}
      <div className="min-w-0 flex-1 basis-56">
        <h1 className="truncate font-strong text-xl">{name}</h1>
        {note ? <p className="text-ink-2">{note}</p> : null}
      </div>
      {actions ? <div className="flex flex-wrap gap-3">{actions}</div> : null}
    </header>
  );
}

export interface PathStage {
  id: string;
  label: string;
  /** "28 Oct"; missing when not reached. */
  when?: string | undefined;
}

/** How far a record has come. At 390 px only where it stands and what comes next. */
export function Path({ stages, at, label }: { stages: PathStage[]; at: string; label: string }) {
  const now = stages.findIndex((stage) => stage.id === at);
  const next = stages[now + 1];
  return (
    <div className="px-gutter">
      <ol aria-label={label} className="flex gap-0.5">
        {stages.map((stage, index) => (
          <li key={stage.id} className="min-w-0 flex-1" aria-current={index === now ? 'step' : undefined}>
            <span className={clsx('block h-1', index <= now ? 'bg-chart-1' : 'bg-chart-track')} />
            <span
              className={clsx(
                'mt-2 block truncate text-xs max-phone:sr-only',
                index === now ? 'font-strong' : index < now ? 'text-ink-2' : 'text-ink-3',
              )}
            >
              {stage.label}
              {stage.when ? ` · ${stage.when}` : ''}
            </span>
          </li>
        ))}
      </ol>
      <p className="mt-2 flex justify-between text-xs phone:hidden" aria-hidden>
        <strong>
          {stages[now]?.label}
          {stages[now]?.when ? `, ${stages[now]?.when}` : ''}
        </strong>
        {next ? <span className="text-ink-3">next: {next.label.toLowerCase()}</span> : null}
      </p>
    </div>
  );
}

/** What happens next, why, and the one button that decides it. */
export function WhatHappensNext({
  title,
  children,
  actions,
  icon,
}: {
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  icon?: ReactNode;
}) {
  return (
    <div className="mx-gutter my-4 flex items-center gap-3 rounded-3 border border-line-strong bg-raised px-3 py-2.5 max-phone:flex-col max-phone:items-stretch">
      <div className="flex min-w-0 flex-1 gap-3">
        <span className="mt-0.5 flex">{icon ?? <Clock aria-hidden />}</span>
        <p>
          <strong>{title}</strong> <span className="text-ink-2">{children}</span>
        </p>
      </div>
      {actions ? (
        <div className="flex shrink-0 gap-2 max-phone:[&>*:first-child]:flex-1">{actions}</div>
      ) : null}
    </div>
  );
}

export interface TimelineEvent {
  id: string;
  at: string;
  icon: ReactNode;
  title: ReactNode;
  note?: ReactNode;
  /** A quoted passage or answer, boxed. */
  body?: ReactNode;
  /** "+14" */
  points?: number | undefined;
  /** Folded with its neighbours until asked for. */
  small?: boolean;
  /** Shown only under Raw. */
  machine?: boolean;
}

/** By day, newest first. Small events fold into one line with their number; machine events wait for Raw. */
export function Timeline({ events, raw }: { events: TimelineEvent[]; raw?: boolean }) {
  const shown = raw ? events : events.filter((event) => !event.machine);
  const days = Map.groupBy(shown, (event) => new Date(event.at).toDateString());
  return (
    <div className="flex flex-col gap-4 px-gutter py-4">
      {[...days].map(([date, inDay]) => (
        <section key={date} aria-label={longDay(inDay[0]?.at ?? date)}>
          <h3 className="mb-1.5 font-medium text-ink-2 text-xs">{longDay(inDay[0]?.at ?? date)}</h3>
          <ol>
            {fold(inDay).map((entry) =>
              'small' in entry && Array.isArray(entry.small) ? (
                <FoldedEvents key={entry.small[0]?.id} events={entry.small} />
              ) : (
                <EventLine key={(entry as TimelineEvent).id} event={entry as TimelineEvent} />
              ),
            )}
          </ol>
        </section>
      ))}
    </div>
  );
}

function fold(events: TimelineEvent[]): (TimelineEvent | { small: TimelineEvent[] })[] {
  const folded: (TimelineEvent | { small: TimelineEvent[] })[] = [];
  for (const event of events) {
    const last = folded[folded.length - 1];
    if (!event.small) folded.push(event);
    else if (last && Array.isArray(last.small)) last.small.push(event);
    else folded.push({ small: [event] });
  }
  return folded;
}

function FoldedEvents({ events }: { events: TimelineEvent[] }) {
  const [open, setOpen] = useState(false);
  if (open) return events.map((event) => <EventLine key={event.id} event={event} />);
  return (
    <li className="py-1.5 pl-7 text-ink-2 text-xs">
      {events.length === 1 ? '1 smaller event between' : `${events.length} smaller events between`}{' '}
      <button type="button" className="opens-rows rounded-1" onClick={() => setOpen(true)}>
        Show
      </button>
    </li>
  );
}

function EventLine({ event }: { event: TimelineEvent }) {
  return (
    <li className="group relative flex gap-3 pb-3 before:absolute before:top-6 before:bottom-0 before:left-2 before:border-line-strong before:border-l last:before:hidden">
      <span className="mt-0.5 flex text-ink-2">{event.icon}</span>
      <div className="min-w-0 flex-1">
        <p>
          {event.title}
          {event.points ? (
            <span
              className={clsx(
                'figures ml-1 font-strong text-xs',
                event.points > 0 ? 'text-ok-ink' : 'text-bad-ink',
              )}
            >
              {event.points > 0 ? '+' : '−'}
              {Math.abs(event.points)}
            </span>
          ) : null}
        </p>
        {event.note ? <p className="text-ink-3 text-xs">{event.note}</p> : null}
        {event.body ? (
          <div className="mt-1.5 mr-10 rounded-3 border border-line bg-raised px-3 py-2 font-serif text-quote max-phone:mr-0">
            {event.body}
          </div>
        ) : null}
      </div>
      <time dateTime={event.at} className="figures shrink-0 text-ink-3 text-xs leading-5">
        {clockTime(event.at)}
      </time>
    </li>
  );
}

export interface Reason {
  points: number;
  text: ReactNode;
  aside?: ReactNode;
}

/** Reasons that add up to the number above them. */
export function ReasonList({ reasons }: { reasons: Reason[] }) {
  return (
    <ul className="flex flex-col gap-[3px]">
      {reasons.map((reason, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: reasons never move and may repeat.
        <li key={`${at}-${reason.points}`} className="flex gap-2">
          <span
            className={clsx(
              'figures w-8 shrink-0 text-right font-strong',
              reason.points < 0 && 'text-bad-ink',
            )}
          >
            {reason.points < 0 ? '−' : '+'}
            {Math.abs(reason.points)}
          </span>
          <span className="min-w-0 flex-1">{reason.text}</span>
          {reason.aside ? (
            <span className="w-12 shrink-0 text-ink-2 text-xs leading-5">{reason.aside}</span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
