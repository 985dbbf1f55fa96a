import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { send } from '../../api/client.ts';
import type { Shape } from '../../api/shapes.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Button, TextButton } from '../../ui/button.tsx';
import { Switch } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Input } from '../../ui/field.tsx';
import { ViewTabs } from '../../ui/tabs.tsx';
import { shortDay } from '../../ui/words.ts';
import type { useLeadsQuery } from './leads-query.ts';

type View = Shape<'SavedView'>;

/** Views that stand in every workspace, by their address. */
const builtIn: { id: string; label: string; search: Record<string, string> }[] = [
  { id: 'unconfirmed', label: 'Not confirmed', search: { confirmed: 'no' } },
  { id: 'quiet', label: 'Quiet for 7 days', search: { quietDays: '7' } },
];

/** Saved views as tabs. A changed view can be saved as a new one or put back. */
export function LeadViews({
  list,
  views,
  total,
}: {
  list: ReturnType<typeof useLeadsQuery>;
  views: View[];
  total: number | undefined;
}) {
  const { can } = useWorkspace();
  const [saving, setSaving] = useState(false);
  const remove = useAct({
    run: (view: View) => send('DELETE', `/api/v1/saved-views/${view.id}`),
    changes: ['saved-views'],
    says: (view) => `View “${view.name}” removed`,
    undo: ({ name, query, isShared }) =>
      send('POST', '/api/v1/saved-views', { body: { list: 'leads', name, query, isShared } }),
    onDone: () => list.showView('all'),
  });
  const own = Object.entries(list.search).filter(([name]) => !['rows', 'sort', 'view'].includes(name));
  const stock = builtIn.find(
    (view) =>
      !list.view &&
      own.length === Object.keys(view.search).length &&
      own.every(([name, value]) => view.search[name] === value),
  );
  const isChanged = list.isChanged && !stock;
  return (
    <>
      <ViewTabs
        value={stock?.id ?? list.viewId}
        onChange={(id) => {
          const chosen = builtIn.find((view) => view.id === id);
          if (chosen) list.show(chosen.search);
          else list.showView(id);
        }}
        views={[
          { id: 'all', label: 'All', count: total },
          ...builtIn.map(({ id, label }) => ({ id, label })),
          ...views.map((view) => ({ id: view.id, label: view.name })),
        ]}
        {...(can('leads.write') ? { onAdd: () => setSaving(true) } : {})}
        aside={
          isChanged ? (
            <span className="flex items-center gap-3">
              {can('leads.write') ? (
                <TextButton onClick={() => setSaving(true)}>Save as a view</TextButton>
              ) : null}
              <TextButton onClick={list.reset}>Reset</TextButton>
            </span>
          ) : list.view ? (
            <span className="flex items-center gap-3">
              <span>
                {list.view.isShared ? 'Shared with the team' : 'Only you see it'}
                {list.view.updatedBy
                  ? ` · by ${list.view.updatedBy.name}, ${shortDay(list.view.updatedAt)}`
                  : ''}
              </span>
              {can('leads.write') ? (
                <TextButton onClick={() => list.view && remove.mutate(list.view)}>Remove view</TextButton>
              ) : null}
            </span>
          ) : null
        }
      />
      {saving ? <SaveView list={list} onClose={() => setSaving(false)} /> : null}
    </>
  );
}

function SaveView({ list, onClose }: { list: ReturnType<typeof useLeadsQuery>; onClose: () => void }) {
  const [name, setName] = useState('');
  const [isShared, setShared] = useState(true);
  const { quietDays, ...filters } = list.filters;
  const save = useAct({
    run: () =>
      send<View>('POST', '/api/v1/saved-views', {
        body: {
          list: 'leads',
          name: name.trim(),
          isShared,
          query: { ...filters, ...(quietDays ? { quietDays: Number(quietDays) } : {}), sort: list.sort },
        },
      }),
    changes: ['saved-views'],
    says: () => `View “${name.trim()}” saved`,
    undo: (_, view) => send('DELETE', `/api/v1/saved-views/${view.id}`),
    onDone: (view) => {
      onClose();
      list.showView(view.id);
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title="Save this view"
      note="Filters and sorting are kept under a name, as a tab above the list."
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button
            look="primary"
            busy={save.isPending && 'Saving'}
            blocked={name.trim() ? false : 'Give it a name first'}
            onClick={() => save.mutate(undefined)}
          >
            Save view
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) save.mutate(undefined);
        }}
      >
        <Field label="Name">
          <Input value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Switch
          label="Shared with the team"
          note="Switched off, only you see it."
          checked={isShared}
          onChange={setShared}
        />
      </form>
    </Dialog>
  );
}
