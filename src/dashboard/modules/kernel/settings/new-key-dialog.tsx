import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../../api/act.ts';
import { repeatable, send } from '../../../api/client.ts';
import { fieldError } from '../../../api/problems.ts';
import type { Shape } from '../../../api/shapes.ts';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox, RadioList } from '../../../ui/choice.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field, Input, Select } from '../../../ui/field.tsx';
import { ErrorBlock, Note } from '../../../ui/states.tsx';
import { number } from '../../../ui/words.ts';

type Reach = 'read' | 'all' | 'chosen';
/** A key never carries these: people are managed and organizations ended by a person. */
const neverInKeys = new Set(['organization.delete', 'members.manage']);
const DAY = 86_400_000;

/** Makes a key and shows it, once. */
export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const { workspace } = useWorkspace();
  const mine = workspace.permissions.filter((scope) => !scope.startsWith('own-') && !neverInKeys.has(scope));
  const reading = mine.filter((scope) => scope.endsWith('.read'));
  const [name, setName] = useState('');
  const [reach, setReach] = useState<Reach>('read');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(reading));
  const [days, setDays] = useState('90');
  const scopes =
    reach === 'all' ? undefined : reach === 'read' ? reading : mine.filter((scope) => chosen.has(scope));
  const make = useAct({
    run: () =>
      send<Shape<'MadeApiKey'>>('POST', '/api/v1/api-keys', {
        body: {
          name: name.trim(),
          ...(scopes ? { scopes } : {}),
          ...(days ? { expiresAt: new Date(Date.now() + Number(days) * DAY).toISOString() } : {}),
        },
        headers: repeatable(),
      }),
    changes: ['api-keys', 'audit'],
    onError: () => {},
  });
  if (make.data) return <MadeKey made={make.data} onClose={onClose} />;
  return (
    <Dialog
      open
      onClose={onClose}
      title="New API key"
      width="max-w-140"
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button
            look="primary"
            type="submit"
            form="new-key"
            busy={make.isPending && 'Making it'}
            blocked={scopes?.length === 0 && 'Choose a scope first'}
          >
            Make the key
          </Button>
        </>
      }
    >
      <form
        id="new-key"
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (scopes?.length !== 0) make.mutate(undefined);
        }}
      >
        <div className="grid gap-4 phone:grid-cols-[1fr_11rem]">
          <Field
            label="Name"
            hint="What will use it, such as weekly report."
            error={fieldError(make.error, '/name')}
          >
            <Input
              required
              maxLength={120}
              autoComplete="off"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          </Field>
          <Field label="Ends" error={fieldError(make.error, '/expiresAt')}>
            <Select value={days} onChange={(event) => setDays(event.target.value)}>
              <option value="7">in 7 days</option>
              <option value="30">in 30 days</option>
              <option value="90">in 90 days</option>
              <option value="365">in a year</option>
              <option value="">never</option>
            </Select>
          </Field>
        </div>
        <div>
          <p className="mb-2 font-medium">What it may do</p>
          <RadioList
            label="What it may do"
            value={reach}
            onChange={setReach}
            options={[
              {
                value: 'read',
                label: 'Read only',
                note: `${number(reading.length)} scopes, nothing is changed.`,
              },
              {
                value: 'all',
                label: 'All that you may',
                note: 'Reading, changing, publishing. People stay yours to manage.',
              },
              {
                value: 'chosen',
                label: 'Chosen scopes',
                note: `${number(mine.filter((scope) => chosen.has(scope)).length)} of ${number(mine.length)} chosen.`,
              },
            ]}
          />
        </div>
        {reach === 'chosen' ? <Scopes all={mine} chosen={chosen} onChange={setChosen} /> : null}
        {make.error && !fieldError(make.error, '/name') ? <ErrorBlock error={make.error} /> : null}
      </form>
    </Dialog>
  );
}

interface ScopesProps {
  all: string[];
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
}

/** One line per noun, its verbs beside it. */
function Scopes({ all, chosen, onChange }: ScopesProps) {
  const nouns = new Map<string, string[]>();
  for (const scope of all) {
    const [noun = scope, verb = ''] = scope.split('.');
    nouns.set(noun, [...(nouns.get(noun) ?? []), verb]);
  }
  return (
    <fieldset className="max-h-72 overflow-y-auto rounded-2 border border-line px-3">
      <legend className="sr-only">Scopes</legend>
      {[...nouns].map(([noun, verbs]) => (
        <div
          key={noun}
          className="grid grid-cols-[9rem_1fr] gap-2 border-line border-b py-1.5 last:border-b-0"
        >
          <span className="text-ink-2">{noun.replaceAll('-', ' ')}</span>
          <span className="flex flex-wrap gap-x-5 gap-y-2">
            {verbs.map((verb) => {
              const scope = `${noun}.${verb}`;
              return (
                <Checkbox
                  key={verb}
                  checked={chosen.has(scope)}
                  onChange={(on) => {
                    const next = new Set(chosen);
                    if (on) next.add(scope);
                    else next.delete(scope);
                    onChange(next);
                  }}
                  label={
                    <>
                      <span className="sr-only">{noun.replaceAll('-', ' ')}: </span>
                      {verb}
                    </>
                  }
                />
              );
            })}
          </span>
        </div>
      ))}
    </fieldset>
  );
}

function MadeKey({ made, onClose }: { made: Shape<'MadeApiKey'>; onClose: () => void }) {
  return (
    <SecretDialog
      title={`“${made.name}” is made`}
      label="The key"
      secret={made.key}
      note="It is shown this once. Only a fingerprint of it is kept, so nobody here can show it again."
      use={
        <>
          Send it with every request: <code className="font-mono">Authorization: Bearer …</code>
        </>
      }
      onClose={onClose}
    />
  );
}

interface SecretDialogProps {
  title: string;
  label: string;
  secret: string;
  note: string;
  use: React.ReactNode;
  onClose: () => void;
}

/** A secret that is shown once, with its way into the clipboard. */
export function SecretDialog({ title, label, secret, note, use, onClose }: SecretDialogProps) {
  const [copied, setCopied] = useState(false);
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      note={note}
      actions={
        <>
          <Button look={copied ? 'primary' : 'quiet'} onClick={onClose}>
            {copied ? 'Done' : 'Close without copying'}
          </Button>
          <Button
            look={copied ? 'secondary' : 'primary'}
            icon={copied ? <Check /> : <Copy />}
            onClick={() => void navigator.clipboard.writeText(secret).then(() => setCopied(true))}
          >
            {copied ? 'Copied' : 'Copy'}
          </Button>
        </>
      }
    >
      <Field label={label}>
        <Input readOnly value={secret} className="font-mono" onFocus={(event) => event.target.select()} />
      </Field>
      <div className="mt-3">
        <Note>{use}</Note>
      </div>
      <p role="status" className="sr-only">
        {copied ? 'Copied' : ''}
      </p>
    </Dialog>
  );
}
