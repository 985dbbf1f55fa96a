import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { hasStatus } from '../../api/problems.ts';
import { readAt } from '../../api/queries.ts';
import type { Shape } from '../../api/shapes.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Drawer } from '../../ui/dialog.tsx';
import { Details } from '../../ui/rows.tsx';
import { EmptyState, ErrorBlock, Skeleton } from '../../ui/states.tsx';
import { moment } from '../../ui/words.ts';
import { AnswerText } from './clone-turns.tsx';
import { turnStates } from './clone-words.ts';
import { trialStates, usedWords } from './trial-words.ts';

type TrialRecord = Shape<'TrialRecord'>;

/** One trial beside the list: why this person may ask, what they asked, what they were told. */
export function TrialDrawer() {
  const { trial: id = '' } = useParams({ strict: false }) as { trial?: string };
  const { paths, can } = useWorkspace();
  const navigate = useNavigate();
  const found = useQuery({ ...readAt<TrialRecord>(`/api/v1/trials/${id}`), placeholderData: undefined });
  const trial = found.data;
  const close = () =>
    void navigate({
      to: paths.trials,
      search: ((now: Record<string, string>) => now) as never,
      resetScroll: false,
    });
  if (!trial)
    return (
      <Drawer open onClose={close} title="Trial">
        <div className="px-5 py-5">
          {hasStatus(found.error, 404) ? (
            <EmptyState title="There is no such trial" boxed={false}>
              The person may have been erased, and their trial with them.
            </EmptyState>
          ) : found.error ? (
            <ErrorBlock error={found.error} onRetry={() => void found.refetch()} />
          ) : (
            <Skeleton rows={5} />
          )}
        </div>
      </Drawer>
    );
  return (
    <Drawer
      open
      onClose={close}
      title={trial.lead.name}
      note={`${usedWords(trial)} questions, began ${moment(trial.requestedAt)}`}
      head={
        <div className="flex flex-wrap gap-1.5">
          {can('leads.read') ? (
            <ButtonLink size="sm" to={paths.lead(trial.lead.id)}>
              Open lead
            </ButtonLink>
          ) : null}
          <ButtonLink size="sm" look="quiet" to={paths.clone(trial.clone.id)}>
            Open clone
          </ButtonLink>
        </div>
      }
    >
      <div className="border-line border-b px-5 py-4">
        <Details
          items={[
            { label: 'State', value: trialStates[trial.state].words },
            { label: 'Why they may', value: trial.eligibilityReason },
            { label: 'Playbook', value: trial.playbook.title },
            ...(trial.spentAt ? [{ label: 'Used up', value: moment(trial.spentAt) }] : []),
          ]}
        />
      </div>
      <ol aria-label="What they asked, in order" className="px-5">
        {trial.turns.map((turn) => (
          <li key={turn.id} className="border-line border-b py-3">
            <p className="font-strong [overflow-wrap:anywhere]">{turn.question}</p>
            {turn.answer ? <AnswerText turn={turn} /> : null}
            <p className="mt-1 text-ink-3 text-xs">
              {turnStates[turn.state].words}, {moment(turn.askedAt)}
              {turn.citations.length > 0 && turn.state === 'answered'
                ? `, from ${[...new Set(turn.citations.map(({ stepPosition }) => (stepPosition ? `step ${stepPosition}` : 'a source')))].join(', ')}`
                : ''}
            </p>
          </li>
        ))}
      </ol>
    </Drawer>
  );
}
