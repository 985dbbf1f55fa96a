import type { Draft, Step } from '../shapes.ts';
import { freeId, ofDraft } from './fields.ts';

/** One part of the draft that both sides changed: a step, or a field of the playbook itself. */
export interface Clash {
  id: string;
  name: string;
  mine: string;
  theirs: string;
}

export type Choice = 'mine' | 'theirs' | 'both';

interface Merged {
  /** Theirs, with everything only I changed brought over, and for each clash what was chosen. */
  draft: Draft;
  clashes: Clash[];
}

const heads = ['title', ...ofDraft, 'methodologyType'] as const;
const names: Record<(typeof heads)[number], string> = {
  title: 'Title',
  outcome: 'Outcome',
  audience: 'Audience',
  pain: 'Pain',
  uniqueInsight: 'What is new',
  methodologyType: 'Kind of method',
};

/**
 * Brings two drafts together that began at the same base. What one side alone changed is taken; what both changed is a
 * clash, decided by `choices` (theirs while nothing is chosen). "Both" keeps my step as a copy behind theirs.
 */
export function mergeDrafts(
  base: Draft,
  mine: Draft,
  theirs: Draft,
  choices: Record<string, Choice> = {},
): Merged {
  const draft = structuredClone(theirs);
  const clashes: Clash[] = [];
  for (const name of heads) {
    if (same(mine[name], base[name]) || same(mine[name], theirs[name])) continue;
    if (!same(theirs[name], base[name])) {
      clashes.push({ id: name, name: names[name], mine: said(mine[name]), theirs: said(theirs[name]) });
      if ((choices[name] ?? 'theirs') === 'theirs') continue;
    }
    Object.assign(draft, { [name]: structuredClone(mine[name]) });
    if (mine[name] === undefined) delete draft[name as 'outcome'];
  }
  const inBase = byId(base);
  const inTheirs = byId(theirs);
  for (const step of mine.steps) {
    const before = inBase.get(step.id);
    const other = inTheirs.get(step.id);
    if (sameStep(step, before) || sameStep(step, other)) continue;
    const at = draft.steps.findIndex((one) => one.id === step.id);
    if (!before && !other)
      draft.steps.splice(Math.min(mine.steps.indexOf(step), draft.steps.length), 0, structuredClone(step));
    else if (other && sameStep(other, before)) draft.steps[at] = structuredClone(step);
    else {
      clashes.push({
        id: step.id,
        name: `Step ${(other ?? step).position}, ${(other ?? step).title}`,
        mine: textOfStep(step),
        theirs: other ? textOfStep(other) : '',
      });
      const choice = choices[step.id] ?? 'theirs';
      if (choice === 'mine' && at >= 0) draft.steps[at] = structuredClone(step);
      else if (choice !== 'theirs') {
        const copy = structuredClone(step);
        if (at >= 0) copy.id = freeId(draft, 'step');
        draft.steps.splice(
          at >= 0 ? at + 1 : Math.min(mine.steps.indexOf(step), draft.steps.length),
          0,
          copy,
        );
      }
    }
  }
  const kept = new Set(mine.steps.map((step) => step.id));
  draft.steps = draft.steps.filter(
    (step) => kept.has(step.id) || !inBase.has(step.id) || !sameStep(step, inBase.get(step.id)),
  );
  keepMyOrder(draft, base, mine, theirs);
  draft.steps.forEach((step, at) => {
    step.position = at + 1;
  });
  return { draft, clashes };
}

/** When I moved steps and they did not, my order holds. */
function keepMyOrder(draft: Draft, base: Draft, mine: Draft, theirs: Draft): void {
  const order = (one: Draft) =>
    one.steps.map((step) => step.id).filter((id) => base.steps.some((step) => step.id === id));
  if (!same(order(theirs), order(base)) || same(order(mine), order(base))) return;
  const place = new Map(mine.steps.map((step, at) => [step.id, at]));
  draft.steps.sort(
    (one, other) => (place.get(one.id) ?? one.position - 0.5) - (place.get(other.id) ?? other.position - 0.5),
  );
}

/** The words of a step, for showing what differs. */
export function textOfStep(step: Step): string {
  return [
    step.title,
    step.outcome?.text,
    step.why?.text,
    step.minutes && `${step.minutes.value} min`,
    ...step.inputs.map((item) => item.text),
    ...step.tools.map((item) => item.text),
    ...step.instructions.map((item) => item.text),
    ...step.blanks.map((blank) => blank.label),
    step.workedExample?.text,
    ...step.commonMistakes.map((item) => item.text),
    step.doneWhen?.text,
    step.nextAction?.text,
  ]
    .filter(Boolean)
    .join('\n');
}

const byId = (draft: Draft) => new Map(draft.steps.map((step) => [step.id, step]));

function said(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null && 'text' in value ? String(value.text) : '';
}

/** Whether two steps say the same, wherever they stand. */
export function sameStep(one: Step, other: Step | undefined): boolean {
  return other !== undefined && same({ ...one, position: 0 }, { ...other, position: 0 });
}

/** Whether two values say the same, whatever the order of their keys. */
export function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) =>
    same((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]),
  );
}
