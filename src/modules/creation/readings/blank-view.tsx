import type { ReactElement } from 'react';
import type { Blank } from '../playbooks/step.ts';

interface BlankProps<Kind extends Blank = Blank> {
  blank: Kind;
  stepId: string;
  answer: unknown;
}

/** A place where the reader writes, with what they wrote there before. */
export function BlankView({ blank, stepId, answer }: BlankProps): ReactElement {
  const id = `blank-${stepId}-${blank.id}`;
  const common = { id, name: blank.id, 'data-blank': blank.id };
  const text = typeof answer === 'string' || typeof answer === 'number' ? String(answer) : '';
  if (blank.kind === 'table') return <TableBlank blank={blank} stepId={stepId} answer={answer} />;
  if (blank.kind === 'choice') {
    const chosen = Array.isArray(answer) ? answer : [answer];
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
              defaultChecked={chosen.includes(option)}
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

const NUMERIC = /\b(hours?|minutes?|days|number|how many|count|price|cost|amount|euros?|total|%)\b|[€$£%]/i;

function TableBlank({ blank, stepId, answer }: BlankProps<Extract<Blank, { kind: 'table' }>>): ReactElement {
  const kept = Array.isArray(answer) ? (answer as unknown[][]) : [];
  // A column of numbers stands to the right, but never the first: that names the line.
  const numeric = blank.columns.map(
    (column, index) => index > 0 && column.length <= 24 && NUMERIC.test(column),
  );
  const kind = (index: number) => (numeric[index] ? 'number' : undefined);
  return (
    <div className="sheet-frame">
      <table
        className="sheet"
        id={`blank-${stepId}-${blank.id}`}
        data-blank={blank.id}
        data-columns={blank.columns.length}
      >
        <caption>{blank.label}</caption>
        <thead>
          <tr>
            {blank.columns.map((column, index) => (
              <th key={column} scope="col" className={kind(index)}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: blank.rows }, (_, row) => row).map((row) => (
            <tr key={row}>
              {blank.columns.map((column, index) => (
                <td key={column} className={kind(index)}>
                  <input
                    aria-label={`${column}, line ${row + 1}`}
                    data-cell={`${row}.${index}`}
                    inputMode={numeric[index] ? 'decimal' : undefined}
                    placeholder={
                      row > 0 ? undefined : index === 0 ? 'Write a line' : numeric[index] ? '0' : undefined
                    }
                    defaultValue={String(kept[row]?.[index] ?? '')}
                    autoComplete="off"
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
