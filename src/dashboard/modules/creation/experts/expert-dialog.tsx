import { useState } from 'react';
import { useAct } from '../../../api/act.ts';
import { repeatable, send } from '../../../api/client.ts';
import { fieldError, sentenceOf } from '../../../api/problems.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field, Input, Textarea } from '../../../ui/field.tsx';
import type { Expert } from '../shapes.ts';

/** A new expert, or what stands about one. */
export function ExpertDialog({ expert, onClose }: { expert: Expert | undefined; onClose: () => void }) {
  const [form, setForm] = useState({
    name: expert?.name ?? '',
    trade: expert?.trade ?? '',
    bio: expert?.bio ?? '',
    email: expert?.email ?? '',
  });
  const set = (change: Partial<typeof form>) => setForm({ ...form, ...change });
  const save = useAct({
    run: () =>
      expert
        ? send<Expert>('PATCH', `/api/v1/experts/${expert.id}`, {
            body: { ...form, email: form.email.trim() || null },
          })
        : send<Expert>('POST', '/api/v1/experts', {
            body: { ...form, email: form.email.trim() || undefined },
            headers: repeatable(),
          }),
    changes: ['experts', 'playbooks', 'sources'],
    says: (_, made) => (expert ? `${made.name} changed` : `${made.name} added`),
    onError: () => {},
    onDone: onClose,
  });
  const known = ['/name', '/trade', '/bio', '/email'].some((pointer) => fieldError(save.error, pointer));
  return (
    <Dialog
      open
      onClose={onClose}
      title={expert ? expert.name : 'Add an expert'}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            {expert ? 'Leave as it is' : 'Not now'}
          </Button>
          <Button look="primary" type="submit" form="expert" busy={save.isPending && 'Saving'}>
            {expert ? 'Save' : 'Add expert'}
          </Button>
        </>
      }
    >
      <form
        id="expert"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(undefined);
        }}
      >
        <Field label="Name" error={fieldError(save.error, '/name')}>
          <Input
            required
            maxLength={120}
            value={form.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        </Field>
        <Field label="Trade" hint="What they do, in a few words." error={fieldError(save.error, '/trade')}>
          <Input
            maxLength={200}
            value={form.trade}
            onChange={(event) => set({ trade: event.target.value })}
          />
        </Field>
        <Field
          label="E-mail"
          hint="For interviews and approvals, later. Never shown to readers."
          error={fieldError(save.error, '/email')}
        >
          <Input
            type="email"
            maxLength={254}
            autoComplete="off"
            value={form.email}
            onChange={(event) => set({ email: event.target.value })}
          />
        </Field>
        <Field label="About them" error={fieldError(save.error, '/bio')}>
          <Textarea
            rows={3}
            maxLength={4000}
            value={form.bio}
            onChange={(event) => set({ bio: event.target.value })}
          />
        </Field>
        {save.error && !known ? (
          <p role="alert" className="text-bad-ink">
            {sentenceOf(save.error).text}
          </p>
        ) : null}
      </form>
    </Dialog>
  );
}
