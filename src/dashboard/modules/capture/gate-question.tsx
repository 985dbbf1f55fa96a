import { ArrowDown, ArrowUp, Plus, Trash2, X } from 'lucide-react';
import { fieldError } from '../../api/problems.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choice.tsx';
import { Field, Input, Select } from '../../ui/field.tsx';
import { nameFor, type Question } from './gate-words.ts';

interface GateQuestionProps {
  question: Question;
  number: number;
  error: unknown;
  isOnly: boolean;
  isLast: boolean;
  onChange: (question: Question) => void;
  onMove: (by: number) => void;
  onRemove: () => void;
}

const mostOptions = 8;

/** One question of a gate: its words, its kind, its answers with the points they add to fit. */
export function GateQuestion(props: GateQuestionProps) {
  const { question, number, error, isOnly, isLast, onChange, onMove, onRemove } = props;
  const at = `/questions/${number - 1}`;
  return (
    <li className="rounded-3 border border-line bg-raised p-3">
      <div className="mb-2 flex items-center justify-between">
        <h3 className="font-medium text-ink-2 text-xs">Question {number}</h3>
        <span className="flex">
          <IconButton
            size="sm"
            label={`Move question ${number} up`}
            disabled={number === 1}
            className="disabled:opacity-30"
            onClick={() => onMove(-1)}
          >
            <ArrowUp />
          </IconButton>
          <IconButton
            size="sm"
            label={`Move question ${number} down`}
            disabled={isLast}
            className="disabled:opacity-30"
            onClick={() => onMove(1)}
          >
            <ArrowDown />
          </IconButton>
          <IconButton
            size="sm"
            label={`Remove question ${number}`}
            disabled={isOnly}
            className="disabled:opacity-30"
            onClick={onRemove}
          >
            <Trash2 />
          </IconButton>
        </span>
      </div>
      <div className="flex flex-col gap-3">
        <Field label="Question" hideLabel error={fieldError(error, `${at}/text`)}>
          <Input
            placeholder="What do you want to know?"
            maxLength={160}
            value={question.text}
            onChange={(event) => onChange({ ...question, text: event.target.value })}
          />
        </Field>
        <Field label="Help under it" hideLabel error={fieldError(error, `${at}/help`)}>
          <Input
            placeholder="Why you ask, in a line"
            height="sm"
            maxLength={300}
            value={question.help}
            onChange={(event) => onChange({ ...question, help: event.target.value })}
          />
        </Field>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Select
            height="sm"
            aria-label="Kind of answer"
            className="w-40"
            value={question.kind}
            onChange={(event) => onChange(withKind(question, event.target.value as Question['kind']))}
          >
            <option value="choice">One of several</option>
            <option value="text">Their own words</option>
          </Select>
          <Checkbox
            label="needed to pass"
            checked={question.isRequired}
            onChange={(isRequired) => onChange({ ...question, isRequired })}
          />
        </div>
        {question.kind === 'choice' ? <Options question={question} onChange={onChange} /> : null}
      </div>
    </li>
  );
}

function withKind(question: Question, kind: Question['kind']): Question {
  if (kind === 'text') return { ...question, kind, options: [] };
  return {
    ...question,
    kind,
    options: [
      { value: 'a', label: '', points: 0 },
      { value: 'b', label: '', points: 0 },
    ],
  };
}

function Options({ question, onChange }: { question: Question; onChange: (question: Question) => void }) {
  const { options } = question;
  const set = (at: number, change: Partial<Question['options'][number]>) =>
    onChange({
      ...question,
      options: options.map((one, index) => (index === at ? { ...one, ...change } : one)),
    });
  return (
    <div>
      <div className="mb-1 flex justify-between pr-8 text-ink-3 text-xs">
        <span>Answers</span>
        <span>Points for fit</span>
      </div>
      <ul className="flex flex-col gap-1.5">
        {options.map((option, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a new answer has no name before it has words.
          <li key={at} className="flex items-center gap-1.5">
            <Input
              height="sm"
              aria-label={`Answer ${at + 1}`}
              maxLength={120}
              value={option.label}
              onChange={(event) => set(at, { label: event.target.value })}
              onBlur={() => {
                // A new answer gets its lasting name from its first words; later changes of the words keep it.
                if (/^[a-h]$/.test(option.value) && option.label.trim())
                  set(at, {
                    value: nameFor(
                      option.label,
                      options.map(({ value }) => value),
                      `answer-${at + 1}`,
                    ),
                  });
              }}
            />
            <Input
              height="sm"
              type="number"
              min={0}
              max={40}
              aria-label={`Points of answer ${at + 1}`}
              className="w-16! shrink-0"
              value={option.points ?? 0}
              onChange={(event) =>
                set(at, { points: Math.min(40, Math.max(0, Math.round(Number(event.target.value)))) })
              }
            />
            <IconButton
              size="sm"
              label={`Remove answer ${at + 1}`}
              disabled={options.length <= 2}
              className="disabled:opacity-30"
              onClick={() => onChange({ ...question, options: options.filter((_, index) => index !== at) })}
            >
              <X />
            </IconButton>
          </li>
        ))}
      </ul>
      {options.length < mostOptions ? (
        <Button
          look="quiet"
          size="sm"
          icon={<Plus />}
          className="mt-1 -ml-2"
          onClick={() => {
            const taken = options.map(({ value }) => value);
            const value =
              [...'abcdefgh'].find((letter) => !taken.includes(letter)) ?? `answer-${options.length + 1}`;
            onChange({ ...question, options: [...options, { value, label: '', points: 0 }] });
          }}
        >
          Add an answer
        </Button>
      ) : null}
    </div>
  );
}
