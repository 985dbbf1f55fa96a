import { Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { useAct } from '../../api/act.ts';
import type { Shape } from '../../api/shapes.ts';
import { Button } from '../../ui/button.tsx';
import { StateMark } from '../../ui/chip.tsx';
import { Field, Textarea } from '../../ui/field.tsx';
import { ErrorBlock, Note } from '../../ui/states.tsx';
import { plural } from '../../ui/words.ts';

type Imported = Shape<'ProspectImport'>;

interface PasteListProps {
  /** Says what would happen; keeps nothing. */
  check: (text: string) => Promise<Imported>;
  take: (text: string) => void;
  taking: boolean;
}

const verdicts = {
  ready: { words: 'Ready', tone: 'ok' },
  held: { words: 'Held back', tone: 'wait' },
  refused: { words: 'Stays out', tone: 'bad' },
} as const;

/** Paste or choose a file, look, then take in. */
export function PasteList({ check, take, taking }: PasteListProps) {
  const [text, setText] = useState('');
  const [told, setTold] = useState<Imported>();
  const picker = useRef<HTMLInputElement>(null);
  const look = useAct({ run: () => check(text), changes: [], onError: () => undefined, onDone: setTold });
  const change = (next: string) => {
    setText(next);
    setTold(undefined);
  };
  return (
    <section aria-label="People to add" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <Button icon={<Upload />} onClick={() => picker.current?.click()}>
          Choose a CSV file
        </Button>
        <span className="text-ink-2">or paste: with headings, or one person a line</span>
        <input
          ref={picker}
          type="file"
          accept=".csv,text/csv,text/plain"
          className="sr-only"
          tabIndex={-1}
          aria-label="CSV file"
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file) void file.text().then(change);
          }}
        />
      </div>
      <Field label="People" hideLabel>
        <Textarea
          rows={6}
          value={text}
          spellCheck={false}
          className="font-mono text-xs"
          placeholder={'email, first name, company\nada@northmill.example, Ada, Northmill'}
          onChange={(event) => change(event.target.value)}
        />
      </Field>
      {look.error ? <ErrorBlock error={look.error} safe="Nothing was kept." /> : null}
      {told ? <Told told={told} /> : null}
      <div className="flex gap-2">
        {told ? (
          <Button
            look="primary"
            busy={taking && 'Taking in'}
            blocked={told.ready + told.held === 0 ? 'Nobody can come in' : false}
            onClick={() => take(text)}
          >
            Take in {plural(told.ready + told.held, 'person', 'people')}
          </Button>
        ) : (
          <Button
            look="primary"
            busy={look.isPending && 'Looking'}
            blocked={text.trim() === '' ? 'Paste people first' : false}
            onClick={() => look.mutate(undefined)}
          >
            See what would happen
          </Button>
        )}
      </div>
    </section>
  );
}

function Told({ told }: { told: Imported }) {
  const named = told.columns.filter((column) => column.field);
  return (
    <>
      <Note>
        {told.sentence} Grade {told.grade}: {told.gradeReasons.join(' ')}
        {named.length > 0
          ? ` Columns: ${named.map((column) => `${column.heading} is ${column.field}`).join(', ')}.`
          : ''}
      </Note>
      <div className="max-h-80 overflow-auto">
        <table className="w-full border-separate border-spacing-0 text-xs">
          <caption className="sr-only">What would happen with each row</caption>
          <thead>
            <tr>
              {['Row', 'E-mail', 'Name', 'What happens'].map((head) => (
                <th
                  key={head}
                  scope="col"
                  className="border-line border-b py-1 text-left font-medium text-ink-2"
                >
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {told.rows.map((row) => (
              <tr key={row.row}>
                <td className="figures border-line border-b py-1">{row.row}</td>
                <td className="border-line border-b py-1 pr-3">{row.email || '–'}</td>
                <td className="border-line border-b py-1 pr-3">
                  {[row.name, row.company].filter(Boolean).join(', ') || '–'}
                </td>
                <td className="border-line border-b py-1">
                  <StateMark tone={verdicts[row.verdict].tone}>
                    {row.reason
                      ? `${verdicts[row.verdict].words}: ${row.reason}`
                      : verdicts[row.verdict].words}
                  </StateMark>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
