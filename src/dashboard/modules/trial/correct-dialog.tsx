import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { repeatable, send } from '../../api/client.ts';
import { fieldError, sentenceOf } from '../../api/problems.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Input, Textarea } from '../../ui/field.tsx';
import type { Turn } from './clone-words.ts';

interface CorrectDialogProps {
  /** Address of the clone: `/api/v1/clones/…`. */
  base: string;
  turn: Turn;
  onClose: () => void;
}

/** What should have been said: from then on it answers the same question, and it is part of the test set. */
export function CorrectDialog({ base, turn, onClose }: CorrectDialogProps) {
  const [question, setQuestion] = useState(turn.question);
  const [rightAnswer, setRightAnswer] = useState('');
  const correct = useAct({
    run: () =>
      send('POST', `${base}/corrections`, {
        body: { turnId: turn.id, question: question.trim(), rightAnswer: rightAnswer.trim() },
        headers: repeatable(),
      }),
    changes: ['clones', 'own-clones'],
    says: () => 'Corrected. It answers this question from now on and is part of the test set',
    onError: () => undefined,
    onDone: onClose,
  });
  const other =
    correct.error && !fieldError(correct.error, '/question') && !fieldError(correct.error, '/rightAnswer');
  return (
    <Dialog
      open
      onClose={onClose}
      title="Correct the answer"
      note="The reader keeps the answer they got. Whoever asks the same next gets yours."
      width="max-w-160"
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            Keep the answer
          </Button>
          <Button
            look="primary"
            busy={correct.isPending && 'Keeping it'}
            blocked={
              !question.trim() ? 'Write the question' : !rightAnswer.trim() ? 'Write the right answer' : false
            }
            onClick={() => correct.mutate(undefined)}
          >
            Correct
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field
          label="The question"
          hint="Take out what only this reader said, so that it fits whoever asks the same."
          error={fieldError(correct.error, '/question')}
        >
          <Input value={question} maxLength={500} onChange={(event) => setQuestion(event.target.value)} />
        </Field>
        <div>
          <p className="font-medium">What the clone said</p>
          <p className="mt-1 max-h-32 overflow-y-auto text-ink-2">{turn.answer?.replace(/ ?\[\d+\]/g, '')}</p>
        </div>
        <Field
          label="What should be said"
          error={
            fieldError(correct.error, '/rightAnswer') ??
            (other ? `${sentenceOf(correct.error).text} What you wrote stays here.` : undefined)
          }
        >
          <Textarea
            rows={5}
            value={rightAnswer}
            maxLength={4_000}
            onChange={(event) => setRightAnswer(event.target.value)}
          />
        </Field>
      </div>
    </Dialog>
  );
}
