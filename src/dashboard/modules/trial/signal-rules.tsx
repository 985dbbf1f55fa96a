import { useEffect, useState } from 'react';
import { useAct } from '../../api/act.ts';
import { send } from '../../api/client.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Switch } from '../../ui/choice.tsx';
import { Field, Input, Select } from '../../ui/field.tsx';
import { Section } from '../../ui/rows.tsx';
import { number, plural } from '../../ui/words.ts';
import type { SignalRule } from './signal-words.ts';

type Change = Partial<Pick<SignalRule, 'weight' | 'halfLifeDays' | 'isActive'>>;

/** What counts as a signal and how much, to be changed in place. */
export function WhatCounts({ rules }: { rules: SignalRule[] }) {
  return (
    <Section title="What counts" aside="points each" id="what-counts">
      <ul>
        {rules.map((rule) => (
          <RuleLine key={rule.id} rule={rule} />
        ))}
      </ul>
      <p className="mt-2 text-ink-3 text-xs">
        New points count for what happens from now on. Switching off and fading hold at once.
      </p>
    </Section>
  );
}

function RuleLine({ rule }: { rule: SignalRule }) {
  const { can } = useWorkspace();
  const patch = (change: Change) => send('PATCH', `/api/v1/signal-rules/${rule.id}`, { body: change });
  const change = useAct({
    run: patch,
    changes: ['signal-rules', 'signals', 'hand-raises', 'hand-raise-previews', 'hand-raise-rules'],
    says: (to: Change) => saysOf(rule, to),
    undo: (to) =>
      patch(Object.fromEntries(Object.keys(to).map((name) => [name, rule[name as keyof Change]]))),
  });
  const mayWrite = can('signals.write');
  const seen =
    rule.observed === 0
      ? 'Not seen yet.'
      : `Seen ${plural(rule.observed, 'time')}, of ${plural(rule.people, 'person', 'people')}.`;
  return (
    <li className="border-line border-t py-3 first:border-t-0 first:pt-0">
      {mayWrite ? (
        <Switch
          label={<span className="font-medium">{rule.name}</span>}
          note={`${rule.sentence} ${seen}`}
          checked={rule.isActive}
          onChange={(isActive) => change.mutate({ isActive })}
        />
      ) : (
        <p>
          <span className="font-medium">{rule.name}</span>
          {rule.isActive ? '' : ', off'}
          <span className="block text-ink-3 text-xs">
            {rule.sentence} {seen}
          </span>
        </p>
      )}
      <div className="mt-2 flex items-center gap-2">
        <Weight rule={rule} readOnly={!mayWrite} onChange={(weight) => change.mutate({ weight })} />
        <span className="text-ink-3 text-xs" aria-hidden>
          points
        </span>
        <Field label={`${rule.name}: fades`} hideLabel className="ml-auto w-44">
          <Select
            height="sm"
            value={rule.halfLifeDays ?? ''}
            disabled={!mayWrite}
            onChange={(event) => change.mutate({ halfLifeDays: Number(event.target.value) || null })}
          >
            <option value="">does not fade</option>
            {halfLives(rule.halfLifeDays).map((days) => (
              <option key={days} value={days}>
                half after {days} days
              </option>
            ))}
          </Select>
        </Field>
      </div>
    </li>
  );
}

/** Saved when left or with Enter; Escape brings the kept one back. */
function Weight({
  rule,
  readOnly,
  onChange,
}: {
  rule: SignalRule;
  readOnly: boolean;
  onChange: (weight: number) => void;
}) {
  const [typed, setTyped] = useState(String(rule.weight));
  useEffect(() => setTyped(String(rule.weight)), [rule.weight]);
  const save = () => {
    const weight = Math.round(Number(typed) * 100) / 100;
    const isWeight = typed.trim() !== '' && Number.isFinite(weight) && Math.abs(weight) <= 1000;
    if (isWeight && weight !== rule.weight) onChange(weight);
    else setTyped(String(rule.weight));
  };
  return (
    <Field label={`${rule.name}: points`} hideLabel className="w-16 shrink-0">
      <Input
        type="number"
        inputMode="decimal"
        height="sm"
        step="any"
        value={typed}
        readOnly={readOnly}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key === 'Escape') setTyped(String(rule.weight));
        }}
        className="figures text-right"
      />
    </Field>
  );
}

function halfLives(kept: number | null): number[] {
  const usual = [7, 14, 30, 60, 90];
  return kept === null || usual.includes(kept) ? usual : [...usual, kept].sort((a, b) => a - b);
}

function saysOf({ name }: SignalRule, change: Change): string {
  if (change.isActive !== undefined) return `“${name}” ${change.isActive ? 'counts' : 'is off'}`;
  if (change.weight !== undefined) return `“${name}” adds ${number(change.weight)} from now on`;
  return change.halfLifeDays
    ? `“${name}” counts half after ${plural(change.halfLifeDays, 'day')}`
    : `“${name}” does not fade`;
}
