import { type FormEvent, useState } from 'react';
import { useAct } from '../../api/act.ts';
import { repeatable, send } from '../../api/client.ts';
import { fieldError, sentenceOf } from '../../api/problems.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Input, Select, Textarea } from '../../ui/field.tsx';
import { Note } from '../../ui/states.tsx';
import { type Task, touched } from './words.ts';

/** Adds a task by hand: for a person, or a draft for the machine. */
export function AddTask({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState({
    type: 'other',
    title: '',
    description: '',
    priority: 'medium',
    due: '',
  });
  const set = (name: keyof typeof typed) => (event: { target: { value: string } }) =>
    setTyped({ ...typed, [name]: event.target.value });
  const { due, ...words } = typed;
  const add = useAct({
    run: () =>
      send<Task>('POST', '/api/v1/tasks', {
        // A day without an hour means the end of the working day there.
        body: { ...words, ...(due ? { dueAt: new Date(`${due}T17:00`).toISOString() } : {}) },
        headers: repeatable(),
      }),
    changes: touched,
    says: (_: undefined, task) => `Added: ${task.title}`,
    undo: (_, task) => send('PATCH', `/api/v1/tasks/${task.id}`, { body: { state: 'cancelled' } }),
    onError: () => undefined,
    onDone: onClose,
  });
  const blocked = typed.title.trim() ? false : 'Say what is to be done';
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (!blocked && !add.isPending) add.mutate(undefined);
  };
  const inField = ['/title', '/description', '/dueAt'].some((pointer) => fieldError(add.error, pointer));
  return (
    <Dialog
      open
      onClose={onClose}
      title="Add a task"
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button look="primary" busy={add.isPending && 'Adding'} blocked={blocked} onClick={() => submit()}>
            Add task
          </Button>
        </>
      }
    >
      <form className="flex flex-col gap-4" onSubmit={submit}>
        <Field label="What is to be done" error={fieldError(add.error, '/title')}>
          <Input value={typed.title} maxLength={200} onChange={set('title')} />
        </Field>
        <Field
          label="Kind"
          hint={
            typed.type === 'post_draft'
              ? 'The machine writes it from a step of the newest published playbook.'
              : undefined
          }
        >
          <Select value={typed.type} onChange={set('type')}>
            <option value="other">To do, by a person</option>
            <option value="follow_up">Follow-up, by a person</option>
            <option value="post_draft">Draft of a post, by the machine</option>
          </Select>
        </Field>
        <Field label="Notes" error={fieldError(add.error, '/description')}>
          <Textarea rows={3} value={typed.description} maxLength={4000} onChange={set('description')} />
        </Field>
        <div className="grid grid-cols-2 gap-3">
          <Field label="Priority">
            <Select value={typed.priority} onChange={set('priority')}>
              <option value="low">Low</option>
              <option value="medium">Normal</option>
              <option value="high">High</option>
            </Select>
          </Field>
          <Field label="Due" error={fieldError(add.error, '/dueAt')}>
            <Input type="date" value={typed.due} onChange={set('due')} />
          </Field>
        </div>
        {add.error && !inField ? <Note tone="bad">{sentenceOf(add.error).text}</Note> : null}
        <button type="submit" hidden>
          Add
        </button>
      </form>
    </Dialog>
  );
}
