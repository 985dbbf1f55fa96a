import { type FormEvent, useState } from 'react';
import { useAct } from '../../api/act.ts';
import { send } from '../../api/client.ts';
import { fieldError, sentenceOf } from '../../api/problems.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Input, Select } from '../../ui/field.tsx';
import { Note } from '../../ui/states.tsx';
import { type Lead, priorityWords } from './words.ts';

const texts = [
  { name: 'name', label: 'Name' },
  { name: 'company', label: 'Company' },
  { name: 'jobTitle', label: 'Job' },
  { name: 'phone', label: 'Phone' },
  { name: 'website', label: 'Website' },
  { name: 'country', label: 'Country' },
] as const;

/** What is known of a person, by hand. Only what was changed is sent; it can be taken back. */
export function EditLead({ lead, onClose }: { lead: Lead; onClose: () => void }) {
  const { me } = useWorkspace();
  const before: Record<string, string> = {
    ...Object.fromEntries(
      texts.map(({ name }) => [name, name === 'name' ? nameOf(lead) : (lead.details[name] ?? '')]),
    ),
    priority: lead.priority,
    ownerId: lead.details.owner?.id ?? '',
  };
  const [typed, setTyped] = useState(before);
  const changed = Object.keys(typed).filter((name) => typed[name]?.trim() !== before[name]);
  const valuesOf = (from: Record<string, string>) =>
    Object.fromEntries(changed.map((name) => [name, from[name]?.trim() || null]));
  const save = useAct({
    run: () => send('PATCH', `/api/v1/leads/${lead.id}`, { body: valuesOf(typed) }),
    changes: ['leads'],
    says: () => 'Details saved',
    undo: () => send('PATCH', `/api/v1/leads/${lead.id}`, { body: valuesOf(before) }),
    onError: () => undefined,
    onDone: onClose,
  });
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (changed.length === 0) onClose();
    else save.mutate(undefined);
  };
  const owners = [
    { id: '', name: 'nobody' },
    ...(lead.details.owner && lead.details.owner.id !== me.user.id ? [lead.details.owner] : []),
    { id: me.user.id, name: `${me.user.name} (you)` },
  ];
  const set = (name: string) => (event: { target: { value: string } }) =>
    setTyped({ ...typed, [name]: event.target.value });
  const unplaced = save.error && !texts.some(({ name }) => fieldError(save.error, `/${name}`));
  return (
    <Dialog
      open
      onClose={onClose}
      title="Edit details"
      note={lead.email}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button look="primary" busy={save.isPending && 'Saving'} onClick={() => submit()}>
            Save details
          </Button>
        </>
      }
    >
      <form className="grid gap-4 phone:grid-cols-2" onSubmit={submit}>
        {texts.map(({ name, label }) => (
          <Field key={name} label={label} error={fieldError(save.error, `/${name}`)}>
            <Input autoComplete="off" maxLength={200} value={typed[name] ?? ''} onChange={set(name)} />
          </Field>
        ))}
        <Field label="Priority">
          <Select value={typed.priority} onChange={set('priority')}>
            {Object.entries(priorityWords).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Owner">
          <Select value={typed.ownerId} onChange={set('ownerId')}>
            {owners.map((owner) => (
              <option key={owner.id} value={owner.id}>
                {owner.name}
              </option>
            ))}
          </Select>
        </Field>
        {unplaced ? (
          <div className="phone:col-span-2">
            <Note tone="bad">{sentenceOf(save.error).text}</Note>
          </div>
        ) : null}
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
    </Dialog>
  );
}

/** The e-mail stands in for a name that is not known; it is not one. */
const nameOf = (lead: Lead): string => (lead.name === lead.email ? '' : lead.name);
