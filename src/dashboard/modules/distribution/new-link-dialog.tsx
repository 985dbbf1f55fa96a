import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { repeatable, send } from '../../api/client.ts';
import { fieldError } from '../../api/problems.ts';
import { readAt } from '../../api/queries.ts';
import type { Shape } from '../../api/shapes.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Input, Select } from '../../ui/field.tsx';
import { ErrorBlock } from '../../ui/states.tsx';
import { tell } from '../../ui/toasts.tsx';
import { emptyForm, LinkFields, utmOf } from './link-fields.tsx';
import type { Link } from './words.ts';

type Kind = 'playbook' | 'url';

/** A new short link, to a playbook or to any page. */
export function NewLinkDialog({ onClose }: { onClose: () => void }) {
  const { paths } = useWorkspace();
  const navigate = useNavigate();
  const playbooks = useQuery(
    readAt<{ data: Shape<'PlaybookSummary'>[] }>('/api/v1/playbooks', { limit: 100 }),
  );
  const published = playbooks.data?.data.filter((playbook) => playbook.currentVersion) ?? [];
  const [chosenKind, setKind] = useState<Kind>();
  const [playbookId, setPlaybookId] = useState('');
  const [url, setUrl] = useState('');
  const [form, setForm] = useState(emptyForm);
  const kind: Kind = chosenKind ?? (playbooks.isSuccess && published.length === 0 ? 'url' : 'playbook');
  const target = playbookId || published[0]?.id;
  const make = useAct({
    run: () =>
      send<Link>('POST', '/api/v1/links', {
        body: {
          ...(kind === 'playbook' ? { playbookId: target } : { url: url.trim() }),
          ...(form.slug.trim() ? { slug: form.slug.trim() } : {}),
          ...(form.purpose ? { purpose: form.purpose } : {}),
          title: form.title.trim(),
          utm: utmOf(form),
        },
        headers: repeatable(),
      }),
    changes: ['links', 'performance'],
    onError: () => {},
    onDone: (link) => {
      void navigator.clipboard?.writeText(link.shortUrl).then(
        () => tell(`/l/${link.slug} is made and copied`),
        () => tell(`/l/${link.slug} is made`),
      );
      void navigate({ to: paths.link(link.slug) });
    },
  });
  const saysByField = ['/slug', '/url', '/playbookId', '/title'].some((at) => fieldError(make.error, at));
  return (
    <Dialog
      open
      onClose={onClose}
      title="New link"
      note="A short address that counts people and machines apart."
      width="max-w-140"
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button
            look="primary"
            type="submit"
            form="new-link"
            busy={make.isPending && 'Making it'}
            blocked={kind === 'playbook' && !target && 'No playbook is published yet'}
          >
            Make the link
          </Button>
        </>
      }
    >
      <form
        id="new-link"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate(undefined);
        }}
      >
        <div>
          <Segmented
            label="What it leads to"
            value={kind}
            onChange={setKind}
            options={[
              { value: 'playbook', label: 'A playbook' },
              { value: 'url', label: 'Another page' },
            ]}
          />
        </div>
        {kind === 'playbook' ? (
          <Field
            label="Leads to"
            error={fieldError(make.error, '/playbookId')}
            hint={
              playbooks.isSuccess && published.length === 0
                ? 'No playbook is published yet. A link can lead to another page meanwhile.'
                : 'Always to its newest version.'
            }
          >
            <Select value={target ?? ''} onChange={(event) => setPlaybookId(event.target.value)}>
              {published.map((playbook) => (
                <option key={playbook.id} value={playbook.id}>
                  {playbook.title}
                </option>
              ))}
            </Select>
          </Field>
        ) : (
          <Field label="Leads to" error={fieldError(make.error, '/url')}>
            <Input
              type="url"
              required
              placeholder="https://"
              value={url}
              onChange={(event) => setUrl(event.target.value)}
            />
          </Field>
        )}
        <LinkFields
          form={form}
          onChange={setForm}
          error={make.error}
          slugHint="Left empty, it is made from what it leads to."
        />
        {make.error && !saysByField ? <ErrorBlock error={make.error} /> : null}
      </form>
    </Dialog>
  );
}
