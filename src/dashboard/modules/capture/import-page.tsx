import { useNavigate } from '@tanstack/react-router';
import { CircleCheck, Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { useAct } from '../../api/act.ts';
import { repeatable, send } from '../../api/client.ts';
import type { Shape } from '../../api/shapes.ts';
import { NoPermissionPage } from '../../shell/no-permission.tsx';
import { Page } from '../../shell/page.tsx';
import { useWorkspace } from '../../shell/workspace.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Textarea } from '../../ui/field.tsx';
import { ErrorBlock, Note } from '../../ui/states.tsx';
import { tell } from '../../ui/toasts.tsx';
import { plural } from '../../ui/words.ts';
import { readCsv } from './read-csv.ts';

type Imported = Shape<'LeadImported'>;
type Row = Record<string, string>;

const most = 5000;

/** Leads from a list: look first, then take in. */
export function ImportPage() {
  const { can } = useWorkspace();
  if (!can('leads.write')) return <NoPermissionPage what="Import" needs="a role that works with leads" />;
  return <Import />;
}

function Import() {
  const { paths } = useWorkspace();
  const navigate = useNavigate();
  const picker = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [basis, setBasis] = useState('');
  const [looked, setLooked] = useState<{ rows: Row[]; told: Imported }>();
  const parsed = text.trim() ? readCsv(text) : undefined;
  const rows = parsed?.rows ?? [];

  const ask = (dryRun: boolean) =>
    send<Imported>('POST', '/api/v1/leads/imports', {
      body: { rows, dryRun, ...(basis.trim() ? { consentBasis: basis.trim() } : {}) },
      ...(dryRun ? {} : { headers: repeatable() }),
    });
  const look = useAct({
    run: () => ask(true),
    changes: [],
    onError: () => undefined,
    onDone: (told) => setLooked({ rows, told }),
  });
  const take = useAct({
    run: () => ask(false),
    changes: ['leads', 'segments', 'home'],
    onError: () => undefined,
    onDone: (told) => {
      tell(told.sentence);
      void navigate({ to: paths.leads, search: { sort: 'newest' } as never });
    },
  });
  const change = (next: string) => {
    setText(next);
    setLooked(undefined);
  };
  const blocked = !parsed
    ? 'Choose a file or paste rows first'
    : parsed.problem
      ? parsed.problem
      : rows.length > most
        ? `${plural(rows.length, 'row')}: ${most} at a time`
        : false;
  const told = looked?.told;
  const coming = told ? told.added + told.updated : 0;
  return (
    <Page
      title="Import leads"
      crumbs={[{ label: 'Leads', to: paths.leads }]}
      actions={
        told ? (
          <Button
            look="primary"
            busy={take.isPending && 'Taking in'}
            blocked={coming === 0 ? 'No row can come in' : false}
            onClick={() => take.mutate(undefined)}
          >
            Import {plural(coming, 'lead')}
          </Button>
        ) : (
          <Button
            look="primary"
            busy={look.isPending && 'Looking'}
            blocked={blocked}
            onClick={() => look.mutate(undefined)}
          >
            {rows.length > 0 && !blocked ? `Check ${plural(rows.length, 'row')}` : 'Check rows'}
          </Button>
        )
      }
    >
      <div className="flex max-w-180 flex-col gap-6 px-gutter py-5">
        <section aria-label="The list">
          <div className="mb-2 flex flex-wrap items-center gap-3">
            <Button icon={<Upload />} onClick={() => picker.current?.click()}>
              Choose a CSV file
            </Button>
            <span className="text-ink-2">or paste rows, the headings first</span>
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
          <Field
            label="Rows"
            hideLabel
            {...(parsed?.problem ? { error: parsed.problem } : {})}
            hint="email is needed. name, first name, last name, company, job title, phone, website and country are known; other columns are left out."
          >
            <Textarea
              rows={6}
              spellCheck={false}
              className="max-h-80 font-mono text-xs"
              placeholder={'email,name,company\nnoor@studiohalvorn.example,Noor Tamberlin,Studio Halvorn'}
              value={text}
              onChange={(event) => change(event.target.value)}
            />
          </Field>
        </section>
        <Field
          label="May we write to them?"
          aside="optional"
          hint="On what ground, in your words. It is kept with each person as the consent; left empty, nothing is sent to them."
        >
          <Textarea
            rows={2}
            className="min-h-14"
            maxLength={300}
            value={basis}
            onChange={(event) => setBasis(event.target.value)}
          />
        </Field>
        {look.error || take.error ? (
          <ErrorBlock error={take.error ?? look.error} safe="Your rows are kept here, none came in twice." />
        ) : null}
        {told ? <Outcome told={told} /> : null}
      </div>
    </Page>
  );
}

/** What would happen, row by row where something does not come in. */
function Outcome({ told }: { told: Imported }) {
  return (
    <section aria-label="What would happen" aria-live="polite">
      <h2 className="font-strong">What would happen</h2>
      <p className="mt-1 flex items-center gap-2">
        <CircleCheck className="text-ok-ink" aria-hidden />
        {told.sentence}
      </p>
      <p className="mt-1 text-ink-2">
        {plural(told.added, 'new person', 'new people')}
        {told.updated > 0
          ? `, ${plural(told.updated, 'known one', 'known ones')} completed where something was missing`
          : ''}
        . Nothing is kept until you import.
      </p>
      {told.rejected.length > 0 ? (
        <div className="mt-3 max-h-80 overflow-y-auto rounded-3 border border-line">
          <table className="w-full border-separate border-spacing-0">
            <caption className="sr-only">Rows that would not come in</caption>
            <thead>
              <tr>
                <th
                  scope="col"
                  className="w-20 border-line border-b px-3 py-1.5 text-left font-medium text-ink-2 text-xs"
                >
                  Row
                </th>
                <th
                  scope="col"
                  className="border-line border-b px-3 py-1.5 text-left font-medium text-ink-2 text-xs"
                >
                  Why it stays out
                </th>
              </tr>
            </thead>
            <tbody>
              {told.rejected.map((rejection) => (
                <tr key={`${rejection.row}-${rejection.code}`}>
                  <td className="figures px-3 py-1.5">{rejection.row}</td>
                  <td className="px-3 py-1.5">{rejection.reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <div className="mt-3">
          <Note>Every row can come in.</Note>
        </div>
      )}
    </section>
  );
}
