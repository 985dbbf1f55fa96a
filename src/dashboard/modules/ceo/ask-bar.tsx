import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { History, OctagonPause, Play, Plus, SlidersHorizontal } from 'lucide-react';
import { useAct } from '../../api/act.ts';
import { send } from '../../api/client.ts';
import { read } from '../../api/queries.ts';
import type { Shape } from '../../api/shapes.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Menu } from '../../ui/popover.tsx';
import { age, plural } from '../../ui/words.ts';

type Conversation = Shape<'Conversation'>;

/** The asker's own conversations, and a new one. */
export function Conversations({
  known,
  shown,
  hasMore,
  onNew,
}: {
  known: Conversation[];
  shown: string | undefined;
  hasMore: boolean;
  onNew: () => void;
}) {
  const { paths } = useWorkspace();
  const navigate = useNavigate();
  if (known.length === 0) return null;
  return (
    <Menu
      label="Conversations"
      align="start"
      className="max-w-96"
      trigger={
        <Button look="quiet" size="sm" icon={<History />}>
          {plural(known.length, 'conversation')}
          {hasMore ? ' or more' : ''}
        </Button>
      }
      groups={[
        { items: [{ label: 'New conversation', icon: <Plus />, keys: 'N', onChoose: onNew }] },
        {
          title: 'Yours, the last spoken in first',
          items: known.map(({ id, title, lastMessageAt, createdAt }) => ({
            label: <span className="block truncate">{title || 'Nothing asked yet'}</span>,
            note: age(lastMessageAt ?? createdAt),
            checked: id === shown,
            onChoose: () => void navigate({ to: paths.conversation(id), search: {} as never }),
          })),
        },
      ]}
    />
  );
}

/** How far it acts alone, where that is set, and the stop. */
export function BarActions() {
  const { paths, can } = useWorkspace();
  const config = useQuery({ ...read('/api/v1/ceo'), enabled: can('policy.read') });
  const lift = () => send('DELETE', '/api/v1/ceo/stops');
  const changes = ['ceo', 'actions', 'audit', 'home'];
  const stop = useAct({
    run: () => send('POST', '/api/v1/ceo/stops', { body: {} }),
    changes,
    says: () => 'All actions are stopped',
    undo: lift,
  });
  const resume = useAct({ run: lift, changes, says: () => 'It acts again, inside its policy' });
  if (!config.data) return null;
  const { stopped, actsAbove } = config.data;
  return (
    <>
      <span className="text-ink-3 text-xs max-wide:hidden">
        {stopped ? 'All actions are stopped' : `Acts alone above ${actsAbove.toFixed(2)}, inside policy`}
      </span>
      <ButtonLink to={paths.settings('policy')} icon={<SlidersHorizontal />} className="max-phone:hidden">
        Policy
      </ButtonLink>
      {!can('policy.write') ? null : stopped ? (
        <Button icon={<Play />} busy={resume.isPending && 'Lifting'} onClick={() => resume.mutate(undefined)}>
          Let it act again
        </Button>
      ) : (
        <Button
          look="danger"
          icon={<OctagonPause />}
          busy={stop.isPending && 'Stopping'}
          onClick={() => stop.mutate(undefined)}
        >
          <span className="max-phone:hidden">Stop all actions</span>
          <span className="hidden max-phone:inline">Stop</span>
        </Button>
      )}
    </>
  );
}
