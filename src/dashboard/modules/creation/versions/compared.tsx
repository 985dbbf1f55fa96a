import { Chip } from '../../../ui/chip.tsx';
import { Diff, DiffCounts } from '../../../ui/diff.tsx';
import { sameStep, textOfStep } from '../editor/merge.ts';
import type { Draft, Step } from '../shapes.ts';

type Change = 'same' | 'added' | 'removed' | 'reworded';

interface Row {
  step: Step;
  before: Step | undefined;
  change: Change;
  movedFrom: number | undefined;
}

/** Two contents step by step and word by word; one alone is simply read. */
export function Compared({ before, after }: { before: Draft | undefined; after: Draft }) {
  const rows = rowsOf(before, after);
  const count = (change: Change) => rows.filter((row) => row.change === change).length;
  return (
    <>
      {before ? (
        <div className="mt-4">
          <DiffCounts
            added={count('added')}
            removed={count('removed')}
            moved={rows.filter((row) => row.movedFrom !== undefined).length}
            reworded={count('reworded')}
          />
        </div>
      ) : null}
      <ol className="mt-4">
        {rows.map(({ step, before: old, change, movedFrom }) => (
          <li key={step.id} className="border-line border-t py-3">
            <p className="flex flex-wrap items-center gap-2 text-ink-2 text-xs">
              Step {step.position}
              {movedFrom === undefined ? null : <Chip tone="info">moved from {movedFrom}</Chip>}
              {before && change !== 'same' ? (
                <Chip tone={change === 'added' ? 'ok' : change === 'removed' ? 'bad' : 'plain'}>
                  {change}
                </Chip>
              ) : null}
            </p>
            {change === 'reworded' && old ? (
              <p className="mt-1 whitespace-pre-line font-serif text-quote">
                <Diff before={textOfStep(old)} after={textOfStep(step)} />
              </p>
            ) : change === 'removed' ? (
              <p className="mt-0.5 font-serif text-edit">
                <del className="text-bad-ink">{step.title}</del>
              </p>
            ) : (
              <p className="mt-0.5 font-serif text-edit">{step.title}</p>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function rowsOf(before: Draft | undefined, after: Draft): Row[] {
  if (!before)
    return after.steps.map((step) => ({ step, before: undefined, change: 'same', movedFrom: undefined }));
  const old = new Map(before.steps.map((step) => [step.id, step]));
  const kept = before.steps
    .filter((step) => after.steps.some((one) => one.id === step.id))
    .map((step) => step.id);
  const left = after.steps.filter((step) => old.has(step.id)).map((step) => step.id);
  const rows: Row[] = after.steps.map((step) => {
    const was = old.get(step.id);
    if (!was) return { step, before: undefined, change: 'added', movedFrom: undefined };
    return {
      step,
      before: was,
      change: sameStep(step, was) ? 'same' : 'reworded',
      movedFrom: kept.indexOf(step.id) === left.indexOf(step.id) ? undefined : was.position,
    };
  });
  for (const step of before.steps)
    if (!after.steps.some((one) => one.id === step.id))
      rows.splice(Math.min(step.position - 1, rows.length), 0, {
        step,
        before: step,
        change: 'removed',
        movedFrom: undefined,
      });
  return rows;
}
