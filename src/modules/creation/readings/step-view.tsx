import type { ReactElement } from 'react';
import type { CitedText, Step } from '../playbooks/step.ts';
import { BlankView } from './blank-view.tsx';
import type { Published } from './service.ts';
import { duration, ending, listed, lowerFirst, shorten } from './typography.ts';

interface StepProps {
  step: Step;
  total: number;
  sources: Published['citedSources'];
  expertName: string;
  answers: Record<string, unknown>;
  isDone: boolean;
  /** Whether the step after this one is on the page too. */
  nextIsOpen: boolean;
}

/** One step as its reader meets it: what, why, do this, fill in, done when; where the words come from in the margin. */
export function StepView({
  step,
  total,
  sources,
  expertName,
  answers,
  isDone,
  nextIsOpen,
}: StepProps): ReactElement {
  const { minutes, position } = step;
  const noteOf = (field: CitedText | undefined, number: number): Note | null => {
    const citation = field?.citations[0];
    if (!citation) return null;
    const source = sources.get(citation.sourceId);
    return { id: `note-${position}-${number}`, number, quote: citation.quote, source: source?.title ?? '' };
  };
  const why = noteOf(step.why, 1);
  const example = noteOf(step.workedExample, why ? 2 : 1);
  return (
    <section
      className="step"
      id={`step-${position}`}
      data-step={step.id}
      data-position={position}
      aria-labelledby={`title-${position}`}
    >
      <p className="step-meta">
        Step {position} of {total}
        {minutes ? ` · ${minutes.origin === 'derived' ? 'about ' : ''}${duration(minutes.value)}` : ''}
      </p>
      <h2 className="step-title" id={`title-${position}`}>
        {step.title}
      </h2>
      <div className="prose">
        {step.why && (
          <p>
            {step.why.text}
            <Mark note={why} />
          </p>
        )}
        <MarginNote note={why} expertName={expertName} />
        {(step.outcome || step.inputs.length > 0) && (
          <dl className="facts">
            {step.outcome && (
              <div>
                <dt>{ending(step.outcome.text).label}</dt>
                <dd>{ending(step.outcome.text).text}</dd>
              </div>
            )}
            {step.inputs.length > 0 && (
              <div>
                <dt>You need</dt>
                <dd>{listed(step.inputs)}</dd>
              </div>
            )}
          </dl>
        )}
        {step.instructions.length > 0 && (
          <ol>
            {step.instructions.map((instruction) => (
              <li key={instruction.text}>
                <span>{instruction.text}</span>
              </li>
            ))}
          </ol>
        )}
      </div>
      {step.blanks.map((blank) => (
        <BlankView key={blank.id} blank={blank} stepId={step.id} answer={answers[blank.id]} />
      ))}
      {step.workedExample && (
        <div className="block">
          <h3 className="block-title">Worked example</h3>
          <p className="example">
            {step.workedExample.text}
            <Mark note={example} />
          </p>
          <MarginNote note={example} expertName={expertName} />
        </div>
      )}
      {step.commonMistakes.length > 0 && (
        <div className="block">
          <h3 className="block-title">Common mistakes</h3>
          <ul className="mistakes">
            {step.commonMistakes.map((mistake) => (
              <li key={mistake.text}>{mistake.text}</li>
            ))}
          </ul>
        </div>
      )}
      {step.tools.length > 0 && (
        <p className="block hint">
          <b>Tools:</b>{' '}
          {step.tools
            .map((tool, index) => (index === 0 ? tool.text : lowerFirst(tool.text)).replace(/\.$/, ''))
            .join(', ')}
        </p>
      )}
      {step.doneWhen && (
        <label className="done">
          <input type="checkbox" name={`done-${step.id}`} data-done={step.id} defaultChecked={isDone} />
          <span>
            <strong>Done when</strong> {lowerFirst(step.doneWhen.text)}
          </span>
        </label>
      )}
      {step.nextAction && (nextIsOpen || position === total) && (
        <p className="next">
          {nextIsOpen ? <a href={`#step-${position + 1}`}>{step.nextAction.text}</a> : step.nextAction.text}
        </p>
      )}
    </section>
  );
}

interface Note {
  id: string;
  number: number;
  quote: string;
  source: string;
}

const Mark = ({ note }: { note: Note | null }): ReactElement | null =>
  note && (
    <sup>
      <a className="cite" href={`#${note.id}`} aria-label={`Note ${note.number}: where this comes from`}>
        {note.number}
      </a>
    </sup>
  );

const LONGEST_PASSAGE = 900;

/** Whose words these are, and the words themselves, letter for letter. */
const MarginNote = ({ note, expertName }: { note: Note | null; expertName: string }): ReactElement | null =>
  note && (
    <div className="note" id={note.id} role="note" aria-label={`Note ${note.number}`}>
      <b>{note.number}</b> {note.source ? `From ${ownerOf(expertName)} “${note.source}”.` : `${expertName}.`}
      <details>
        <summary>Read the passage</summary>
        <q>{shorten(note.quote, LONGEST_PASSAGE)}</q>
      </details>
    </div>
  );

function ownerOf(name: string): string {
  const [first = name] = name.split(' ');
  return `${first}’s`;
}
