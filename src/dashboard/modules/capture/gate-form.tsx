import { Plus } from 'lucide-react';
import { fieldError } from '../../api/problems.ts';
import { Button } from '../../ui/button.tsx';
import { RadioList, Switch } from '../../ui/choice.tsx';
import { Field, Input, Textarea } from '../../ui/field.tsx';
import { Section } from '../../ui/rows.tsx';
import { ErrorBlock, Note } from '../../ui/states.tsx';
import { GateQuestion } from './gate-question.tsx';
import { type Gate, type GateDraft, newQuestion, type Question } from './gate-words.ts';

interface GateFormProps {
  draft: GateDraft;
  onChange: (draft: GateDraft) => void;
  gate: Gate;
  error: unknown;
  readOnly: boolean;
}

const places = ['2', '3', '4', '5'];
const mostQuestions = 5;

/** Place, questions, words and consent of a gate. */
export function GateForm({ draft, onChange, gate, error, readOnly }: GateFormProps) {
  const set = (change: Partial<GateDraft>) => onChange({ ...draft, ...change });
  const setQuestion = (at: number, question: Question) =>
    set({ questions: draft.questions.map((one, index) => (index === at ? question : one)) });
  const move = (at: number, by: number) => {
    const questions = [...draft.questions];
    const [taken] = questions.splice(at, 1);
    if (taken) questions.splice(at + by, 0, taken);
    set({ questions });
  };
  const reworded = draft.questions.filter((question) => isReworded(question, gate));
  return (
    <fieldset disabled={readOnly} className="min-w-0">
      {error ? (
        <div className="mb-4">
          <ErrorBlock error={error} safe="Readers see the revision before; your changes are kept here." />
        </div>
      ) : null}
      <Section title="Place">
        <div className="flex flex-col gap-4">
          <RadioList
            label="The gate stands after"
            value={String(draft.position)}
            onChange={(next) => set({ position: Number(next) })}
            options={places.map((place) => ({
              value: place,
              label: `After step ${place}`,
              ...(Number(place) === gate.position ? { note: 'where it stands now' } : {}),
            }))}
          />
          <Switch
            label="The gate is up"
            note="Off, every step is open to everybody."
            checked={draft.isActive}
            onChange={(isActive) => set({ isActive })}
          />
        </div>
      </Section>
      <Section title="Questions" aside={`${draft.questions.length} of ${mostQuestions} at most`}>
        <ol className="flex flex-col gap-3">
          {draft.questions.map((question, at) => (
            <GateQuestion
              // biome-ignore lint/suspicious/noArrayIndexKey: questions are few and keyed by their place.
              key={at}
              question={question}
              number={at + 1}
              error={error}
              isOnly={draft.questions.length === 1}
              isLast={at === draft.questions.length - 1}
              onChange={(next) => setQuestion(at, next)}
              onMove={(by) => move(at, by)}
              onRemove={() => set({ questions: draft.questions.filter((_, index) => index !== at) })}
            />
          ))}
        </ol>
        {draft.questions.length < mostQuestions && !readOnly ? (
          <Button
            look="quiet"
            size="sm"
            icon={<Plus />}
            className="mt-2 -ml-2"
            onClick={() => set({ questions: [...draft.questions, newQuestion(draft.questions)] })}
          >
            Add a question
          </Button>
        ) : null}
        {reworded.length > 0 ? (
          <div className="mt-3">
            <Note>
              {reworded.map((one) => `“${one.text}”`).join(', ')} changed. Older answers are kept apart, with
              the words they were given on.
            </Note>
          </div>
        ) : null}
      </Section>
      <Section title="Words" aside="empty: made from the steps">
        <div className="flex flex-col gap-3.5">
          <Field label="Headline" error={fieldError(error, '/copy/headline')}>
            <Input
              value={draft.copy.headline}
              maxLength={120}
              onChange={(event) => set({ copy: { ...draft.copy, headline: event.target.value } })}
            />
          </Field>
          <Field label="Promise" error={fieldError(error, '/copy/promise')}>
            <Textarea
              rows={2}
              className="min-h-14"
              maxLength={300}
              value={draft.copy.promise}
              onChange={(event) => set({ copy: { ...draft.copy, promise: event.target.value } })}
            />
          </Field>
          <Field label="Last button" error={fieldError(error, '/copy/button')}>
            <Input
              value={draft.copy.button}
              maxLength={60}
              onChange={(event) => set({ copy: { ...draft.copy, button: event.target.value } })}
            />
          </Field>
        </div>
      </Section>
      <Section title="Consent">
        <div className="flex flex-col gap-3.5">
          <Field
            label="What we do with address and answers"
            hint="Kept word for word with every yes, with time and page."
            error={fieldError(error, '/consentText')}
          >
            <Textarea
              rows={3}
              maxLength={600}
              value={draft.consentText}
              onChange={(event) => set({ consentText: event.target.value })}
            />
          </Field>
          <Field
            label="Newsletter"
            aside="optional"
            hint="Asked apart, never ticked beforehand, not needed to pass. Empty: not asked."
            error={fieldError(error, '/newsletterText')}
          >
            <Textarea
              rows={2}
              className="min-h-14"
              maxLength={300}
              value={draft.newsletterText}
              onChange={(event) => set({ newsletterText: event.target.value })}
            />
          </Field>
        </div>
      </Section>
      <Section title="Who may try the clone">
        <p className="text-ink-2">{gate.revision.eligibilitySentence}</p>
      </Section>
    </fieldset>
  );
}

function isReworded(question: Question, gate: Gate): boolean {
  const former = gate.revision.questions.find(({ id }) => id === question.id);
  if (!former) return false;
  const words = (one: Question) =>
    JSON.stringify([one.text, one.kind, one.options.map(({ value, label }) => [value, label])]);
  return words(former) !== words(question);
}
