import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useWorkspace } from '../../shell/workspace.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { moment } from '../../ui/words.ts';
import { UndoAction } from './action-card.tsx';
import { type Action, actionStates, kinds, undoWords } from './words.ts';

const shownAtFirst = 10;

/** What it did without asking, newest first, each with its way back for as long as there is one. */
export function DoneAlone({ actions }: { actions: Action[] | undefined }) {
  const { paths, can } = useWorkspace();
  const [all, setAll] = useState(false);
  const alone = actions?.filter(({ decision, ranAt }) => decision === null && ranAt !== null);
  const shown = all ? alone : alone?.slice(0, shownAtFirst);
  return (
    <section aria-labelledby="done-alone" className="px-gutter pt-6 max-phone:px-4">
      <h2 id="done-alone" className="font-strong">
        Done alone
      </h2>
      {!shown ? (
        <Skeleton rows={3} />
      ) : shown.length === 0 ? (
        <p className="py-2 text-ink-2">
          Nothing yet. What it does without asking stands here, with its way back.
        </p>
      ) : (
        <ul>
          {shown.map((action) => {
            const Icon = kinds[action.kind].icon;
            const { words, tone } = actionStates[action.state];
            const still = undoWords(action);
            return (
              <li
                key={action.id}
                className="flex min-h-11 items-center gap-3 border-line border-b py-2 max-phone:flex-wrap"
              >
                <Icon className="text-ink-3" aria-hidden />
                <div className="min-w-0 flex-1">
                  <Link to={paths.approval(action.id)} className="rounded-1 font-medium hover:underline">
                    {action.title}
                  </Link>
                  <p className="text-ink-2 text-xs">
                    {action.ranAt ? moment(action.ranAt) : ''}
                    {still ? ` · ${still}` : ''}
                    {action.problem ? ` · ${action.problem}` : ''}
                  </p>
                </div>
                <Chip tone={tone}>{words}</Chip>
                {can('actions.approve') ? <UndoAction action={action} quiet /> : null}
              </li>
            );
          })}
        </ul>
      )}
      {!all && alone && alone.length > shownAtFirst ? (
        <Button look="quiet" className="mt-2" onClick={() => setAll(true)}>
          Show {alone.length - shownAtFirst} more
        </Button>
      ) : null}
    </section>
  );
}
