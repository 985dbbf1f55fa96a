import { type FormEvent, useState } from 'react';
import { useAct } from '../../api/act.ts';
import { send } from '../../api/client.ts';
import { fieldError } from '../../api/problems.ts';
import type { Shape } from '../../api/shapes.ts';
import { Button } from '../../ui/button.tsx';
import { Switch } from '../../ui/choice.tsx';
import { Field, Input, Textarea } from '../../ui/field.tsx';
import { Details, Section } from '../../ui/rows.tsx';

type Config = Shape<'CeoConfig'>;
type Change = Partial<Pick<Config, 'goals' | 'industry' | 'isHourly' | 'actsAbove'>>;

const hourlyNote =
  'Every full hour, on the plans Pro and Enterprise. Off, it looks when somebody asks it to.';

/** When it looks, how sure it must be, and what it works towards. */
export function PolicyCharacter({ config, mayWrite }: { config: Config; mayWrite: boolean }) {
  const patch = (change: Change) => send<Config>('PATCH', '/api/v1/ceo', { body: change });
  const back = (change: Change): Change =>
    Object.fromEntries(Object.keys(change).map((name) => [name, config[name as keyof Change]]));
  const change = useAct({
    run: patch,
    changes: ['ceo', 'audit'],
    says: ({ isHourly }) =>
      isHourly === undefined ? 'Policy changed' : isHourly ? 'It looks every hour' : 'It looks when asked',
    undo: (to) => patch(back(to)),
  });
  if (!mayWrite)
    return (
      <Section title="How it works">
        <Details
          items={[
            { label: 'Looks', value: config.isHourly ? 'every hour' : 'when asked' },
            { label: 'Acts above', value: config.actsAbove.toFixed(2) },
            { label: 'Goals', value: config.goals.join('; ') || 'none named' },
            { label: 'Trade', value: config.industry || 'not named' },
          ]}
        />
      </Section>
    );
  return (
    <Section title="How it works">
      <div className="flex flex-col gap-5">
        <Switch
          label={<span className="font-medium">Look every hour</span>}
          note={hourlyNote}
          checked={config.isHourly}
          onChange={(isHourly) => change.mutate({ isHourly })}
        />
        <WordsForm key={JSON.stringify(config)} config={config} change={change} />
      </div>
    </Section>
  );
}

function WordsForm({
  config,
  change,
}: {
  config: Config;
  change: ReturnType<typeof useAct<Change, Config>>;
}) {
  const [above, setAbove] = useState(String(config.actsAbove));
  const [goals, setGoals] = useState(config.goals.join('\n'));
  const [industry, setIndustry] = useState(config.industry);
  const number = Number(above.replace(',', '.'));
  const isNumber = above.trim() !== '' && number >= 0 && number <= 1;
  const lines = goals.split('\n').flatMap((line) => line.trim() || []);
  const to: Change = {
    ...(isNumber && number !== config.actsAbove ? { actsAbove: number } : {}),
    ...(lines.join('\n') === config.goals.join('\n') ? {} : { goals: lines }),
    ...(industry === config.industry ? {} : { industry }),
  };
  const isChanged = Object.keys(to).length > 0;
  const blocked = isNumber
    ? lines.length > 10
      ? 'Ten goals at most'
      : false
    : 'Give a certainty from 0 to 1';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isChanged && !blocked) change.mutate(to);
  };
  const goalError = change.error ? goalsError(change.error, lines.length) : undefined;
  return (
    <form className="flex max-w-120 flex-col gap-4" onSubmit={submit}>
      <Field
        label="Acts alone above this certainty"
        hint="From 0 to 1. Below it, it asks, also where it may act alone."
        error={isNumber ? fieldError(change.error, '/actsAbove') : 'A number from 0 to 1, such as 0.7.'}
      >
        <Input
          inputMode="decimal"
          className="figures max-w-28"
          value={above}
          onChange={(event) => setAbove(event.target.value)}
        />
      </Field>
      <Field label="Goals" hint="One per line, ten at most." error={goalError}>
        <Textarea rows={3} value={goals} onChange={(event) => setGoals(event.target.value)} />
      </Field>
      <Field label="Trade" hint="What this business is in." error={fieldError(change.error, '/industry')}>
        <Input value={industry} maxLength={200} onChange={(event) => setIndustry(event.target.value)} />
      </Field>
      {isChanged || !isNumber ? (
        <div>
          <Button type="submit" look="primary" busy={change.isPending && 'Saving'} blocked={blocked}>
            Save
          </Button>
        </div>
      ) : null}
    </form>
  );
}

function goalsError(error: unknown, count: number): string | undefined {
  for (let at = 0; at < count; at += 1) {
    const said = fieldError(error, `/goals/${at}`);
    if (said) return `Line ${at + 1}: ${said}`;
  }
  return fieldError(error, '/goals');
}
