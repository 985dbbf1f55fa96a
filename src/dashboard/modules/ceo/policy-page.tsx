import { useQuery } from '@tanstack/react-query';
import { OctagonPause, Play } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { send } from '../../api/client.ts';
import { read } from '../../api/queries.ts';
import type { Shape } from '../../api/shapes.ts';
import { useUrlState } from '../../shell/url-state.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Input } from '../../ui/field.tsx';
import { Section } from '../../ui/rows.tsx';
import { ErrorBlock, Note, Skeleton } from '../../ui/states.tsx';
import { moment } from '../../ui/words.ts';
import { SettingsPage } from '../kernel/settings/frame.tsx';
import { PolicyCharacter } from './policy-character.tsx';
import { PolicyGrid } from './policy-grid.tsx';

type Config = Shape<'CeoConfig'>;

/** What the CEO may do alone, what it asks, what it never does; and the stop. */
export function PolicyPage() {
  const { can } = useWorkspace();
  const config = useQuery({ ...read('/api/v1/ceo'), enabled: can('policy.read') });
  const policies = useQuery({ ...read('/api/v1/policies'), enabled: can('policy.read') });
  const error = (!config.data && config.error) || (!policies.data && policies.error);
  const mayWrite = can('policy.write');
  return (
    <SettingsPage page="policy" actions={config.data && mayWrite ? <Stop config={config.data} /> : undefined}>
      {error ? (
        <ErrorBlock
          error={error}
          onRetry={() => {
            void config.refetch();
            void policies.refetch();
          }}
        />
      ) : config.data && policies.data ? (
        <div className="flex max-w-180 flex-col">
          {config.data.stopped ? <Stopped stopped={config.data.stopped} /> : null}
          {mayWrite ? null : (
            <div className="mb-4">
              <Note>An owner or admin of this workspace can change these.</Note>
            </div>
          )}
          <Section title="What it may do" aside="changes hold at once">
            <PolicyGrid policies={policies.data.data} mayWrite={mayWrite} />
          </Section>
          <PolicyCharacter config={config.data} mayWrite={mayWrite} />
        </div>
      ) : (
        <Skeleton rows={6} note="Loading the policy" />
      )}
    </SettingsPage>
  );
}

function Stopped({ stopped }: { stopped: NonNullable<Config['stopped']> }) {
  return (
    <div className="mb-4">
      <Note tone="wait" icon={<OctagonPause aria-hidden />}>
        All actions are stopped since {moment(stopped.at)}, by {stopped.by}
        {stopped.reason ? `: ${stopped.reason}` : ''}. It goes on looking; everything it wants to do asks.
      </Note>
    </div>
  );
}

/** Stop all actions, with a reason; or let it act again. */
function Stop({ config }: { config: Config }) {
  const [asked, ask] = useUrlState('stop');
  const asking = asked !== undefined;
  const setAsking = (on: boolean) => ask(on ? '1' : undefined);
  const [reason, setReason] = useState('');
  const lift = () => send<Config>('DELETE', '/api/v1/ceo/stops');
  const stop = useAct({
    run: () =>
      send<Config>('POST', '/api/v1/ceo/stops', {
        body: reason.trim() ? { reason: reason.trim() } : {},
      }),
    changes: ['ceo', 'actions', 'audit', 'home'],
    says: () => 'All actions are stopped',
    undo: lift,
    onDone: () => {
      setAsking(false);
      setReason('');
    },
  });
  const resume = useAct({
    run: lift,
    changes: ['ceo', 'actions', 'audit', 'home'],
    says: () => 'It acts again, inside its policy',
  });
  if (config.stopped)
    return (
      <Button icon={<Play />} busy={resume.isPending && 'Lifting'} onClick={() => resume.mutate(undefined)}>
        Let it act again
      </Button>
    );
  return (
    <>
      <Button look="danger" icon={<OctagonPause />} onClick={() => setAsking(true)}>
        Stop all actions
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Stop all actions"
        note="From now on it does nothing alone; it asks for everything. What already runs can be taken back in Approvals."
        actions={
          <>
            <Button look="quiet" onClick={() => setAsking(false)}>
              Keep going
            </Button>
            <Button look="danger" busy={stop.isPending && 'Stopping'} onClick={() => stop.mutate(undefined)}>
              Stop all actions
            </Button>
          </>
        }
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            stop.mutate(undefined);
          }}
        >
          <Field label="Why" hint="Shown to everybody who works here.">
            <Input value={reason} maxLength={300} onChange={(event) => setReason(event.target.value)} />
          </Field>
        </form>
      </Dialog>
    </>
  );
}
