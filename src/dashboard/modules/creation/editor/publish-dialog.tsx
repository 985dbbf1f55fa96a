import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../../api/act.ts';
import { repeatable, send } from '../../../api/client.ts';
import { fieldError, sentenceOf } from '../../../api/problems.ts';
import { readAt } from '../../../api/queries.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field, Textarea } from '../../../ui/field.tsx';
import { Note } from '../../../ui/states.tsx';
import { tellWithAction } from '../../../ui/toasts.tsx';
import { plural } from '../../../ui/words.ts';
import type { Draft, Playbook, Review, Version, VersionWithContent } from '../shapes.ts';
import { ofDraft } from './fields.ts';
import { blockedSentence } from './findings.ts';
import { same, sameStep } from './merge.ts';
import { useDraft, useStore } from './use-draft.ts';

interface PublishDialogProps {
  playbook: Playbook;
  review: Review | undefined;
  next: number;
  onClose: () => void;
  /** The first version of an untitled playbook gives it the address of its title. */
  onRenamed: (slug: string) => void;
}

/** Publishes the draft as the next version: its note, and a reason while a letter is below. */
export function PublishDialog({ playbook, review, next, onClose, onRenamed }: PublishDialogProps) {
  const store = useStore();
  const { content } = useDraft();
  const current = useQuery({
    ...readAt<VersionWithContent>(`/api/v1/versions/${playbook.currentVersion?.id}`),
    enabled: playbook.currentVersion !== null,
  });
  const prefilled =
    playbook.currentVersion === null
      ? 'First version'
      : current.data
        ? changesOf(current.data.content, content)
        : '';
  const [typed, setTyped] = useState<string | undefined>();
  const [reason, setReason] = useState('');
  const note = typed ?? prefilled;
  const blocked = review !== undefined && !review.passed;
  const publish = useAct({
    run: async () => {
      if (!(await store.flush())) throw new Error('The draft is not saved yet');
      return send<Version>('POST', `/api/v1/playbooks/${playbook.id}/versions`, {
        body: { note, ...(blocked && reason.trim() ? { overrideReason: reason.trim() } : {}) },
        headers: repeatable(),
      });
    },
    changes: ['playbooks', 'versions', 'links'],
    onError: () => {},
    onDone: (version) => {
      onClose();
      const slug = version.publicUrl.split('/').pop();
      if (slug && slug !== playbook.slug) onRenamed(slug);
      tellWithAction(
        `Version ${version.number} is public: ${version.publicUrl.replace(/^https?:\/\//, '')}`,
        'Open',
        () => window.open(version.publicUrl, '_blank', 'noopener'),
      );
    },
  });
  const said = publish.error ? sentenceOf(publish.error) : undefined;
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Publish version ${next}`}
      note={`${plural(content.steps.length, 'step')}${playbook.gatePosition && playbook.gatePosition < content.steps.length ? `, gate after step ${playbook.gatePosition}` : ', no gate'}. Readers see it at once.`}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            Not yet
          </Button>
          <Button
            look="primary"
            busy={publish.isPending && 'Publishing'}
            blocked={
              blocked && !reason.trim() ? 'A letter is below. Give the reason, or mend it first' : false
            }
            onClick={() => publish.mutate(undefined)}
          >
            Publish version {next}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field
          label="What changed"
          hint="Stands in the list of versions."
          error={fieldError(publish.error, '/note')}
        >
          <Textarea
            rows={2}
            maxLength={500}
            value={note}
            onChange={(event) => setTyped(event.target.value)}
          />
        </Field>
        {blocked && review ? (
          <>
            <Note tone="bad">
              <strong>{blockedSentence(review)}</strong> Readers will not see this; the version keeps the
              reason and your name.
            </Note>
            <Field label="Why publish anyway" error={fieldError(publish.error, '/overrideReason')}>
              <Textarea
                rows={2}
                maxLength={500}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            </Field>
          </>
        ) : null}
        {said ? (
          <p role="alert" className="text-bad-ink">
            {said.text}
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}

/** "2 steps reworded, 1 added, 1 moved": the note that stands ready. */
export function changesOf(before: Draft, after: Draft): string {
  const old = new Map(before.steps.map((step, at) => [step.id, { step, at }]));
  const left = after.steps.filter((step) => old.has(step.id));
  const added = after.steps.length - left.length;
  const removed = before.steps.length - left.length;
  const reworded = left.filter((step) => !sameStep(step, old.get(step.id)?.step)).length;
  const order = left.map((step) => old.get(step.id)?.at ?? 0);
  const moved = order.filter((place, at) => at > 0 && place < (order[at - 1] ?? 0)).length;
  const head = (['title', ...ofDraft] as const).filter((name) => !same(before[name], after[name])).length;
  const parts = [
    reworded > 0 ? `${plural(reworded, 'step')} reworded` : '',
    added > 0 ? `${plural(added, 'step')} added` : '',
    removed > 0 ? `${plural(removed, 'step')} removed` : '',
    moved > 0 ? `${plural(moved, 'step')} moved` : '',
    head > 0 ? 'promise reworded' : '',
  ].filter(Boolean);
  const sentence = parts.join(', ');
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
