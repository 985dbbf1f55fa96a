import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { OctagonPause } from 'lucide-react';
import { read } from '../../api/queries.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Note } from '../../ui/states.tsx';
import { moment } from '../../ui/words.ts';

/** That nothing acts alone right now, by whom, and where it is lifted; nothing while all is as usual. */
export function StoppedNote() {
  const { paths, can } = useWorkspace();
  const found = useQuery({ ...read('/api/v1/ceo'), enabled: can('policy.read') });
  const stopped = found.data?.stopped;
  if (!stopped) return null;
  return (
    <Note tone="wait" icon={<OctagonPause aria-hidden />}>
      All actions are stopped since {moment(stopped.at)}, by {stopped.by}
      {stopped.reason ? `: ${stopped.reason}` : ''}. Everything asks.{' '}
      <Link to={paths.settings('policy')} className="rounded-1 underline underline-offset-3">
        CEO policy
      </Link>
    </Note>
  );
}
