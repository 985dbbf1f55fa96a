import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { Link } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { CircleHelp, Lock, Plus } from 'lucide-react';
import { Fragment } from 'react';
import { useWorkspace } from '../../../shell/workspace.ts';
import { IconButton } from '../../../ui/button.tsx';
import { Menu } from '../../../ui/popover.tsx';
import { plural } from '../../../ui/words.ts';
import type { Finding, Playbook, Review, Step } from '../shapes.ts';
import { longTime } from '../words.ts';
import { isBelow } from './findings.ts';
import { useDraft } from './use-draft.ts';

interface StepsRailProps {
  playbook: Playbook;
  /** The step that is open; undefined on the playbook's own page. */
  here: string | undefined;
  findings: Finding[];
  review: Review | undefined;
  writable: boolean;
  onAdd: () => void;
  onMove: (stepId: string, to: number) => void;
  onMoveMark: (mark: 'gate' | 'trial', position: number | null) => void;
  onChosen?: () => void;
}

/** All steps with where the gate and the trial stand; dragged by hand, moved with ⌥↑ and ⌥↓. */
export function StepsRail(props: StepsRailProps) {
  const { playbook, here, findings, review, writable, onAdd, onMove, onMoveMark, onChosen } = props;
  const { content } = useDraft();
  const { paths } = useWorkspace();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 5 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const minutes = content.steps.reduce((sum, step) => sum + (step.minutes?.value ?? 0), 0);
  const below = new Set(review?.scores.filter(isBelow).map((score) => score.criterion));
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (!over || active.id === over.id) return;
    onMove(
      String(active.id),
      content.steps.findIndex((step) => step.id === over.id),
    );
  };
  return (
    <nav aria-label="Steps" className="px-2.5 py-2.5">
      <div className="flex items-center justify-between gap-2 pr-0.5 pl-2">
        <span className="text-ink-2 text-xs">
          <span className="font-strong">{plural(content.steps.length, 'step')}</span>
          {minutes > 0 ? <span className="font-strong">, {longTime(minutes)}</span> : null}
        </span>
        {writable ? (
          <IconButton label="Add a step" size="sm" onClick={onAdd}>
            <Plus />
          </IconButton>
        ) : null}
      </div>
      <Link
        to={paths.playbook(playbook.slug, 0)}
        search={true as never}
        onClick={onChosen}
        aria-current={here === undefined ? 'page' : undefined}
        className={clsx(
          'mt-1 flex rounded-2 px-2 py-1 outline-offset-[-2px] hover:bg-hover',
          here === undefined ? 'bg-press font-strong' : 'text-ink-2',
        )}
      >
        Promise and audience
        <Dot findings={findings.filter((finding) => finding.place.stepId === undefined)} below={below} />
      </Link>
      <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={onDragEnd}>
        <SortableContext items={content.steps.map((step) => step.id)} strategy={verticalListSortingStrategy}>
          <ol>
            {content.steps.map((step, at) => (
              <Fragment key={step.id}>
                <Row
                  step={step}
                  number={at + 1}
                  here={step.id === here}
                  to={paths.playbook(playbook.slug, at + 1)}
                  findings={findings.filter((finding) => finding.place.stepId === step.id)}
                  below={below}
                  writable={writable}
                  onChosen={onChosen}
                />
                {playbook.gatePosition === at + 1 && at + 1 < content.steps.length ? (
                  <Mark
                    icon={<Lock />}
                    writable={writable}
                    label="Gate · e-mail first"
                    menu="Move the gate"
                    places={[2, 3, 4, 5]}
                    now={at + 1}
                    count={content.steps.length}
                    onMove={(position) => onMoveMark('gate', position)}
                  />
                ) : null}
                {playbook.trialPosition === at + 1 ? (
                  <Mark
                    icon={<CircleHelp />}
                    writable={writable}
                    label="Clone trial · later"
                    menu="Move the trial"
                    places={content.steps.map((_, place) => place + 1)}
                    now={at + 1}
                    count={content.steps.length + 1}
                    onMove={(position) => onMoveMark('trial', position)}
                  />
                ) : null}
              </Fragment>
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      {writable &&
      (playbook.gatePosition === null || playbook.gatePosition >= content.steps.length) &&
      content.steps.length > 2 ? (
        <Mark
          icon={<Lock />}
          writable
          label="No gate"
          menu="Place the gate"
          places={[2, 3, 4, 5]}
          now={0}
          count={content.steps.length}
          onMove={(position) => onMoveMark('gate', position)}
          plain
        />
      ) : null}
    </nav>
  );
}

interface RowProps {
  step: Step;
  number: number;
  here: boolean;
  to: string;
  findings: Finding[];
  below: Set<string>;
  writable: boolean;
  onChosen: (() => void) | undefined;
}

function Row({ step, number, here, to, findings, below, writable, onChosen }: RowProps) {
  const { setNodeRef, listeners, transform, transition, isDragging } = useSortable({
    id: step.id,
    disabled: !writable,
  });
  return (
    <li
      ref={setNodeRef}
      {...(writable ? listeners : {})}
      style={{
        transform: transform ? `translate3d(0, ${Math.round(transform.y)}px, 0)` : undefined,
        transition: transition ?? undefined,
      }}
      className={clsx('rounded-2', isDragging && 'relative z-(--z-sticky) bg-raised shadow-3')}
    >
      <Link
        to={to}
        search={true as never}
        onClick={onChosen}
        draggable={false}
        aria-current={here ? 'page' : undefined}
        aria-keyshortcuts={writable ? 'Alt+ArrowUp Alt+ArrowDown' : undefined}
        className={clsx(
          'flex items-start gap-2.5 rounded-2 py-[0.3125rem] pr-2 pl-2 outline-offset-[-2px] hover:bg-hover pointer-coarse:py-2.5',
          here && 'bg-press font-strong',
        )}
      >
        <span className={clsx('figures w-4 shrink-0 text-right', here ? 'text-ink' : 'text-ink-2')}>
          {number}
        </span>
        <span className="min-w-0 flex-1 leading-[1.125rem]">
          {step.title || <span className="text-ink-3">Untitled step</span>}
        </span>
        <Dot findings={findings} below={below} />
      </Link>
    </li>
  );
}

/** Red: something here keeps it from publishing. Orange: something could be better. */
function Dot({ findings, below }: { findings: Finding[]; below: Set<string> }) {
  const wanted = findings.filter((finding) => finding.weight !== 'hint');
  if (wanted.length === 0) return null;
  const blocks = wanted.some((finding) => below.has(finding.criterion));
  return (
    <span
      className={clsx('mt-1.5 ml-auto size-[0.4375rem] shrink-0 rounded-full', blocks ? 'bg-bad' : 'bg-wait')}
    >
      <span className="sr-only">
        {plural(wanted.length, 'finding')}
        {blocks ? ', blocks publishing' : ''}
      </span>
    </span>
  );
}

interface MarkProps {
  icon: React.ReactNode;
  label: string;
  menu: string;
  places: number[];
  now: number;
  count: number;
  writable: boolean;
  plain?: boolean;
  onMove: (position: number | null) => void;
}

/** Where the gate or the trial stands: a dashed line that can be moved. */
function Mark({ icon, label, menu, places, now, count, writable, plain, onMove }: MarkProps) {
  const words = (
    <>
      {icon} {label}
    </>
  );
  const look = 'flex items-center gap-1.5 rounded-1 text-2xs text-ink-2 [&_.lucide]:size-3';
  const inside = writable ? (
    <Menu
      label={menu}
      align="start"
      trigger={
        <button
          type="button"
          aria-label={`${label}. ${menu}`}
          className={clsx(look, 'min-h-target hover:text-ink')}
        >
          {words}
        </button>
      }
      groups={[
        {
          title: menu,
          items: places
            .filter((place) => place < count)
            .map((place) => ({
              label: `After step ${place}`,
              checked: place === now,
              onChoose: () => onMove(place),
            })),
        },
        ...(now > 0 ? [{ items: [{ label: 'Take it away', onChoose: () => onMove(null) }] }] : []),
      ]}
    />
  ) : (
    <span className={clsx(look, 'min-h-target')}>{words}</span>
  );
  if (plain) return <div className="mt-1 border-line-control border-t border-dashed px-2">{inside}</div>;
  return <li className="mx-2 my-1 border-line-control border-t border-dashed">{inside}</li>;
}
