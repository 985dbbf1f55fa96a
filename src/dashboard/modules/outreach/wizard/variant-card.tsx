import { clsx } from 'clsx';
import { Pencil, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../../api/act.ts';
import { send } from '../../../api/client.ts';
import { useWorkspace } from '../../../shell/workspace.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Field, Input, Textarea } from '../../../ui/field.tsx';
import { number } from '../../../ui/words.ts';
import { type Campaign, mailName, type Variant } from '../words.ts';
import { Filled, MailText } from './mail-text.tsx';

interface VariantCardProps {
  variant: Variant;
  numberOf: (claimId: string) => number | undefined;
  /** How many share the people with it. */
  among: number;
}

/** One way in: its mails, what they rest on, what the checks say, and the pencil. */
export function VariantCard({ variant, numberOf, among }: VariantCardProps) {
  const { can } = useWorkspace();
  const [position, setPosition] = useState(1);
  const [isEditing, setEditing] = useState(false);
  const mail = variant.mails.find((one) => one.position === position) ?? variant.mails[0];
  const rewrite = useAct({
    run: () =>
      send<Campaign>('POST', '/api/v1/variants', {
        body: { campaignId: variant.campaignId, angle: variant.angle },
      }),
    changes: ['campaigns'],
    says: () => `${variant.name} is written again`,
  });
  if (!mail) return null;
  const said = (key: string) => mail.checks.findings.find((finding) => finding.key === key);
  const wrong = mail.checks.findings.filter(({ state }) => state !== 'good');
  return (
    <article
      aria-label={variant.name}
      className="flex min-w-0 flex-col rounded-3 border border-line bg-raised max-tablet:max-w-140"
    >
      <header className="flex items-center gap-2 border-line border-b py-2 pr-2 pl-4">
        <h3 className="min-w-0 flex-1">
          <strong className="font-strong">{variant.name}</strong>{' '}
          <span className="text-ink-3 text-xs">
            {among === 1 ? 'everybody' : among === 2 ? 'a half' : 'a third'}
          </span>
        </h3>
        {can('campaigns.write') ? (
          <>
            <IconButton
              label={`Write ${variant.name} again`}
              size="sm"
              onClick={() => rewrite.mutate(undefined)}
            >
              <RefreshCw />
            </IconButton>
            <IconButton label={`Change ${variant.name}`} size="sm" onClick={() => setEditing(!isEditing)}>
              <Pencil />
            </IconButton>
          </>
        ) : null}
      </header>
      {isEditing ? (
        <MailEditor key={mail.id} variant={variant} mail={mail} onClose={() => setEditing(false)} />
      ) : (
        <div className="min-h-80 flex-1 px-4 py-3.5">
          <p className="mb-2.5 font-strong">
            <Filled text={mail.subject} />
          </p>
          <MailText mail={mail} numberOf={numberOf} />
        </div>
      )}
      <dl className="grid grid-cols-[auto_1fr_auto_auto] gap-x-3 gap-y-1 border-line border-t px-4 py-2.5 text-xs">
        <dt className="text-ink-2">Words</dt>
        <dd className="figures pr-3 text-right font-medium">{number(mail.checks.words)}</dd>
        <dt className="text-ink-2">Reading grade</dt>
        <dd className="figures font-medium">{mail.checks.readingGrade}</dd>
        <dt className="text-ink-2">Links</dt>
        <dd className="figures pr-3 text-right font-medium">
          {(mail.body.match(/https?:\/\/\S+/g) ?? []).length}
        </dd>
        <dt className="text-ink-2">Spam words</dt>
        <dd className="figures font-medium">{said('spam')?.state === 'good' ? 0 : 'some'}</dd>
      </dl>
      {wrong.length > 0 ? (
        <ul className="border-line border-t px-4 py-2 text-xs">
          {wrong.map((finding) => (
            <li key={finding.key} className={finding.state === 'red' ? 'text-bad-ink' : 'text-wait-ink'}>
              {finding.finding}
            </li>
          ))}
        </ul>
      ) : null}
      <fieldset className="grid grid-cols-3 border-line border-t" aria-label="Mails of this variant">
        {variant.mails.map((one) => (
          <button
            key={one.id}
            type="button"
            aria-pressed={one.position === position}
            onClick={() => {
              setPosition(one.position);
              setEditing(false);
            }}
            className={clsx(
              'h-9 border-line border-b-2 text-xs outline-offset-[-2px] not-first:border-l',
              one.position === position
                ? 'border-b-ink font-strong'
                : 'border-b-transparent text-ink-2 hover:text-ink',
            )}
          >
            {mailName(variant.mails, one.position)}
          </button>
        ))}
      </fieldset>
    </article>
  );
}

function MailEditor({
  variant,
  mail,
  onClose,
}: {
  variant: Variant;
  mail: Variant['mails'][number];
  onClose: () => void;
}) {
  const [subject, setSubject] = useState(mail.subject);
  const [body, setBody] = useState(mail.body);
  const keep = useAct({
    run: () =>
      send<Variant>('PATCH', `/api/v1/variants/${variant.id}`, {
        body: { mails: [{ position: mail.position, subject, body }] },
      }),
    changes: ['campaigns', 'variants'],
    says: () => `${variant.name}, ${mailName(variant.mails, mail.position).toLowerCase()} is kept`,
    undo: () =>
      send('PATCH', `/api/v1/variants/${variant.id}`, {
        body: { mails: [{ position: mail.position, subject: mail.subject, body: mail.body }] },
      }),
    onDone: onClose,
  });
  return (
    <div className="flex flex-1 flex-col gap-3 px-4 py-3.5">
      <Field label="Subject">
        <Input value={subject} onChange={(event) => setSubject(event.target.value)} />
      </Field>
      <Field
        label="Words"
        hint="{{first_name|there}}: after the line stands what is said when it is not known."
      >
        <Textarea rows={12} value={body} onChange={(event) => setBody(event.target.value)} />
      </Field>
      <div className="flex gap-2">
        <Button
          look="primary"
          busy={keep.isPending && 'Keeping'}
          blocked={subject.trim() === '' ? 'The subject is empty' : false}
          onClick={() => keep.mutate(undefined)}
        >
          Keep
        </Button>
        <Button look="quiet" onClick={onClose}>
          Leave it
        </Button>
      </div>
    </div>
  );
}
