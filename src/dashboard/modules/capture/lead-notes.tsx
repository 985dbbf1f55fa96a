import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { repeatable, send } from '../../api/client.ts';
import { sentenceOf } from '../../api/problems.ts';
import type { Shape } from '../../api/shapes.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Textarea } from '../../ui/field.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { moment } from '../../ui/words.ts';
import type { Lead } from './words.ts';

type Note = Shape<'Note'>;

/** Notes on a person; what is typed is kept while the page stands and when saving fails. */
export function LeadNotes({ lead, notes }: { lead: Lead; notes: Note[] }) {
  const { can } = useWorkspace();
  const [body, setBody] = useState('');
  const add = useAct({
    run: () =>
      send<Note>('POST', `/api/v1/leads/${lead.id}/notes`, { body: { body }, headers: repeatable() }),
    changes: ['leads'],
    says: () => 'Note kept',
    onError: () => undefined,
    onDone: () => setBody(''),
  });
  const save = () => {
    if (body.trim() && !add.isPending) add.mutate(undefined);
  };
  return (
    <div className="px-gutter py-4">
      {can('leads.write') ? (
        <div id="new-note" className="max-w-170">
          <Field
            label="Write a note"
            hideLabel
            {...(add.error ? { error: `${sentenceOf(add.error).text} What you typed stays here.` } : {})}
          >
            <Textarea
              rows={3}
              className="min-h-18"
              placeholder={`A note on ${lead.name}, for the team`}
              value={body}
              maxLength={10_000}
              onChange={(event) => setBody(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) save();
              }}
            />
          </Field>
          <div className="mt-2 flex items-center gap-3">
            <Button
              busy={add.isPending && 'Saving'}
              blocked={body.trim() ? false : 'Write something first'}
              onClick={save}
            >
              Keep note
            </Button>
            <Kbd keys="⌘↵" className="max-phone:hidden" />
          </div>
        </div>
      ) : null}
      {notes.length === 0 ? <p className="mt-5 text-ink-2">No note yet.</p> : null}
      <ol className="mt-5 flex max-w-170 flex-col">
        {notes.map((note) => (
          <li key={note.id} className="border-line border-t py-3">
            <p className="text-ink-2 text-xs">
              {note.author?.name ?? 'By a key'} · {moment(note.createdAt)}
            </p>
            <p className="mt-1 whitespace-pre-wrap break-words">{note.body}</p>
          </li>
        ))}
      </ol>
    </div>
  );
}
