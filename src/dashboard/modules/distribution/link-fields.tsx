import { fieldError } from '../../api/problems.ts';
import { Field, Input, Select } from '../../ui/field.tsx';
import { type Link, type Purpose, purposeWords } from './words.ts';

export interface LinkForm {
  slug: string;
  title: string;
  purpose: Purpose | '';
  utm: Record<UtmName, string>;
}

const utmFields = [
  { name: 'source', label: 'Source', hint: 'Where it stands, such as linkedin' },
  { name: 'medium', label: 'Medium', hint: 'The kind, such as social or email' },
  { name: 'campaign', label: 'Campaign', hint: '' },
  { name: 'content', label: 'Content', hint: 'Which of several, such as first-comment' },
  { name: 'term', label: 'Term', hint: '' },
] as const;
type UtmName = (typeof utmFields)[number]['name'];

const noUtm: LinkForm['utm'] = { source: '', medium: '', campaign: '', content: '', term: '' };
export const emptyForm: LinkForm = { slug: '', title: '', purpose: '', utm: noUtm };

/** What a link says now, ready to be changed. */
export function formOf(link: Link): LinkForm {
  const { utm } = link;
  return {
    slug: link.slug,
    title: link.title,
    purpose: link.purpose ?? '',
    utm: {
      source: utm.source ?? '',
      medium: utm.medium ?? '',
      campaign: utm.campaign ?? '',
      content: utm.content ?? '',
      term: utm.term ?? '',
    },
  };
}

/** UTM values as the API takes them: nothing typed is null. */
export const utmOf = (form: LinkForm): Record<UtmName, string | null> => ({
  source: form.utm.source.trim() || null,
  medium: form.utm.medium.trim() || null,
  campaign: form.utm.campaign.trim() || null,
  content: form.utm.content.trim() || null,
  term: form.utm.term.trim() || null,
});

interface LinkFieldsProps {
  form: LinkForm;
  onChange: (form: LinkForm) => void;
  error: unknown;
  slugHint: string;
}

/** Slug, name, purpose and UTM values, for a new link and for a change. */
export function LinkFields({ form, onChange, error, slugHint }: LinkFieldsProps) {
  const taken = fieldError(error, '/slug');
  return (
    <>
      <Field
        label="Short address"
        hint={slugHint}
        error={taken ? <SlugError form={form} said={taken} onChange={onChange} /> : undefined}
      >
        <Input
          lead={<span className="font-mono text-xs">/l/</span>}
          value={form.slug}
          maxLength={80}
          spellCheck={false}
          autoCapitalize="none"
          autoComplete="off"
          onChange={(event) => onChange({ ...form, slug: event.target.value })}
        />
      </Field>
      <div className="grid gap-4 phone:grid-cols-2">
        <Field label="Name" hint="Only you see it." error={fieldError(error, '/title')}>
          <Input
            value={form.title}
            maxLength={200}
            onChange={(event) => onChange({ ...form, title: event.target.value })}
          />
        </Field>
        <Field label="Purpose">
          <Select
            value={form.purpose}
            onChange={(event) => onChange({ ...form, purpose: event.target.value as Purpose | '' })}
          >
            <option value="">None</option>
            {Object.entries(purposeWords).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <fieldset className="grid gap-x-4 gap-y-3 border-line border-t pt-3 phone:grid-cols-2">
        <legend className="float-left mb-2 w-full font-medium phone:col-span-2">
          UTM values{' '}
          <span className="font-regular text-ink-3 text-xs">added to the target when somebody clicks</span>
        </legend>
        {utmFields.map(({ name, label, hint }) => (
          <Field
            key={name}
            label={label}
            error={fieldError(error, `/utm/${name}`)}
            {...(hint ? { hint } : {})}
          >
            <Input
              value={form.utm[name]}
              maxLength={200}
              spellCheck={false}
              autoCapitalize="none"
              onChange={(event) => onChange({ ...form, utm: { ...form.utm, [name]: event.target.value } })}
            />
          </Field>
        ))}
      </fieldset>
    </>
  );
}

/** "three-jobs is taken. Free: three-jobs-2", where each free one can be taken with a click. */
function SlugError({
  form,
  said,
  onChange,
}: {
  form: LinkForm;
  said: string;
  onChange: (form: LinkForm) => void;
}) {
  const free = /^Free: (.+)\.$/.exec(said)?.[1]?.split(', ');
  if (!free) return said;
  return (
    <>
      That address is taken. Free:{' '}
      {free.map((slug) => (
        <button
          key={slug}
          type="button"
          className="opens-rows mr-2 min-h-target rounded-1 font-mono"
          onClick={() => onChange({ ...form, slug })}
        >
          {slug}
        </button>
      ))}
    </>
  );
}
