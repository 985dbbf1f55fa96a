import { useKeys } from '../../../shell/keyboard.ts';
import { useVerbs } from '../../../shell/verbs.ts';
import { tell, undoLast } from '../../../ui/toasts.tsx';
import type { Playbook } from '../shapes.ts';
import type { DraftStore } from './draft-store.ts';
import type { ReviewState } from './use-review.ts';

interface Given {
  playbook: Playbook;
  review: ReviewState;
  store: DraftStore;
  writable: boolean;
  /** Moves the open step up (−1) or down (1). */
  move: (by: number) => void;
  /** Opens the step before or after. */
  next: (by: number) => void;
  read: () => void;
  publish: () => void;
  addStep: () => void;
}

/** Keys and palette verbs of the editor. */
export function useEditorKeys({
  playbook,
  review,
  store,
  writable,
  move,
  next,
  read,
  publish,
  addStep,
}: Given): void {
  const group = 'This playbook';
  const step = (by: number) => {
    const list = review.open;
    if (list.length === 0) return tell('Nothing was found.');
    const at = list.findIndex((finding) => finding.id === review.active);
    const finding = list[at < 0 ? (by > 0 ? 0 : list.length - 1) : (at + by + list.length) % list.length];
    if (finding) review.goTo(finding);
  };
  const apply = () => {
    const finding =
      review.open.find((one) => one.id === review.active) ??
      review.open.find((one) => one.apply && one.place.stepId === review.here);
    if (!finding) return tell('Go to a finding first: F8.');
    if (!finding.apply) return tell('This finding has no fix of its own; it needs your words.');
    void review.apply(finding);
  };
  const undo = () => {
    if (!store.undo()) void undoLast();
  };
  useKeys([
    { key: 'F8', label: 'Next finding', group, run: () => step(1), inFields: true },
    { key: 'shift+F8', label: 'Finding before', group, run: () => step(-1), inFields: true },
    { key: 'j', label: 'Next step', group, run: () => next(1) },
    { key: 'k', label: 'Step before', group, run: () => next(-1) },
    ...(writable
      ? [
          { key: 'mod+Enter', label: 'Apply the fix', group, run: apply, inFields: true },
          { key: 'alt+ArrowUp', label: 'Move this step up', group, run: () => move(-1), inFields: true },
          { key: 'alt+ArrowDown', label: 'Move this step down', group, run: () => move(1), inFields: true },
          { key: 'mod+z', label: 'Undo in this draft', group, run: undo, inFields: true },
          { key: 'z', label: 'Undo in this draft, with one key', group, run: undo },
          { key: 'mod+s', label: 'Save now', group, run: () => void store.flush(), inFields: true },
        ]
      : []),
  ]);
  useVerbs(`With ${playbook.title}`, [
    { id: 'read', label: 'Read as reader', run: read },
    ...(writable
      ? [
          { id: 'publish', label: 'Publish a version', run: publish },
          { id: 'add-step', label: 'Add a step', run: addStep },
          { id: 'finding', label: 'Next finding', keys: 'F8', run: () => step(1) },
        ]
      : []),
  ]);
}
