import { CircleAlert, Cloud, CloudOff, CloudUpload } from 'lucide-react';
import { sentenceOf } from '../../../api/problems.ts';
import { TextButton } from '../../../ui/button.tsx';
import { clockTime } from '../../../ui/words.ts';
import { useDraft, useStore } from './use-draft.ts';

/** Whether what is typed is saved, in words. */
export function SaveMark() {
  const store = useStore();
  const { save, savedAt, problem } = useDraft();
  const look = 'inline-flex items-center gap-1.5 text-ink-2 text-sm [&_.lucide]:size-3.5';
  if (save === 'saved')
    return (
      <span className={look}>
        <Cloud aria-hidden /> {savedAt ? `Saved ${clockTime(savedAt)}` : 'Nothing to save'}
      </span>
    );
  if (save === 'typing' || save === 'saving')
    return (
      <span className={look}>
        <CloudUpload aria-hidden /> {save === 'saving' ? 'Saving' : 'Not saved yet'}
      </span>
    );
  if (save === 'conflict')
    return (
      <span className={`${look} text-wait-ink!`}>
        <CircleAlert aria-hidden /> Kept beside the other draft
      </span>
    );
  return (
    <span className={`${look} text-bad-ink!`}>
      <CloudOff aria-hidden /> {save === 'away' ? 'Not saved; kept here' : sentenceOf(problem).text}
      <TextButton className="text-xs" onClick={() => void store.flush()}>
        Try again
      </TextButton>
    </span>
  );
}
