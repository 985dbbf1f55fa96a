import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../../api/act.ts';
import { send } from '../../../api/client.ts';
import { fieldError, sentenceOf } from '../../../api/problems.ts';
import { readAt } from '../../../api/queries.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field, Input, Select } from '../../../ui/field.tsx';
import type { Expert, PageOf, SourceSummary } from '../shapes.ts';

/** What a source is called, and whose words it holds. */
export function SourceEditDialog({ source, onClose }: { source: SourceSummary; onClose: () => void }) {
  const experts = useQuery(readAt<PageOf<Expert>>('/api/v1/experts', { limit: 100 }));
  const [title, setTitle] = useState(source.title);
  const [expertId, setExpertId] = useState(source.expert?.id ?? '');
  const save = useAct({
    run: () =>
      send('PATCH', `/api/v1/sources/${source.id}`, {
        body: { title: title.trim(), expertId: expertId || null },
      }),
    changes: ['sources', 'experts'],
    says: () => 'Source changed',
    undo: () =>
      send('PATCH', `/api/v1/sources/${source.id}`, {
        body: { title: source.title, expertId: source.expert?.id ?? null },
      }),
    onError: () => {},
    onDone: onClose,
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title="This source"
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            Leave as it is
          </Button>
          <Button look="primary" type="submit" form="source-edit" busy={save.isPending && 'Saving'}>
            Save
          </Button>
        </>
      }
    >
      <form
        id="source-edit"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(undefined);
        }}
      >
        <Field
          label="Title"
          error={save.error ? (fieldError(save.error, '/title') ?? sentenceOf(save.error).text) : undefined}
        >
          <Input required maxLength={200} value={title} onChange={(event) => setTitle(event.target.value)} />
        </Field>
        <Field label="Expert" hint="Whose words these are.">
          <Select value={expertId} onChange={(event) => setExpertId(event.target.value)}>
            <option value="">Nobody yet</option>
            {experts.data?.data.map((expert) => (
              <option key={expert.id} value={expert.id}>
                {expert.name}
              </option>
            ))}
          </Select>
        </Field>
      </form>
    </Dialog>
  );
}
