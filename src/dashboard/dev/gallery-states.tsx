import { CalendarCheck, Check, Clock, Gauge, KeyRound, Send } from 'lucide-react';
import { ProblemError } from '../api/problems.ts';
import { ApprovalCard } from '../ui/approval-card.tsx';
import { Button } from '../ui/button.tsx';
import { Chip, StandIn, StateMark } from '../ui/chip.tsx';
import { Citation } from '../ui/citation.tsx';
import { Diff, DiffCounts } from '../ui/diff.tsx';
import { NoPassage } from '../ui/marks.tsx';
import { EmptyState, ErrorBlock, Skeleton } from '../ui/states.tsx';
import { tell, tellUndoable } from '../ui/toasts.tsx';
import { Verdict } from '../ui/verdict.tsx';
import { RunningCard, WaitReason } from '../ui/waiting.tsx';
import { Part } from './part.tsx';

const problem = new ProblemError({
  status: 422,
  title: 'The address answered, but not with a web page',
  detail:
    'fixedquote.example/price.zip is a 14 MB archive. Give the page that links to it, or upload the file.',
  instance: '8f2c-41d0',
});

export function GalleryStates() {
  return (
    <div className="mb-8 grid gap-8 tablet:grid-cols-3">
      <Part title="State, in words">
        <div className="flex flex-wrap gap-2">
          <WaitReason
            words="window opens 08:40"
            cause="Daily cap reached on jonas@"
            icon={<Gauge />}
            ways={[
              { label: 'See the line', onChoose: () => tell('The line') },
              { label: 'Raise the cap', onChoose: () => tell('The cap') },
            ]}
          >
            40 of 40 sent today. This mail is 12th in line and moves <strong>Wed 11 Nov, about 08:52</strong>{' '}
            her time.
          </WaitReason>
          <Chip tone="ok" icon={<Check />}>
            Done 05:00
          </Chip>
          <Chip tone="bad" icon={<KeyRound />}>
            mailbox cut off
          </Chip>
          <Chip tone="info" icon={<CalendarCheck />}>
            Scheduled
          </Chip>
          <Chip>Draft 5</Chip>
          <StandIn>test checkout</StandIn>
          <StateMark tone="wait" icon={<Clock />}>
            Follow-up waits for you
          </StateMark>
        </div>
      </Part>
      <Part title="Undo">
        <div className="flex gap-2">
          <Button onClick={() => tellUndoable('9 follow-ups approved, first leaves 08:40', () => undefined)}>
            Say with undo
          </Button>
          <Button onClick={() => tell('Address copied.')}>Say</Button>
        </div>
      </Part>
      <Part title="Work that takes a while">
        <RunningCard
          title="Reading Interview 2"
          aside="about 40 s left"
          progress={0.62}
          stages={[
            { label: 'Text, 9,412 words', state: 'done' },
            { label: '38 passages', state: 'done' },
            { label: 'Steps', state: 'running' },
          ]}
          onStop={() => tell('Stopped. 38 passages are kept.')}
        />
      </Part>
      <Part title="Approval">
        <ApprovalCard
          icon={<Send />}
          kind="Send mail · proposed 07:00"
          title="Send 9 follow-ups from marit@quote.ostrevik.example"
          text="Hi Noor, you asked Marit’s clone how to price the second site visit and then watched four minutes of the video. Did the answer hold up on your Antwerp job?"
          textNote="1 of 9 · different text for each person"
          facts="Asks because mail to more than 5 people always asks. Nothing is sent before 08:40, when the window opens."
          count={9}
          onApprove={() => tell('Approved')}
          onEdit={() => tell('Edit')}
          onDecline={(reason) => tell(reason)}
          keys
          primary={false}
        />
      </Part>
      <Part title="Citation">
        <p className="font-serif text-edit">
          A fixed price fails in the places nobody named.{' '}
          <Citation
            number={1}
            source="Interview 2"
            place="14 Sep · 00:23:41"
            verbatim
            before="every studio thinks it is bad at estimating."
            passage="I never lost money on the work I quoted. I lost it on the work nobody had said out loud."
            after="So before hours, we write the list."
            actions={<Button look="quiet">Open source</Button>}
          >
            “I never lost money on the work I quoted.”
          </Citation>{' '}
          Add the <NoPassage>various things</NoPassage> past clients asked for.
        </p>
      </Part>
      <Part title="Versions side by side">
        <div className="mb-2 rounded-3 border border-line bg-raised p-3 font-serif text-quote">
          <Diff
            before="Beside each hole write the stakeholder."
            after="Beside each hole write who will ask for more, and when."
          />
        </div>
        <DiffCounts added={1} removed={0} moved={2} reworded={4} />
      </Part>
      <Part title="Experiment verdicts">
        <Verdict kind="wins" title="Problem wins.">
          6.2 points more than Benefit (1.1 to 11.2).
        </Verdict>
        <Verdict kind="not-decided" title="Not decided.">
          3.5 points (−2.2 to 9.2). About 9 more working days.
        </Verdict>
        <Verdict kind="no-difference" title="No difference that matters.">
          Between −0.6 and 0.9 points. Keep the simpler one.
        </Verdict>
        <Verdict kind="cannot-be-read" title="Cannot be read.">
          Split was 312 : 208, planned even.
        </Verdict>
      </Part>
      <Part title="Empty">
        <EmptyState
          title="No mentions yet"
          actions={
            <>
              <Button>Add words</Button>
              <Button look="quiet">Show the sample</Button>
            </>
          }
        >
          Add words to watch. We look at Hacker News and your feeds every 15 minutes and show who said what,
          and whether a reply is worth it.
        </EmptyState>
        <Skeleton rows={3} className="mt-4" />
      </Part>
      <Part title="Error">
        <ErrorBlock error={problem} onRetry={() => tell('Again')} />
      </Part>
    </div>
  );
}
