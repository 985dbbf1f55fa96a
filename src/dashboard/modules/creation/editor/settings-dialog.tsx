import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../../api/act.ts';
import { send } from '../../../api/client.ts';
import { fieldError, sentenceOf } from '../../../api/problems.ts';
import { readAt } from '../../../api/queries.ts';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field, Input, Select, Textarea } from '../../../ui/field.tsx';
import type { Expert, PageOf, Playbook } from '../shapes.ts';
import { purposes } from '../words.ts';

interface SettingsDialogProps {
  playbook: Playbook;
  onClose: () => void;
  onSaved: (playbook: Playbook) => void;
}

/** What stands around the text: address, expert, purpose, how search engines name it. */
export function SettingsDialog({ playbook, onClose, onSaved }: SettingsDialogProps) {
  const { workspace } = useWorkspace();
  const experts = useQuery(readAt<PageOf<Expert>>('/api/v1/experts', { limit: 100 }));
  const [form, setForm] = useState({
    slug: playbook.slug,
    purpose: playbook.purpose,
    expertId: playbook.expert?.id ?? '',
    language: playbook.language,
    title: playbook.seo.title ?? '',
    description: playbook.seo.description ?? '',
  });
  const set = (change: Partial<typeof form>) => setForm({ ...form, ...change });
  const save = useAct({
    run: () =>
      send<Playbook>('PATCH', `/api/v1/playbooks/${playbook.id}`, {
        body: {
          ...(form.slug === playbook.slug ? {} : { slug: form.slug }),
          purpose: form.purpose,
          expertId: form.expertId || null,
          language: form.language,
          seo: {
            ...playbook.seo,
            title: form.title || undefined,
            description: form.description || undefined,
          },
        },
      }),
    changes: ['playbooks'],
    says: () => 'Settings saved',
    onError: () => {},
    onDone: onSaved,
  });
  const whole =
    save.error && !['/slug', '/language', '/expertId'].some((pointer) => fieldError(save.error, pointer))
      ? sentenceOf(save.error).text
      : undefined;
  return (
    <Dialog
      open
      onClose={onClose}
      title="Settings of this playbook"
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            Leave as it is
          </Button>
          <Button look="primary" type="submit" form="playbook-settings" busy={save.isPending && 'Saving'}>
            Save settings
          </Button>
        </>
      }
    >
      <form
        id="playbook-settings"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(undefined);
        }}
      >
        <Field
          label="Address"
          error={fieldError(save.error, '/slug')}
          hint={
            playbook.currentVersion
              ? `Readers find it at /p/${workspace.slug}/${playbook.slug}. A new address makes the old one answer no more.`
              : `It will be /p/${workspace.slug}/${form.slug}.`
          }
        >
          <Input
            value={form.slug}
            required
            spellCheck={false}
            autoCapitalize="none"
            onChange={(event) => set({ slug: event.target.value })}
          />
        </Field>
        <div className="grid gap-4 phone:grid-cols-2">
          <Field label="Expert" error={fieldError(save.error, '/expertId')}>
            <Select value={form.expertId} onChange={(event) => set({ expertId: event.target.value })}>
              <option value="">Nobody yet</option>
              {experts.data?.data.map((expert) => (
                <option key={expert.id} value={expert.id}>
                  {expert.name}
                </option>
              ))}
            </Select>
          </Field>
          <Field label="Purpose">
            <Select
              value={form.purpose}
              onChange={(event) => set({ purpose: event.target.value as Playbook['purpose'] })}
            >
              {Object.entries(purposes).map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        <Field
          label="Language"
          error={fieldError(save.error, '/language')}
          hint="A code such as en or nl; the public page says it to browsers."
        >
          <Input
            value={form.language}
            className="w-24"
            onChange={(event) => set({ language: event.target.value })}
          />
        </Field>
        <Field label="Title for search engines" hint="Without one, the playbook’s own.">
          <Input
            value={form.title}
            maxLength={120}
            onChange={(event) => set({ title: event.target.value })}
          />
        </Field>
        <Field label="Description for search engines">
          <Textarea
            rows={2}
            maxLength={320}
            value={form.description}
            onChange={(event) => set({ description: event.target.value })}
          />
        </Field>
        {whole ? (
          <p role="alert" className="text-bad-ink">
            {whole}
          </p>
        ) : null}
      </form>
    </Dialog>
  );
}
