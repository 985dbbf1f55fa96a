import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { fieldError } from '../../../api/problems.ts';
import { readAt } from '../../../api/queries.ts';
import type { Shape } from '../../../api/shapes.ts';
import { Checkbox } from '../../../ui/choice.tsx';
import { Field, Input, Select, Textarea } from '../../../ui/field.tsx';
import { Section } from '../../../ui/rows.tsx';
import { ErrorBlock } from '../../../ui/states.tsx';
import { ContentsEditor } from './contents-editor.tsx';
import { GrantsEditor } from './grants-editor.tsx';
import type { Draft } from './words.ts';

interface OfferFormProps {
  draft: Draft;
  onChange: (draft: Draft) => void;
  error: unknown;
  readOnly: boolean;
  onSubmit: () => void;
}

/** All that is written about an offer: its words, what the buyer gets, what follows a payment, whose it is. */
export function OfferForm({ draft, onChange, error, readOnly, onSubmit }: OfferFormProps) {
  const set = (change: Partial<Draft>) => onChange({ ...draft, ...change });
  const said = (pointer: string) => fieldError(error, pointer);
  const playbooks = useQuery(
    readAt<{ data: Shape<'PlaybookSummary'>[] }>('/api/v1/playbooks', { limit: 100 }),
  );
  const experts = useQuery(readAt<{ data: Shape<'Expert'>[] }>('/api/v1/experts', { limit: 100 }));
  const text = (
    name: 'name' | 'headline' | 'guarantee' | 'description' | 'termsUrl',
    pointer = `/${name}`,
  ) => ({
    field: { error: said(pointer) },
    input: { value: draft[name], readOnly, maxLength: limits[name] },
  });
  const name = text('name');
  const headline = text('headline');
  const description = text('description');
  const guarantee = text('guarantee');
  const terms = text('termsUrl');
  return (
    <form
      className="flex flex-col"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {error ? (
        <div className="mb-5">
          <ErrorBlock error={error} safe="What you typed is kept here." />
        </div>
      ) : null}
      <Section title="In words">
        <Stack>
          <Field label="Name" {...name.field} hint="As it stands on the order and the receipt.">
            <Input {...name.input} onChange={(event) => set({ name: event.target.value })} />
          </Field>
          <Field label="Headline" {...headline.field} hint="One sentence above everything at checkout.">
            <Input {...headline.input} onChange={(event) => set({ headline: event.target.value })} />
          </Field>
          <Field label="What it is" {...description.field}>
            <Textarea {...description.input} onChange={(event) => set({ description: event.target.value })} />
          </Field>
        </Stack>
      </Section>
      <Section title="What the buyer gets">
        <ContentsEditor
          lines={draft.contents}
          onChange={(contents) => set({ contents })}
          readOnly={readOnly}
          error={said}
        />
      </Section>
      <Section title="What the buyer may open">
        <GrantsEditor
          grants={draft.grants}
          onChange={(grants) => set({ grants })}
          playbooks={playbooks.data?.data ?? []}
          readOnly={readOnly}
          error={said}
        />
      </Section>
      <Section title="After the payment">
        <Stack>
          <p className="text-ink-2">
            Access is given at once, then follows what is chosen here, in this order.
          </p>
          <Checkbox
            checked={draft.mail}
            onChange={(mail) => set({ mail: mail === true })}
            disabled={readOnly}
            label="A mail with the way in"
            note="Receipt, link to what they own, and your note."
          />
          {draft.mail ? (
            <Field label="Your note in that mail" hint="Can stay empty.">
              <Textarea
                rows={3}
                maxLength={2000}
                readOnly={readOnly}
                value={draft.mailNote}
                onChange={(event) => set({ mailNote: event.target.value })}
              />
            </Field>
          ) : null}
          <Field label="First steps" hint="One a line; they are what onboarding counts. Empty for none.">
            <Textarea
              rows={3}
              readOnly={readOnly}
              value={draft.checklist}
              onChange={(event) => set({ checklist: event.target.value })}
            />
          </Field>
        </Stack>
      </Section>
      <Section title="Promise and terms">
        <Stack>
          <Field
            label="Guarantee"
            {...guarantee.field}
            hint="Stands beside the button. Promise only what you keep."
          >
            <Textarea
              rows={2}
              {...guarantee.input}
              onChange={(event) => set({ guarantee: event.target.value })}
            />
          </Field>
          <Field label="Address of the terms" {...terms.field}>
            <Input
              type="url"
              placeholder="https://"
              {...terms.input}
              onChange={(event) => set({ termsUrl: event.target.value })}
            />
          </Field>
        </Stack>
      </Section>
      <Section title="Whose it is">
        <div className="grid gap-4 phone:grid-cols-2">
          <Field label="Playbook" error={said('/playbookId')} hint="Its readers are led to this offer.">
            <Select
              value={draft.playbookId}
              disabled={readOnly}
              onChange={(event) => set({ playbookId: event.target.value })}
            >
              <option value="">None</option>
              {playbooks.data?.data.map((playbook) => (
                <option key={playbook.id} value={playbook.id}>
                  {playbook.title}
                </option>
              ))}
            </Select>
          </Field>
          <Field label="Expert" error={said('/expertId')}>
            <Select
              value={draft.expertId}
              disabled={readOnly}
              onChange={(event) => set({ expertId: event.target.value })}
            >
              <option value="">Nobody</option>
              {experts.data?.data.map((expert) => (
                <option key={expert.id} value={expert.id}>
                  {expert.name}
                </option>
              ))}
            </Select>
          </Field>
          <Field
            label="Share of the expert, in percent"
            error={said('/sharePercent')}
            hint="Of each order from now on. Empty: none agreed."
          >
            <Input
              inputMode="decimal"
              className="figures"
              readOnly={readOnly}
              value={draft.sharePercent}
              onChange={(event) => set({ sharePercent: event.target.value })}
            />
          </Field>
        </div>
      </Section>
      {/* Return in a field saves, as it does everywhere. */}
      <button type="submit" hidden tabIndex={-1} aria-hidden>
        Save
      </button>
    </form>
  );
}

const limits = { name: 120, headline: 300, description: 5000, guarantee: 2000, termsUrl: 2000 };

const Stack = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-col gap-4">{children}</div>
);
