import { useState } from 'react';
import { fieldError, sentenceOf } from '../../api/problems.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choice.tsx';
import { Field, Input, Textarea } from '../../ui/field.tsx';
import { Note } from '../../ui/states.tsx';
import { type KeptItem, useDecide } from './use-decide.ts';
import { type Action, kinds, leavesWords } from './words.ts';

interface Draft {
  subjectId: string;
  title: string;
  text: string;
  isKept: boolean;
}

/** The words per person, to be changed, and people to be left out; what is approved is what stands here. */
export function EditAction({
  action,
  onBack,
  onDecided,
}: {
  action: Action;
  onBack: () => void;
  onDecided: () => void;
}) {
  const [drafts, setDrafts] = useState<Draft[]>(() =>
    action.items.map(({ subjectId, title, text }) => ({ subjectId, title, text, isKept: true })),
  );
  const { approve } = useDecide(action, onDecided);
  const { icon: Icon, name } = kinds[action.kind];
  const kept = drafts.filter(({ isKept }) => isKept);
  const isEdited = (draft: Draft) => {
    const item = action.items.find(({ subjectId }) => subjectId === draft.subjectId);
    return draft.title !== item?.title || draft.text !== item.text;
  };
  const edited = kept.filter(isEdited).length;
  const change = (subjectId: string, to: Partial<Draft>) =>
    setDrafts(drafts.map((draft) => (draft.subjectId === subjectId ? { ...draft, ...to } : draft)));
  const isEmpty = kept.some(
    ({ title, text }) => !title.trim() || (action.kind === 'send_mail' && !text.trim()),
  );
  const blocked =
    kept.length === 0 ? 'Keep at least one, or decline it' : isEmpty ? 'Some words are empty' : false;
  const submit = () =>
    approve.mutate(
      kept.map((draft): KeptItem => {
        const { subjectId, title, text } = draft;
        return isEdited(draft) ? { subjectId, title, text } : { subjectId };
      }),
    );
  return (
    <form
      className="rounded-3 border border-line bg-raised"
      onSubmit={(event) => {
        event.preventDefault();
        if (!blocked) submit();
      }}
    >
      <div className="px-3.5 pt-3.5">
        <p className="flex items-center gap-2 text-ink-2 text-xs [&_.lucide]:size-3.5">
          <Icon aria-hidden /> {name}
        </p>
        <h3 className="mt-2 font-strong text-sm">{action.title}</h3>
      </div>
      <ul>
        {drafts.map((draft, index) => {
          const who = action.items.find(({ subjectId }) => subjectId === draft.subjectId)?.name ?? '';
          return (
            <li key={draft.subjectId} className="border-line border-b px-3.5 py-3 last:border-b-0">
              <Checkbox
                checked={draft.isKept}
                onChange={(isKept) => change(draft.subjectId, { isKept })}
                label={<span className="font-medium">{who}</span>}
                {...(draft.isKept ? {} : { note: 'left out' })}
              />
              {draft.isKept ? (
                <div className="mt-2 flex flex-col gap-2">
                  <Field
                    label={`${action.kind === 'send_mail' ? 'Subject' : 'Title'} for ${who}`}
                    hideLabel
                    error={fieldError(approve.error, `/items/${index}/title`)}
                  >
                    <Input
                      value={draft.title}
                      maxLength={200}
                      onChange={(event) => change(draft.subjectId, { title: event.target.value })}
                    />
                  </Field>
                  <Field
                    label={`Text for ${who}`}
                    hideLabel
                    error={fieldError(approve.error, `/items/${index}/text`)}
                  >
                    <Textarea
                      value={draft.text}
                      maxLength={20_000}
                      onChange={(event) => change(draft.subjectId, { text: event.target.value })}
                    />
                  </Field>
                </div>
              ) : null}
            </li>
          );
        })}
      </ul>
      <div className="sticky bottom-0 rounded-b-3 border-line border-t bg-sunken px-3.5 py-3">
        {approve.error ? (
          <Note tone="bad">{sentenceOf(approve.error).text}</Note>
        ) : (
          <p className="text-ink-2 text-xs" role="status">
            {kept.length - edited} as drafted, {edited} edited, {drafts.length - kept.length} left out.{' '}
            {leavesWords(action)}
          </p>
        )}
        <div className="mt-2 flex gap-2">
          <Button
            type="submit"
            look="primary"
            size="sm"
            busy={approve.isPending && 'Approving'}
            blocked={blocked}
          >
            Approve {kept.length}
          </Button>
          <Button size="sm" look="quiet" onClick={onBack}>
            Back
          </Button>
        </div>
      </div>
    </form>
  );
}
