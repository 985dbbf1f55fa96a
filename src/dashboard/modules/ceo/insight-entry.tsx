import { Check, X } from 'lucide-react';
import { useAct } from '../../api/act.ts';
import { send } from '../../api/client.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { ButtonLink, IconButton, TextButton } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { clockTime, moment, plural } from '../../ui/words.ts';
import { UndoAction } from './action-card.tsx';
import {
  type Action,
  actionStates,
  type Detector,
  type Insight,
  isWaiting,
  kinds,
  rightWords,
  touched,
} from './words.ts';

const stateWords: Record<Insight['state'], string> = {
  open: '',
  acted: '',
  dismissed: 'Put away',
  resolved: 'No longer so',
  expired: 'Too old',
};

/** One thing it saw: evidence, certainty, how often right, and what it did or wants to do. */
export function InsightEntry({
  insight,
  detector,
  actions,
  onOpen,
}: {
  insight: Insight;
  detector: Detector | undefined;
  actions: Action[];
  onOpen: () => void;
}) {
  const { can } = useWorkspace();
  const dismiss = useAct({
    run: () => send('POST', `/api/v1/insights/${insight.id}/dismissals`, { body: {} }),
    changes: touched,
    says: () => `Put away: ${insight.title}`,
  });
  const isOpen = insight.state === 'open' || insight.state === 'acted';
  return (
    <li className="flex gap-3 border-line border-b py-3.5">
      <div className="min-w-0 flex-1">
        <h2 className="font-strong">{insight.title}</h2>
        <p className="text-ink-2">{insight.statement}</p>
        <p className="mt-0.5 flex flex-wrap items-center gap-x-4 text-ink-2 text-xs">
          <TextButton onClick={onOpen}>{evidenceWords(insight)}</TextButton>
          <span className="figures">Certainty {insight.confidence.toFixed(2)}</span>
          {detector ? <span>{rightWords(detector)}</span> : null}
          <span>
            {isOpen ? 'seen' : `${stateWords[insight.state]}, last seen`} {moment(insight.lastSeenAt)}
          </span>
        </p>
        {actions.length > 0 ? (
          <ul className="mt-1.5 flex flex-col gap-1">
            {actions.map((action) => (
              <ActionLine key={action.id} action={action} />
            ))}
          </ul>
        ) : null}
      </div>
      {insight.state === 'open' && can('insights.write') ? (
        <div className="shrink-0">
          <IconButton
            label={`Put away: ${insight.title}`}
            size="sm"
            onClick={() => dismiss.mutate(undefined)}
          >
            <X />
          </IconButton>
        </div>
      ) : null}
    </li>
  );
}

function evidenceWords({ evidence }: Insight): string {
  return evidence.count === 0 ? 'how it was counted' : `${plural(evidence.count, 'row')} behind it`;
}

function ActionLine({ action }: { action: Action }) {
  const { paths, can } = useWorkspace();
  const Icon = kinds[action.kind].icon;
  const { words, tone } = actionStates[action.state];
  return (
    <li className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
      <Icon className="text-ink-3" aria-hidden />
      <span className="min-w-0">{action.title}</span>
      {isWaiting(action) ? (
        <ButtonLink size="sm" to={paths.approval(action.id)}>
          {can('actions.approve') ? 'Review' : 'Read'}
          {action.items.length > 1 ? ` ${action.items.length}` : ''}
        </ButtonLink>
      ) : (
        <>
          <Chip tone={tone} icon={tone === 'ok' ? <Check aria-hidden /> : undefined}>
            {words}
            {action.decision === null && action.ranAt ? ` alone ${clockTime(action.ranAt)}` : ''}
          </Chip>
          {can('actions.approve') ? <UndoAction action={action} quiet /> : null}
        </>
      )}
    </li>
  );
}
