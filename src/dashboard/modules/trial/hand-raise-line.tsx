import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useAct } from '../../api/act.ts';
import { send } from '../../api/client.ts';
import { fieldError } from '../../api/problems.ts';
import { read } from '../../api/queries.ts';
import type { Shape } from '../../api/shapes.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Input, Select } from '../../ui/field.tsx';
import { Section } from '../../ui/rows.tsx';
import { ErrorBlock } from '../../ui/states.tsx';
import { number, plural } from '../../ui/words.ts';
import { delayWords } from './signal-words.ts';

type HandRaiseRule = Shape<'HandRaiseRule'>;
type Change = Partial<Pick<HandRaiseRule, 'threshold' | 'videoDelayMinutes' | 'rearmAfterDays'>>;

const CHANGES = ['hand-raise-rules', 'hand-raises', 'hand-raise-previews'];

function useChange(rule: HandRaiseRule, says: (change: Change) => string) {
  const patch = (change: Change) => send('PATCH', `/api/v1/hand-raise-rules/${rule.id}`, { body: change });
  const before = (change: Change) =>
    Object.fromEntries(Object.keys(change).map((name) => [name, rule[name as keyof Change]]));
  return useAct({ run: patch, changes: CHANGES, says, undo: (change) => patch(before(change)) });
}

// The browser's own track is white in the dark.
const SLIDER = [
  'h-6 min-w-0 flex-1 cursor-pointer appearance-none bg-transparent disabled:cursor-default',
  '[&::-webkit-slider-runnable-track]:h-1.5 [&::-webkit-slider-runnable-track]:rounded-full [&::-webkit-slider-runnable-track]:bg-line-control',
  '[&::-webkit-slider-thumb]:-mt-1.5 [&::-webkit-slider-thumb]:size-4.5 [&::-webkit-slider-thumb]:appearance-none [&::-webkit-slider-thumb]:rounded-full [&::-webkit-slider-thumb]:bg-accent',
  '[&::-moz-range-track]:h-1.5 [&::-moz-range-track]:rounded-full [&::-moz-range-track]:bg-line-control',
  '[&::-moz-range-thumb]:size-4.5 [&::-moz-range-thumb]:rounded-full [&::-moz-range-thumb]:border-0 [&::-moz-range-thumb]:bg-accent',
].join(' ');

/** Where the line stands, and who would join if it stood elsewhere. */
export function TheLine({ rule }: { rule: HandRaiseRule }) {
  const { can } = useWorkspace();
  const [typed, setTyped] = useState(String(rule.threshold));
  useEffect(() => setTyped(String(rule.threshold)), [rule.threshold]);
  const threshold = Number(typed);
  const isLine = Number.isFinite(threshold) && threshold > 0 && threshold <= 100_000;
  const asked = useSettled(isLine ? threshold : rule.threshold);
  const preview = useQuery({
    ...read('/api/v1/hand-raise-previews', { params: { query: { threshold: asked } } }),
    placeholderData: keepPreviousData,
  });
  const move = useChange(rule, (change) => `The line stands at ${number(change.threshold ?? 0)}`);
  const isMoved = isLine && threshold !== rule.threshold;
  const mayWrite = can('signals.write');
  return (
    <Section title="The line" aside={plural(rule.raised, 'hand is', 'hands are').concat(' up')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isMoved && mayWrite) move.mutate({ threshold });
        }}
      >
        <Field
          label="Points that raise a hand"
          error={isLine ? fieldError(move.error, '/threshold') : 'A number above 0.'}
        >
          <div className="flex items-center gap-3">
            <input
              type="range"
              aria-label="Move the line"
              min={1}
              max={Math.max(120, rule.threshold * 2)}
              step={1}
              value={isLine ? threshold : rule.threshold}
              disabled={!mayWrite}
              onChange={(event) => setTyped(event.target.value)}
              className={SLIDER}
            />
            <Input
              type="number"
              inputMode="decimal"
              min={1}
              step="any"
              value={typed}
              readOnly={!mayWrite}
              onChange={(event) => setTyped(event.target.value)}
              className="w-20! figures text-right"
            />
          </div>
        </Field>
        {rule.condition !== 'Everybody.' ? (
          <p className="mt-2 text-ink-2 text-xs">Only for: {rule.condition}</p>
        ) : null}
        <div aria-live="polite" className="mt-3">
          {preview.error && !preview.data ? (
            <ErrorBlock error={preview.error} onRetry={() => void preview.refetch()} />
          ) : preview.data ? (
            <Preview preview={preview.data} isMoved={isMoved} />
          ) : null}
        </div>
        {isMoved && mayWrite ? (
          <div className="mt-3 flex flex-wrap gap-2">
            <Button type="submit" look="secondary" busy={move.isPending && 'Moving'}>
              Move the line to {number(threshold)}
            </Button>
            <Button look="quiet" onClick={() => setTyped(String(rule.threshold))}>
              Leave it
            </Button>
          </div>
        ) : null}
      </form>
    </Section>
  );
}

function Preview({ preview, isMoved }: { preview: Shape<'HandRaisePreview'>; isMoved: boolean }) {
  const { joinCount, leaveCount, joins } = preview;
  if (!isMoved && joinCount === 0)
    return <p className="text-ink-2 text-xs">Move the line to see who would join.</p>;
  return (
    <>
      <p>
        {joinCount === 0 ? 'Nobody would join.' : `${plural(joinCount, 'person', 'people')} would join now.`}
        {leaveCount > 0
          ? ` ${plural(leaveCount, 'hand', 'hands')} went up below that line; what was raised stays raised.`
          : ''}
      </p>
      {joins.length > 0 ? <Joining people={joins} of={joinCount} /> : null}
    </>
  );
}

const SHOWN = 8;

function Joining({ people, of }: { people: Shape<'HandRaisePreview'>['joins']; of: number }) {
  const { paths } = useWorkspace();
  return (
    <ul className="mt-2">
      {people.slice(0, SHOWN).map(({ lead, total }) => (
        <li key={lead.id} className="flex items-baseline justify-between gap-3 border-line border-t py-1.5">
          <Link to={paths.lead(lead.id)} className="min-w-0 truncate rounded-1 hover:underline">
            {lead.name}
          </Link>
          <span className="figures shrink-0 text-ink-2">{number(total)}</span>
        </li>
      ))}
      {of > SHOWN ? (
        <li className="border-line border-t py-1.5 text-ink-2 text-xs">and {number(of - SHOWN)} more</li>
      ) : null}
    </ul>
  );
}

/** A value a moment after its last change, so that dragging asks once. */
function useSettled(value: number): number {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), 200);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

const DELAYS = [0, 5, 15, 60, 240, 1440];
const REARM_DAYS = [30, 60, 90, 180, 365];

/** What a raised hand sets off, and when it may go up again. */
export function WhatFollows({ rule }: { rule: HandRaiseRule }) {
  const { can } = useWorkspace();
  const change = useChange(rule, (to) =>
    'videoDelayMinutes' in to
      ? `The video goes out ${delayWords(to.videoDelayMinutes ?? 0)}`
      : to.rearmAfterDays
        ? `Hands may go up again after ${plural(to.rearmAfterDays, 'day')}`
        : 'A hand goes up once, until somebody arms it',
  );
  const mayWrite = can('signals.write');
  return (
    <Section title="What a raised hand sets off">
      <div className="flex flex-col gap-3">
        <Field label="The personal video goes out">
          <Select
            value={rule.videoDelayMinutes}
            disabled={!mayWrite}
            onChange={(event) => change.mutate({ videoDelayMinutes: Number(event.target.value) })}
          >
            {withKept(DELAYS, rule.videoDelayMinutes).map((minutes) => (
              <option key={minutes} value={minutes}>
                {delayWords(minutes)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="The same hand may go up again">
          <Select
            value={rule.rearmAfterDays ?? ''}
            disabled={!mayWrite}
            onChange={(event) => change.mutate({ rearmAfterDays: Number(event.target.value) || null })}
          >
            <option value="">when somebody arms it</option>
            {withKept(REARM_DAYS, rule.rearmAfterDays).map((days) => (
              <option key={days} value={days}>
                after {plural(days, 'day')}
              </option>
            ))}
          </Select>
        </Field>
      </div>
    </Section>
  );
}

const withKept = (choices: number[], kept: number | null): number[] =>
  kept === null || choices.includes(kept) ? choices : [...choices, kept].sort((a, b) => a - b);
