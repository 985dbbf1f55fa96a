import type { ReactElement } from 'react';
import type { Blank, Citation, CitedText, Step } from '../playbooks/step.ts';
import type { Published } from './service.ts';

interface StepProps {
  step: Step;
  total: number;
  sources: Published['citedSources'];
  expertName: string;
  language: string;
  answers: Record<string, unknown>;
  isDone: boolean;
}

/** One step as its reader meets it: what, why, do this, fill in, done when; where the words come from in the margin. */
export function StepView({
  step,
  total,
  sources,
  expertName,
  language,
  answers,
  isDone,
}: StepProps): ReactElement {
  const notes = new Notes(sources, expertName, language);
  const { minutes } = step;
  return (
    <section
      className="step"
      id={`step-${step.position}`}
      data-step={step.id}
      data-position={step.position}
      aria-labelledby={`title-${step.position}`}
    >
      <p className="step-meta">
        Step {step.position} of {total}
        {minutes ? ` · ${minutes.origin === 'derived' ? 'about ' : ''}${duration(minutes.value)}` : ''}
      </p>
      <h2 className="step-title" id={`title-${step.position}`}>
        {step.title}
      </h2>
      <div className="prose">
        {step.why && <Said field={step.why} notes={notes} />}
        {step.outcome && (
          <p className="lead-in">
            <b>You end with:</b> {step.outcome.text}
          </p>
        )}
        {step.inputs.length > 0 && (
          <p className="lead-in">
            <b>You need:</b> {step.inputs.map((input) => input.text.replace(/\.$/, '')).join('; ')}.
          </p>
        )}
        {notes.list()}
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
          <p className="example">{step.workedExample.text}</p>
        </div>
      )}
      {step.commonMistakes.length > 0 && (
        <div className="block">
          <h3 className="block-title">Common mistakes</h3>
          <ul className="prose">
            {step.commonMistakes.map((mistake) => (
              <li key={mistake.text}>{mistake.text}</li>
            ))}
          </ul>
        </div>
      )}
      {step.tools.length > 0 && (
        <p className="block hint">
          <b>Tools:</b> {step.tools.map((tool) => tool.text.replace(/\.$/, '')).join(', ')}
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
      {step.nextAction && <p className="hint">{step.nextAction.text}</p>}
    </section>
  );
}

function Said({ field, notes }: { field: CitedText; notes: Notes }): ReactElement {
  const [citation] = field.citations;
  if (!citation) return <p>{field.text}</p>;
  const number = notes.add(citation);
  return (
    <p>
      {field.text}
      <sup>
        <a
          className="cite"
          href={`#${notes.anchor(number)}`}
          aria-label={`Note ${number}: where this comes from`}
        >
          {number}
        </a>
      </sup>
    </p>
  );
}

/** Margin notes of one step: whose words these are, and the words themselves. */
class Notes {
  readonly #notes: { citation: Citation; number: number }[] = [];
  readonly #sources: Published['citedSources'];
  readonly #expertName: string;
  readonly #language: string;

  constructor(sources: Published['citedSources'], expertName: string, language: string) {
    this.#sources = sources;
    this.#expertName = expertName;
    this.#language = language;
  }

  add(citation: Citation): number {
    const number = this.#notes.length + 1;
    this.#notes.push({ citation, number });
    return number;
  }

  anchor(number: number): string {
    return `note-${this.#notes[number - 1]?.citation.start ?? 0}-${number}`;
  }

  list(): ReactElement[] {
    return this.#notes.map(({ citation, number }) => {
      const source = this.#sources.get(citation.sourceId);
      return (
        <aside className="note" id={this.anchor(number)} key={number}>
          <b>{number}</b> From {this.#expertName}
          {source ? `, “${source.title}”` : ''}
          {source?.importedAt
            ? `, ${source.importedAt.toLocaleDateString(this.#language, { day: 'numeric', month: 'long', year: 'numeric' })}`
            : ''}
          : “{shorten(citation.quote)}”
        </aside>
      );
    });
  }
}

function BlankView({
  blank,
  stepId,
  answer,
}: {
  blank: Blank;
  stepId: string;
  answer: unknown;
}): ReactElement {
  const id = `blank-${stepId}-${blank.id}`;
  const common = { id, name: blank.id, 'data-blank': blank.id };
  const text = typeof answer === 'string' || typeof answer === 'number' ? String(answer) : '';
  if (blank.kind === 'table') return <TableBlank blank={blank} id={id} answer={answer} />;
  if (blank.kind === 'choice') {
    return (
      <fieldset className="fill field">
        <legend>{blank.label}</legend>
        {blank.hint && <p className="hint">{blank.hint}</p>}
        {blank.options.map((option) => (
          <label className="check" key={option}>
            <input
              type={blank.several ? 'checkbox' : 'radio'}
              name={blank.id}
              value={option}
              data-blank={blank.id}
            />
            <span>{option}</span>
          </label>
        ))}
      </fieldset>
    );
  }
  return (
    <div className="fill">
      <label htmlFor={id}>{blank.label}</label>
      {blank.kind === 'long' ? (
        <textarea className="input" rows={3} {...common} placeholder={blank.hint} defaultValue={text} />
      ) : (
        <input
          className="input"
          {...common}
          inputMode={blank.kind === 'number' ? 'decimal' : undefined}
          placeholder={blank.hint ?? (blank.kind === 'number' ? blank.unit : undefined)}
          defaultValue={text}
          autoComplete="off"
        />
      )}
    </div>
  );
}

function TableBlank({
  blank,
  id,
  answer,
}: {
  blank: Extract<Blank, { kind: 'table' }>;
  id: string;
  answer: unknown;
}): ReactElement {
  const kept = Array.isArray(answer) ? (answer as unknown[][]) : [];
  return (
    <table className="sheet" id={id} data-blank={blank.id}>
      <caption className="unseen">{blank.label}</caption>
      <thead>
        <tr>
          {blank.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: blank.rows }, (_, row) => row).map((row) => (
          <tr key={row}>
            {blank.columns.map((column, index) => (
              <td key={column}>
                <input
                  aria-label={`${column}, line ${row + 1}`}
                  data-cell={`${row}.${index}`}
                  placeholder={index === 0 ? 'Write a line' : ''}
                  defaultValue={String(kept[row]?.[index] ?? '')}
                  autoComplete="off"
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const shorten = (quote: string): string =>
  quote.length > 180 ? `${quote.slice(0, 177).replace(/\s+\S*$/, '')}…` : quote;

const lowerFirst = (text: string): string =>
  /^[A-Z][a-z’']/.test(text) && !/^I\b/.test(text) ? text[0]?.toLowerCase() + text.slice(1) : text;

function duration(minutes: number): string {
  if (minutes < 60) return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return `${hours} h${rest ? ` ${rest} min` : ''}`;
}
