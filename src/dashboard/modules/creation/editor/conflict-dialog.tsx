import { useState } from 'react';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Button } from '../../../ui/button.tsx';
import { Segmented } from '../../../ui/choice.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Diff } from '../../../ui/diff.tsx';
import { type Choice, mergeDrafts } from './merge.ts';
import { useDraft, useStore } from './use-draft.ts';

/** Two drafts began at the same place: theirs is saved, yours is kept beside it. */
export function ConflictBar() {
  const { theirs, save } = useDraft();
  const { me } = useWorkspace();
  const [open, setOpen] = useState(false);
  if (save !== 'conflict' || !theirs) return null;
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-b bg-wait-soft px-5 py-2 text-wait-ink"
    >
      <span>
        <strong>
          {theirs.draft.savedBy?.id === me.user.id
            ? 'You changed this draft in another window.'
            : `${theirs.draft.savedBy?.name ?? 'The composer'} changed this draft meanwhile.`}
        </strong>{' '}
        Yours is kept beside it.
      </span>
      <Button size="sm" onClick={() => setOpen(true)}>
        Choose mine, theirs or both
      </Button>
      {open ? <ConflictDialog onClose={() => setOpen(false)} /> : null}
    </div>
  );
}

function ConflictDialog({ onClose }: { onClose: () => void }) {
  const store = useStore();
  const { content, theirs } = useDraft();
  const [choices, setChoices] = useState<Record<string, Choice>>({});
  if (!theirs) return null;
  const { clashes } = mergeDrafts(store.begunFrom(), content, theirs.draft.content);
  const settle = (all?: Choice) => {
    const chosen = all ? Object.fromEntries(clashes.map((clash) => [clash.id, all])) : choices;
    store.resolve(mergeDrafts(store.begunFrom(), content, theirs.draft.content, chosen).draft);
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      width="max-w-180"
      title={`Two drafts, ${clashes.length === 1 ? 'one part' : `${clashes.length} parts`}`}
      note={`What only one of you changed is already together. Struck is what is saved, added is yours.`}
      actions={
        <>
          <Button look="quiet" onClick={() => settle('theirs')}>
            All of theirs
          </Button>
          <Button look="quiet" onClick={() => settle('mine')}>
            All of mine
          </Button>
          <Button look="primary" onClick={() => settle()}>
            Keep these
          </Button>
        </>
      }
    >
      <ul className="flex flex-col gap-5">
        {clashes.map((clash) => {
          const isStep = !/^(title|outcome|audience|pain|uniqueInsight|methodologyType)$/.test(clash.id);
          return (
            <li key={clash.id}>
              <div className="flex flex-wrap items-center justify-between gap-2">
                <h3 className="font-strong">{clash.name}</h3>
                <Segmented<Choice>
                  label={`Which ${clash.name}`}
                  value={choices[clash.id] ?? 'theirs'}
                  onChange={(choice) => setChoices({ ...choices, [clash.id]: choice })}
                  options={[
                    { value: 'theirs', label: 'Theirs' },
                    { value: 'mine', label: 'Mine' },
                    ...(isStep ? [{ value: 'both' as const, label: 'Both' }] : []),
                  ]}
                />
              </div>
              <p className="mt-1.5 whitespace-pre-line rounded-2 border border-line px-3 py-2 font-serif text-quote">
                <Diff before={clash.theirs} after={clash.mine} />
              </p>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
