import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { readAt } from '../../../api/queries.ts';
import { tellProblem, tellUndoable } from '../../../ui/toasts.tsx';
import type { Criterion, Finding, Playbook, Review } from '../shapes.ts';
import type { DraftStore } from './draft-store.ts';
import { headingOf, inOrder, readKept, writeKept } from './findings.ts';
import { useDraft } from './use-draft.ts';

export interface ReviewState {
  data: Review | undefined;
  error: unknown;
  retry: () => void;
  /** Findings that still want something, in order; only those of the chosen letter. */
  open: Finding[];
  /** The whole list, kept ones left out. */
  all: Finding[];
  kept: Finding[];
  keep: (finding: Finding) => void;
  unkeep: (finding: Finding) => void;
  apply: (finding: Finding) => Promise<void>;
  applying: string | undefined;
  criterion: Criterion | undefined;
  choose: (criterion: Criterion | undefined) => void;
  /** The finding that F8 stands on. */
  active: string | undefined;
  activate: (id: string | undefined) => void;
  /** Takes the person to the words of a finding. */
  goTo: (finding: Finding) => void;
  here: string | undefined;
  writable: boolean;
}

interface Given {
  playbook: Playbook;
  store: DraftStore;
  here: string | undefined;
  writable: boolean;
  canRead: boolean;
  goTo: (finding: Finding) => void;
}

/** The newest review with what a person does about it. */
export function useReview({ playbook, store, here, writable, canRead, goTo }: Given): ReviewState {
  const { content, review: saved, revision } = useDraft();
  const read = useQuery({ ...readAt<Review>(`/api/v1/playbooks/${playbook.id}/review`), enabled: canRead });
  const [kept, setKept] = useState(() => readKept(playbook.id));
  const [criterion, choose] = useState<Criterion | undefined>();
  const [active, activate] = useState<string | undefined>();
  const [applying, setApplying] = useState<string | undefined>();
  const data = saved && saved.draftRevision >= (read.data?.draftRevision ?? 0) ? saved : read.data;
  const sorted = useMemo(() => (data ? inOrder(data, content) : []), [data, content]);
  const all = useMemo(() => sorted.filter((finding) => !kept.has(finding.id)), [sorted, kept]);
  const open = useMemo(
    () => (criterion ? all.filter((finding) => finding.criterion === criterion) : all),
    [all, criterion],
  );

  const change = useCallback(
    (recipe: (next: Set<string>) => void) => {
      setKept((now) => {
        const next = new Set(now);
        recipe(next);
        writeKept(playbook.id, next);
        return next;
      });
    },
    [playbook.id],
  );
  const apply = async (finding: Finding) => {
    setApplying(finding.id);
    try {
      const before = await store.fix(finding.id);
      const after = store.get().content;
      tellUndoable(`Applied: ${headingOf(finding)}`, () => {
        // Only this change is taken back; when more was typed since, undo in the page takes that back first.
        if (store.get().content === after) store.undo();
        else store.replace(before);
        return store.flush();
      });
    } catch (error) {
      tellProblem(error);
    } finally {
      setApplying(undefined);
    }
  };
  return {
    data,
    error: revision === 0 && !read.data ? undefined : read.error,
    retry: () => void read.refetch(),
    open,
    all,
    kept: sorted.filter((finding) => kept.has(finding.id)),
    keep: (finding) => {
      change((next) => next.add(finding.id));
      tellUndoable('Kept as you wrote it', () => change((next) => next.delete(finding.id)));
    },
    unkeep: (finding) => change((next) => next.delete(finding.id)),
    apply,
    applying,
    criterion,
    choose,
    active,
    activate,
    goTo,
    here,
    writable,
  };
}
