import { Plus, X } from 'lucide-react';
import type { Shape } from '../../../api/shapes.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Field, Input, Select } from '../../../ui/field.tsx';
import { type Grant, grantKinds } from './words.ts';

interface GrantsEditorProps {
  grants: Grant[];
  onChange: (grants: Grant[]) => void;
  playbooks: Pick<Shape<'PlaybookSummary'>, 'id' | 'title'>[];
  readOnly: boolean;
  error: (pointer: string) => string | undefined;
}

/** The rights that a payment gives, each for good or for a number of days. */
export function GrantsEditor({ grants, onChange, playbooks, readOnly, error }: GrantsEditorProps) {
  const put = (at: number, change: Partial<Grant>) =>
    onChange(grants.map((grant, index) => (index === at ? { ...grant, ...change } : grant)));
  const kinds = (Object.keys(grantKinds) as Grant['kind'][]).filter(
    (kind) => kind !== 'clone' || grants.some((grant) => grant.kind === 'clone'),
  );
  const choosePlaybook = (at: number, id: string) =>
    put(at, { subjectId: id, label: playbooks.find((playbook) => playbook.id === id)?.title ?? '' });
  return (
    <div className="flex flex-col gap-3">
      {grants.length === 0 ? <p className="text-ink-2">A payment would open nothing yet.</p> : null}
      <ul className="flex flex-col gap-3">
        {grants.map((grant, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: grants have no identity of their own.
          <li key={at} className="flex items-start gap-2">
            <div className="grid min-w-0 flex-1 gap-2 phone:grid-cols-[10.5rem_minmax(0,1fr)_7.5rem]">
              <Field label={`Kind of right ${at + 1}`} hideLabel>
                <Select
                  value={grant.kind}
                  disabled={readOnly}
                  onChange={(event) => {
                    const kind = event.target.value as Grant['kind'];
                    put(at, { kind, subjectId: null, ...(grant.kind === 'playbook' && { label: '' }) });
                  }}
                >
                  {kinds.map((kind) => (
                    <option key={kind} value={kind}>
                      {grantKinds[kind]}
                    </option>
                  ))}
                </Select>
              </Field>
              <Field
                label={`What right ${at + 1} opens`}
                hideLabel
                error={error(`/grants/${at}/subjectId`) ?? error(`/grants/${at}/label`)}
              >
                {grant.kind === 'playbook' ? (
                  <Select
                    value={grant.subjectId ?? ''}
                    disabled={readOnly}
                    onChange={(event) => choosePlaybook(at, event.target.value)}
                  >
                    <option value="">Choose a playbook</option>
                    {playbooks.map((playbook) => (
                      <option key={playbook.id} value={playbook.id}>
                        {playbook.title}
                      </option>
                    ))}
                  </Select>
                ) : (
                  <Input
                    value={grant.label}
                    maxLength={200}
                    readOnly={readOnly}
                    placeholder="How it is called on the order"
                    onChange={(event) => put(at, { label: event.target.value })}
                  />
                )}
              </Field>
              <Field
                label={`Days of right ${at + 1}, empty for good`}
                hideLabel
                error={error(`/grants/${at}/days`)}
              >
                <Input
                  inputMode="numeric"
                  className="figures"
                  readOnly={readOnly}
                  placeholder="for good"
                  value={grant.days === null ? '' : String(grant.days)}
                  onChange={(event) => put(at, { days: daysOf(event.target.value) })}
                />
              </Field>
            </div>
            {readOnly ? null : (
              <IconButton
                label={`Remove right ${at + 1}`}
                onClick={() => onChange(grants.filter((_, index) => index !== at))}
              >
                <X />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {readOnly || grants.length >= 20 ? null : (
        <div>
          <Button
            icon={<Plus />}
            size="sm"
            onClick={() =>
              onChange([...grants, { kind: 'playbook', subjectId: null, label: '', days: null, uses: null }])
            }
          >
            Add a right
          </Button>
        </div>
      )}
    </div>
  );
}

const daysOf = (typed: string): number | null => {
  const digits = typed.replace(/\D/g, '').slice(0, 5);
  return digits ? Number(digits) : null;
};
