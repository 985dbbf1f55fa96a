import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { send } from '../../api/client.ts';
import { fieldError, sentenceOf } from '../../api/problems.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Input, Textarea } from '../../ui/field.tsx';
import type { CloneRecord } from './clone-words.ts';

/** How a clone greets, how often it may be asked, who may ask, and the bar of its test set. */
export function CloneSettings({ clone }: { clone: CloneRecord }) {
  const { paths, can } = useWorkspace();
  const before = {
    name: clone.name,
    greeting: clone.greeting,
    freeUses: String(clone.freeUses),
    passing: String(Math.round(100 * clone.passingRate)),
  };
  const [typed, setTyped] = useState(before);
  const set = (name: keyof typeof before) => (event: { target: { value: string } }) =>
    setTyped({ ...typed, [name]: event.target.value });
  const bodyOf = ({ name, greeting, freeUses, passing }: typeof before) => ({
    name: name.trim(),
    greeting: greeting.trim(),
    freeUses: Number(freeUses),
    passingRate: Number(passing) / 100,
  });
  const save = useAct({
    run: () => send('PATCH', `/api/v1/clones/${clone.id}`, { body: bodyOf(typed) }),
    changes: ['clones'],
    says: () => 'Terms saved',
    undo: () => send('PATCH', `/api/v1/clones/${clone.id}`, { body: bodyOf(before) }),
    onError: () => undefined,
  });
  const isChanged = JSON.stringify(typed) !== JSON.stringify(before);
  const isWhole = (text: string, most: number) => /^\d{1,3}$/.test(text) && Number(text) <= most;
  const blocked = !typed.name.trim()
    ? 'Give it a name'
    : !isWhole(typed.freeUses, 50)
      ? 'Free questions: 0 to 50'
      : !isWhole(typed.passing, 100)
        ? 'The bar: 0 to 100 percent'
        : !isChanged
          ? 'Nothing is changed'
          : false;
  const error = (field: string) => fieldError(save.error, field);
  return (
    <form
      className="flex max-w-140 flex-col gap-4 px-gutter py-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (!blocked) save.mutate(undefined);
      }}
    >
      <Field label="Name" error={error('/name')}>
        <Input value={typed.name} maxLength={120} onChange={set('name')} />
      </Field>
      <Field
        label="Greeting"
        aside="optional"
        hint="Stands above the questions on the public page."
        error={error('/greeting')}
      >
        <Textarea rows={2} value={typed.greeting} maxLength={500} onChange={set('greeting')} />
      </Field>
      <div className="grid gap-4 phone:grid-cols-2">
        <Field
          label="Free questions for each person"
          hint="Trials that began keep their number."
          error={error('/freeUses')}
        >
          <Input inputMode="numeric" value={typed.freeUses} onChange={set('freeUses')} />
        </Field>
        <Field label="Bar of the test set, in percent" error={error('/passingRate')}>
          <Input inputMode="numeric" value={typed.passing} onChange={set('passing')} />
        </Field>
      </div>
      <div>
        <p className="font-medium">Who may ask</p>
        <p className="mt-1 text-ink-2">
          {clone.eligibilitySentence ?? 'Everybody whom the rule of the gate lets in, by their answers.'}{' '}
          {can('gates.read') ? (
            <Link to={paths.gates} className="opens-rows rounded-1">
              Open the gates
            </Link>
          ) : null}
        </p>
      </div>
      {save.error ? <p className="text-bad-ink text-xs">{sentenceOf(save.error).text}</p> : null}
      <div>
        <Button type="submit" busy={save.isPending && 'Saving'} blocked={blocked}>
          Save terms
        </Button>
      </div>
    </form>
  );
}
