import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { repeatable, send } from '../../api/client.ts';
import type { Shape } from '../../api/shapes.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Input, Textarea } from '../../ui/field.tsx';
import { ErrorBlock } from '../../ui/states.tsx';

/** Answers a caught mail as the person it went to: the answer is read like any incoming mail. */
export function AnswerAsDialog({ mail, to, onClose }: { mail: string; to: string; onClose: () => void }) {
  const [text, setText] = useState('');
  const [from, setFrom] = useState('');
  const answer = useAct({
    run: () =>
      send<Shape<'CaughtMail'>>('POST', `/api/v1/stand-ins/mail/${mail}/replies`, {
        body: { text, ...(from.trim() ? { from: from.trim() } : {}) },
        headers: repeatable(),
      }),
    changes: ['stand-ins', 'threads', 'campaigns'],
    says: () => 'The answer has arrived. It stands in the inbox',
    onError: () => undefined,
    onDone: onClose,
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Answer as ${to}`}
      note="A stand-in for the person this mail went to. The answer is read like any mail that comes in."
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            Leave it
          </Button>
          <Button
            look="primary"
            busy={answer.isPending && 'Arriving'}
            blocked={text.trim() === '' ? 'Write something first' : false}
            onClick={() => answer.mutate(undefined)}
          >
            Let it arrive
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label="Their words">
          <Textarea
            rows={5}
            value={text}
            placeholder="Yes, tell me more."
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
        <Field
          label="From another address of theirs"
          hint="Left empty, they answer from the address the mail went to."
        >
          <Input type="email" value={from} onChange={(event) => setFrom(event.target.value)} />
        </Field>
        {answer.error ? <ErrorBlock error={answer.error} safe="Your words are still here." /> : null}
      </div>
    </Dialog>
  );
}
