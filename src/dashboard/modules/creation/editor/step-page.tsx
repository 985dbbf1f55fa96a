import { CircleHelp, Lock, Plus, Timer } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button, TextButton } from '../../../ui/button.tsx';
import { Menu } from '../../../ui/popover.tsx';
import type { Place, Playbook, Step } from '../shapes.ts';
import { Blanks, newBlank } from './blanks.tsx';
import { useDesk } from './desk.ts';
import { keyOfCitation, type ListName, type SingleName, stepOf } from './fields.ts';
import { ListField } from './list-field.tsx';
import { NumberButton } from './number-button.tsx';
import { ProseField } from './prose-field.tsx';
import { useDraft, useStore } from './use-draft.ts';

/** Words shown above and in an empty field. */
const told: Record<SingleName, [string, string]> = {
  outcome: ['Outcome', 'What exists when this step is done'],
  why: ['Why it matters', 'Why a reader should bother, in the expert’s words'],
  workedExample: ['Worked example', 'One real case, with its numbers'],
  doneWhen: ['Done when', 'How the reader knows that it is done'],
  nextAction: ['Then', 'What the reader does next'],
};
const toldLists: Record<ListName, [string, string]> = {
  inputs: ['Needs', 'What the reader has at hand'],
  tools: ['Tools', 'A tool'],
  instructions: ['Do this', 'One thing to do, beginning with the verb'],
  commonMistakes: ['Common mistakes', 'What goes wrong here'],
};

interface StepPageProps {
  step: Step;
  number: number;
  playbook: Playbook;
  offered: boolean;
  onOffer: (open: boolean) => void;
  menu: ReactNode;
  /** A field that is looked for although it is still empty. */
  wanted: string | undefined;
}

/** One step as the reader will meet it, typed in place. */
export function StepPage({ step, number, playbook, offered, onOffer, menu, wanted }: StepPageProps) {
  const store = useStore();
  const { content } = useDraft();
  const desk = useDesk();
  const [opened, setOpened] = useState<SingleName[]>([]);
  const at = (field: string): Place => ({ stepId: step.id, field });
  const shows = (name: SingleName) => step[name] !== undefined || opened.includes(name) || wanted === name;
  const single = (name: SingleName, className = 'font-serif text-edit') =>
    shows(name) ? (
      <Part label={told[name][0]}>
        <ProseField
          place={at(name)}
          label={told[name][0]}
          placeholder={told[name][1]}
          className={className}
          onLeaveEmpty={() => {
            setOpened((now) => now.filter((one) => one !== name));
            store.change((draft) => {
              const found = stepOf(draft, step.id);
              if (found && !found[name]?.text.trim()) delete found[name];
            });
          }}
        />
      </Part>
    ) : null;
  const list = (name: ListName) =>
    step[name].length > 0 ? (
      <Part label={toldLists[name][0]}>
        <ListField
          stepId={step.id}
          name={name}
          items={step[name]}
          label={toldLists[name][0]}
          placeholder={toldLists[name][1]}
          numbered={name === 'instructions'}
        />
      </Part>
    ) : null;
  const missing = (['outcome', 'why', 'workedExample', 'doneWhen', 'nextAction'] as const).filter(
    (name) => !shows(name),
  );
  const missingLists = (['inputs', 'tools', 'instructions', 'commonMistakes'] as const).filter(
    (name) => step[name].length === 0,
  );
  const addList = (name: ListName) =>
    store.change((draft) =>
      stepOf(draft, step.id)?.[name].push({ text: '', citations: [], origin: 'written' }),
    );
  const empty = missing.length === 5 && missingLists.length === 4 && step.blanks.length === 0;
  const offers = [
    {
      title: 'Add to this step',
      items: [
        ...missingLists.map((name) => ({ label: toldLists[name][0], onChoose: () => addList(name) })),
        ...missing.map((name) => ({ label: told[name][0], onChoose: () => setOpened([...opened, name]) })),
      ],
    },
    {
      title: 'A fill-in',
      items: (['short', 'long', 'number', 'choice', 'table'] as const).map((kind) => ({
        label: blankNames[kind],
        onChoose: () => store.change((draft) => stepOf(draft, step.id)?.blanks.push(newBlank(draft, kind))),
      })),
    },
  ];
  return (
    <article
      className="mx-auto w-full max-w-[41.5rem] px-6 pt-6 pb-24 max-phone:px-4"
      aria-label={`Step ${number}`}
    >
      <div className="flex min-h-control-sm flex-wrap items-center gap-x-4 text-ink-2 text-sm">
        <span className="font-strong">Step {number}</span>
        <MinutesField step={step} />
        <TitleSources step={step} />
        {menu ? <span className="ml-auto">{menu}</span> : null}
      </div>
      <h2 className="font-[500]!">
        <ProseField
          plain
          place={at('title')}
          label="Title of the step"
          placeholder="What the reader does in this step"
          className="font-[500] font-serif text-[2rem] leading-10 tracking-[-0.018em] max-phone:text-[1.625rem] max-phone:leading-8"
        />
      </h2>
      {empty ? (
        <p className="mt-3 font-serif text-edit text-ink-2">Write a step, or take one from a source.</p>
      ) : null}
      {single('outcome')}
      {single('why')}
      {list('inputs')}
      {list('tools')}
      {list('instructions')}
      <Blanks step={step} />
      {single('workedExample')}
      {list('commonMistakes')}
      {single('doneWhen')}
      {single('nextAction')}
      {desk.writable ? (
        <div className="mt-6 flex flex-wrap items-center gap-2">
          <OfferMenu
            open={offered}
            onOpen={onOffer}
            groups={offers.filter((group) => group.items.length > 0)}
          />
          {empty ? (
            <TextButton className="text-xs" onClick={() => desk.cite(at('title'))}>
              Take one from a source
            </TextButton>
          ) : null}
        </div>
      ) : null}
      {playbook.gatePosition === number && number < content.steps.length ? (
        <Marker icon={<Lock />} name="Gate">
          Asks for the e-mail first. Later steps stay on the server.
        </Marker>
      ) : null}
      {playbook.trialPosition === number ? (
        <Marker icon={<CircleHelp />} name="Clone trial">
          Stands here when clones come with a later version. Readers see nothing yet.
        </Marker>
      ) : null}
    </article>
  );
}

const blankNames = {
  short: 'A line',
  long: 'A paragraph',
  number: 'A number',
  choice: 'A choice',
  table: 'A table',
} as const;

function OfferMenu({
  open,
  onOpen,
  groups,
}: {
  open: boolean;
  onOpen: (open: boolean) => void;
  groups: Parameters<typeof Menu>[0]['groups'];
}) {
  return (
    <Menu
      label="Add to this step"
      align="start"
      open={open}
      onOpenChange={onOpen}
      groups={groups}
      trigger={
        <Button look="quiet" size="sm" icon={<Plus />} className="-ml-2">
          Add
        </Button>
      }
    />
  );
}

/** A field of the page under its name. */
export function Part({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section className="mt-4.5">
      <h3 className="font-medium text-ink-2 text-xs">{label}</h3>
      <div className="mt-0.5">{children}</div>
    </section>
  );
}

function MinutesField({ step }: { step: Step }) {
  const store = useStore();
  const { writable } = useDesk();
  const value = step.minutes?.value;
  return (
    <span className="inline-flex items-center gap-1.5">
      <Timer className="text-ink-3" aria-hidden />
      <input
        aria-label="Minutes"
        inputMode="numeric"
        readOnly={!writable}
        placeholder="–"
        value={value ?? ''}
        onChange={(event) => {
          const typed = Number.parseInt(event.target.value, 10);
          store.change((draft) => {
            const found = stepOf(draft, step.id);
            if (!found) return;
            if (Number.isNaN(typed)) delete found.minutes;
            else
              found.minutes = {
                value: Math.max(1, Math.min(10_080, typed)),
                citations: found.minutes?.citations ?? [],
                origin: 'written',
              };
          }, `${step.id} minutes`);
        }}
        style={{ width: `${Math.max(1, String(value ?? '–').length)}ch` }}
        className="figures box-content min-w-0 rounded-1 bg-transparent px-0.5 outline-offset-1 hover:bg-hover"
      />
      min
      {step.minutes && step.minutes.origin === 'derived' && step.minutes.citations.length === 0 ? (
        <span className="text-ink-3 text-xs">by estimate</span>
      ) : null}
    </span>
  );
}

/** The passages the step as a whole rests on. */
function TitleSources({ step }: { step: Step }) {
  if (step.citations.length === 0) return null;
  return (
    <span className="inline-flex items-center gap-1.5 text-ink-3">
      from
      {step.citations.map((citation) => (
        <NumberButton
          key={keyOfCitation(citation)}
          place={{ stepId: step.id, field: 'title' }}
          citation={citation}
          of="of the whole step"
        />
      ))}
    </span>
  );
}

function Marker({ icon, name, children }: { icon: ReactNode; name: string; children: ReactNode }) {
  return (
    <p className="mt-6 flex items-center gap-2 rounded-3 border border-line-control border-dashed px-3 py-2 text-ink-2">
      {icon}
      <span>
        <strong className="mr-1.5 text-ink">{name}</strong>
        {children}
      </span>
    </p>
  );
}
