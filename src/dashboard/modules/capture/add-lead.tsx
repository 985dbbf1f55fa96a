import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useAct } from '../../api/act.ts';
import { repeatable, send } from '../../api/client.ts';
import { fieldError, hasStatus, sentenceOf } from '../../api/problems.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Input, Textarea } from '../../ui/field.tsx';
import { tellWithAction } from '../../ui/toasts.tsx';
import type { LeadSummary } from './words.ts';

/** Adds a person by hand. */
export function AddLead({ open, onClose }: { open: boolean; onClose: () => void }) {
  return open ? <Form onClose={onClose} /> : null;
}

function Form({ onClose }: { onClose: () => void }) {
  const { paths } = useWorkspace();
  const navigate = useNavigate();
  const [typed, setTyped] = useState({ email: '', name: '', company: '', jobTitle: '', consentBasis: '' });
  const set = (name: keyof typeof typed) => (event: { target: { value: string } }) =>
    setTyped({ ...typed, [name]: event.target.value });
  const add = useAct({
    run: () =>
      send<LeadSummary>('POST', '/api/v1/leads', {
        body: Object.fromEntries(
          Object.entries(typed)
            .map(([name, value]) => [name, value.trim()])
            .filter(([, value]) => value),
        ),
        headers: repeatable(),
      }),
    changes: ['leads', 'segments'],
    onError: () => undefined,
    onDone: (lead) => {
      onClose();
      tellWithAction(`${lead.name} added`, 'Open', () => void navigate({ to: paths.lead(lead.id) }));
    },
  });
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    add.mutate(undefined);
  };
  const known = hasStatus(add.error, 409) ? sentenceOf(add.error).text : undefined;
  const other =
    add.error && !known && !fieldError(add.error, '/email') ? sentenceOf(add.error).text : undefined;
  return (
    <Dialog
      open
      onClose={onClose}
      title="Add a lead"
      note="Somebody you met, who did not come through a gate."
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button look="primary" busy={add.isPending && 'Adding'} onClick={() => submit()}>
            Add lead
          </Button>
        </>
      }
    >
      <form className="flex flex-col gap-4" onSubmit={submit} noValidate>
        <Field label="E-mail" error={known ?? fieldError(add.error, '/email') ?? other}>
          <Input type="email" autoComplete="off" value={typed.email} onChange={set('email')} />
        </Field>
        <Field label="Name" aside="optional" error={fieldError(add.error, '/name')}>
          <Input autoComplete="off" value={typed.name} onChange={set('name')} />
        </Field>
        <div className="grid gap-4 phone:grid-cols-2">
          <Field label="Company" aside="optional" error={fieldError(add.error, '/company')}>
            <Input autoComplete="off" value={typed.company} onChange={set('company')} />
          </Field>
          <Field label="Job" aside="optional" error={fieldError(add.error, '/jobTitle')}>
            <Input autoComplete="off" value={typed.jobTitle} onChange={set('jobTitle')} />
          </Field>
        </div>
        <Field
          label="May we write?"
          aside="optional"
          hint="On what ground, in your words: “Asked me for the playbook at the fair, 12 Nov.” Left empty, nothing is sent to them."
          error={fieldError(add.error, '/consentBasis')}
        >
          <Textarea
            rows={2}
            className="min-h-14"
            maxLength={300}
            value={typed.consentBasis}
            onChange={set('consentBasis')}
          />
        </Field>
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
    </Dialog>
  );
}
