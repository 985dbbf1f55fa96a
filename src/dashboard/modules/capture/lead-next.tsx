import { CircleCheck, CircleHelp, Clock } from 'lucide-react';
import { useAct } from '../../api/act.ts';
import { send } from '../../api/client.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { Button } from '../../ui/button.tsx';
import { WhatHappensNext } from '../../ui/record.tsx';
import { moment, plural } from '../../ui/words.ts';
import { type Lead, stageWord } from './words.ts';

/** What happens next with a person, why it waits, and the one button that decides it. */
export function Next({ lead }: { lead: Lead }) {
  const { can } = useWorkspace();
  const confirm = useAct({
    run: () => send('PATCH', `/api/v1/leads/${lead.id}`, { body: { isSuspect: false } }),
    changes: ['leads'],
    says: () => `${lead.name} counts as a person`,
    undo: () => send('PATCH', `/api/v1/leads/${lead.id}`, { body: { isSuspect: true } }),
  });
  if (lead.next?.kind === 'suspect')
    return (
      <WhatHappensNext
        icon={<CircleHelp className="text-bad-ink" aria-hidden />}
        title={`${lead.next.sentence.replace(/\.$/, '')}.`}
        actions={
          can('leads.write') ? (
            <Button
              look="primary"
              busy={confirm.isPending && 'Saving'}
              onClick={() => confirm.mutate(undefined)}
            >
              This is a person
            </Button>
          ) : null
        }
      >
        Left out of every count until somebody says otherwise. Nothing is sent.
      </WhatHappensNext>
    );
  if (lead.next)
    return (
      <WhatHappensNext title={`${lead.next.sentence}.`}>
        {lead.next.kind === 'confirmation'
          ? `The mail with the button is in the timeline. Until they press it, nothing but that mail goes to ${lead.email}.`
          : lead.next.at
            ? `It happens ${moment(lead.next.at)}.`
            : null}
      </WhatHappensNext>
    );
  return (
    <WhatHappensNext
      icon={lead.confirmedAt ? <CircleCheck aria-hidden /> : <Clock aria-hidden />}
      title="Nothing is planned."
    >
      {stageWord(lead.stage)}
      {lead.quietDays > 0 ? `, quiet for ${plural(lead.quietDays, 'day')}` : ', active today'}.
      {lead.trialEligible?.value ? ' They may try the clone as soon as the playbook has one.' : ''}
    </WhatHappensNext>
  );
}
