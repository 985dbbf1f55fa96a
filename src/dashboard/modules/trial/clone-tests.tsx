import { useQuery } from '@tanstack/react-query';
import { CircleAlert, CircleCheck, CircleDashed, X } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { repeatable, send } from '../../api/client.ts';
import { sentenceOf } from '../../api/problems.ts';
import { readAt } from '../../api/queries.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { StateMark } from '../../ui/chip.tsx';
import { Segmented } from '../../ui/choice.tsx';
import { Field, Input } from '../../ui/field.tsx';
import { ErrorBlock, Skeleton } from '../../ui/states.tsx';
import type { CloneRecord, TestQuestion } from './clone-words.ts';

type Result = NonNullable<CloneRecord['testRun']>['results'][number];

/** The questions a clone has to answer and those it has to refuse, each with how it went last. */
export function CloneTests({ clone }: { clone: CloneRecord }) {
  const { can } = useWorkspace();
  const questions = useQuery(readAt<{ data: TestQuestion[] }>(`/api/v1/clones/${clone.id}/questions`));
  const results = new Map(clone.testRun?.results.map((result) => [result.questionId, result]));
  if (!questions.data)
    return (
      <div className="px-gutter py-5">
        {questions.error ? (
          <ErrorBlock error={questions.error} onRetry={() => void questions.refetch()} />
        ) : (
          <Skeleton rows={10} note="Loading the test set" />
        )}
      </div>
    );
  return (
    <>
      {can('clones.write') ? <AddQuestion clone={clone} /> : null}
      <ul aria-label="Test questions">
        {questions.data.data.map((question) => (
          <QuestionRow
            key={question.id}
            question={question}
            result={results.get(question.id)}
            mayRemove={can('clones.write')}
          />
        ))}
      </ul>
    </>
  );
}

function QuestionRow({
  question,
  result,
  mayRemove,
}: {
  question: TestQuestion;
  result: Result | undefined;
  mayRemove: boolean;
}) {
  const remove = useAct({
    run: () => send('DELETE', `/api/v1/clone-questions/${question.id}`),
    changes: ['clones'],
    says: () =>
      question.correctionId
        ? 'Taken out, and its correction answers nobody any more'
        : 'Taken out of the test set',
  });
  return (
    <li className="flex items-start gap-3 border-line border-b px-gutter py-2.5">
      <span className="mt-0.5 w-36 shrink-0 max-phone:w-auto">
        <Mark result={result} expected={question.expected} />
      </span>
      <div className="min-w-0 flex-1">
        <p>{question.question}</p>
        <p className="text-ink-3 text-xs">
          {question.expected === 'refuse' ? 'Must be refused' : 'Must be answered'}
          {question.correctionId ? ', from a correction' : ''}
          {result && !result.isRight ? `. It ${result.why}` : ''}
        </p>
      </div>
      {mayRemove ? (
        <IconButton
          label={`Take out “${question.question}”`}
          size="sm"
          onClick={() => remove.mutate(undefined)}
        >
          <X />
        </IconButton>
      ) : null}
    </li>
  );
}

function Mark({ result, expected }: { result: Result | undefined; expected: TestQuestion['expected'] }) {
  if (!result) return <StateMark icon={<CircleDashed />}>Not run yet</StateMark>;
  if (!result.isRight)
    return (
      <StateMark tone="bad" icon={<CircleAlert />}>
        Fails
      </StateMark>
    );
  return (
    <StateMark tone="ok" icon={<CircleCheck />}>
      {expected === 'refuse' ? 'Refused' : 'Grounded'}
    </StateMark>
  );
}

function AddQuestion({ clone }: { clone: CloneRecord }) {
  const [question, setQuestion] = useState('');
  const [expected, setExpected] = useState<'answer' | 'refuse'>('answer');
  const add = useAct({
    run: () =>
      send('POST', `/api/v1/clones/${clone.id}/questions`, {
        body: { question: question.trim(), expected },
        headers: repeatable(),
      }),
    changes: ['clones'],
    says: () => 'Added. Run the set to see how it goes',
    onError: () => undefined,
    onDone: () => setQuestion(''),
  });
  return (
    <form
      className="flex flex-wrap items-end gap-3 border-line border-b px-gutter py-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (question.trim()) add.mutate(undefined);
      }}
    >
      <Field
        label="Add a question"
        className="min-w-60 flex-1"
        {...(add.error ? { error: sentenceOf(add.error).text } : {})}
      >
        <Input value={question} maxLength={500} onChange={(event) => setQuestion(event.target.value)} />
      </Field>
      <Segmented<'answer' | 'refuse'>
        label="What the clone has to do"
        value={expected}
        onChange={setExpected}
        options={[
          { value: 'answer', label: 'Answer it' },
          { value: 'refuse', label: 'Refuse it' },
        ]}
      />
      <Button
        type="submit"
        busy={add.isPending && 'Adding'}
        blocked={question.trim() ? false : 'Write a question first'}
      >
        Add
      </Button>
    </form>
  );
}
