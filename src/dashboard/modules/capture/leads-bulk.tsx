import { Download, Flag, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { send } from '../../api/client.ts';
import { useVerbs } from '../../shell/verbs.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { BulkAction, BulkBar } from '../../ui/bulk-bar.tsx';
import { DestroyDialog } from '../../ui/dialog.tsx';
import { Menu } from '../../ui/popover.tsx';
import type { Selection } from '../../ui/selection.ts';
import { tell } from '../../ui/toasts.tsx';
import { number, plural } from '../../ui/words.ts';
import { saveLeads, saveQuery } from './save-csv.ts';
import { type LeadSummary, priorityWords } from './words.ts';

type Priority = LeadSummary['priority'];
type Query = Record<string, string | undefined>;

interface BulkProps {
  selection: Selection;
  rows: LeadSummary[];
  total: number;
  query: Query;
}

/** What can be done with the chosen. The count on each button is the count that is acted on. */
export function LeadsBulk({ selection, rows, total, query }: BulkProps) {
  const { can } = useWorkspace();
  const [erasing, setErasing] = useState(false);
  const count = selection.count;
  const chosen = () => chosenLeads(selection, rows, query);

  const save = useAct({
    run: async () => (selection.whole ? saveQuery(query) : saveLeads(await chosen())),
    changes: [],
    says: () => `${plural(count, 'lead')} exported`,
  });
  const rank = useAct({
    run: async (priority: Priority) => {
      const leads = await chosen();
      for (const lead of leads) await setPriority(lead.id, priority);
      return leads;
    },
    changes: ['leads'],
    says: (priority, leads) =>
      `${plural(leads.length, 'lead')}: ${priorityWords[priority].toLowerCase()} priority`,
    undo: async (_, leads) => {
      for (const lead of leads) await setPriority(lead.id, lead.priority);
    },
  });
  useVerbs(
    `With the ${number(count)} selected`,
    count > 0 && can('leads.export')
      ? [{ id: 'leads.export-selected', label: `Export ${number(count)}`, run: () => save.mutate(undefined) }]
      : [],
    count > 0 ? `${plural(count, 'lead')} selected` : undefined,
  );

  return (
    <>
      <BulkBar selection={selection} total={total}>
        {can('leads.export') ? (
          <BulkAction primary icon={<Download />} onClick={() => save.mutate(undefined)}>
            Export {number(count)}
          </BulkAction>
        ) : null}
        {can('leads.write') ? (
          <>
            <Menu
              label="Priority"
              trigger={
                <button
                  type="button"
                  className="inline-flex h-control-sm items-center gap-1.5 whitespace-nowrap rounded-2 px-2.5 font-medium hover:bg-on-inverse/12 [&_.lucide]:size-3.5"
                >
                  <Flag aria-hidden /> Priority
                </button>
              }
              groups={[
                {
                  items: (['high', 'medium', 'low'] as const).map((priority) => ({
                    label: priorityWords[priority],
                    onChoose: () => rank.mutate(priority),
                  })),
                },
              ]}
            />
            <BulkAction icon={<Trash2 />} onClick={() => setErasing(true)}>
              Erase {number(count)}
            </BulkAction>
          </>
        ) : null}
      </BulkBar>
      {erasing ? (
        <EraseMany count={count} find={chosen} onClose={() => setErasing(false)} onDone={selection.clear} />
      ) : null}
    </>
  );
}

const setPriority = (id: string, priority: Priority) =>
  send('PATCH', `/api/v1/leads/${id}`, { body: { priority } });

function EraseMany({
  count,
  find,
  onClose,
  onDone,
}: {
  count: number;
  find: () => Promise<LeadSummary[]>;
  onClose: () => void;
  onDone: () => void;
}) {
  const [done, setDone] = useState(0);
  const erase = useAct({
    run: async () => {
      const leads = await find();
      for (const [at, lead] of leads.entries()) {
        await send('DELETE', `/api/v1/leads/${lead.id}`);
        setDone(at + 1);
      }
      return leads.length;
    },
    changes: ['leads', 'segments', 'home', 'rows'],
    onDone: (erased) => {
      tell(`${plural(erased, 'person', 'people')} erased.`);
      onClose();
      onDone();
    },
  });
  return (
    <DestroyDialog
      open
      onClose={onClose}
      title={`Erase ${plural(count, 'person', 'people')}`}
      loss={
        <>
          <p>
            Names, addresses, answers, consents, notes, scores and the text of every mail to{' '}
            {count === 1 ? 'this person' : `these ${number(count)} people`} are removed everywhere. Clicks and
            page views stay as counts of nobody.
          </p>
          <p className="mt-2">
            A fingerprint of each address stays on the suppression list, so that nobody writes to it again.
            This cannot be undone.
          </p>
        </>
      }
      action={`Erase ${plural(count, 'person', 'people')}`}
      busy={erase.isPending && `Erased ${number(done)} of ${number(count)}`}
      onConfirm={() => erase.mutate(undefined)}
    />
  );
}

/** The chosen leads; for a whole query also those that are not loaded. */
async function chosenLeads(selection: Selection, rows: LeadSummary[], query: Query): Promise<LeadSummary[]> {
  if (!selection.whole && rows.filter((lead) => selection.has(lead.id)).length === selection.count)
    return rows.filter((lead) => selection.has(lead.id));
  const found: LeadSummary[] = [];
  let cursor: string | undefined;
  do {
    const page = await send<{ data: LeadSummary[]; nextCursor: string | null }>('GET', '/api/v1/leads', {
      query: { ...query, limit: 100, cursor },
    });
    found.push(...page.data);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return selection.whole ? found : found.filter((lead) => selection.has(lead.id));
}
