import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { tell, tellProblem, tellUndoable } from '../ui/toasts.tsx';
import { keysOf } from './queries.ts';

interface Act<Input, Result> {
  run: (input: Input) => Promise<Result>;
  /** The resources it changes: ['leads', 'segments']. Their reads are renewed afterwards. */
  changes: string[];
  /** What the toast says, in the past: "9 follow-ups approved". Nothing is said without it. */
  says?: (input: Input, result: Result) => string;
  /** How it is taken back. With it the toast offers Undo. */
  undo?: (input: Input, result: Result) => Promise<unknown>;
  /** Shows the result before the server has answered. Never for send now, charge, publish, launch, erase. */
  optimistic?: (queries: QueryClient, input: Input) => void;
  onDone?: (result: Result, input: Input) => void;
  /** By default a toast; a form shows the error itself and passes `() => {}`. */
  onError?: (error: unknown, input: Input) => void;
}

/** A change to the server: at once on screen where that is honest, with its toast and its way back. */
export function useAct<Input, Result>(act: Act<Input, Result>) {
  const queries = useQueryClient();
  const renew = () =>
    Promise.all(act.changes.map((resource) => queries.invalidateQueries({ queryKey: keysOf(resource) })));
  return useMutation({
    mutationFn: act.run,
    onMutate: async (input: Input) => {
      if (!act.optimistic) return undefined;
      await Promise.all(act.changes.map((resource) => queries.cancelQueries({ queryKey: keysOf(resource) })));
      const before = act.changes.flatMap((resource) =>
        queries.getQueriesData({ queryKey: keysOf(resource) }),
      );
      act.optimistic(queries, input);
      return before;
    },
    onError: (error, input, before) => {
      for (const [key, value] of before ?? []) queries.setQueryData(key, value);
      if (act.onError) act.onError(error, input);
      else tellProblem(error);
    },
    onSuccess: (result, input) => {
      const words = act.says?.(input, result);
      const { undo } = act;
      if (words && undo) {
        tellUndoable(words, async () => {
          await undo(input, result);
          await renew();
        });
      } else if (words) tell(words);
      act.onDone?.(result, input);
    },
    onSettled: renew,
  });
}
