import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { send } from '../../api/client.ts';
import { fieldError } from '../../api/problems.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorBlock } from '../../ui/states.tsx';
import { formOf, LinkFields, utmOf } from './link-fields.tsx';
import type { Link } from './words.ts';

/** Renames a link or changes what stands with it; its old addresses still lead to it. */
export function ChangeLinkDialog({ link, onClose }: { link: Link; onClose: () => void }) {
  const { paths } = useWorkspace();
  const navigate = useNavigate();
  const [form, setForm] = useState(() => formOf(link));
  const renamed = form.slug.trim() !== link.slug;
  const open = (slug: string) =>
    void navigate({
      to: paths.link(slug),
      search: ((now: Record<string, string>) => now) as never,
      replace: true,
    });
  const save = useAct({
    run: () =>
      send<Link>('PATCH', `/api/v1/links/${link.id}`, {
        body: {
          ...(renamed ? { slug: form.slug.trim() } : {}),
          ...(form.title.trim() === link.title ? {} : { title: form.title.trim() }),
          purpose: form.purpose || null,
          utm: utmOf(form),
        },
      }),
    changes: ['links'],
    says: (_, now) =>
      renamed ? `Now /l/${now.slug}. The old one still leads here.` : `/l/${now.slug} changed`,
    undo: async (_, now) => {
      await send('PATCH', `/api/v1/links/${link.id}`, {
        body: { slug: link.slug, title: link.title, purpose: link.purpose, utm: link.utm },
      });
      if (renamed && window.location.pathname === paths.link(now.slug)) open(link.slug);
    },
    onError: () => {},
    onDone: (now) => {
      onClose();
      if (now.slug !== link.slug) open(now.slug);
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Change /l/${link.slug}`}
      width="max-w-140"
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            Leave as it is
          </Button>
          <Button look="primary" type="submit" form="change-link" busy={save.isPending && 'Saving'}>
            {renamed ? 'Rename link' : 'Save link'}
          </Button>
        </>
      }
    >
      <form
        id="change-link"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(undefined);
        }}
      >
        <LinkFields
          form={form}
          onChange={setForm}
          error={save.error}
          slugHint={
            renamed
              ? `/l/${link.slug} still leads here after the change.`
              : 'A renamed link is still reached by its old address.'
          }
        />
        {save.error && !fieldError(save.error, '/slug') ? <ErrorBlock error={save.error} /> : null}
      </form>
    </Dialog>
  );
}
