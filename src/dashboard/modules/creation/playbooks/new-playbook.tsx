import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../../api/act.ts';
import { repeatable, send } from '../../../api/client.ts';
import { fieldError, sentenceOf } from '../../../api/problems.ts';
import { readAt } from '../../../api/queries.ts';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/choice.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field, Input, Select } from '../../../ui/field.tsx';
import { ErrorBlock, Skeleton } from '../../../ui/states.tsx';
import { plural } from '../../../ui/words.ts';
import type { Expert, PageOf, Playbook, SourceSummary } from '../shapes.ts';
import { purposes } from '../words.ts';

/** A new playbook: composed from sources that were read, or empty to write in. */
export function NewPlaybookDialog({ onClose }: { onClose: () => void }) {
  const { paths } = useWorkspace();
  const navigate = useNavigate();
  const sources = useQuery(readAt<PageOf<SourceSummary>>('/api/v1/sources', { limit: 100 }));
  const experts = useQuery(readAt<PageOf<Expert>>('/api/v1/experts', { limit: 100 }));
  const [title, setTitle] = useState('');
  const [expertId, setExpertId] = useState('');
  const [purpose, setPurpose] = useState<Playbook['purpose']>('audience_building');
  const [chosen, setChosen] = useState<string[]>([]);
  const ready = sources.data?.data.filter((source) => source.status === 'ready') ?? [];
  const start = useAct({
    run: () =>
      send<Playbook>('POST', '/api/v1/playbooks', {
        body: {
          purpose,
          sourceIds: chosen,
          ...(title.trim() ? { title: title.trim() } : {}),
          ...(expertId ? { expertId } : {}),
        },
        headers: repeatable(),
      }),
    changes: ['playbooks', 'sources'],
    onError: () => {},
    onDone: (playbook) => void navigate({ to: paths.playbook(playbook.slug) }),
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title="New playbook"
      note="Composed from what the expert said, or empty to write in."
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            Not now
          </Button>
          <Button look="primary" type="submit" form="new-playbook" busy={start.isPending && 'Starting'}>
            {chosen.length > 0 ? `Compose from ${plural(chosen.length, 'source')}` : 'Start empty'}
          </Button>
        </>
      }
    >
      <form
        id="new-playbook"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          start.mutate(undefined);
        }}
      >
        <Field
          label="Title"
          hint="Left empty, the composer takes one from the material. You can change it."
          error={fieldError(start.error, '/title')}
        >
          <Input value={title} maxLength={200} onChange={(event) => setTitle(event.target.value)} />
        </Field>
        <fieldset className="min-w-0">
          <legend className="mb-1.5 font-medium">Sources</legend>
          {sources.isLoading ? <Skeleton rows={3} note="Loading sources" /> : null}
          {sources.error ? <ErrorBlock error={sources.error} onRetry={() => void sources.refetch()} /> : null}
          {sources.isSuccess && ready.length === 0 ? (
            <p className="text-ink-2">
              No source is read yet.{' '}
              <Link to={paths.sources} className="opens-rows">
                Add one
              </Link>
              , or start empty.
            </p>
          ) : null}
          <div className="max-h-52 overflow-y-auto">
            {ready.map((source) => (
              <div key={source.id} className="border-line border-b py-2 last:border-b-0">
                <Checkbox
                  label={source.title}
                  note={[
                    source.expert?.name,
                    plural(source.wordCount, 'word'),
                    plural(source.passageCount, 'passage'),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                  checked={chosen.includes(source.id)}
                  onChange={(on) =>
                    setChosen(on ? [...chosen, source.id] : chosen.filter((id) => id !== source.id))
                  }
                />
              </div>
            ))}
          </div>
        </fieldset>
        <div className="grid gap-4 phone:grid-cols-2">
          <Field label="Expert" error={fieldError(start.error, '/expertId')}>
            <Select value={expertId} onChange={(event) => setExpertId(event.target.value)}>
              <option value="">As the sources say</option>
              {experts.data?.data.map((expert) => (
                <option key={expert.id} value={expert.id}>
                  {expert.name}
                </option>
              ))}
            </Select>
          </Field>
          <Field label="Purpose">
            <Select
              value={purpose}
              onChange={(event) => setPurpose(event.target.value as Playbook['purpose'])}
            >
              {Object.entries(purposes).map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        {start.error ? (
          <p role="alert" className="text-bad-ink">
            {sentenceOf(start.error).text}
          </p>
        ) : null}
      </form>
    </Dialog>
  );
}
