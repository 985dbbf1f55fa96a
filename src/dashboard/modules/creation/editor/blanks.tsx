import {
  ArrowDown,
  ArrowUp,
  Ellipsis,
  Hash,
  ListChecks,
  Table2,
  TextCursorInput,
  Trash2,
  WrapText,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../../../ui/button.tsx';
import { Menu } from '../../../ui/popover.tsx';
import type { Blank, Draft, Step } from '../shapes.ts';
import { BlankBody, PlainInput } from './blank-body.tsx';
import { useDesk } from './desk.ts';
import { freeId, keyOfCitation, stepOf } from './fields.ts';
import { NumberButton } from './number-button.tsx';
import { fieldId } from './prose-field.tsx';
import { useStore } from './use-draft.ts';

type Kind = Blank['kind'];
const kinds: Record<Kind, { name: string; icon: ReactNode }> = {
  short: { name: 'Fill-in line', icon: <TextCursorInput /> },
  long: { name: 'Fill-in paragraph', icon: <WrapText /> },
  number: { name: 'Fill-in number', icon: <Hash /> },
  choice: { name: 'Choice', icon: <ListChecks /> },
  table: { name: 'Fill-in table', icon: <Table2 /> },
};

/** A fill-in to begin with. */
export function newBlank(draft: Draft, kind: Kind): Blank {
  return shaped({ id: freeId(draft, 'blank'), label: '', citations: [] }, kind);
}

function shaped(base: Pick<Blank, 'id' | 'label' | 'citations'> & { hint?: string }, kind: Kind): Blank {
  if (kind === 'choice') return { ...base, kind, options: ['Choice 1', 'Choice 2'], several: false };
  if (kind === 'table') return { ...base, kind, columns: ['Column 1', 'Column 2'], rows: 3 };
  return { ...base, kind };
}

/** The places where the reader writes, shaped here as they will look there. */
export function Blanks({ step }: { step: Step }) {
  if (step.blanks.length === 0) return null;
  return (
    <section className="mt-5 flex flex-col gap-3" aria-label="Fill-ins">
      {step.blanks.map((blank, at) => (
        <BlankCard key={blank.id} step={step} blank={blank} at={at} />
      ))}
    </section>
  );
}

function BlankCard({ step, blank, at }: { step: Step; blank: Blank; at: number }) {
  const store = useStore();
  const desk = useDesk();
  const place = { stepId: step.id, field: `blanks/${at}` };
  const onAll = (recipe: (all: Blank[]) => void, key?: string) =>
    store.change((draft) => {
      const all = stepOf(draft, step.id)?.blanks;
      if (all) recipe(all);
    }, key && `${blank.id} ${key}`);
  const set = (change: object, key?: string) => onAll((all) => Object.assign(all[at] ?? {}, change), key);
  const move = (to: number) => onAll((all) => all.splice(to, 0, ...all.splice(at, 1)));
  const turnInto = (kind: Kind) =>
    onAll((all) => {
      const { id, label, citations, hint } = blank;
      all[at] = shaped({ id, label, citations, ...(hint ? { hint } : {}) }, kind);
    });
  return (
    <div className="rounded-3 border border-line bg-raised">
      <div className="flex min-h-9 items-center gap-2 border-line border-b py-1 pr-1.5 pl-3 text-ink-2">
        <span className="flex [&_.lucide]:size-3.5">{kinds[blank.kind].icon}</span>
        <span className="text-xs">{kinds[blank.kind].name}</span>
        {blank.citations.map((citation) => (
          <NumberButton key={keyOfCitation(citation)} place={place} citation={citation} />
        ))}
        {desk.writable ? (
          <span className="ml-auto">
            <Menu
              label="This fill-in"
              trigger={
                <IconButton label={`More for fill-in ${at + 1}`} size="sm">
                  <Ellipsis />
                </IconButton>
              }
              groups={[
                {
                  title: 'The reader writes',
                  items: (Object.keys(kinds) as Kind[]).map((kind) => ({
                    label: kinds[kind].name,
                    icon: kinds[kind].icon,
                    checked: blank.kind === kind,
                    onChoose: () => turnInto(kind),
                  })),
                },
                {
                  items: [
                    ...(at > 0
                      ? [{ label: 'Move up', icon: <ArrowUp />, onChoose: () => move(at - 1) }]
                      : []),
                    ...(at < step.blanks.length - 1
                      ? [{ label: 'Move down', icon: <ArrowDown />, onChoose: () => move(at + 1) }]
                      : []),
                    {
                      label: 'Remove',
                      icon: <Trash2 />,
                      danger: true,
                      onChoose: () => onAll((all) => all.splice(at, 1)),
                    },
                  ],
                },
              ]}
            />
          </span>
        ) : null}
      </div>
      <div className="px-3 py-2">
        <PlainInput
          id={fieldId(place)}
          label={`Question of fill-in ${at + 1}`}
          value={blank.label}
          placeholder="What the reader writes here"
          className="w-full font-medium"
          onFocus={() => desk.setAt(place)}
          onChange={(label) => set({ label }, 'label')}
        />
        <PlainInput
          label={`Hint of fill-in ${at + 1}`}
          value={blank.hint ?? ''}
          placeholder="Add a hint"
          className="w-full text-ink-2 text-xs"
          onChange={(hint) => set({ hint }, 'hint')}
        />
        <BlankBody blank={blank} set={set} />
      </div>
    </div>
  );
}
