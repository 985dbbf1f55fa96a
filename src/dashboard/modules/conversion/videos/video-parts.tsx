import { Bot, TriangleAlert } from 'lucide-react';
import { Section } from '../../../ui/rows.tsx';
import { Note } from '../../../ui/states.tsx';
import { clockTime, moment, number } from '../../../ui/words.ts';
import { ofThem, type Preview, place, type VideoRecord } from './words.ts';

/** What was put in, each with where it comes from. */
export function FieldsList({ fields }: { fields: Preview['fields'] }) {
  return (
    <Section title="What went in" aside={number(fields.length)}>
      {fields.length === 0 ? <p className="text-ink-3 text-xs">Nothing personal.</p> : null}
      <dl className="grid gap-2.5">
        {fields.map(({ field, name, value, source, isFallback }) => (
          <div key={field}>
            <dt className="text-ink-3 text-xs">{name}</dt>
            <dd className="line-clamp-3">{value}</dd>
            <dd className="text-ink-3 text-xs">
              {isFallback
                ? 'not known: the fallback stands here'
                : `from ${ofThem(source?.label ?? 'the template')}`}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

/** Scenes that are not in it, and why. */
export function LeftOutNote({ leftOut }: { leftOut: Preview['leftOut'] }) {
  if (leftOut.length === 0) return null;
  return (
    <div className="mb-4 grid gap-2">
      {leftOut.map(({ title, reason }) => (
        <Note key={title} tone="wait" icon={<TriangleAlert />}>
          “{title}” is left out. {reason}
        </Note>
      ))}
    </div>
  );
}

const KINDS: Record<string, string> = {
  opened: 'Opened the page',
  played: 'Pressed play',
  watched: 'Played',
  paused: 'Paused',
  finished: 'Saw the end',
  offer_seen: 'Reached the offer',
  offer_clicked: 'Pressed the button of the offer',
  read: 'Said that they read it',
};

/** What the page told, newest first; machines are marked and count for nothing. */
export function FactsList({ facts }: { facts: VideoRecord['facts'] }) {
  return (
    <Section title="What the page told" aside={number(facts.length)}>
      {facts.length === 0 ? <p className="text-ink-3 text-xs">Nobody has opened it yet.</p> : null}
      <ol className="grid gap-1 text-xs">
        {facts.slice(0, 60).map((fact) => (
          <li key={fact.id} className="flex items-baseline justify-between gap-3">
            <span className={fact.isMachine ? 'text-ink-3' : undefined}>
              {fact.isMachine ? <Bot className="mr-1 inline size-3.5" aria-label="machine" /> : null}
              {KINDS[fact.kind] ?? fact.kind}
              {fact.fromMs !== null ? ` ${place(fact.fromMs)}` : ''}
              {fact.toMs !== null ? ` to ${place(fact.toMs)}` : ''}
              {fact.isMachine && fact.machineReason ? ` (machine: ${fact.machineReason})` : ''}
            </span>
            <time className="figures shrink-0 text-ink-3" dateTime={fact.at} title={moment(fact.at)}>
              {clockTime(fact.at)}
            </time>
          </li>
        ))}
      </ol>
    </Section>
  );
}
